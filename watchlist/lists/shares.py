"""Percentages of ownership, as lists write them; what is no certain percentage is none."""

import re

from watchlist.lists.names import clean
from watchlist.model import Relation

_NUMBER = r"\d{1,3}(?:[.,]\d+)?"
_SHARE = re.compile(rf"[<≤]|(?P<low>{_NUMBER})\s*%?(?:\s*(?:-|–|to)\s*(?P<high>{_NUMBER}))?\s*%?")
_PERCENT = re.compile(rf"(?<![\d.,])({_NUMBER})\s*(?:%|per ?cents?\b)", re.IGNORECASE)
_OWNED = re.compile(
    r"^(?:is |are )?(?:directly |indirectly |jointly |majority |currently )*(?:\d|owned\b)", re.IGNORECASE
)
_OWNER = re.compile(
    rf"(?<![\d.,])({_NUMBER})\s*(?:%|per ?cent)(?: or more)?(?:,? (?:directly |indirectly )?owned)? by (?:the )?"
    rf"(.+?)(?=(?:,| and|, and) (?:{_NUMBER})\s*(?:%|per ?cent)|$)",
    re.IGNORECASE,
)
_LESS = re.compile(r"\b(?:less|fewer|lower) than\b|\bunder\b|\bup to\b|\bat most\b", re.IGNORECASE)


def share(text: str) -> float | None:
    """A percentage alone in its field ("50.01", "60 %"); of a range ("50-75") its lower end, which is certain."""
    found = _SHARE.fullmatch(text.strip())
    return None if found is None or not found["low"] else _percentage(found["low"])


def share_in(cell: str) -> float | None:
    """The one percentage that a cell mentions beside a name ("PJSC Rosneft (51 %)"); none of several."""
    found = _PERCENT.findall(cell)
    return _percentage(found[0]) if len(found) == 1 and not _LESS.search(cell) else None


def owners(piece: str) -> tuple[Relation, ...]:
    """The owners in a remark of the owned party, with their shares: "owned 25 percent by X and 25 percent by Y"."""
    if not _OWNED.match(piece) or _LESS.search(piece):
        return ()
    found = ((_percentage(number), clean(name).rstrip(".")) for number, name in _OWNER.findall(piece))
    return tuple(Relation("Owned by", "", name, stake) for stake, name in found if stake is not None and name)


def _percentage(number: str) -> float | None:
    value = float(number.replace(",", "."))
    return value if 0 < value <= 100 else None
