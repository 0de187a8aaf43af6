"""Cells that hold several names at once: "A; B or C, Ltd. (also known as D), Russian: Е", taken apart; pure."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from watchlist.lists.names import clean, is_no_name
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold

LANGUAGES = (
    "Arabic|Armenian|Azerbaijani|Belarus+ian|Bulgarian|Burmese|Chinese|Dari|English|Farsi|French|Georgian|German|Greek"
    "|Hebrew|Japanese|Kazakh|Korean|Pashto|Persian|Polish|Romanian|Russian|Serbian|Spanish|Tatar|Turkish|Ukrainian|Urdu"
)
LABEL = re.compile(rf"[\s,(]*\b(?:in\s+)?({LANGUAGES})\s*:\s*", re.IGNORECASE)
KNOWN_AS = r"(?:(?:also\s+|better\s+)?known\s+as|a\.?k\.?a\.?|alias)"
FORMERLY = r"(?:(?:formerly|previously)(?:\s+(?:known|listed))?(?:\s+as)?|f\.?k\.?a\.?)"
BRACKET = re.compile(rf"\(\s*(?:({FORMERLY})|{KNOWN_AS}|or)\b[\s:,]+((?:[^()]|\([^()]*\))*)\)", re.IGNORECASE)
MARKED = re.compile(rf"^(?:({FORMERLY})|{KNOWN_AS})\b[\s:,]*", re.IGNORECASE)
FORMER = re.compile(rf"\(\s*{FORMERLY}\s*\)|\b{FORMERLY}[.:,]?", re.IGNORECASE)
BESIDE = re.compile(r"\s*;\s*")
ACRONYM = re.compile(r"\(([A-Z][A-Z&.-]{1,9})\)")
OUTSIDE = r"(?![^()]*\))"
"""Not inside round brackets."""
BREAK = re.compile(rf"(?:\s*;\s*|,?\s+(?:or|ou)\s+|\s*\|\s*){OUTSIDE}")
COMMA = re.compile(rf"\s*,\s*{OUTSIDE}")
SLASH = re.compile(rf"\s*/\s*{OUTSIDE}")
AND = re.compile(rf",?\s+(?:and|et)\s+{OUTSIDE}")
EASTERN = "\u0590-\u06ff\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7a3"
"""Hebrew, Arabic, Thai, Japanese, Chinese, Korean letters: beside Latin ones they are a name of their own."""
SCRIPTS = re.compile(rf"(?<=[A-Za-z])\s+(?=[{EASTERN}])|(?<=[{EASTERN}])\s+(?=[A-Za-z])")
FOREIGN = re.compile(rf"\(([^()A-Za-z]*[{EASTERN}][^()A-Za-z]*)\)")
HYPHEN = re.compile(r"(?<=\w)-\s+(?=\w)")
"""A hyphen at the end of a line of the cell."""
MARKS = re.compile(r"^(?:and|or)\s+|\s+a\.?k\.?a\.?$", re.IGNORECASE)
GENERIC = frozenset({"bank", "group", "corporation", "company", "industries", "investments", "plant", "factory"})
SENIOR = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class InlineName:
    """One name out of a cell; ``language`` in the cell's words, empty where it says none."""

    text: str
    language: str = ""
    former: bool = False


def inline_names(cell: str, *, person: bool) -> tuple[InlineName, ...]:
    """The names of a cell, each once, in their order.

    A comma before a legal form or a "Jr." belongs to the name. "and" stands inside names of organisations, so that it
    divides only names of persons, names that are not in Latin letters, and what stands behind a legal form.
    """
    text = SCRIPTS.sub("; ", _balanced(HYPHEN.sub("-", cell)))
    found: dict[str, InlineName] = {}
    for piece, language in _by_language(text):
        bare, inner = _brackets(piece)
        for part, former in ((bare, False), *inner):
            for name in _parts(part, person=person):
                one = _named(name, language, former=former)
                if one is not None and not _belongs(one.text):
                    found.setdefault(one.text, one)
    return tuple(found.values())


def titled_names(cell: str) -> tuple[InlineName, ...]:
    """The names in the cell for the name of an organisation or a ship, the main one first.

    "English/French", "Name (also known as A)", "State Authority for Military Industry (SAMI)".
    """
    bare, inner = _brackets(HYPHEN.sub("-", cell))
    halves = [name for half in _halves(bare) for name in _short_forms(half)]
    others = (
        InlineName(name.text, former=former) for text, former in inner for name in inline_names(text, person=False)
    )
    names = [InlineName(text) for text in halves if not is_no_name(text)]
    return tuple({name.text: name for name in reversed((*names, *others))}.values())[::-1]


