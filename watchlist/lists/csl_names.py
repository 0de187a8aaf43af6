"""The name cells of the Consolidated Screening List, which hold more than names, to names.

Seen in the list: lost characters ("People?s", "?Zaliv?"), "and any successor, sub-unit, or subsidiary thereof", former
and other names in brackets, the parent in front of the affiliate, a description behind the name.
"""

import re
from dataclasses import dataclass

from watchlist.lists.names import clean, is_no_name

C1 = {code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)}
"""Control characters that were Windows quotation marks."""
POSSESSIVE = re.compile(r"(?<=\w)\?(?=s\b)")
APOSTROPHE = re.compile(r"(?<=[a-z])\?(?=[a-z])")
SUCCESSOR = re.compile(r",?\s+and (?:any|its) (?:successors?|sub-?units?|subsidiar(?:y|ies))\b.*$", re.IGNORECASE)
DESCRIPTION = re.compile(r"(?:, including the |\. This includes |\. All address).*$")
ABOUT = re.compile(r"\s*\((?:[\w ]+ )?(?:individual|entity)\)$", re.IGNORECASE)
OTHER = r"(?P<kind>[afnd])(?:[./]?[kb][./]?a\b)[./]?,?\s+"
BRACKETED = re.compile(rf"\s*[(\[]{OTHER}(?P<names>[^()\[\]]+)[)\]]", re.IGNORECASE)
INLINE = re.compile(rf",?\s+{OTHER}(?P<names>.+)$", re.IGNORECASE)
LEADING = re.compile(rf"^{OTHER}(?P<names>.+)$", re.IGNORECASE)
AND = re.compile(r"^and(?:\s+|$)", re.IGNORECASE)
PARENT_FIRST = re.compile(
    r"^(?P<parent>.+?)(?:\. (?P<dotted>Affiliated Entity|Subordinate Institution)\s*[-:]|,? and (?P<beside>subordinate"
    r" entity)| (?P<of>entity):)\s+(?P<child>.+)$"
)
PARENT_LAST = re.compile(r"^(?P<child>.+?)\s*\((?P<last>Parent Organization): (?P<parent>.+)\)$")


@dataclass(frozen=True, slots=True)
class PrintedName:
    """One name; ``former`` where the cell calls it so."""

    text: str
    former: bool = False


@dataclass(frozen=True, slots=True)
class PrintedNames:
    """The names of one entry, the primary one first; ``parent`` with the words by which the entry is tied to it."""

    names: tuple[PrintedName, ...]
    parent: str = ""
    tie: str = ""


def mend(text: str) -> str:
    """The text with the characters that its export lost: apostrophes where they are sure, else a space."""
    text = APOSTROPHE.sub("'", POSSESSIVE.sub("'", text.translate(C1)))
    return clean(text.replace("?", " "))


def read_names(name: str, others: tuple[str, ...]) -> PrintedNames:
    """The names of an entry out of its name cell and its further names.

    A parent that the cell lists together with its part ("PAEC, and subordinate entity …") is a name of the entry too.
    """
    plain = DESCRIPTION.sub("", SUCCESSOR.sub("", mend(name))).rstrip(" ,")
    found = PARENT_FIRST.match(plain) or PARENT_LAST.match(plain)
    if found is None:
        return PrintedNames(_unique((*_split(plain), *_others(others))))
    parts = found.groupdict()
    tie = parts.get("last") or f"{parts['dotted'] or parts['beside'] or parts['of']} of".capitalize()
    beside = (PrintedName(parts["parent"]),) if parts.get("beside") else ()
    return PrintedNames(_unique((*_split(parts["child"]), *beside, *_others(others))), parts["parent"], tie)


def _others(cells: tuple[str, ...]) -> tuple[PrintedName, ...]:
    """Further names; the last of several may begin with "and"."""
    return tuple(one for cell in cells for one in _split(AND.sub("", SUCCESSOR.sub("", mend(cell)))))


def _split(text: str) -> tuple[PrintedName, ...]:
    """A name, and the other names that its cell prints behind it or in brackets."""
    if leading := LEADING.match(text):
        return (PrintedName(clean(leading["names"]), former=leading["kind"] in "fF"),)
    inside: list[re.Match[str]] = []

    def take(found: re.Match[str]) -> str:
        inside.append(found)
        return " "

    own = clean(INLINE.sub(take, BRACKETED.sub(take, ABOUT.sub("", text)))).rstrip(" ,")
    others = ((name, found["kind"] in "fF") for found in inside for name in found["names"].split(";"))
    return (PrintedName(own), *(PrintedName(clean(name).rstrip(" ,"), former) for name, former in others))


def _unique(names: tuple[PrintedName, ...]) -> tuple[PrintedName, ...]:
    first: dict[str, PrintedName] = {}
    for name in names:
        if not is_no_name(name.text):
            first.setdefault(name.text, name)
    return tuple(first.values())
