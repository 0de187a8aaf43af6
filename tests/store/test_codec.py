"""Values survive the state exactly."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.model import (
    Alias,
    AliasKind,
    Article,
    Designation,
    Evidence,
    Fault,
    Field,
    Level,
    Match,
    MatchKind,
    Mention,
    NetworkMention,
)
from watchlist.store import codec

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.text(st.characters())
MENTIONS = st.builds(Mention, st.sampled_from(Field), st.integers(0, 10**6), st.integers(0, 10**6), TEXTS)
EVIDENCE = st.lists(st.builds(Evidence, TEXTS, NUMBERS, NUMBERS, TEXTS), max_size=4).map(tuple)
NAMES = st.lists(TEXTS, max_size=4).map(tuple)
MATCHES = st.builds(
    Match,
    MENTIONS,
    TEXTS,
    NAMES,
    st.builds(Alias, TEXTS, st.sampled_from(AliasKind), TEXTS, TEXTS, TEXTS, TEXTS),
    st.sampled_from(MatchKind),
    st.sampled_from(Level),
    NUMBERS,
    EVIDENCE,
)
DESIGNATIONS = st.builds(Designation, MENTIONS, MENTIONS, TEXTS, EVIDENCE)
NETWORKS = st.builds(NetworkMention, TEXTS, TEXTS, NAMES, NAMES, MENTIONS, NAMES, NAMES, EVIDENCE, NAMES)


@given(MATCHES)
def test_matches_round_trip(match: Match) -> None:
    """Every character and every bit of a score comes back."""
    assert codec.read_match(codec.dump_match(match)) == match


@given(NETWORKS)
def test_network_mentions_round_trip(mention: NetworkMention) -> None:
    """Network mentions come back equal."""
    assert codec.read_network(codec.dump_network(mention)) == mention


@given(DESIGNATIONS)
def test_designations_round_trip(designation: Designation) -> None:
    """Designations come back equal."""
    assert codec.read_designation(codec.dump_designation(designation)) == designation


@given(
    st.builds(
        Article, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, st.none() | st.datetimes(timezones=st.just(UTC)), TEXTS, TEXTS
    )
)
def test_articles_round_trip(article: Article) -> None:
    """Articles come back equal, whatever their characters."""
    content = codec.article_content(article)
    assert codec.read_article(article.source, article.id, article.digest, content) == article


@given(st.lists(st.builds(Fault, TEXTS, TEXTS, TEXTS)).map(tuple))
def test_faults_round_trip(faults: tuple[Fault, ...]) -> None:
    """Faults come back equal."""
    assert codec.read_faults(codec.dump_faults(faults)) == faults


@given(st.datetimes(timezones=st.timezones()), st.datetimes(timezones=st.timezones()))
def test_order_of_text_is_order_of_time(one: datetime, other: datetime) -> None:
    """Instants compare as text as they compare as instants."""
    try:
        texts = codec.instant(one), codec.instant(other)
    except OverflowError:
        return
    assert (texts[0] < texts[1]) == (one.astimezone(UTC) < other.astimezone(UTC))


def test_an_instant_needs_a_timezone() -> None:
    """Naive time is a bug, not a guess."""
    with pytest.raises(ValueError, match="timezone"):
        codec.instant(datetime(2026, 1, 1))  # noqa: DTZ001
