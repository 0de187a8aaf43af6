"""Parties of the bundled sample lists, and everything that the self-test makes of them."""

from functools import cache
from pathlib import Path

from watchlist import lists, selftest
from watchlist.model import Alias, AliasKind, Listing, Party, PartyType
from watchlist.parties import join
from watchlist.selftest import Plan, Planted, Subject
from watchlist.selftest.subjects import printed

LISTS = Path(__file__).parents[2] / "seeds" / "lists"
FORMATS = {"us-ofac-sdn": ("ofac-enhanced-xml", "ofac-enhanced.xml"), "un-sc": ("un-xml", "un.xml"),
           "eu-fsf": ("eu-fsf-xml", "eu-fsf.xml"), "uk-sanctions": ("uk-xml", "uk.xml")}  # fmt: skip


@cache
def parties() -> tuple[Party, ...]:
    """The parties of the sample lists."""
    listings = [
        listing
        for name, (form, file) in FORMATS.items()
        for listing in lists.parse(form, {"": (LISTS / file).read_bytes()}, name).listings
    ]
    return join(listings, list(FORMATS))


@cache
def subjects() -> tuple[Subject, ...]:
    """Every name of theirs that can be planted."""
    return tuple(subject for party in parties() for subject in selftest.subjects_of(party, frozenset()))


@cache
def planted(plan: Plan) -> tuple[Planted, ...]:
    """Everything that a plan plants, invented names last."""
    full: dict[str, Subject] = {}
    for subject in subjects():
        if subject.need is selftest.Need.NONE:
            full.setdefault(subject.party.id, subject)
    beside = selftest.Neighbours(full, {})
    listed = [each for choice in selftest.choose(subjects(), plan) for each in selftest.plant(choice, beside, plan)]
    invented = selftest.invent(subjects(), selftest.Bearers.of(parties()), 10 * plan.per_kind, plan.seed)
    return (*listed, *(selftest.plant_invented(name, number, plan) for number, name in enumerate(invented)))


def subject(
    text: str, kind: PartyType = PartyType.PERSON, alias: AliasKind = AliasKind.PRIMARY, **facts: str
) -> Subject:
    """A listed name as print has it; ``facts`` are further fields of the alias, ``country`` is one of the listing."""
    country = facts.pop("country", "")
    name = Alias(text, alias, **facts)
    countries = (country,) if country else ()
    listing = Listing("list:1", "list", "1", kind, (name,), countries=countries)
    made = printed(listing, Party("list:1", kind, text, (listing,)), name)
    assert made is not None, text
    return made
