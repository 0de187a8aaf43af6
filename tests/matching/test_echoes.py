"""A list that passes on another's entries adds names and facts, and no weight."""

from dataclasses import replace

from watchlist.matching import Index, Screener
from watchlist.model import Alias, AliasKind, Article, CrossReference, Level, Listing, Match, Party, PartyType

ORIGINAL = Listing(
    "us-ofac-sdn:1",
    "us-ofac-sdn",
    "1",
    PartyType.ORGANIZATION,
    (Alias("Quarvenex Trading House", AliasKind.PRIMARY), Alias("QUARVENEX", AliasKind.WEAK)),
)
ECHO = Listing(
    "us-csl:1",
    "us-csl",
    "1",
    PartyType.ORGANIZATION,
    (
        Alias("QUARVENEX TRADING HOUSE", AliasKind.PRIMARY),
        Alias("QUARVENEX", AliasKind.STRONG),
        Alias("VELTRAMOR ENGINES", AliasKind.STRONG),
    ),
    countries=("RU",),
    references=(CrossReference("ofac", "1"),),
)


def screened(text: str, *listings: Listing) -> tuple[Match, ...]:
    """What a text says of one party of these listings."""
    party = Party(listings[0].id, listings[0].type, listings[0].name, listings)
    return Screener(Index.build([party])).screen(Article("a", "s", "", text, language="en"))


def test_a_weak_name_stays_weak_when_an_echo_does_not_say_so() -> None:
    """The same words on an independent list would be a strong name; on an echo they are what they were."""
    text = "On Monday Quarvenex was seen in town."
    alone = [match.level for match in screened(text, ORIGINAL)]
    assert [match.level for match in screened(text, ORIGINAL, ECHO)] == alone
    independent = replace(ECHO, id="ca-sema:1", list_name="ca-sema", references=())
    assert Level.ALERT not in alone
    assert [match.level for match in screened(text, ORIGINAL, independent)] != alone


def test_names_that_only_the_echo_has_are_found() -> None:
    """A newer edition may have them first."""
    [match] = screened("The company Veltramor Engines left.", ORIGINAL, ECHO)
    assert match.alias.text == "VELTRAMOR ENGINES"


def test_an_echo_by_itself_is_a_list() -> None:
    """Who loads nothing but the Screening List is screened against it."""
    assert screened("The company Veltramor Engines left.", ECHO)
