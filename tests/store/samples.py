"""Small values for the tests of the state: one article, one match, one network mention, one snapshot."""

import hashlib
from datetime import UTC, date, datetime

from watchlist.model import (
    Alias,
    AliasKind,
    Article,
    Evidence,
    Field,
    Level,
    Match,
    MatchKind,
    Mention,
    NetworkMention,
    Screening,
    Snapshot,
)
from watchlist.store import Basis

NOW = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)
BASIS = Basis((("us-ofac-sdn", "ab" * 32),), "cfg", "0.1.0")


class Sketch:
    """A sketch of a text for tests that are not about stories."""

    script = "latin"
    size = 3
    sketch = (1, 2, 3)
    keys = (1, 2, 3)


def article(number: int = 1, text: str = "Vladimir Putin spoke.", source: str = "reuters") -> Article:
    """An article whose id and digest follow from number and text."""
    return Article(
        id=f"a{number:016x}",
        source=source,
        title="Kremlin",
        text=text,
        url=f"https://news.example/{number}",
        published=datetime(2026, 2, 28, 12, tzinfo=UTC),
        language="en",
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


MATCH = Match(
    mention=Mention(Field.TEXT, 0, 14, "Vladimir Putin"),
    party="us-ofac-sdn:35096",
    also=(),
    alias=Alias("PUTIN, Vladimir Vladimirovich", AliasKind.PRIMARY, "PUTIN", "Vladimir Vladimirovich", "Latin", ""),
    kind=MatchKind.EXACT,
    level=Level.ALERT,
    score=0.97,
    evidence=(Evidence("full-name", 1.0, 0.9, "named in full"),),
)

NETWORK = NetworkMention(
    network="DPRK–Russia arms trade",
    how="described",
    members=("us-ofac-sdn:44544", "us-ofac-sdn:44579"),
    named=(),
    mention=Mention(Field.TEXT, 0, 21, "Vladimir Putin spoke."),
    signals=("Russia",),
    topics=("arms",),
    evidence=(Evidence("signals", 1.0, 0.5, "words that describe it meet"),),
)


def screening(of: Article | None = None) -> Screening:
    """A screening that found a party and a network."""
    return Screening(of or article(), (MATCH,), (NETWORK,), ("arms",))


def snapshot(digest: str, name: str = "us-ofac-sdn") -> Snapshot:
    """A snapshot of a list with this digest."""
    return Snapshot(
        name, "ofac-csv", digest, NOW, date(2026, 2, 27), "https://lists.example/sdn", 12, 3, 5, 1, ("odd",)
    )
