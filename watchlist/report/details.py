"""What tells a party from a namesake, said once however many lists say it: birth, nationality, roles, numbers."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from watchlist.model import BirthDate, Identifier, Party, PartyType
from watchlist.text.normalize import fold

_ROLES, _PLACES, _IDENTIFIERS = 3, 2, 5
_COUNTRY_WORDS = {PartyType.PERSON: "nationality", PartyType.VESSEL: "flag", PartyType.AIRCRAFT: "registration"}
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")


def party_details(party: Party) -> str:
    """Birth, nationality, roles, identifiers; a party that is no person and has only countries says its type, too."""
    listings = party.listings
    births = _births(list(dict.fromkeys(birth for listing in listings for birth in listing.births)))
    places = _once(place for listing in listings for place in listing.birth_places)[:_PLACES]
    born = " or ".join(births) + (" in " + " or ".join(places) if places else "")
    facts = [
        *_once(role for listing in listings for role in listing.roles)[:_ROLES],
        *_identifiers(one for listing in listings for one in listing.identifiers)[:_IDENTIFIERS],
    ]
    country = f"{_COUNTRY_WORDS.get(party.type, 'country')} {', '.join(party.countries)}" if party.countries else ""
    if country and not facts and party.type is not PartyType.PERSON:
        country = f"{party.type}, {country}"
    return "; ".join(filter(None, (f"born {born.strip()}" if born else "", country, *facts)))


def _once(texts: Iterable[str]) -> list[str]:
    """Each text once, as it was written first, whatever case, accents, apostrophes and blanks."""
    kept: dict[str, str] = {}
    for text in texts:
        kept.setdefault(_letters(text), text)
    return list(kept.values())


def _letters(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())


def _births(births: Sequence[BirthDate]) -> list[str]:
    """The dates in words, without those that another one covers."""
    return list(dict.fromkeys(_birth(one) for one in births if not any(_covered(one, by) for by in births)))


def _covered(one: BirthDate, by: BirthDate) -> bool:
    """Whether ``by`` says all that ``one`` says: a day stands for every span around it, a span for those within it."""
    if (one.earliest, one.latest) == (by.earliest, by.latest):
        return one.circa and not by.circa
    narrow, wide = (by, one) if _is_day(by) else (one, by)
    return not _is_day(one) and wide.earliest <= narrow.earliest and narrow.latest <= wide.latest


def _is_day(birth: BirthDate) -> bool:
    return birth.earliest == birth.latest


def _birth(birth: BirthDate) -> str:
    circa = "circa " if birth.circa else ""
    earliest, latest = birth.earliest, birth.latest
    if earliest == latest:
        return circa + earliest.isoformat()
    if (earliest, latest) == (date(earliest.year, 1, 1), date(earliest.year, 12, 31)):
        return f"{circa}{earliest.year}"
    whole_years = (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31)
    span = (earliest.year, latest.year) if whole_years else (earliest.isoformat(), latest.isoformat())
    return f"{circa}{span[0]} to {span[1]}"


def _identifiers(identifiers: Iterable[Identifier]) -> list[str]:
    """Each number once, as the first list gives it."""
    kept: dict[str, str] = {}
    for one in identifiers:
        number = _without_label(one)
        country = f" ({one.country})" if one.country else ""
        kept.setdefault(_letters(_REMARK.sub("", number)), f"{one.kind} {number}{country}")
    return list(kept.values())


def _without_label(identifier: Identifier) -> str:
    """The value, which some lists begin with the kind once more."""
    kind, value = identifier.kind, identifier.value
    repeated = fold(value[: len(kind)]) == fold(kind) and not value[len(kind) : len(kind) + 1].isalnum()
    return (value[len(kind) :].lstrip(" .:") or value) if repeated else value
