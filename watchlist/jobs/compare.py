"""How two names score, one pair or a file of them."""

import json
from collections.abc import Iterator
from pathlib import Path

from watchlist.errors import DocumentError
from watchlist.files import write_whole
from watchlist.jobs.steps import Track, unseen
from watchlist.matching import Comparison, compare
from watchlist.model import PartyType

_TYPES = {
    "person": PartyType.PERSON,
    "per": PartyType.PERSON,
    "individual": PartyType.PERSON,
    "organization": PartyType.ORGANIZATION,
    "organisation": PartyType.ORGANIZATION,
    "org": PartyType.ORGANIZATION,
    "company": PartyType.ORGANIZATION,
    "entity": PartyType.ORGANIZATION,
    "vessel": PartyType.VESSEL,
    "aircraft": PartyType.AIRCRAFT,
}
_EITHER = "legalentity"
TYPE_NAMES = ("Person", "Company", "Organization", "LegalEntity", "Entity", "Vessel", "PER", "ORG")


def party_type(word: str | None) -> PartyType | None:
    """What other people's words for a type mean; None for LegalEntity, which may be either, and for unknown words."""
    return _TYPES.get((word or "").strip().casefold())


def known_type(word: str) -> bool:
    """Whether somebody's word for a type is understood."""
    return word.strip().casefold() in {*_TYPES, _EITHER}


def compare_pairs(pairs: Path, out: Path, threshold: float, track: Track = unseen) -> int:
    """Add ``score`` and ``match`` to every line; how many there were. ``DocumentError`` names a wrong line."""
    try:
        text = pairs.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(str(pairs), f"cannot be read ({error})") from error
    written = text.split("\n")
    lines = list(_compared(pairs, track(enumerate(written, 1), "pairs", len(written)), threshold))
    try:
        write_whole(out, "".join(lines).encode(), mode=0o666)
    except OSError as error:
        raise DocumentError(str(out), f"cannot be written ({error.strerror})") from error
    return len(lines)


def _compared(pairs: Path, lines: Iterator[tuple[int, str]], threshold: float) -> Iterator[str]:
    for number, line in lines:
        if not line.strip():
            continue
        where = f"{pairs}:{number}"
        try:
            pair = json.loads(line)
        except ValueError as error:
            raise DocumentError(where, f"is not valid JSON ({error})") from error
        except RecursionError as error:
            raise DocumentError(where, "is nested too deeply to be read") from error
        score = compare_pair(where, pair).score
        yield _written({**pair, "score": score, "match": score >= threshold})


def _written(pair: dict[str, object]) -> str:
    """A line that can be written: half of a surrogate pair only as JSON's own escape."""
    line = json.dumps(pair, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        line = json.dumps(pair)
    return f"{line}\n"


def compare_pair(where: str, pair: object) -> Comparison:
    """The comparison that a line asks for: its query against its candidate, or the best of its candidate names."""
    if not isinstance(pair, dict):
        raise DocumentError(where, "is not an object with query and candidate or candidate_names")
    query, names = pair.get("query"), pair.get("candidate_names") or [pair.get("candidate")]
    if not isinstance(query, str) or not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise DocumentError(where, "needs query, and candidate or candidate_names, as texts")
    kind = pair.get("type")
    return compare(query, tuple(names), party_type(kind if isinstance(kind, str) else None))
