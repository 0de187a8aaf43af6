"""Small rules about printed names and references that several authorities share."""

import re
import unicodedata
from collections.abc import Iterable

from watchlist.model import AliasKind, PartyType

MARK = re.compile(r"(?:^|(?<=[\s;,]))\(?[a-z0-9]{1,2}\)\s*")
UN_REFERENCE = re.compile(r"([A-Z]{2,3})([IE])\.(\d{1,4})", re.IGNORECASE)
CIVIL = frozenset({"mr", "mrs", "ms", "miss", "dr", "doctor"})
"""Titles that anybody may bear: no role."""
UNSPACED = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "THAI")
"""Scripts that write a whole name without spaces, so that one word says nothing about its strength."""
NO_NAME = frozenset({"", "-", "na", "n/a", "N/A"})
ABSENT = frozenset({"", "-", "n/a", "na", "none", "unknown", "not available"})


def clean(text: str) -> str:
    """White space collapsed to single spaces."""
    return " ".join(text.split())


def is_absent(text: str) -> bool:
    """Whether a cell only says that there is nothing in it."""
    return text.strip().casefold() in ABSENT


def is_no_name(text: str) -> bool:
    """Whether a cell for a name is empty or crossed out; "NA" and "None" in other letters may be names."""
    return text.strip() in NO_NAME


def name_key(text: str) -> str:
    """What makes two printings of a name the same inside one list: its words, without case and punctuation."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def itemised(text: str) -> tuple[str, ...]:
    """The parts of a cell such as "a) Maulavi b) Mullah" or "(1) Rosneft (2) Lukoil"; one where it has no marks."""
    pieces = (clean(piece).strip(" ,;") for piece in MARK.split(text))
    return tuple(piece for piece in pieces if not is_absent(piece))


def roles(cells: Iterable[str]) -> tuple[str, ...]:
    """The titles and functions in cells, each once."""
    titles = (title for cell in cells for title in itemised(cell))
    return tuple(dict.fromkeys(title for title in titles if title.casefold().rstrip(".") not in CIVIL))


def whole_number(text: str) -> int | None:
    """A number of a size that lists have; None for anything else."""
    return int(text) if text.isdecimal() and len(text) <= 12 else None


def un_reference(text: str) -> str:
    """A UN reference number in the UN's own case ("QDE.145" is QDe.145); empty where the text is none."""
    found = UN_REFERENCE.fullmatch(text.strip())
    return f"{found[1].upper()}{found[2].lower()}.{found[3]}" if found else ""


def blank_strength(text: str, kind: PartyType) -> AliasKind:
    """Strength of an alias for which the list prints none, by the rule that OpenSanctions uses for the UK list.

    One word of a person is weak; one short word of an organisation is an abbreviation in capitals, else weak.
    """
    spaced = not unicodedata.name(text[:1] or " ", "").startswith(UNSPACED)
    if len(text.split()) != 1 or not spaced or kind in {PartyType.VESSEL, PartyType.AIRCRAFT}:
        return AliasKind.STRONG
    if kind is PartyType.PERSON:
        return AliasKind.WEAK
    if len(text) < 7 and text.isupper():
        return AliasKind.ABBREVIATION
    return AliasKind.WEAK if len(text) < 6 else AliasKind.STRONG
