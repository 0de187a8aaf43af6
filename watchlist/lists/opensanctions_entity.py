"""One party of OpenSanctions, a FollowTheMoney entity, to a listing: names by rank, facts, its numbers elsewhere.

Property names are those of https://followthemoney.tech/explorer/. Countries are lower-case codes, among them those of
parts of countries ("ua-cri") and of countries that are no more ("suhh").
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from watchlist.lists.audit import Audit
from watchlist.lists.countries import country_code
from watchlist.lists.dates import birth, partial
from watchlist.lists.strict_json import Part
from watchlist.model import Alias, AliasKind, BirthDate, CrossReference, Identifier, Listing, PartyType

TYPES = {
    "Person": PartyType.PERSON,
    "Organization": PartyType.ORGANIZATION,
    "Company": PartyType.ORGANIZATION,
    "LegalEntity": PartyType.ORGANIZATION,
    "PublicBody": PartyType.ORGANIZATION,
    "Vessel": PartyType.VESSEL,
    "Airplane": PartyType.AIRCRAFT,
}
NAMES = (
    ("name", AliasKind.STRONG),
    ("alias", AliasKind.STRONG),
    ("previousName", AliasKind.FORMER),
    ("abbreviation", AliasKind.ABBREVIATION),
    ("weakAlias", AliasKind.WEAK),
)
"""From the strongest to the weakest: a name that stands under two of them keeps the first."""
NUMBERS = {
    "innCode": ("INN", "RU"),
    "ogrnCode": ("OGRN", "RU"),
    "kppCode": ("KPP", "RU"),
    "okpoCode": ("OKPO", "RU"),
    "leiCode": ("LEI", ""),
    "imoNumber": ("IMO", ""),
    "mmsi": ("MMSI", ""),
    "callSign": ("Vessel Call Sign", ""),
    "passportNumber": ("Passport", ""),
    "registrationNumber": ("Registration number", ""),
    "idNumber": ("Identification number", ""),
    "taxNumber": ("Tax number", ""),
    "vatCode": ("V.A.T. number", ""),
    "uscCode": ("Unified Social Credit Code", "CN"),
    "socialSecurityNumber": ("Social security number", "US"),
    "dunsCode": ("D-U-N-S Number", ""),
    "swiftBic": ("SWIFT/BIC", ""),
    "bikCode": ("BIK", "RU"),
    "licenseNumber": ("License", ""),
    "serialNumber": ("Aircraft Serial Identification", ""),
    "icaoCode": ("Aircraft Mode S Transponder Code", ""),
}
"""Property, the kind of identifier, and the country that issues it where that is certain."""
HOMES = {
    PartyType.PERSON: ("nationality", "citizenship"),
    PartyType.ORGANIZATION: ("jurisdiction", "mainCountry"),
    PartyType.VESSEL: ("flag",),
    PartyType.AIRCRAFT: ("flag",),
}
"""Where the country is that an authority states; ``country``, any tie to one, only stands in for it."""
REMARKS = ("notes", "summary", "description")
UNUSED = """
    firstName secondName middleName fatherName motherName lastName nameSuffix deathDate birthCountry ethnicity height
    weight eyeColor hairColor appearance religion political profession education spokenLanguage email phone website
    legalForm incorporationDate dissolutionDate taxStatus status sector classification opencorporatesUrl bvdId icijId
    uniqueEntityId npiCode parent publisher publisherUrl alephUrl wikipediaUrl wikidataId keywords address addressEntity
    program proof indexText createdAt modifiedAt retrievedAt type buildDate registrationDate tonnage
    grossRegisteredTonnage deadweightTonnage pastFlags pastTypes registrationPort navigationArea nameChangeDate
    crsNumber owner operator model manufacturer amount amountUsd amountEur currency balance capital ticker ricCode
    voenCode coatoCode irsCode ipoCode cikCode jibCode mbsCode caemCode okvedCode fnsCode okopfCode fssCode pfrNumber
    oksmCode isinCode permId giiNumber
