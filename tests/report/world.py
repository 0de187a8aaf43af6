"""A small world for reports: two parties, a network, two lists, and stories told in several places."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from watchlist import stories
from watchlist.coverage import Funnel
from watchlist.jobs.deliver import DeliveryReport, ReportSettings, deliver
from watchlist.jobs.findings import WatchFacts
from watchlist.model import (
    Alias,
    AliasKind,
    Article,
    BirthDate,
    Evidence,
    Field,
    Identifier,
    Level,
    Listing,
    Match,
    MatchKind,
    Mention,
    Network,
    NetworkMention,
    Party,
    PartyType,
    Screening,
    Snapshot,
)
from watchlist.store import Basis, CheckOutcome, ListCheck, SourceCheck, Store

NOW = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)
TEXT = (
    "Moscow said on Saturday that President Vladimir Putin would travel east. Officials gave no reason for that. "
    "North Korea and Russia have traded munitions for months, and the network that arranged it was sanctioned."
)
SENTENCE = TEXT[TEXT.index("North Korea") :]

PUTIN = Party(
    "us-ofac-sdn:35096",
    PartyType.PERSON,
    "PUTIN, Vladimir Vladimirovich",
    (
        Listing(
            "us-ofac-sdn:35096",
            "us-ofac-sdn",
            "35096",
            PartyType.PERSON,
            (Alias("PUTIN, Vladimir Vladimirovich", AliasKind.PRIMARY, "PUTIN", "Vladimir Vladimirovich"),),
            programmes=("RUSSIA-EO14024",),
            countries=("RU",),
            births=(BirthDate(date(1952, 10, 7), date(1952, 10, 7)),),
            roles=("President of the Russian Federation",),
            identifiers=(Identifier("Passport", "00123", "RU"),),
            url="https://lists.example/35096",
        ),
    ),
)
VERUS = Party(
    "us-ofac-sdn:44544",
    PartyType.ORGANIZATION,
    "LIMITED LIABILITY COMPANY VERUS",
    (
        Listing(
            "us-ofac-sdn:44544",
            "us-ofac-sdn",
            "44544",
            PartyType.ORGANIZATION,
            (Alias("LIMITED LIABILITY COMPANY VERUS", AliasKind.PRIMARY),),
        ),
    ),
)
ARMS = Network("DPRK–Russia arms trade", ("us-ofac-sdn:44544",), None, configured=True)
FACTS = WatchFacts({party.id: party for party in (PUTIN, VERUS)}, {ARMS.name: ARMS}, "c0ffee" * 8, "0.1.0")
DIGEST = "ab" * 32
BASIS = Basis((("us-ofac-sdn", DIGEST),), FACTS.configuration, FACTS.software)


def settings(folder: Path) -> ReportSettings:
    """Reports at six in UTC, of one list and one source."""
    return ReportSettings(folder, "UTC", time(6), ("us-ofac-sdn",), ("reuters",))


def article(number: int, text: str = TEXT, source: str = "reuters", title: str = "Journey east") -> Article:
    """An article of a source."""
    return Article(
        id=f"a{number:016x}",
        source=source,
        title=title,
        text=text,
        url=f"https://{source}.example/{number}",
        published=datetime(2026, 2, 28, 12, number % 60, tzinfo=UTC),
        language="en",
        digest=hashlib.sha256(f"{title}\0{text}".encode()).hexdigest(),
    )


def match(text: str, surface: str = "Vladimir Putin", party: Party = PUTIN, level: Level = Level.ALERT) -> Match:
    """A match of a party where its surface stands."""
    start = text.index(surface)
    return Match(
        mention=Mention(Field.TEXT, start, start + len(surface), surface),
        party=party.id,
        also=(),
        alias=party.listings[0].aliases[0],
        kind=MatchKind.EXACT,
        level=level,
        score=0.97 if level is Level.ALERT else 0.7,
        evidence=(
            Evidence("name-full-person", 1.0, 0.9, "given and family name stand together"),
            Evidence("role", 1.0, 0.07, "a role that the listing states stands beside the name: President"),
        ),
    )


def described(text: str) -> NetworkMention:
    """The network, described without a member."""
    start = text.index(SENTENCE)
    return NetworkMention(
        network=ARMS.name,
        how="described",
        members=ARMS.members,
        named=(),
        mention=Mention(Field.TEXT, start, start + len(SENTENCE), SENTENCE),
        signals=("North Korea", "Russia", "munitions"),
        topics=("arms",),
        evidence=(Evidence("signals", 3.0, 0.6, "words that describe it meet in one sentence"),),
    )


def learn(
    store: Store, one: Article, now: datetime, *matches: Match, networks: tuple[NetworkMention, ...] = ()
) -> None:
    """Screen an article: with the given matches, or with Putin and the described network."""
    found = matches or (match(one.text),)
    screening = Screening(one, found, networks, ("arms",))
    signature = stories.signature(one)
    anchors = store.stories.anchors(signature.keys, now - stories.JOIN_WINDOW)
    own = store.stories.of_article(one)
    story = stories.assign(one, signature, anchors, store.stories.first, own) or stories.story_id(one)
    assert store.articles.add(screening, story=story, signature=signature, basis=BASIS, now=now)


def begin(store: Store) -> None:
    """A checked list, a visited source, and one article with a party and a described network."""
    snapshot = Snapshot("us-ofac-sdn", "ofac-csv", DIGEST, NOW, date(2026, 2, 27), "", 12, 2, 2, 0)
    store.lists.add_snapshot(snapshot, {"": b"list"})
    store.lists.add_check(ListCheck("us-ofac-sdn", NOW - timedelta(hours=1), CheckOutcome.OK, digest=DIGEST))
    visit(store, NOW - timedelta(minutes=30), Funnel(2, 1, 0, 1))
    learn(store, article(1), NOW - timedelta(minutes=30), networks=(described(TEXT),))


def visit(store: Store, now: datetime, funnel: Funnel) -> None:
    """A good visit to the source."""
    store.sources.add_check(SourceCheck("reuters", now, CheckOutcome.OK, funnel=funnel))


def report(store: Store, folder: Path, now: datetime = NOW, facts: WatchFacts = FACTS) -> DeliveryReport:
    """Deliver to a folder."""
    return deliver(store, facts, settings(folder), now=now)


def without(facts: WatchFacts, party: Party) -> WatchFacts:
    """Facts after a party was delisted."""
    return replace(facts, parties={key: one for key, one in facts.parties.items() if key != party.id})
