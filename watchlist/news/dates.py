"""Dates as publishers print them, in any language and in three calendars → moments in UTC, or nothing."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

from watchlist.news.calendars import foreign_year, gregorian
from watchlist.text.lexicon import rows_of
from watchlist.text.normalize import fold

MAX_AHEAD = timedelta(hours=48)
"""News from further in the future has no believable date."""

_LONGEST = 200
_EARLIEST, _LATEST = 1990, 2100
_HOURS = {
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "bst": 1, "cet": 1,
    "cest": 2, "eet": 2, "eest": 3, "msk": 3, "мск": 3, "trt": 3, "jst": 9, "kst": 9, "wib": 7, "sgt": 8, "hkt": 8,
    "pkt": 5, "aest": 10, "aedt": 11,
}  # fmt: skip

_TIME = re.compile(
    r"(?<![\d.:/+-])(?P<before>오전|오후|上午|下午|午前|午後)?\s*(?P<hour>\d{1,2})\s*(?:[:h時时시點点]|horas)\s*(?P<minute>\d{2})"
    r"(?!\d)(?:\s*[:분分]\s*(?P<second>\d{2})(?:\.\d+)?)?\s*분?\s*(?P<after>[ap]\.?m\b\.?)?\s*"
    rf"(?P<zone>\(?(?:(?:gmt|utc)?\s*[+\u2212-]\s*\d{{1,2}}:?(?:\d{{2}})?|(?:z|ut|utc|gmt|{'|'.join(_HOURS)})\b))?"
)
_OFFSET = re.compile(r"([+\u2212-])\s*(\d{1,2}):?(\d{2})?")
_AFTERNOON = ("오후", "下午", "午後", "p")
_MORNING = ("오전", "上午", "午前", "a")

_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?!\d)")
_EAST_ASIAN = re.compile(r"(令和|平成|民[國国])?\s*(\d{1,4}|元)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일號号]")
_ERAS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}
_HAN_NUMBER = re.compile("[〇○零一二三四五六七八九十]+(?=[年月日])")
_HAN_DIGITS = {**{sign: place for place, sign in enumerate("〇一二三四五六七八九")}, "○": 0, "零": 0}

_PIECES = re.compile(r"\d+|[^\W\d][^\s\d,;|/()–—-]*")
# What may stand between day, month and year.
_BETWEEN = frozenset(
    ("a", "da", "de", "del", "di", "do", "er", "i", "nam", "nd", "ngay", "o", "of", "og", "rd", "st", "th", "the", "г",
     "р", "في", "من", "سال", "พ.ศ")
)  # fmt: skip


def instant(text: str, language: str = "") -> datetime | None:
    """The moment that a text states, in UTC; None where it states no whole and possible date of 1990 or later.

    Without a zone it is taken as UTC, without a time of day as its beginning. ``language`` (``pt``, ``pt-BR``) decides
    what two numbers and words of two languages mean; "03/05/2024" means nothing without it. Nothing is ever completed
    from today's date ("2 hours ago").
    """
    text = text.strip()[:_LONGEST]
    language = language.partition("-")[0].lower()
    try:
        return _machine(text) or _printed(fold(_western_digits(text)), language)
    except (ValueError, OverflowError):
        return None


def believable(moment: datetime | None, now: datetime) -> datetime | None:
    """The moment, or None when it is more than MAX_AHEAD after ``now``."""
    return moment if moment is not None and moment - now <= MAX_AHEAD else None


def in_utc(moment: datetime) -> datetime:
    """The same moment in UTC; one without a zone is taken as UTC. OverflowError at the ends of the calendar."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _machine(text: str) -> datetime | None:
    """ISO 8601 and seconds or milliseconds since 1970."""
    if text.isascii() and text.isdigit() and len(text) in {10, 13}:
        return _possible(datetime.fromtimestamp(int(text[:10]), UTC))
    try:
        return _possible(in_utc(datetime.fromisoformat(text)))
    except ValueError:
        return None


def _possible(moment: datetime) -> datetime | None:
    return moment if _EARLIEST <= moment.year <= _LATEST else None


def _western_digits(text: str) -> str:
    """Every decimal digit as 0 to 9, and Chinese numbers before year, month and day."""
    text = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)
    return _HAN_NUMBER.sub(lambda found: _han_number(found[0]), text)


def _han_number(signs: str) -> str:
    if "十" not in signs:
        return "".join(str(_HAN_DIGITS[sign]) for sign in signs)
    tens, _, ones = signs.partition("十")
    return str(_HAN_DIGITS.get(tens, 1) * 10 + _HAN_DIGITS.get(ones, 0))


