"""Details of a party: what tells it from a namesake, each fact once."""

from datetime import date

import pytest

from watchlist.model import Alias, AliasKind, BirthDate, Identifier, Listing, Party, PartyType
from watchlist.report.details import party_details


def party(kind: PartyType = PartyType.PERSON, **facts: object) -> Party:
    """A party on one list."""
    listing = Listing(
        "un:1",
        "un",
        "1",
        kind,
        (Alias("X", AliasKind.PRIMARY),),
        **facts,  # type: ignore[arg-type]
    )
    return Party("un:1", kind, "X", (listing,))


def years(first: int, last: int, *, circa: bool = False) -> BirthDate:
    """Whole years."""
    return BirthDate(date(first, 1, 1), date(last, 12, 31), circa)


def test_details_tell_whether_it_is_him() -> None:
    """Born, nationality, roles and identifiers, in that order."""
    facts = party(
        births=(BirthDate(date(1952, 10, 7), date(1952, 10, 7)),),
        birth_places=("Leningrad",),
        countries=("RU",),
        roles=("President of the Russian Federation",),
        identifiers=(Identifier("Passport", "12E5", "RU"),),
    )
    assert party_details(facts) == (
        "born 1952-10-07 in Leningrad; nationality RU; President of the Russian Federation; Passport 12E5 (RU)"
    )


@pytest.mark.parametrize(
    ("birth", "words"),
    [
        (BirthDate(date(1960, 1, 1), date(1960, 12, 31)), "born 1960"),
        (BirthDate(date(1960, 1, 1), date(1960, 12, 31), circa=True), "born circa 1960"),
        (BirthDate(date(1960, 1, 1), date(1962, 12, 31)), "born 1960 to 1962"),
        (BirthDate(date(1960, 5, 1), date(1960, 5, 31)), "born 1960-05-01 to 1960-05-31"),
    ],
)
def test_births_are_as_exact_as_the_list(birth: BirthDate, words: str) -> None:
    """A year is not a day, and an estimate says so."""
    assert party_details(party(births=(birth,))) == words


def test_missing_facts_are_left_out() -> None:
    """Nothing known is nothing said."""
    assert party_details(party()) == ""


@pytest.mark.parametrize(
    ("births", "words"),
    [
        ((years(1977, 1978), years(1977, 1977, circa=True), years(1977, 1977), years(1978, 1978)), "born 1977 to 1978"),
        ((years(1952, 1952), BirthDate(date(1952, 10, 7), date(1952, 10, 7))), "born 1952-10-07"),
        ((years(1960, 1960, circa=True), years(1960, 1960)), "born 1960"),
        ((years(1960, 1961), years(1961, 1962)), "born 1960 to 1961 or 1961 to 1962"),
    ],
)
def test_a_birth_date_within_another_is_said_once(births: tuple[BirthDate, ...], words: str) -> None:
    """A day stands for its year, a span for the years in it, whichever list comes first; what differs stays."""
    assert party_details(party(births=births)) == words
    turned = party_details(party(births=births[::-1]))
    assert sorted(turned.removeprefix("born ").split(" or ")) == words.removeprefix("born ").split(" or ")


def test_what_several_lists_say_is_said_once() -> None:
    """Case, apostrophes, a label in the number and a country behind it make no second fact."""
    facts = party(
        birth_places=("Kopys, BELARUS", "Kopys, Belarus"),
        roles=("Na'ib Amir", "Na’ib Amir"),
        identifiers=(
            Identifier("passport", "D1903", "SY"),
            Identifier("Passport", "D1903"),
            Identifier("Business registration number", "Business Registration Number 14850239 (Estonia)"),
            Identifier("Business Registration Number", "14850239", "Estonia"),
            Identifier("Passport", "Passports 7"),
        ),
    )
    assert party_details(facts) == (
        "born in Kopys, BELARUS; Na'ib Amir; passport D1903 (SY); Business registration number 14850239 (Estonia); "
        "Passport Passports 7"
    )


def test_an_organisation_with_nothing_but_a_country() -> None:
    """The type makes a bare country readable; with neither there is nothing to say."""
    assert party_details(party(PartyType.ORGANIZATION, countries=("IR",))) == "organization, country IR"
    assert party_details(party(PartyType.ORGANIZATION)) == ""
    assert party_details(party(PartyType.VESSEL, countries=("RU",), identifiers=(Identifier("IMO", "9161003"),))) == (
        "flag RU; IMO 9161003"
    )
