"""The shape of the configuration: every key, its type and its default; docs/configuration.md says what each means."""

from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal

import platformdirs
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr, StrictBool

from watchlist import lists as lists_room
from watchlist.config.reading import Document, Location, dotted
from watchlist.config.suggest import did_you_mean
from watchlist.config.units import (
    AddressRange,
    Count,
    Country,
    Day,
    Duration,
    Hosts,
    ListingId,
    LocalPath,
    Name,
    Reference,
    Selector,
    Sentences,
    Share,
    TimeOfDay,
    Timezone,
    WebAddress,
    Words,
)
from watchlist.errors import Mistake
from watchlist.model import PartyType
from watchlist.news import SOURCES, SourceKind
from watchlist.text.regimes import REGIMES


def _known_format(value: str) -> str:
    if value not in lists_room.FORMATS:
        known = ", ".join(sorted(lists_room.FORMATS))
        raise ValueError(f"unknown format {value!r}{did_you_mean(value, lists_room.FORMATS)}; known are {known}")
    return value


def _known_regime(value: str) -> str:
    if value not in REGIMES:
        raise ValueError(f"unknown regime {value!r}{did_you_mean(value, REGIMES)}; known are {', '.join(REGIMES)}")
    return value


class Section(BaseModel):
    """A mapping of the file: unknown keys are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ListEntry(Section):
    """One public list, from exactly one of ``url``, ``urls`` (formats of several files) or ``path``."""

    name: Name
    format: Annotated[str, AfterValidator(_known_format)]
    url: WebAddress | None = None
    urls: dict[str, WebAddress] | None = None
    path: LocalPath | None = None
    every: Duration = timedelta(hours=1)
    bounds: dict[PartyType, tuple[Count, Count]] = {}
    canaries: tuple[Reference, ...] = ()
    redirects: tuple[Hosts, ...] = ()
    hashes: WebAddress | None = None


class SourceEntry(Section):
    """One source of news, from exactly one of the keys that name a kind of source."""

    name: Name
    feed: WebAddress | None = None
    sitemap: WebAddress | None = None
    page: WebAddress | None = None
    links: Selector | None = None
    hosts: tuple[Hosts, ...] = ()
    folder: LocalPath | None = None
    archive: LocalPath | None = None
    every: Duration = timedelta(minutes=15)
    tags: tuple[Words, ...] = ()
    tier: Annotated[int, Field(ge=1, le=3, strict=True)] = 2
    baseline: StrictBool = True

    @property
    def kind(self) -> SourceKind:
        """What kind of source it is."""
        return next(kind for name, kind in SOURCES.items() if getattr(self, name) is not None)

    @property
    def address(self) -> str:
        """Where it is fetched, or where it stands on this machine."""
        return str(getattr(self, self.kind.name))


class Include(Section):
    """Which parties a watchlist takes from the public lists; what is left out does not narrow."""

    regimes: tuple[Annotated[str, AfterValidator(_known_regime)], ...] = ()
    programmes: tuple[Words, ...] = ()
    types: tuple[PartyType, ...] = ()
    countries: tuple[Country, ...] = ()
    lists: tuple[Name, ...] = ()


class Exclude(Section):
    """Which parties a watchlist leaves out again."""

    parties: tuple[ListingId, ...] = ()
    programmes: tuple[Words, ...] = ()


class OwnParty(Section):
    """A party of the user's own, beside the public lists."""

    name: Words
    aliases: tuple[Words, ...] = ()
    type: PartyType = PartyType.ORGANIZATION


class Threshold(Section):
    """From which score on a match is an alert, or is shown for review."""

    alert: Share = 0.85
    review: Share = 0.60


class Watchlist(Section):
    """What this user cares about."""

    name: Name
    include: Include | None = None
    exclude: Exclude = Exclude()
    parties: tuple[OwnParty, ...] = ()
    threshold: Threshold = Threshold()
    notify: tuple[Name, ...] = ()


class MuteEntry(Section):
    """A name that stays quiet on purpose, with a reason and an end."""

    alias: Words
    reason: Words
    until: Day


class SignalsEntry(Section):
    """Words that describe a network when they meet: one of every group of ``all``, and one of ``any``."""

    all: tuple[Annotated[tuple[Words, ...], Field(min_length=1)], ...] = Field(min_length=1)
    any: tuple[Words, ...] = ()
    within: Sentences = 3


class NetworkEntry(Section):
    """A network of the user's own, beside those that the lists state."""

    name: Words
    members: tuple[ListingId, ...] = ()
    signals: SignalsEntry | None = None


class ReportEntry(Section):
    """When the daily report is made."""

    at: TimeOfDay = time(6)
    html: StrictBool = True


class NotifyEntry(Section):
    """Whom messages go to."""

    name: Name
    webhook: WebAddress


class Retention(Section):
    """How long the state keeps what."""

    articles: Duration = timedelta(days=90)
    evidence: Duration = timedelta(days=3650)


class NetworkAccess(Section):
    """What the program may reach beyond public addresses."""

    allow: tuple[AddressRange, ...] = ()
    proxy: WebAddress | None = None


class Config(Section):
    """A whole configuration; ``file`` is where it was read, ``hash`` the SHA-256 of its values as written."""

    version: Literal[1]
    lists: tuple[ListEntry, ...] = Field(min_length=1)
    state: LocalPath = Field(default="var", validate_default=True)
    reports: LocalPath = Field(default="reports", validate_default=True)
    cache: LocalPath = Field(default_factory=lambda: platformdirs.user_cache_path("watchlist"))
    timezone: Timezone = "UTC"
    contact: Words | None = None
    lookback: Duration = timedelta(days=90)
    retention: Retention = Retention()
    sources: tuple[SourceEntry, ...] = ()
    watchlists: tuple[Watchlist, ...] = ()
    mute: tuple[MuteEntry, ...] = ()
    networks: tuple[NetworkEntry, ...] = ()
    topics: dict[Name, Annotated[tuple[Words, ...], Field(min_length=1)]] = {}
    report: ReportEntry = ReportEntry()
    notify: tuple[NotifyEntry, ...] = ()
    network: NetworkAccess = NetworkAccess()

    _file: Path = PrivateAttr(default=Path())
    _hash: str = PrivateAttr(default="")
    _document: Document = PrivateAttr(default=Document({}, {}, {}))

    @property
    def file(self) -> Path:
        """The file this was read from."""
        return self._file

    @property
    def hash(self) -> str:
        """Hex SHA-256 of the values as written: equal on every machine, blind to comments and layout."""
        return self._hash

    def noted(self, at: Location, what: str) -> Mistake:
        """Something to say of a value that is right as it stands, at its place in the file."""
        place = self._document.where(at)
        return Mistake(str(self._file), place.line, place.column, dotted(at) + what)
