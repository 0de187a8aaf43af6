"""Dates as the lists print them, often partial, to spans of days."""

import calendar
import re
from datetime import date, datetime

from watchlist.lists.names import whole_number
from watchlist.model import BirthDate

YEARS = range(1800, 2101)
"""Birth years outside are another calendar or a slip of the pen."""
MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}
WRITTEN = re.compile(r"(?:(?:(?P<day>\d{1,2})\s+)?(?P<month>[A-Za-z]{3})[a-z]*\.?\s+)?(?P<year>\d{4})")
CIRCA = re.compile(r"\b(?:circa|approximately|about|c\.)\s*", re.IGNORECASE)
RANGE = re.compile(r"\s+to\s+|\s*[-–]\s*")

Span = tuple[date, date]


def read_date(text: str, form: str = "%Y-%m-%d") -> date | None:
    """A full date; ISO dates may carry a time of day. None where the text is no date of that form."""
    try:
        if form == "%Y-%m-%d":
            return date.fromisoformat(text.strip()[:10])
        return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 a calendar day has no time zone
    except ValueError:
        return None


def partial(year: str, month: str = "", day: str = "") -> Span | None:
    """The days that a partly known date may mean; parts that are no numbers ("dd", "00", "") are not known."""
    numbers = [whole_number(part.strip()) or 0 for part in (year, month, day)]
    if numbers[0] not in YEARS:
        return None
    if numbers[1] not in range(1, 13):
        return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
    last = calendar.monthrange(numbers[0], numbers[1])[1]
    if numbers[2] not in range(1, last + 1):
        return date(numbers[0], numbers[1], 1), date(numbers[0], numbers[1], last)
    return date(*numbers), date(*numbers)


def birth(first: Span | None, last: Span | None = None, *, circa: bool = False) -> BirthDate | None:
    """A birth date from one span or from the two ends of a range; None where nothing is known."""
    if first is None:
        return None
    ends = (*first, *(last or first))
    return BirthDate(min(ends), max(ends), circa)


def written_birth(text: str) -> BirthDate | None:
    """OFAC's way: "03 May 1970", "Mar 1965", "1936", "circa 1951", "1961 to 1963", "01 Jan 1986 to 31 Dec 1987"."""
    plain = CIRCA.sub("", text).strip()
    ends = [_written(end) for end in RANGE.split(plain)]
    if not 1 <= len(ends) <= 2 or None in ends:
        return None
    return birth(ends[0], ends[-1], circa=plain != text.strip())


def numbered_birth(text: str) -> BirthDate | None:
    """The United Kingdom's way: day/month/year, where "dd", "mm" or "00" stand for what is not known."""
    parts = text.strip().split(" ")[0].split("/")
    if len(parts) == 1:
        return birth(partial(parts[0]))
    return birth(partial(parts[2], parts[1], parts[0])) if len(parts) == 3 else None


def _written(text: str) -> Span | None:
    found = WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    month = MONTHS.get((found["month"] or "").casefold(), 0)
    if found["month"] and not month:
        return None
    return partial(found["year"], str(month or ""), found["day"] or "")
