"""Matches in annotated news and planted names, each with the truth about it."""

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from watchlist.config import load
from watchlist.jobs.editions import local_files, read_edition
from watchlist.matching import Index, Screener
from watchlist.matching.weights import WEIGHTS
from watchlist.model import Article, Field, Match, Party
from watchlist.parties import join
from watchlist.text.language import detect_language

PLANTED = "planted"
SEED = 7
"""Of the planted names; benchmarks plant with another one."""
HELD = "unsupported"
_AUTHORITIES = {"us-ofac": "ofac", "ofac": "ofac", "un": "un", "uk": "uk", "eu": "eu"}


@dataclass(frozen=True, slots=True)
class Example:
    """A match and whether it is right; None where nobody judged the name that it stands on.

    ``values`` are those of its evidence by feature, without the line that holds a match back (``held`` says so).
    ``score`` is the one that was told.
    """

    corpus: str
    article: str
    party: str
    kind: str
    values: Mapping[str, float]
    held: bool
    score: float
    right: bool | None


@dataclass(frozen=True, slots=True)
class _Truth:
    """A judged or merely annotated name: ``listed`` is None where nobody judged it."""

    start: int
    end: int
    listed: bool | None
    listings: frozenset[str]


class Collector:
    """The lists, indexed once, and what screening finds with one set of weights or another."""

    def __init__(self, data: Path) -> None:
        """``data`` is the folder of the corpora; the lists and the planting script are in ``bench`` beside it."""
        self._data = data
        parties = _parties(data.parent / "bench" / "lists.yaml")
        self._screener = Screener(Index.build(parties))
        self._listings = {party.id: party.listing_ids for party in parties}

    def collect(self, weights: Mapping[str, float]) -> list[Example]:
        """Every match in the annotated corpora of ``data/news`` and in planted articles.

        Corpora without judged names are left out: nobody has said what is right there. So are titles, which the judges
        did not read.
        """
        with weighed(weights), tempfile.TemporaryDirectory() as planted:
            folders = sorted(path.parent for path in (self._data / "news").glob("*/gold.jsonl"))
            examples = [each for folder in folders for each in self._in_corpus(folder, folder.name)]
            script = self._data.parent / "bench" / "plant.py"
            subprocess.run([sys.executable, str(script), planted, "--seed", str(SEED)], check=True)  # noqa: S603 - own words
            examples += self._in_corpus(Path(planted), PLANTED)
        return examples

    def _in_corpus(self, folder: Path, name: str) -> Iterator[Example]:
        truths = _truths(folder)
        planted = name == PLANTED
        for row in _rows(folder / "articles.jsonl"):
            # The planting script writes the kind of the planted name where others write the language.
            language = detect_language(row["text"]) if planted else row["lang"]
            article = Article(row["id"], name, row["title"], row["text"], language=language)
            for match in self._screener.screen(article):
                if match.mention.field is Field.TEXT:
                    right = _is_right(match, self._listings[match.party], truths[article.id], strict=not planted)
                    yield _example(name, article.id, match, right=right)


@contextmanager
def weighed(weights: Mapping[str, float]) -> Iterator[None]:
    """Screen with other weights for a while."""
    kept = dict(WEIGHTS)
    WEIGHTS.update({feature: kept[feature]._replace(value=value) for feature, value in weights.items()})
    try:
        yield
    finally:
        WEIGHTS.update(kept)


def _parties(lists: Path) -> tuple[Party, ...]:
    entries = load(lists).lists
    editions = [read_edition(one, local_files(one), url="", retrieved=datetime.now(UTC)) for one in entries]
    return join(
        [listing for edition in editions for listing in edition.parsed.listings], [entry.name for entry in entries]
    )


def _example(corpus: str, article: str, match: Match, *, right: bool | None) -> Example:
    values: dict[str, float] = defaultdict(float)
    for line in match.evidence:
        if line.feature != HELD:
            values[line.feature] += line.value
    held = any(line.feature == HELD for line in match.evidence)
    return Example(corpus, article, match.party, match.kind.value, dict(values), held, match.score, right)


def _is_right(match: Match, listings: Sequence[str], truths: Sequence[_Truth], *, strict: bool) -> bool | None:
    """Whether the match names the party of the judged name at its place.

    On a name of another party, or of somebody who is on no list, it is wrong; on a name that was annotated but not
    judged, unknown. Outside every name it is wrong where all names of a text are annotated (``strict``), else unknown.
    """
    over = [truth for truth in truths if truth.start < match.mention.end and match.mention.start < truth.end]
    judged = [truth for truth in over if truth.listed is not None]
    if any(truth.listed and _names(match, listings, truth) for truth in judged):
        return True
    if judged:
        return False
    return None if over or not strict else False


def _names(match: Match, listings: Sequence[str], truth: _Truth) -> bool:
    """Same place (half of the longer one, or within the name), and most listings are the party's on lists it is on."""
    start, end = match.mention.start, match.mention.end
    common = min(end, truth.end) - max(start, truth.start)
    within = truth.start <= start and end <= truth.end
    if 2 * common < max(end - start, truth.end - truth.start) and not (within and common >= 2):
        return False
    spoken_of = {listing.partition(":")[0] for listing in truth.listings}
    ours = {one for one in map(_canonical, listings) if one.partition(":")[0] in spoken_of}
    return 2 * len(ours & truth.listings) > len(ours)


def _canonical(listing: str) -> str:
    """``us-ofac-sdn:35096`` as the judges write it: ``ofac:35096``."""
    name, _, reference = listing.lower().partition(":")
    found = (code for prefix, code in _AUTHORITIES.items() if name == prefix or name.startswith(f"{prefix}-"))
    return f"{next(found, '')}:{reference}"


def _truths(folder: Path) -> dict[str, list[_Truth]]:
    truths: dict[str, list[_Truth]] = defaultdict(list)
    for row in _rows(folder / "gold.jsonl"):
        listings = frozenset(one.lower() for one in row["listings"])
        truths[row["article"]].append(_Truth(row["start"], row["end"], row["listed"], listings))
    names = folder / "mentions.jsonl"
    for row in _rows(names) if names.is_file() else ():
        truths[row["article"]].append(_Truth(row["start"], row["end"], None, frozenset()))
    return truths


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