def _printed(text: str, language: str) -> datetime | None:
    found = _TIME.search(text)
    rest = text if found is None else f"{text[: found.start()]} {text[found.end() :]}"
    day = _east_asian(rest) or _numbers(rest, language) or _words(rest, language)
    if day is None or not _EARLIEST <= day.year <= _LATEST:
        return None
    clock, zone = _clock(found)
    return datetime.combine(day, clock, zone).astimezone(UTC)


def _clock(found: re.Match[str] | None) -> tuple[time, timezone]:
    if found is None:
        return time(), UTC
    hour, half = int(found["hour"]), found["before"] or found["after"] or ""
    if half.startswith(_AFTERNOON) and hour < 12:
        hour += 12
    elif half.startswith(_MORNING) and hour == 12:
        hour = 0
    return time(hour, int(found["minute"]), min(int(found["second"] or 0), 59)), _zone(found["zone"] or "")


def _zone(text: str) -> timezone:
    offset = _OFFSET.search(text)
    if offset is None:
        return timezone(timedelta(hours=_HOURS.get(text.strip("( "), 0)))
    amount = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
    return timezone(amount if offset[1] == "+" else -amount)


def _east_asian(text: str) -> date | None:
    found = _EAST_ASIAN.search(text)
    if found is None:
        return None
    year = (1 if found[2] == "元" else int(found[2])) + _ERAS.get(found[1] or "", 0)
    return date(year, int(found[3]), int(found[4]))


def _numbers(text: str, language: str) -> date | None:
    if found := _YEAR_FIRST.search(text):
        return gregorian(int(found[1]), int(found[2]), int(found[3]))
    if not (found := _YEAR_LAST.search(text)):
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    # Americans write the month first, all others the day; dots and other calendars are not American.
    if found[2] == "." or first > 12 or first == second or foreign_year(year) or language not in {"", "en"}:
        return gregorian(year, second, first)
    return gregorian(year, first, second) if second > 12 else None


def _words(text: str, language: str) -> date | None:
    """A month by name, with its day and its year directly beside it."""
    pieces = [piece.rstrip(".") for piece in _PIECES.findall(text)]
    pieces = [piece for piece in pieces if piece not in _BETWEEN]
    for place, length, month, solar in _months(pieces, language):
        before, after = pieces[:place][::-1], pieces[place + length :]
        # Names of the same month in two languages may follow each other.
        while after and _month(after[0], language) == (month, solar):
            after = after[1:]
        for day, year in ((before[:1], after[:1]), (after[:1], after[1:2]), (after[:1], before[:1])):
            if day and year and (number := _day(day[0])) and (full := _year(year[0], solar=solar)):
                return gregorian(full, month, number)
    return None


def _months(pieces: list[str], language: str) -> Iterator[tuple[int, int, int, bool]]:
    """Where a month stands, in how many pieces, which one, and whether it is of the Solar Hijri calendar."""
    for place, piece in enumerate(pieces):
        for length, name in ((2, " ".join(pieces[place : place + 2])), (1, piece)):
            if month := _month(name, language):
                yield place, length, *month
                break


def _month(name: str, language: str) -> tuple[int, bool] | None:
    """The month of a name; where languages differ (listopad), what the article's language means, else nothing."""
    meanings = _month_names().get(name, {})
    found = {meanings[language]} if language in meanings else set(meanings.values())
    return found.pop() if len(found) == 1 else None


def _day(piece: str) -> int:
    return int(piece) if piece.isdigit() and len(piece) <= 2 else 0


def _year(piece: str, *, solar: bool) -> int:
    """A year of four digits in its calendar, or of two digits in a mail; 0 for none."""
    if not piece.isdigit() or (len(piece) == 2 and solar) or len(piece) not in {2, 4}:
        return 0
    year = int(piece) + (2000 if len(piece) == 2 else 0)
    return year if solar == (1300 <= year < 1500) else 0


@lru_cache(maxsize=1)
def _month_names() -> dict[str, dict[str, tuple[int, bool]]]:
    """Folded name → language → month and whether it is a month of the Solar Hijri calendar."""
    names: dict[str, dict[str, tuple[int, bool]]] = defaultdict(dict)
    for language, *months in rows_of("months.tsv"):
        for number, words in enumerate(months, 1):
            for word in words.split():
                names[fold(word.replace("_", " "))][language] = (number, language == "solar")
    return dict(names)
