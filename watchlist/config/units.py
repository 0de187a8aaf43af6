"""The small values that a configuration is written in: durations, times of day, names, addresses."""

import ipaddress
import re
from datetime import date, time, timedelta
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationInfo

from watchlist.config.suggest import did_you_mean

_UNITS_S = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 7 * 86400, "y": 365 * 86400}
_DURATION = re.compile(r"([0-9]{1,6})([smhdwy])")
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NAME = re.compile(r"[a-z][a-z0-9._-]{0,62}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LISTING = re.compile(rf"{_NAME.pattern}:\S+( \S+)*")
_HOSTS = re.compile(r"(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?")
_WITHIN = re.compile(r"([0-9]{1,2})(?: sentences?)?")


def _duration(value: object) -> timedelta:
    fits = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if fits is None or int(fits[1]) == 0:
        raise ValueError(f"not a duration: {value!r}; write a number and s, m, h, d, w or y, as in 15m, 1h, 90d")
    return timedelta(seconds=int(fits[1]) * _UNITS_S[fits[2]])


def _time_of_day(value: object) -> time:
    fits = _TIME.fullmatch(value) if isinstance(value, str) else None
    if fits is None:
        raise ValueError(f'not a time of day: {value!r}; write hours and minutes in quotes, as in "06:00"')
    return time(int(fits[1]), int(fits[2]))


def _day(value: object) -> date:
    fits = _DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        if fits is not None:
            return date(int(fits[1]), int(fits[2]), int(fits[3]))
    except ValueError:
        raise ValueError(f"no such day: {value!r}; write year, month and day, as in 2027-06-30") from None
    raise ValueError(f"not a date: {value!r}; write year, month and day, as in 2027-06-30")


def _sentences(value: object) -> int:
    fits = _WITHIN.fullmatch(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else None
    if fits is None or not 1 <= int(fits[1]) <= 20:
        raise ValueError(f"not a number of sentences: {value!r}; write 1 to 20, as in 3 sentences")
    return int(fits[1])


def _name(value: str) -> str:
    if _NAME.fullmatch(value) is None:
        wanted = "begin with a letter a-z, then letters a-z, digits, dots, _ and -, 63 at most, as in un-sc"
        raise ValueError(f"not a name: {value!r}; {wanted}")
    return value


def _country(value: str) -> str:
    if _COUNTRY.fullmatch(value) is None:
        raise ValueError(f"not a country: {value!r}; write its ISO code of two capital letters, as in RU")
    return value


def _listing_id(value: str) -> str:
    if _LISTING.fullmatch(value) is None:
        raise ValueError(f"not a listing: {value!r}; write list and reference, as in us-ofac-sdn:35096")
    return value


def _reference(value: object) -> object:
    """An authority's number may be written without quotes; what begins with a zero needs them to keep it."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _timezone(value: str) -> str:
    zones = available_timezones()
    if value not in zones:
        raise ValueError(
            f"unknown time zone {value!r}{did_you_mean(value, zones)}; write an IANA name, as in Europe/Berlin"
        )
    return value


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        usable = parts.scheme in {"http", "https"} and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
    if not usable or any(letter.isspace() for letter in value):
        raise ValueError(f"not a web address: {value!r}; write it whole, as in https://example.org/feed.xml")
    return value


def _selector(value: str) -> str:
    from cssselect import HTMLTranslator, SelectorError  # noqa: PLC0415 - few configurations have one

    try:
        HTMLTranslator().css_to_xpath(value)
    except SelectorError as error:
        raise ValueError(f"is no CSS selector ({error}); give one as 'h2 a' or '.story a[href]'") from error
    return value


def _hosts(value: str) -> str:
    if _HOSTS.fullmatch(value) is None:
        raise ValueError(f"not a host: {value!r}; write it as in files.example.org, or *.example.org for all below it")
    return value


def _address_range(value: str) -> str:
    try:
        ipaddress.ip_network(value, strict=False)
    except ValueError:
        raise ValueError(f"not an address or a range: {value!r}; write it as in 192.168.1.0/24 or 127.0.0.1") from None
    return value


def _path(value: object, context: ValidationInfo) -> Path:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError(f"not a path: {value!r}")
    base = Path(str(context.context))
    return (base / Path(value).expanduser()).resolve()


Duration = Annotated[timedelta, BeforeValidator(_duration)]
TimeOfDay = Annotated[time, BeforeValidator(_time_of_day)]
Sentences = Annotated[int, BeforeValidator(_sentences)]
Timezone = Annotated[str, AfterValidator(_timezone)]
WebAddress = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_web_address)]
Selector = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500), AfterValidator(_selector)]
"""A CSS selector."""
Hosts = Annotated[str, StringConstraints(max_length=253), AfterValidator(_hosts)]
"""One host, or with ``*.`` in front all hosts below it."""
AddressRange = Annotated[str, AfterValidator(_address_range)]
LocalPath = Annotated[Path, BeforeValidator(_path)]
"""Made absolute against the folder of the configuration, which is the validation context."""
Day = Annotated[date, BeforeValidator(_day)]
Name = Annotated[str, AfterValidator(_name)]
"""Part of ids and of file names: lower case, begins with a letter."""
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Reference = Annotated[Words, BeforeValidator(_reference)]
"""A listing as its authority numbers it."""
Country = Annotated[str, AfterValidator(_country)]
ListingId = Annotated[str, StringConstraints(max_length=200), AfterValidator(_listing_id)]
Share = Annotated[float, Field(ge=0, le=1, strict=True)]
Count = Annotated[int, Field(ge=0, strict=True)]
