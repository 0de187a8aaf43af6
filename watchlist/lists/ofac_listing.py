"""One OFAC entry, from whichever of its formats, to a listing."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from watchlist.lists.audit import Audit
from watchlist.lists.names import name_key
from watchlist.lists.ofac_facts import Facts, joined
from watchlist.lists.ofac_remarks import read_remarks
from watchlist.model import Alias, Listing, PartyType

PAGE = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="
TYPES = {
    "individual": PartyType.PERSON,
    "entity": PartyType.ORGANIZATION,
    "vessel": PartyType.VESSEL,
    "aircraft": PartyType.AIRCRAFT,
}


def party_type(printed: str, where: str, audit: Audit) -> PartyType:
    """The type as printed; an unknown one is reported and screened as an organisation."""
    if printed.lower() not in TYPES:
        audit.unknown([(f"{where}={printed}", 1)])
    return TYPES.get(printed.lower(), PartyType.ORGANIZATION)


def ofac_listing(  # noqa: PLR0913 the parts of an entry
    audit: Audit,
    reference: str,
    kind: PartyType,
    aliases: tuple[Alias, ...],
    *,
    programmes: Iterable[str],
    stated: Facts,
    remarks: str,
    readable: str | None = None,
    listed_on: date | None = None,
) -> Listing:
    """A listing of the typed parts of an entry, filled up from its remarks.

    ``readable`` is the part of the remarks that can be read as facts, where that is not all of it.
    """
    told = read_remarks(remarks if readable is None else readable, person=kind is PartyType.PERSON)
    facts = joined(stated, _new(stated, aliases, told))
    return Listing(
        id=f"{audit.list_name}:{reference}",
        list_name=audit.list_name,
        reference=reference,
        type=kind,
        aliases=(*(alias for alias in aliases if alias.text), *facts.aliases),
        programmes=tuple(dict.fromkeys(programmes)),
        countries=audit.countries(facts.countries),
        births=facts.births,
        birth_places=facts.birth_places,
        gender=facts.gender,
        roles=facts.roles,
        identifiers=facts.identifiers,
        relations=facts.relations,
        listed_on=listed_on,
        url=f"{PAGE}{reference}",
        remarks=remarks,
    )


def _new(stated: Facts, aliases: tuple[Alias, ...], told: Facts) -> Facts:
    """The remarks without what the typed parts already say.

    Names are compared in any word order: the remarks print 'ANIS, Abu' for the low quality name "Abu Anis". A name
    that the list calls strong is never demoted by its remarks.
    """
    linked = {name_key(relation.target_name) for relation in stated.relations}
    named = {_words(alias.text) for alias in aliases}
    return replace(
        told,
        relations=tuple(one for one in told.relations if name_key(one.target_name) not in linked),
        aliases=tuple(one for one in told.aliases if _words(one.text) not in named),
    )


def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(name_key(name).split()))
