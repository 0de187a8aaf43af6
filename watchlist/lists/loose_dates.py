"""Birth dates in cells that people filled by hand: several of them, partial, estimated, or numbers of a spreadsheet."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from watchlist.lists.dates import CIRCA, MONTHS, Span, birth, partial
from watchlist.model import BirthDate

MONTH = "|".join(MONTHS)
DATE = re.compile(
    rf"""(?<!\d)(?:
      (?P<iso>\d{{4}}-\d{{1,2}}(?:-\d{{1,2}})?)
    | (?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-](?P<year>\d{{4}}|\d{{2}})
    | (?:(?P<first>\d{{1,2}})[\s-]*)?\b(?P<name>(?:{MONTH})[a-z]*)\.?[\s-]+
      (?:(?P<second>\d{{1,2}}),\s*)?(?P<named>\d{{4}}|\d{{2}})
    | (?P<part>(?:early|mid|late)[\s-]+)?(?P<decade>\d{{3}}0)(?=s)
    | (?P<serial>\d{{5}})
    | (?P<alone>\d{{4}})
    )(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
TO = re.compile(r"\s*(?:[-–—]|to|until)\s*", re.IGNORECASE)
DECADES = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "": (0, 9)}
"""First and last year that a part of a decade means."""
EPOCH = date(1899, 12, 30)
"""Day 0 of the spreadsheets' calendar, from March 1900 on: they count a 29 February 1900 that never was."""
SERIALS = range(3000, 60_000)
"""Serial numbers of days from 1908 to 2064; a list has no birth before or after."""
RECENT = 15
"""Up to this number, two digits are a year of this century: nobody is listed who was born before 1916."""


def serial_date(text: str) -> date | None:
    """The day of a spreadsheet's serial number ("31801" is 24 January 1987); None for any other text."""
    number = int(text) if re.fullmatch(r"\d{4,5}", text) else 0
    return EPOCH + timedelta(days=number) if number in SERIALS else None


def loose_births(text: str) -> tuple[BirthDate, ...]:
    """All birth dates of one cell, days before months where both are numbers.

    "1972-08-26 or 1974-05-31", "1963-1964", "Approximately 1960", "born in the early 1970s", "Sep-99", "31801",
    "a) 1958 b) 24/05/1960", "between 1958 and 1963".
    """
    births: list[BirthDate] = []
    open_end: tuple[Span, bool] | None = None
    end = 0
    for found in DATE.finditer(text):
        span = _span(found)
        if span is None:
            continue
        gap = text[end : found.start()]
        circa = bool(CIRCA.search(gap)) or found["decade"] is not None
        if open_end is not None and (TO.fullmatch(gap) or (gap.strip() == "and" and "between" in text.casefold())):
            births.pop()
            births.extend(_births(open_end[0], span, circa=open_end[1] or circa))
            open_end = None
        else:
            births.extend(_births(span, span, circa=circa))
            open_end = (span, circa)
        end = found.end() + (found["decade"] is not None)
    return tuple(dict.fromkeys(births))


def _births(first: Span, last: Span, *, circa: bool) -> Iterator[BirthDate]:
    found = birth(first, last, circa=circa)
    if found is not None:
        yield found


def _span(found: re.Match[str]) -> Span | None:
    if found["iso"]:
        return partial(*found["iso"].split("-"))
    if found["year"]:
        day, month = found["day"], found["month"]
        day, month = (month, day) if int(month) > 12 else (day, month)
        return partial(_year(found["year"]), month, day)
    if found["name"]:
        number = MONTHS[found["name"][:3].casefold()]
        day = found["first"] or found["second"] or ""
        return partial(_year(found["named"]), str(number), day)
    if found["decade"]:
        first, last = DECADES[(found["part"] or "").strip(" -").casefold()]
        start = int(found["decade"])
        ends = partial(str(start + first)), partial(str(start + last))
        return None if ends[0] is None or ends[1] is None else (ends[0][0], ends[1][1])
    if found["serial"]:
        day_of = serial_date(found["serial"])
        return None if day_of is None else (day_of, day_of)
    return partial(found["alone"])


def _year(digits: str) -> str:
    if len(digits) == 4:
        return digits
    return f"20{digits}" if int(digits) <= RECENT else f"19{digits}"
