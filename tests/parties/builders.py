"""Listings as the lists print them, with only what a test is about."""

from datetime import date

from watchlist.model import Alias, AliasKind, BirthDate, CrossReference, Identifier, Listing, PartyType

ORDER = ("us-ofac-sdn", "us-ofac-cons", "un-sc", "eu-fsf", "uk-sanctions", "ca-sema")


def listing(
    id_: str,
    *names: str,
    type_: PartyType = PartyType.PERSON,
    born: str = "",
    gender: str = "",
    programme: str = "",
    country: str = "",
    references: tuple[tuple[str, str], ...] = (),
    identifiers: tuple[tuple[str, str, str], ...] = (),
) -> Listing:
    """``born`` is a day, a year, or empty; the first name is the primary one."""
    list_name, _, reference = id_.partition(":")
    kinds = (AliasKind.PRIMARY, *(AliasKind.STRONG for _ in names[1:]))
    return Listing(
        id=id_,
        list_name=list_name,
        reference=reference,
        type=type_,
        aliases=tuple(Alias(name, kind) for name, kind in zip(names, kinds, strict=True)),
        programmes=(programme,) if programme else (),
        countries=(country,) if country else (),
        births=(birth(born),) if born else (),
        gender=gender,
        references=tuple(CrossReference(scheme, value) for scheme, value in references),
        identifiers=tuple(Identifier(*each) for each in identifiers),
    )


def birth(text: str) -> BirthDate:
    """A day "1952-10-07" or a whole year "1952"."""
    if len(text) == 4:
        return BirthDate(date(int(text), 1, 1), date(int(text), 12, 31))
    return BirthDate(date.fromisoformat(text), date.fromisoformat(text))
