"""Where sentences begin and end in running text of any language: written rules, linear time.

A full stop ends a sentence only where blank space follows, and not after an initial, an abbreviation or a dotted
acronym; nothing but an empty line ends one before a lower-case letter. Where the rules are in doubt two sentences stay
together: a sentence too long shows more context, one cut in two loses it.
"""

import re
from collections.abc import Iterator

_CLOSERS = r"\"'”’»›)\]}」』）】〉》"
_OPENERS = "\"'“‘„«‹([{¿¡—–-•*·"
_BREAKS = r"\n\r\u2028\u2029"
_BOUNDARY = re.compile(
    rf"(?P<wide>[。！？｡]+)[{_CLOSERS}]*\s*"
    rf"|(?P<mark>[.!?…؟۔।॥]+)[{_CLOSERS}]*(?P<gap>\s+|\Z)"
    rf"|(?P<line>[{_BREAKS}]\s*)"
)
_LINE_BREAK = re.compile(rf"\r\n|[{_BREAKS}]")
_LAST_WORD = re.compile(r"[^\s\"'“”‘’„«»()\[\]{}/,;:—–-]+\Z")
_LONGEST_LOOK = 16

# EE.UU, U.S, S.A, т.е, p.ex, z.B, a.m: letters in ones and twos with full stops between.
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}\Z")

_ALWAYS = (
    # forms of address and titles
    "mr mrs ms messrs dr prof rev hon gen col lt maj capt cmdr sgt adm gov sen rep pres st ste sr sra srta jr dra lic "
    "ing mme mlle mgr frau hr fr dott avv sig bc phd ген полк проф акад им "
    # places, references, measures
    "cf vs eds approx dept ave blvd rd ул пр просп пл стр рис гл обл рег пос дер тыс млн млрд руб коп ред вул буд "
    # companies
    "inc ltd corp co bros cie plc pty "
    # German, Dutch, Polish, Czech, Slovak, Slovene, Croatian
    "bzw usw evtl ggf inkl sog vgl str tzv např resp tj tzn mj napr npr itd itp ul woj dhr mevr "
    # single letters that abbreviate without a capital, Arabic honorifics
    "г ст р т п д л н o z n v č د أ م ص "
    # EE. UU. and its kin written apart
    "ee uu ff aa"
)
_ABBREVIATIONS = frozenset(_ALWAYS.split())
# Words of some language by themselves: abbreviations only before a number.
_NUMBERED = "no nos nr núm num vol art arts par ch cap fig p pp pág págs op ca "
_DATED = "jan feb mar apr jun jul aug sep sept oct nov dec янв фев февр апр авг сен сент окт ноя нояб дек"
_BEFORE_NUMBERS = frozenset((_NUMBERED + _DATED).split())
# German writes ordinals with a full stop and months with a capital: "am 3. Oktober".
_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
_GERMAN_MONTHS = tuple(_MONTHS.split())


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences in order: they never overlap, never begin or end with blanks, and cover all else."""
    spans = []
    begin = 0
    for end in _ends(text):
        span = _trimmed(text, begin, end)
        if span[0] < span[1]:
            spans.append(span)
        begin = end
    return tuple(spans)


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return begin, end


def _ends(text: str) -> Iterator[int]:
    for boundary in _BOUNDARY.finditer(text):
        if boundary["wide"] or _ends_line(text, boundary) or _ends_by_mark(text, boundary):
            yield boundary.end()
    yield len(text)


def _ends_line(text: str, boundary: re.Match[str]) -> bool:
    """An empty line always ends a sentence, a line break unless the next line goes on in lower case (wrapped text)."""
    breaks = len(_LINE_BREAK.findall(boundary["line"] or boundary["gap"] or ""))
    return breaks > 1 or (breaks == 1 and not _goes_on(text, boundary.end()))


def _ends_by_mark(text: str, boundary: re.Match[str]) -> bool:
    mark = boundary["mark"]
    if mark is None or _goes_on(text, boundary.end()):
        return False
    return mark != "." or not _is_abbreviated(text, boundary.start(), boundary.end())


def _goes_on(text: str, position: int) -> bool:
    """Whether the next word begins with a lower-case letter, quotation marks and dashes aside."""
    ahead = text[position : position + 4].lstrip(_OPENERS + " \u00a0")
    return ahead[:1].islower()


def _is_abbreviated(text: str, stop: int, after: int) -> bool:
    """Whether the full stop at ``stop`` belongs to the word before it."""
    found = _LAST_WORD.search(text, max(0, stop - _LONGEST_LOOK), stop)
    if found is None:
        return False
    word = found.group()
    if word.isdecimal():
        return len(word) <= 2 and (_begins_line(text, found.start()) or text.startswith(_GERMAN_MONTHS, after))
    if len(word) == 1 and word.isupper():
        return True
    folded = word.casefold()
    if folded in _BEFORE_NUMBERS:
        return text[after : after + 1].isdecimal()
    return folded in _ABBREVIATIONS or _DOTTED.match(word) is not None


def _begins_line(text: str, position: int) -> bool:
    """Whether nothing but blanks stands before ``position`` on its line, as before the number of an enumeration."""
    before = text[max(0, position - _LONGEST_LOOK) : position].rstrip(" \t\u00a0")
    return not before or before[-1] in "\n\r\u2028\u2029"
