"""What a report is made from: values that the columns turn into words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from watchlist.changes import ListingChange
from watchlist.coverage import Coverage
from watchlist.model import Article, Fault, Listing, Match, NetworkMention, Party


@dataclass(frozen=True, slots=True)
class ListVersion:
    """One list as a row was screened against it."""

    name: str
    digest: str
    published: date | None

    @property
    def words(self) -> str:
        """Name, date and the beginning of the digest."""
        published = "" if self.published is None else f" {self.published.isoformat()}"
        return f"{self.name}{published} sha256:{self.digest[:8]}"


@dataclass(frozen=True, slots=True)
class Way:
    """How one party is linked to another, in words, and over how many links; none where it is not."""

    words: str = ""
    hops: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the report of ``day``: a party in a story; its match names no party where no list has the name."""

    day: date
    alert: str
    story: str
    priority: str
    status: str
    why: str
    changed: str
    article: Article
    match: Match
    party: Party | None
    first_seen: datetime
    outlets: tuple[str, ...]
    watchlists: tuple[str, ...]
    networks: tuple[str, ...]
    path: Way
    topics: tuple[str, ...]
    also_mentioned: tuple[str, ...]
    also_possible: tuple[str, ...]
    versions: tuple[ListVersion, ...]

    @property
    def listings(self) -> tuple[Listing, ...]:
        """The listings of the party, as the lists now have them; none when it was delisted."""
        return () if self.party is None else self.party.listings

    @property
    def on_a_list(self) -> bool:
        """Whether the row is about a party that a list has, or had."""
        return bool(self.match.party)


@dataclass(frozen=True, slots=True)
class NetworkFinding:
    """One row of the networks of ``day``: a network in a story; ``names`` are of parties by listing id.

    ``members_today`` and ``stories_today`` are those of all rows of the report that are about the network.
    """

    day: date
    story: str
    status: str
    article: Article
    mention: NetworkMention
    new_members: tuple[str, ...]
    outlets: tuple[str, ...]
    names: Mapping[str, str]
    path: Way = Way()
    members_today: tuple[str, ...] = ()
    stories_today: tuple[str, ...] = ()

    def named(self, member: str) -> str:
        """A member by name and id."""
        name = self.names.get(member, "")
        return f"{name} ({member})" if name else member


@dataclass(frozen=True, slots=True)
class ChangeFinding:
    """One row of what lists changed: ``party`` is where the listing is now, ``stories`` those told of it before."""

    day: date
    at: datetime
    version: str
    change: ListingChange
    party: str
    stories: int


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """Everything that one report says; ``repeated`` counts alerts that were only counted."""

    day: date
    sequence: int
    since: datetime | None
    until: datetime
    findings: tuple[Finding, ...] = ()
    networks: tuple[NetworkFinding, ...] = ()
    changes: tuple[ChangeFinding, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    faults: tuple[Fault, ...] = ()
    incomplete: tuple[str, ...] = ()
    lists: tuple[ListVersion, ...] = ()
    configuration: str = ""
    software: str = ""
    repeated: int = 0
