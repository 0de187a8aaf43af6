"""Age, year of birth and sex beside a name, in the words of several languages."""

from datetime import UTC, date, datetime

import pytest

from watchlist.matching import Index, Screener
from watchlist.model import Alias, AliasKind, Article, BirthDate, Listing, Party, PartyType

NOVEMBER = datetime(2026, 11, 20, tzinfo=UTC)


def features(text: str, published: datetime | None = NOVEMBER) -> dict[str, float]:
    """Evidence of the one match in a text about Oleg Vladimirovich Deripaska, born 2 January 1968, male."""
    alias = Alias("Deripaska, Oleg Vladimirovich", AliasKind.PRIMARY, "Deripaska", "Oleg Vladimirovich")
    births = (BirthDate(date(1968, 1, 2), date(1968, 1, 2)),)
    listing = Listing("own:1", "own", "1", PartyType.PERSON, (alias,), births=births, gender="Male")
    party = Party(listing.id, listing.type, alias.text, (listing,))
    (match,) = Screener(Index.build([party])).screen(Article("a", "s", "", text, published=published))
    return {one.feature: one.weight for one in match.evidence}


@pytest.mark.parametrize(
    "text",
    [
        "Oleg Deripaska, 58, flew home.",
        "Oleg Deripaska (58) flog nach Hause.",
        "The 58-year-old tycoon Oleg Deripaska flew home.",
        "Der 58-jährige Oleg Deripaska flog heim.",
        "58-летний Олег Дерипаска улетел домой.",
        "Oleg Deripaska, de 58 años, volvió a casa.",
        "Oleg Deripaska, 58 ans, est rentré.",
        "Oleg Deripaska (born 1968) flew home.",
        "Oleg Deripaska (born 2 January 1968) flew home.",
        "Oleg Deripaska, geboren 1968, flog heim.",
    ],
)
def test_an_age_that_agrees_supports(text: str) -> None:
    """Age against the birth date of the list, whatever the language writes it like."""
    assert features(text)["age"] > 0


@pytest.mark.parametrize(
    "text", ["Oleg Deripaska, 31, scored twice.", "31-летний Олег Дерипаска забил.", "Oleg Deripaska (born 1995) sang."]
)
def test_another_age_contradicts(text: str) -> None:
    """A man of thirty-one is not the one of fifty-eight."""
    assert features(text)["other-age"] < 0


@pytest.mark.parametrize("text", ["Oleg Deripaska won 31, then 58 seats.", "Oleg Deripaska, 2, 4 and 6 were named."])
def test_other_numbers_are_no_ages(text: str) -> None:
    """Neither support nor contradiction."""
    assert not {"age", "other-age"} & features(text).keys()


def test_without_a_date_an_age_says_nothing() -> None:
    """A year of birth does."""
    assert "age" not in features("Oleg Deripaska, 58, flew home.", None)
    assert "age" in features("Oleg Deripaska (born 1968) flew home.", None)


def test_a_title_of_the_other_sex_contradicts() -> None:
    """Mrs Deripaska is his wife."""
    assert features("They met Mrs Oleg Deripaska.")["other-sex"] < 0
    assert "other-sex" not in features("They met Mr Oleg Deripaska.")


def test_an_age_supports_a_common_name() -> None:
    """Of the many Ali Hassans the one of the listed age is meant."""
    alias = Alias("Hassan, Ali", AliasKind.PRIMARY, "Hassan", "Ali")
    listing = Listing(
        "own:1",
        "own",
        "1",
        PartyType.PERSON,
        (alias,),
        births=(BirthDate(date(1980, 1, 1), date(1980, 12, 31), circa=True),),
    )
    screener = Screener(Index.build([Party(listing.id, listing.type, alias.text, (listing,))]))
    texts = ("Police arrested Ali Hassan, 45, in Beirut.", "Police arrested Ali Hassan in Beirut.")
    levels = [screener.screen(Article("a", "s", "", text, published=NOVEMBER))[0].level.value for text in texts]
    assert levels == ["alert", "review"]
