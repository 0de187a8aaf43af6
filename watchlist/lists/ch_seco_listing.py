"""One target of Switzerland's list: an individual, an entity or an object with its identities, to a listing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from watchlist.lists.audit import Audit
from watchlist.lists.ch_seco_names import read_name, whole_names
from watchlist.lists.dates import birth, partial
from watchlist.lists.elements import Node
from watchlist.lists.names import clean, is_absent, roles
from watchlist.model import Alias, AliasKind, BirthDate, Identifier, Listing, PartyType, Relation

BODIES = {"individual": PartyType.PERSON, "entity": PartyType.ORGANIZATION, "object": PartyType.ORGANIZATION}
OBJECTS = {"vessel": PartyType.VESSEL, "aircraft": PartyType.AIRCRAFT}
SURE = frozenset({"good", ""})
GREGORIAN = frozenset({"gregorian", ""})
NUMBER = r"(?:numbers?|nos?\.?)(?: \([^)]*\))?\s*:?\s*"
NUMBERS = tuple(
    (kind, re.compile(f"{before} ?{NUMBER}(\\S.*)", re.IGNORECASE))
    for kind, before in (
        ("IMO", "IMO(?: ship identification)?"),
        ("Registration number", r"(?:(?:state|business|company|commercial|main|OGRN|ОГРН)[ /]*)*registration"),
        ("Tax identification number", r"tax(?:payer)?(?: identification| registration)?"),
        ("National identification number", r"national (?:identification|identity|ID)"),
        ("Passport", "passport"),
    )
)
"""How "other information" begins that is a number, and its kind."""
CODE = re.compile(r"SWIFT(?:/BIC)?(?: codes?)?\s*:\s*([A-Z0-9]{8}(?:[A-Z0-9]{3})?)\b", re.IGNORECASE)
ROLE = re.compile(r"(?:functions?|positions?|designations?|titles?|ranks?)\s*:\s*(\S.*)", re.IGNORECASE)


def read_body(reference: str, tag: str, body: Node, audit: Audit) -> tuple[Listing, tuple[str, ...]]:
    """The listing, and the ids of the places of birth, which the file explains behind its targets."""
    kind = _type(tag, body, audit)
    person = kind is PartyType.PERSON
    identities = sorted(body.children("identity"), key=lambda one: one.attribute("main") == "false")
    told = body.texts("other-information")
    aliases: list[Alias] = []
    honours: list[str] = []
    for identity in identities:
        named, titled = _names(identity, audit, first=not aliases, person=person)
        aliases += named
        honours += titled
    births = [one for identity in identities for one in _births(identity, audit)]
    nations = [nation for identity in identities for nation in _nations(identity)]
    documents = [document for identity in identities for document in _documents(identity)]
    listing = Listing(
        id=f"{audit.list_name}:{reference}",
        list_name=audit.list_name,
        reference=reference,
        type=kind,
        aliases=tuple(dict.fromkeys(aliases)),
        countries=audit.countries(nations),
        births=tuple(dict.fromkeys(births)) if person else (),
        gender=body.attribute("sex").lower(),
        roles=roles((*honours, *(found[1] for one in told if (found := ROLE.fullmatch(one))))),
        identifiers=tuple(dict.fromkeys((*documents, *(number for one in told for number in _numbers(one))))),
        relations=tuple(_relations(body, audit.list_name)),
        remarks="\n".join((*body.texts("justification"), *told)),
    )
    places = [one.attribute("place-id") for identity in identities for one in identity.children("place-of-birth")]
    return listing, tuple(dict.fromkeys(places))


def _type(tag: str, body: Node, audit: Audit) -> PartyType:
    if tag != "object":
        return BODIES[tag]
    printed = body.attribute("object-type")
    if printed not in OBJECTS:
        audit.unknown([(f"object type {printed!r}", 1)])
    return OBJECTS.get(printed, BODIES[tag])


def _names(identity: Node, audit: Audit, *, first: bool, person: bool) -> tuple[Sequence[Alias], Sequence[str]]:
    """The names of an identity, and the titles in them; the primary name of the first identity is the primary one."""
    aliases: list[Alias] = []
    honours: list[str] = []
    names = [read_name(node, audit) for node in identity.children("name")]
    for name in sorted(names, key=lambda one: not one.primary):
        made = list(whole_names(name, audit, person=person))
        if first and made and not aliases:
            made[0] = replace(made[0], kind=AliasKind.PRIMARY)
        aliases += made
        honours += name.titles
    return aliases, honours


def _births(identity: Node, audit: Audit) -> Iterator[BirthDate]:
    """Dates of birth, often partial; of an entity they are those of its foundation, and nobody asks for them."""
    for day in identity.children("day-month-year"):
        calendar, quality = day.attribute("calendar").lower(), day.attribute("quality").lower()
        span = partial(day.attribute("year"), day.attribute("month"), day.attribute("day"))
        if calendar not in GREGORIAN:
            audit.warn(f"a date of the {calendar} calendar is not read")
            continue
        found = birth(span, circa=quality not in SURE)
        if found is not None:
            yield found


def _nations(identity: Node) -> Iterator[str]:
    for nationality in identity.children("nationality"):
        for country in nationality.children("country"):
            yield country.attribute("iso-code") or country.own


def _documents(identity: Node) -> Iterator[Identifier]:
    for document in identity.children("identification-document"):
        kind, number, issuer = document.attribute("document-type"), document.text("number"), document.text("issuer")
        if not is_absent(number):
            yield Identifier(kind or "document", number, issuer)


def _numbers(told: str) -> Iterator[Identifier]:
    """The number that a piece of other information is about."""
    code = CODE.search(told)
    if code is not None:
        yield Identifier("SWIFT/BIC", code[1])
    for kind, pattern in NUMBERS:
        found = pattern.fullmatch(told)
        if found is not None:
            yield Identifier(kind, clean(found[1]).rstrip("."))
            return


def _relations(body: Node, list_name: str) -> Iterator[Relation]:
    for relation in body.children("relation"):
        yield Relation(relation.attribute("relation-type"), f"{list_name}:{relation.attribute('target-id')}", "")
