"""The nouns of the project: frozen values that every room shares and no room changes.

The words are those of docs/architecture.md. Ids of listings read ``<list name>:<reference>``, the reference as the
authority prints it. A party's id is the lowest listing id of its members, so that it needs no state.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class PartyType(StrEnum):
    """What a list says its target is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"


class AliasKind(StrEnum):
    """How the authority itself ranks a name."""

    PRIMARY = "primary"
    STRONG = "strong"
    WEAK = "weak"
    FORMER = "former"
    ABBREVIATION = "abbreviation"


class Level(StrEnum):
    """Where a match ends up: the report, its second section, or (absent) nowhere."""

    ALERT = "alert"
    REVIEW = "review"


class MatchKind(StrEnum):
    """In which way the words of an article stand for a listed name."""

    EXACT = "exact"
    VARIANT = "variant"
    TRANSLITERATED = "transliterated"
    INFLECTED = "inflected"
    PARTIAL = "partial"
    REFERENCE = "reference"
    IDENTIFIER = "identifier"


class Field(StrEnum):
    """The part of an article in which offsets count characters."""

    TITLE = "title"
    TEXT = "text"


class Tie(StrEnum):
    """What one party is to another, whatever words a list has for it; read "source <tie> target"."""

    OWNED_BY = "owned or controlled by"
    ACTING_FOR = "acting for"
    LEADER_OF = "leader of"
    FAMILY = "family of"
    ASSOCIATE = "associate of"
    SUPPORTING = "supporting"
    SIGNIFICANT_ROLE = "playing a significant role in"
    MEMBER_OF = "member of"
    EMPLOYED_BY = "employed by"
    PROPERTY_OF = "property in the interest of"
    SUCCESSOR_OF = "successor of"
    LINKED = "linked to"


@dataclass(frozen=True, slots=True)
class Alias:
    """A name exactly as published.

    ``text`` is in reading or list order as printed ("PUTIN, Vladimir Vladimirovich"); ``family`` and ``given`` are the
    typed parts where the list has them, else empty. ``script`` and ``language`` are the list's own words, else empty.
    """

    text: str
    kind: AliasKind
    family: str = ""
    given: str = ""
    script: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A span of days in which the list says a person was born; ``circa`` when it only estimates."""

    earliest: date
    latest: date
    circa: bool = False


@dataclass(frozen=True, slots=True)
class Identifier:
    """A document or number that a list gives; ``kind`` in its words ("Passport", "IMO"), ``country`` as printed."""

    kind: str
    value: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie to another target as the list states it.

    ``target`` is a listing id, or empty when the list only prints a name (``target_name``), as in "Linked To:".
    ``share`` is a percentage of ownership where the list states one.
    """

    kind: str
    target: str
    target_name: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class CrossReference:
    """Another authority's number for the same target: ``scheme`` is one of ``un``, ``ofsi``, ``ofac``, ``eu``."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True)
class Listing:
    """One authority's act of naming one target, as published.

    ``programmes`` are the list's own codes; ``countries`` are ISO 3166 alpha-2 codes of nationality, citizenship, flag
    or registration where the list states one, upper case; ``roles`` are titles and functions in the list's words.
    """

    id: str
    list_name: str
    reference: str
    type: PartyType
    aliases: tuple[Alias, ...]
    programmes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    births: tuple[BirthDate, ...] = ()
    birth_places: tuple[str, ...] = ()
    gender: str = ""
    roles: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    relations: tuple[Relation, ...] = ()
    references: tuple[CrossReference, ...] = ()
    listed_on: date | None = None
    url: str = ""
    remarks: str = ""

    @property
    def name(self) -> str:
        """The primary name, or the first one where none is marked primary."""
        primary = (alias.text for alias in self.aliases if alias.kind is AliasKind.PRIMARY)
        return next(primary, self.aliases[0].text)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One list at one moment; ``digest`` is the SHA-256 of the raw bytes, ``published`` the list's own date.

    ``url`` is the configured address, ``final_url`` where redirects led, ``etag`` what the server called the file;
    ``software`` read it; ``warnings`` are oddities for a person.
    ``held`` is a digest of this snapshot together with the losses held beside it, empty where none are.
    """

    list_name: str
    format: str
    digest: str
    retrieved: datetime
    published: date | None
    url: str
    bytes: int
    listings: int
    names: int
    relations: int
    unknown: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    final_url: str = ""
    etag: str = ""
    software: str = ""
    held: str = ""

    @property
    def version(self) -> str:
        """What is screened, as a digest: of the raw bytes, or of these and of what is held beside them."""
        return self.held or self.digest