"""
IGNORED = frozenset(UNUSED.split())
"""Known properties that are not used: parts of names, addresses, and what does not say who the party is."""
REFERENTS = (
    (re.compile(r"ofac-(\d+)"), "ofac", "{}"),
    (re.compile(r"eu-fsf-eu-(\d+)-(\d+)"), "eu", "EU.{}.{}"),
    (re.compile(r"gb-hmt-(\d+)"), "ofsi", "{}"),
)
"""Ids that the sources of OpenSanctions made of official numbers; NK-… and Q… are its own and nobody else's."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One line of the file; ``referents`` are the ids that the sources of OpenSanctions have for it."""

    id: str
    schema: str
    caption: str
    referents: tuple[str, ...]
    properties: Part


def listing(entity: Entity, audit: Audit) -> Listing:
    """The listing of a party, without what other entities say of it."""
    properties = entity.properties
    kind = party_type(entity.schema, audit)
    roles = (*properties.texts("position"), *properties.texts("title"))
    urls = properties.texts("sourceUrl")
    return Listing(
        id=f"{audit.list_name}:{entity.id}",
        list_name=audit.list_name,
        reference=entity.id,
        type=kind,
        aliases=tuple(_aliases(properties, entity.caption)),
        programmes=properties.texts("programId"),
        countries=_countries(properties, kind, audit),
        births=tuple(births(properties.texts("birthDate"))),
        birth_places=properties.texts("birthPlace"),
        gender=next(iter(properties.texts("gender")), ""),
        roles=tuple(dict.fromkeys(roles)) if kind is PartyType.PERSON else (),
        identifiers=tuple(_identifiers(properties)),
        references=tuple(_references(entity.referents)),
        url=next(iter(urls), ""),
        remarks="\n".join(text for key in REMARKS for text in properties.texts(key)),
    )


def party_type(schema: str, audit: Audit) -> PartyType:
    """The type of a schema; an unknown one is reported and screened as an organisation."""
    if schema not in TYPES:
        audit.unknown([(f"schema {schema!r}", 1)])
    return TYPES.get(schema, PartyType.ORGANIZATION)


def births(printed: Iterable[str]) -> Iterator[BirthDate]:
    """Whole and partial ISO dates ("1952-10-07", "1952-10", "1952")."""
    for text in printed:
        found = birth(partial(*text[:10].split("-")[:3]))
        if found is not None:
            yield found


def code(printed: str, audit: Audit) -> str:
    """The ISO code of a country or a part of one; empty for what is no country of today."""
    whole = printed.partition("-")[0].upper()
    return "" if len(whole) > 2 and country_code(whole) is None else audit.country(whole)


def imo(value: str) -> str:
    """The seven digits of "IMO9161003"."""
    return value.upper().removeprefix("IMO").strip()


def _aliases(properties: Part, caption: str) -> Iterator[Alias]:
    """Each name once; the one that OpenSanctions shows is the primary one."""
    kinds: dict[str, AliasKind] = {}
    for key, kind in NAMES:
        for text in properties.texts(key):
            kinds.setdefault(text, kind)
    if not kinds and caption:
        kinds[caption] = AliasKind.STRONG
    primary = caption if kinds.get(caption) is AliasKind.STRONG else next(iter(kinds), "")
    for text, kind in sorted(kinds.items(), key=lambda item: item[0] != primary):
        yield Alias(text, AliasKind.PRIMARY if text == primary else kind)


def _countries(properties: Part, kind: PartyType, audit: Audit) -> tuple[str, ...]:
    every = {key: properties.texts(key) for key in dict.fromkeys(key for keys in HOMES.values() for key in keys)}
    ties = properties.texts("country")
    stated = tuple(text for key in HOMES[kind] for text in every[key]) or ties
    return tuple(dict.fromkeys(found for text in stated if (found := code(text, audit))))


def _identifiers(properties: Part) -> Iterator[Identifier]:
    for key, (kind, country) in NUMBERS.items():
        for value in properties.texts(key):
            yield Identifier(kind, imo(value) if kind == "IMO" else value, country)


def _references(referents: Iterable[str]) -> Iterator[CrossReference]:
    for referent in referents:
        for pattern, scheme, form in REFERENTS:
            if found := pattern.fullmatch(referent):
                yield CrossReference(scheme, form.format(*found.groups()))
