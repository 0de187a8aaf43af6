"""One entry of the Consolidated Screening List, from the CSV or the JSON, to a listing.

The list repeats OFAC's parties, whose ``entity_number`` is OFAC's own number, and adds those of the Bureau of Industry
and Security (Entity List, denied persons, unverified and military end users) and of the State Department. The list that
an entry comes from is kept among its programmes, as printed. Ids of entries that are not OFAC's are digests that
trade.gov makes; they stay while the entry stays.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol

from watchlist.lists.audit import Audit
from watchlist.lists.csl_names import PrintedName, mend, read_names
from watchlist.lists.csl_type import type_of_name
from watchlist.lists.dates import read_date, written_birth
from watchlist.lists.names import blank_strength, clean
from watchlist.lists.ofac_facts import Facts, Statement, gather, joined
from watchlist.lists.ofac_listing import TYPES, ofac_listing
from watchlist.lists.ofac_remarks import named
from watchlist.lists.parsed import ParsedList
from watchlist.model import Alias, AliasKind, BirthDate, CrossReference, Listing, PartyType, Relation

IGNORED = frozenset(
    {"addresses", "federal_register_notice", "end_date", "standard_order", "license_requirement", "license_policy"}
    | {"vessel_type", "gross_tonnage", "gross_registered_tonnage", "source_list_url", "country"}
)
"""Known parts that are not used: addresses are no nationality, and the rest does not say who the target is."""
LABELLED = (
    ("nationalities", "Nationality Country"),
    ("citizenships", "Citizenship Country"),
    ("places_of_birth", "Place of Birth"),
    ("vessel_flag", "Vessel Flag"),
    ("vessel_owner", "Vessel Owner"),
    ("call_sign", "Vessel Call Sign"),
)
"""Field, and the label under which OFAC's own files state the same."""


class Fields(Protocol):
    """An entry whose fields are taken by name."""

    def text(self, key: str) -> str:
        """Take a text; empty where it is missing."""
        ...

    def texts(self, key: str) -> tuple[str, ...]:
        """Take several texts, without empty ones."""
        ...


def read_entry(fields: Fields, numbers: Iterable[Statement], audit: Audit) -> Listing:
    """A listing of one entry; ``numbers`` are its identity documents and features."""
    number, ids = fields.text("entity_number"), (fields.text("id"), fields.text("_id"))
    source, printed = fields.text("source"), fields.text("type")
    stated = _stated(fields, numbers, audit)
    listed_on, url = read_date(fields.text("start_date")), fields.text("source_information_url")
    programmes = (*fields.texts("programs"), *([source] if source else []))
    kind = TYPES.get(printed.lower())
    if kind is None and (printed or number):
        audit.unknown([(f"type {printed!r}", 1)])
    if number:
        return _ofac(fields, number, kind or PartyType.ORGANIZATION, audit, stated, programmes, listed_on)
    name, remarks = fields.text("name"), fields.text("remarks")
    names = read_names(name, _others(fields))
    first = names.names[0].text if names.names else ""
    reference = ids[0] or ids[1] or _digest(source, first, audit)
    kind = kind or type_of_name(first, source)
    return Listing(
        id=f"{audit.list_name}:{reference}",
        list_name=audit.list_name,
        reference=reference,
        type=kind,
        aliases=tuple(_aliases(names.names, kind)),
        programmes=programmes,
        countries=audit.countries(stated.countries),
        births=stated.births,
        birth_places=stated.birth_places,
        gender=stated.gender,
        roles=stated.roles,
        identifiers=stated.identifiers,
        relations=(Relation(names.tie, "", names.parent),) if names.parent else (),
        listed_on=listed_on,
        url=url,
        remarks="\n".join(part for part in (name if mend(name) != first else "", remarks) if part),
    )


def close(entries: Iterable[Listing], audit: Audit, published: date | None = None) -> ParsedList:
    """The list of the entries; a party that several of OFAC's lists name is one listing with the programmes of all."""
    kept: dict[str, Listing] = {}
    for entry in entries:
        twin = kept.get(entry.id)
        kept[entry.id] = entry if twin is None else _merged(twin, entry)
    return audit.parsed(kept.values(), published)


def _merged(first: Listing, second: Listing) -> Listing:
    known = {alias.text for alias in first.aliases}
    return replace(
        first,
        aliases=first.aliases + tuple(alias for alias in second.aliases if alias.text not in known),
        programmes=tuple(dict.fromkeys(first.programmes + second.programmes)),
        identifiers=tuple(dict.fromkeys(first.identifiers + second.identifiers)),
        relations=tuple(dict.fromkeys(first.relations + second.relations)),
    )


def _ofac(
    fields: Fields,
    number: str,
    kind: PartyType,
    audit: Audit,
    stated: Facts,
    programmes: tuple[str, ...],
    listed_on: date | None,
) -> Listing:
    """A party of OFAC, with the reference by which it joins OFAC's own listing.

    The list prints no strength. OFAC writes a person's strong names "FAMILY, Given" and the weak ones in one piece:
    of 7,567 names of May 2022 that OFAC's file of 2025 ranks, one strong-looking name was weak, and 85 the other way.
    """
    person = kind is PartyType.PERSON
    others = (
        named(text, AliasKind.WEAK if person and ", " not in text else blank_strength(text, kind), person=person)
        for text in _others(fields)
    )
    aliases = (named(fields.text("name"), AliasKind.PRIMARY, person=person), *others)
    listing = ofac_listing(
        audit,
        number,
        kind,
        tuple(dict.fromkeys(aliases)),
        programmes=programmes,
        stated=stated,
        remarks=fields.text("remarks"),
        listed_on=listed_on,
    )
    return replace(listing, references=(CrossReference("ofac", number),))


def _digest(source: str, name: str, audit: Audit) -> str:
    """A reference for an entry without an id, that stays while its name stays."""
    audit.warn(f"{name!r} has no id; it is called by a digest of its name")
    return "x" + hashlib.sha256(f"{source}|{name}".encode()).hexdigest()[:16]


def _stated(fields: Fields, numbers: Iterable[Statement], audit: Audit) -> Facts:
    births = tuple(_birth(text, audit) for text in fields.texts("dates_of_birth"))
    labelled = [Statement(label, value) for field, label in LABELLED for value in fields.texts(field)]
    titles = [Statement("Title", piece) for title in fields.texts("title") for piece in title.split("; ")]
    facts = gather([*titles, *labelled, *numbers])
    audit.unknown((f"label {label!r}", 1) for label in facts.unread)
    return joined(Facts(births=tuple(dict.fromkeys(one for one in births if one is not None))), facts)


def _birth(text: str, audit: Audit) -> BirthDate | None:
    """A birth date in numbers ("1952-10-07") or in OFAC's words ("07 Oct 1952", "circa 1951", "1961 to 1963")."""
    day = read_date(text)
    found = written_birth(text) if day is None else BirthDate(day, day)
    if found is None:
        audit.warn(f"no date of birth in {text!r}")
    return found


def _aliases(names: tuple[PrintedName, ...], kind: PartyType) -> Iterable[Alias]:
    for number, name in enumerate(names):
        other = AliasKind.FORMER if name.former else blank_strength(name.text, kind)
        yield Alias(name.text, other if number else AliasKind.PRIMARY)


def _others(fields: Fields) -> tuple[str, ...]:
    """The further names, which the CSV and at times the JSON, too, join by "; "."""
    return tuple(name for text in fields.texts("alt_names") for piece in text.split("; ") if (name := clean(piece)))