@dataclass(frozen=True, slots=True)
class Loss:
    """A listing, or with ``alias`` one of its names, that the active edition lacks and that is screened all the same.

    ``origin`` is the digest of the snapshot in which it stood last, ``since`` the first fetch that lacked it.
    """

    listing: str
    alias: str
    origin: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Join:
    """Why two listings are one party."""

    left: str
    right: str
    reason: str


@dataclass(frozen=True, slots=True)
class Party:
    """The real person, organisation, vessel or aircraft behind one or more listings."""

    id: str
    type: PartyType
    name: str
    listings: tuple[Listing, ...]
    joins: tuple[Join, ...] = ()

    @property
    def listing_ids(self) -> tuple[str, ...]:
        """Ids of the member listings, in the order of the lists."""
        return tuple(listing.id for listing in self.listings)

    @property
    def programmes(self) -> tuple[str, ...]:
        """Codes of all member listings, each once, sorted."""
        return tuple(sorted({code for listing in self.listings for code in listing.programmes}))

    @property
    def countries(self) -> tuple[str, ...]:
        """ISO codes of all member listings, each once, sorted."""
        return tuple(sorted({code for listing in self.listings for code in listing.countries}))


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two parties that a list states, direction kept: ``source`` is <tie> ``target``.

    ``kind`` are the list's own words, which may read the other way ("Owns, controls, or operates"); ``share`` is the
    percentage of ``source`` that ``target`` owns, where the list states one.
    """

    source: str
    target: str
    kind: str
    list_name: str
    tie: Tie = Tie.LINKED
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Signals:
    """Words that together describe a network: every group of ``all`` and one of ``any`` within ``within`` sentences."""

    all: tuple[tuple[str, ...], ...]
    any: tuple[str, ...]
    within: int = 3


@dataclass(frozen=True, slots=True)
class Network:
    """Parties connected by links, or named together in the configuration; ``members`` are party ids."""

    name: str
    members: tuple[str, ...]
    signals: Signals | None = None
    configured: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """The text that is screened; ``id`` is stable for the same source and item, ``digest`` is of title and text."""

    id: str
    source: str
    title: str
    text: str
    url: str = ""
    published: datetime | None = None
    language: str = ""
    digest: str = ""

    def of(self, part: Field) -> str:
        """The characters that offsets of ``part`` count."""
        return self.title if part is Field.TITLE else self.text


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of an article: ``article.of(field)[start:end] == surface``, always."""

    field: Field
    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One feature's say in a score: what was seen (``value``), what it moved (``weight``), and words for a person."""

    feature: str
    value: float
    weight: float
    detail: str


@dataclass(frozen=True, slots=True)
class Match:
    """A mention held against an alias of a party.

    ``also`` are ids of other parties that nothing in the article tells apart from ``party``. ``score`` is in [0, 1].
    """

    mention: Mention
    party: str
    also: tuple[str, ...]
    alias: Alias
    kind: MatchKind
    level: Level
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class NetworkMention:
    """A network seen in an article: ``how`` is ``named`` or ``described``; ``named`` are the member ids it names."""

    network: str
    how: str
    members: tuple[str, ...]
    named: tuple[str, ...]
    mention: Mention
    signals: tuple[str, ...]
    topics: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Designation:
    """A sentence that says a party was put under sanctions which no loaded list has.

    ``mention`` is the name, ``phrase`` the words of the sentence that say it.
    """

    mention: Mention
    sentence: Mention
    phrase: str
    evidence: tuple[Evidence, ...]

    @property
    def name(self) -> str:
        """The party as the article prints it, on one line."""
        return " ".join(self.mention.surface.split())


@dataclass(frozen=True, slots=True)
class Screening:
    """One article against one state of lists and configuration: the audit record, also when nothing was found."""

    article: Article
    matches: tuple[Match, ...] = ()
    networks: tuple[NetworkMention, ...] = ()
    topics: tuple[str, ...] = ()
    designations: tuple[Designation, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """An expected failure, as a value: ``where`` it happened (list, source, file), ``what`` happened, ``remedy``."""

    where: str
    what: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a news document held: articles, addresses still to be fetched, and parts that could not be read.

    ``follow`` are pages of articles with that address, and further documents of the same kind. ``dropped`` counts
    articles beyond a bound, which were not read.
    """

    articles: tuple[Article, ...] = ()
    follow: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = field(default=())
    dropped: int = 0
