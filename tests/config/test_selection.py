"""Watchlists choose parties, and the level from which they are told."""

from watchlist.config.schema import Exclude, Include, Threshold, Watchlist
from watchlist.config.selection import select, selects
from watchlist.model import (
    Alias,
    AliasKind,
    Field,
    Level,
    Listing,
    Match,
    MatchKind,
    Mention,
    Party,
    PartyType,
)


def listing(id_: str, *programmes: str, countries: tuple[str, ...] = ()) -> Listing:
    """A listing by its id, codes and countries."""
    name = Alias("Example", AliasKind.PRIMARY)
    list_name, reference = id_.split(":")
    return Listing(id_, list_name, reference, PartyType.PERSON, (name,), programmes, countries)


def party(*listings: Listing) -> Party:
    """The party behind some listings."""
    return Party(listings[0].id, PartyType.PERSON, "Example", listings)


def match(id_: str, score: float, level: Level) -> Match:
    """A match of a party with a score and a level."""
    alias = Alias("Example", AliasKind.PRIMARY)
    return Match(Mention(Field.TEXT, 0, 7, "Example"), id_, (), alias, MatchKind.EXACT, level, score, ())


RUSSIAN = party(listing("us:1", "RUSSIA-EO14024", "SDNTK"), listing("eu:1", "UKR", countries=("RU",)))
KOREAN = party(listing("us:2", "DPRK4"))
DRUGS = party(listing("us:3", "SDNTK", countries=("MX",)))
OWN = party(listing("mine:wagner"))


def chosen(include: Include | None, exclude: Exclude | None = None) -> list[str]:
    """Ids of those that a watchlist selects."""
    watchlist = Watchlist(name="mine", include=include, exclude=exclude or Exclude())
    return [each.id for each in (RUSSIAN, KOREAN, DRUGS, OWN) if selects(watchlist, each)]


def test_without_watchlists_everything() -> None:
    """Who writes no watchlist is told about every party, and the report names none."""
    assert dict(select([RUSSIAN, KOREAN], ()).watchlists) == {"us:1": (), "us:2": ()}


def test_regimes_span_lists_and_programmes_add() -> None:
    """One regime takes the codes of all lists; programmes stand beside it."""
    assert chosen(Include(regimes=("russia",))) == ["us:1", "mine:wagner"]
    assert chosen(Include(regimes=("russia",), programmes=("dprk*",))) == ["us:1", "us:2", "mine:wagner"]


def test_keys_narrow_and_missing_countries_are_neutral() -> None:
    """A stated other country drops a party, an unstated one does not."""
    assert chosen(Include(countries=("RU",))) == ["us:1", "us:2", "mine:wagner"]
    assert chosen(Include(countries=("RU",), lists=("eu",))) == ["us:1", "mine:wagner"]
    assert chosen(Include(types=(PartyType.VESSEL,))) == ["mine:wagner"]


def test_excluded_codes_do_not_count() -> None:
    """A listing that has another code stays; a party can be excluded by any of its listings."""
    assert chosen(Include(), Exclude(programmes=("SDNTK",))) == ["us:1", "us:2", "mine:wagner"]
    assert chosen(Include(), Exclude(parties=("eu:1",))) == ["us:2", "us:3", "mine:wagner"]


def test_only_own_parties_without_include() -> None:
    """A watchlist that gives only its own parties takes nothing of the lists."""
    assert chosen(None) == ["mine:wagner"]


def test_the_watchlist_that_wants_it_first_decides() -> None:
    """Thresholds of several watchlists: the lowest tells; below review nothing is told; review is never raised."""
    strict = Watchlist(name="strict", include=Include(), threshold=Threshold(alert=0.95, review=0.9))
    keen = Watchlist(name="keen", include=Include(regimes=("russia",)), threshold=Threshold(alert=0.7, review=0.5))
    selection = select([RUSSIAN, KOREAN], (strict, keen))
    assert selection.watchlists["us:1"] == ("strict", "keen")
    assert selection.lowest == Threshold(alert=0.7, review=0.5)
    assert selection.level(match("us:1", 0.75, Level.ALERT)) == match("us:1", 0.75, Level.ALERT)
    assert selection.level(match("us:2", 0.92, Level.ALERT)) == match("us:2", 0.92, Level.REVIEW)
    assert selection.level(match("us:2", 0.75, Level.ALERT)) is None
    assert selection.level(match("us:1", 0.99, Level.REVIEW)) == match("us:1", 0.99, Level.REVIEW)
