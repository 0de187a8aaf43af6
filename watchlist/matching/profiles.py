"""What the lists say about a party that an article can confirm: countries, roles, numbers, fame."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from watchlist.model import Alias, AliasKind, BirthDate, Identifier, Party, PartyType
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.tokens import tokenize

_WALLET = re.compile(r"[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[0-9a-z]{20,80}|0x[0-9a-fA-F]{40}|T[1-9A-HJ-NP-Za-km-z]{33}")
# OFAC's programme on Ukraine and the EU's "UKR" list Russian parties; DPRK and PRK are the codes for North Korea.
_PROGRAMME_COUNTRIES = {
    "ukraine": ("UA", "RU"),
    "ukr": ("UA", "RU"),
    "rus": ("RU",),
    "dprk": ("KP",),
    "prk": ("KP",),
    "blr": ("BY",),
    "syr": ("SY",),
    "irn": ("IR",),
    "irgc": ("IR",),
    "burma": ("MM",),
    "mmr": ("MM",),
    "ven": ("VE",),
    "lby": ("LY",),
    "irq": ("IQ",),
}


CIRCA = 3
# Programmes against terrorism and armed groups, in the words and codes of OFAC, UN, EU and UK.
_TERROR = ("sdgt", "fto", "terror", "taliban", "qaida", "isil", "da'esh", "taqa", "tali")


@dataclass(frozen=True, slots=True)
class Profile:
    """Facts of all listings of one party; ``roles`` are concepts of the lexicon ("role:president"), ``identifiers``
    normalised values.

    ``fame`` counts names: the more spellings lists print of a party, the likelier news means it; ``armed`` says that it
    is listed for terror, ``kinds`` are what its names say it is ("org:bank").
    ``births`` are the years between which lists say a person was born, ``sex`` is "male", "female" or empty.
    """

    countries: frozenset[str]
    roles: frozenset[str]
    identifiers: frozenset[str]
    lists: int
    fame: int
    armed: bool
    kinds: frozenset[str]
    births: tuple[tuple[int, int], ...]
    sex: str
    programmes: frozenset[str]
    strong_names: frozenset[str]


def profile_of(party: Party) -> Profile:
    """The profile of a party."""
    words = lexicon()
    roles = {
        label
        for listing in party.listings
        for text in listing.roles
        for token in tokenize(text)
        for label in words.concepts.labels(fold(token.surface))
        if label.startswith("role:")
    }
    programmes = frozenset(programme for listing in party.listings for programme in listing.programmes)
    countries = {code for listing in party.listings for code in listing.countries}
    countries.update(code for programme in programmes for code in _programme_countries(programme))
    aliases = [alias for listing in party.listings for alias in listing.aliases]
    return Profile(
        countries=frozenset(countries),
        roles=frozenset(roles),
        identifiers=frozenset(
            filter(None, (normal_identifier(one) for listing in party.listings for one in listing.identifiers))
        ),
        lists=len({listing.list_name for listing in party.listings}),
        armed=any(map(_is_of_terror, programmes)),
        kinds=frozenset(_kinds(aliases)) if party.type is PartyType.ORGANIZATION else frozenset(),
        programmes=programmes,
        births=tuple(sorted({_years(birth) for listing in party.listings for birth in listing.births})),
        sex=_sex({listing.gender.casefold()[:1] for listing in party.listings if listing.gender}),
        fame=len(set(map(fold, {alias.text for alias in aliases}))),
        strong_names=frozenset(map(fold, {alias.text for alias in aliases if alias.kind is not AliasKind.WEAK})),
    )


def _years(birth: BirthDate) -> tuple[int, int]:
    """Years between which somebody was born; an estimate may be three years off."""
    off = CIRCA if birth.circa else 0
    return birth.earliest.year - off, birth.latest.year + off


def _sex(letters: set[str]) -> str:
    """What the lists that state it agree on."""
    return {"m": "male", "f": "female"}.get(letters.pop(), "") if len(letters) == 1 else ""


_ANY = frozenset({"org:company", "org:group", "org:organization"})


def _kinds(aliases: Iterable[Alias]) -> Iterator[str]:
    """Kinds of organisation in names; any company calls itself a company or a group, so these say nothing."""
    words = {fold(token.surface) for text in {alias.text for alias in aliases} for token in tokenize(text)}
    for word in sorted(words):
        yield from (
            label for label in lexicon().concepts.labels(word) if label.startswith("org:") and label not in _ANY
        )


def normal_identifier(identifier: Identifier) -> str:
    """A value as it can be found in text: an IMO number, a wallet address, a long document number; empty when too weak.

    Short or purely local numbers say nothing by themselves; seven digits are an IMO number only when the list calls
    them so.
    """
    kind = identifier.kind.casefold()
    value = identifier.value.strip()
    if "imo" in kind or "vessel registration" in kind or value.casefold().startswith("imo"):
        digits = re.sub(r"\D", "", value)
        return f"IMO{digits}" if len(digits) == 7 else ""
    if (wallet := _WALLET.search(value)) is not None:
        return folded_address(wallet.group())
    plain = re.sub(r"[\s./-]", "", value).upper()
    is_long = plain.isalnum() and len(plain) >= 9 and sum(letter.isdigit() for letter in plain) >= 6
    return plain if is_long else ""


def folded_address(address: str) -> str:
    """An Ethereum address without the capitals that only carry its checksum (ERC-55); other addresses mean their
    case.
    """
    return address.lower() if address.startswith("0x") else address


@lru_cache(maxsize=4096)
def _is_of_terror(programme: str) -> bool:
    folded = fold(programme)
    return any(mark in folded for mark in _TERROR)


@lru_cache(maxsize=4096)
def _programme_countries(programme: str) -> tuple[str, ...]:
    found: list[str] = []
    for token in tokenize(programme):
        code = fold(token.surface).rstrip("0123456789")
        found += _PROGRAMME_COUNTRIES.get(code, ())
        found += sorted(lexicon().nationalities.labels(code)) if len(code) > 3 else []
    return tuple(found)
