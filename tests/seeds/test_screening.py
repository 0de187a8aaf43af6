"""The whole way of an article, offline: what seeds/expected.yaml demands is found, what it forbids is not."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import pytest

from tests.seeds.samples import CONFIG, OFFLINE, Expected, expected, parsed, spans
from watchlist.config import load
from watchlist.jobs.watch import Lists, Watch, build
from watchlist.model import Field, Level, Match, Screening

each_entry = pytest.mark.parametrize("one", expected(), ids=lambda one: one.name)


@cache
def watch() -> Watch:
    """The offline configuration over the sample lists."""
    listings = tuple(listing for name in OFFLINE for listing in parsed(name).listings)
    return build(Lists((), listings, ()), load(CONFIG / "offline.yaml"), date(2026, 11, 20))


@cache
def screened(name: str) -> Screening:
    """The screening of one article."""
    return watch().screen(next(one.article for one in expected() if one.name == name))


def at(matches: tuple[Match, ...], part: Field, start: int, end: int) -> list[Match]:
    """The matches whose mention overlaps a span."""
    return [
        each for each in matches if each.mention.field is part and each.mention.start < end and start < each.mention.end
    ]


def forbidden(one: Expected, surfaces: tuple[str, ...]) -> list[Match]:
    """The matches that overlap one of these surfaces, in title or text."""
    return [
        match
        for part in Field
        for surface in surfaces
        for start, end in spans(one.article.of(part), surface)
        for match in at(screened(one.name).matches, part, start, end)
    ]


def listings_of(match: Match) -> set[str]:
    """Every listing that a match may stand for."""
    return {listing for party in (match.party, *match.also) for listing in watch().parties[party].listing_ids}


def wanted() -> list[Any]:
    """Every name that must be found, each with its article."""
    return [
        pytest.param(one, must, id=f"{one.name}-{must['surface']}")
        for one in expected()
        for must in one.entry.get("must", ())
    ]


@pytest.mark.parametrize(("one", "must"), wanted())
def test_what_must_be_found_is_found(one: Expected, must: Mapping[str, Any]) -> None:
    """Each name, at its level, as a mention of the right party."""
    part, level = Field(must.get("field", "text")), Level(must.get("level", "alert"))
    found = [match for span in one.places(must) for match in at(screened(one.name).matches, part, *span)]
    fitting = [match for match in found if match.level is level and listings_of(match) & set(must["listings"])]
    assert fitting, [(match.mention.surface, match.party, match.level) for match in found]


@each_entry
def test_what_must_not_be_found_is_not(one: Expected) -> None:
    """Namesakes, rivers, countries, everyday words."""
    wrong = forbidden(one, tuple(one.entry.get("must_not", ())))
    if one.entry.get("nothing"):
        wrong += screened(one.name).matches
    assert not wrong, [(match.mention.surface, match.party, match.level) for match in wrong]


@each_entry
def test_what_lacks_support_is_no_alert(one: Expected) -> None:
    """Common names and weak aliases go to review at most."""
    found = forbidden(one, tuple(one.entry.get("at_most_review", ())))
    assert {match.level for match in found} <= {Level.REVIEW}


@each_entry
def test_offsets_are_those_of_the_surface(one: Expected) -> None:
    """The first contract of all."""
    for match in screened(one.name).matches:
        mention = match.mention
        assert one.article.of(mention.field)[mention.start : mention.end] == mention.surface


@each_entry
def test_networks_are_told_as_expected(one: Expected) -> None:
    """Named, described, or not at all; networks of the lists themselves may be named beside."""
    configured = {network.name for network in watch().networks if network.configured}
    found = [(each.network, each.how) for each in screened(one.name).networks if each.network in configured]
    assert found == [(each["name"], each["how"]) for each in one.entry.get("networks", ())]


@each_entry
def test_topics_are_told_as_expected(one: Expected) -> None:
    """What the article is about, beside whom it names."""
    if "topics" in one.entry:
        assert sorted(screened(one.name).topics) == sorted(one.entry["topics"])


def test_the_seed_article_describes_its_network_without_naming_a_member() -> None:
    """The first thing that must work: four members, none named, the sentence, both topics."""
    (found,) = screened("000_eeefa1e2a74c8fe2.txt").networks
    assert (found.how, found.named) == ("described", ())
    assert "ya sancionó una red involucrada en eludir sanciones" in found.mention.surface
    assert set(found.topics) >= {"arms", "sanctions-evasion"}
    members = {listing for party in found.members for listing in watch().parties[party].listing_ids}
    assert members >= {"us-ofac-sdn:44544", "us-ofac-sdn:44578", "us-ofac-sdn:44579", "us-ofac-sdn:41736"}
