"""Years of other calendars → Gregorian dates: Solar Hijri of Iran and Afghanistan, Buddhist era of Thailand."""

from datetime import date, timedelta

_SOLAR_YEARS = range(1300, 1500)
_BUDDHIST_YEARS = range(2443, 2643)
_BUDDHIST_AHEAD = 543
# Leap years by the cycle of 33 years, which agrees with the astronomical rule from 1244 to 1472 (K. Borkowski 1996).
_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_FIRST_DAY = date(1921, 3, 21)
"""1 Farvardin 1300."""


def foreign_year(year: int) -> bool:
    """Whether a year can only be of another calendar than the Gregorian."""
    return year in _SOLAR_YEARS or year in _BUDDHIST_YEARS


def gregorian(year: int, month: int, day: int) -> date:
    """The date in the Gregorian calendar; the year tells which calendar it is of. ValueError when it does not exist."""
    if year in _SOLAR_YEARS:
        return _of_solar(year, month, day)
    return date(year - _BUDDHIST_AHEAD if year in _BUDDHIST_YEARS else year, month, day)


def _of_solar(year: int, month: int, day: int) -> date:
    """Six months of 31 days, five of 30, and one of 29 or, in leap years, 30."""
    longest = 31 if month <= 6 else 30 if month < 12 or year % 33 in _LEAP else 29
    if not (1 <= month <= 12 and 1 <= day <= longest):
        raise ValueError(f"{year}-{month}-{day} is not in the Solar Hijri calendar")
    leaps = sum(earlier % 33 in _LEAP for earlier in range(_SOLAR_YEARS.start, year))
    days = (year - _SOLAR_YEARS.start) * 365 + leaps + 31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1
    return _FIRST_DAY + timedelta(days=days)