def one_name(cell: str) -> tuple[InlineName, ...]:
    """The name in a cell of one name, and those that brackets, labels or letters of another script add to it.

    "Rashid (formerly listed as)", "Abu Bakr (Previously listed as. In Arabic: أبوبكر)", "Al-Qaida in Yemen (AQY)".
    """
    former = FORMER.search(cell) is not None
    found: dict[str, InlineName] = {}
    text = SCRIPTS.sub("; ", _balanced(FORMER.sub(" ", HYPHEN.sub("-", cell))))
    for piece, language in _by_language(text):
        bare, inner = _brackets(piece)
        for part in (*BESIDE.split(bare), *(text for text, _ in inner)):
            for name in _short_forms(part):
                one = _named(name, language, former=former)
                if one is not None:
                    found.setdefault(one.text, one)
    return tuple(found.values())


def _by_language(text: str) -> Iterator[tuple[str, str]]:
    """Pieces between language labels; a label holds until the next one or a semicolon."""
    first, *rest = LABEL.split(text)
    yield first, ""
    for language, piece in zip(rest[::2], rest[1::2], strict=True):
        labelled, _, plain = piece.partition(";")
        yield labelled, language
        yield plain, ""


def _brackets(text: str) -> tuple[str, list[tuple[str, bool]]]:
    """The text without "(also known as …)" or other letters in brackets; what stood there, and whether it is former."""
    inner = [(found[2], found[1] is not None) for found in BRACKET.finditer(text)]
    bare = BRACKET.sub(" ", text)
    if _latin(FOREIGN.sub(" ", bare)):
        inner += [(found[1], False) for found in FOREIGN.finditer(bare)]
        bare = FOREIGN.sub(" ", bare)
    return clean(bare), inner


def _parts(text: str, *, person: bool) -> Iterator[str]:
    for piece in BREAK.split(text):
        for part in _and(piece, person=person):
            for name in _commas(part):
                yield from _halves(name)


def _halves(text: str) -> list[str]:
    """Both sides of a slash; the text itself where a side is too short for a name ("DHKP/C", "J/V")."""
    halves = SLASH.split(text)
    return [clean(half) for half in halves] if all(len(half) > 2 for half in halves) else [clean(text)]


def _commas(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in COMMA.split(text):
        if pieces and _belongs(piece):
            pieces[-1] += f", {piece}"
        else:
            pieces.append(piece)
    return pieces


def _belongs(piece: str) -> bool:
    words = [fold(word).strip(".") for word in piece.replace('"', " ").split()]
    return bool(words) and all(word in lexicon().classes["legal"] or word in SENIOR for word in words)


def _and(text: str, *, person: bool) -> Iterator[str]:
    start = 0
    for found in AND.finditer(text):
        before, after = text[start : found.start()], text[found.end() :]
        last = fold(before.split()[-1]).strip('."”»') if before.split() else ""
        firm = last in lexicon().classes["legal"] or last in GENERIC
        if person or firm or not _latin(before[-1:]) or not _latin(after[:1]):
            yield before
            start = found.end()
    yield text[start:]


def _named(text: str, language: str, *, former: bool) -> InlineName | None:
    name = MARKS.sub("", clean(text))
    marked = MARKED.match(name)
    if marked is not None:
        former, name = former or marked[1] is not None, name[marked.end() :]
    name = clean(_balanced(name.strip(" ,;:")))
    if is_no_name(name) or not any(char.isalnum() for char in name):
        return None
    return InlineName(name, "" if _latin(name) else language, former)


def _short_forms(name: str) -> tuple[str, ...]:
    """The name without a bracket that only abbreviates it, and the abbreviation.

    Behind it may stand a legal form: "Guard Corps (GC) Cyber Command" is not called GC.
    """
    for found in ACRONYM.finditer(name):
        before, after = name[: found.start()].strip(), name[found.end() :].strip()
        if after and not _belongs(after):
            continue
        initials = "".join(word[0] for word in re.findall(r"\w+", before)).upper()
        letters = re.sub(r"\W", "", found[1])
        if len(letters) > 1 and _within(letters, initials) and fold(letters) not in lexicon().classes["legal"]:
            return clean(f"{before} {after}"), found[1]
    return (name,)


def _within(letters: str, initials: str) -> bool:
    """Whether the letters stand in this order among the initials; two of them must begin with the first."""
    rest = iter(initials)
    return (len(letters) > 2 or letters[:1] == initials[:1]) and all(letter in rest for letter in letters)


def _balanced(name: str) -> str:
    """Without brackets around it, and without any where one has no other half."""
    if name.startswith("(") and name.find(")") == len(name) - 1:
        return name[1:-1].strip()
    return name if name.count("(") == name.count(")") else name.replace("(", " ").replace(")", " ")


def _latin(text: str) -> bool:
    """Whether most letters are Latin, for names of other scripts are typed with one or two of them at times."""
    letters = [unicodedata.name(char, "").startswith("LATIN") for char in text if char.isalpha()]
    return 2 * sum(letters) >= len(letters)
