"""A party and everything that the lists say of it, for people."""

from collections.abc import Iterator

from watchlist.cli.words import columns, line
from watchlist.jobs.lookup import Register, links_of
from watchlist.model import BirthDate, Link, Listing, Party


def whole_party(register: Register, party: Party) -> str:
    """Its listings one by one, why they are one party, and its links."""
    parts = [line(f"{party.name}, {party.type} ({party.id})")]
    parts += [f"{line(listing.id)}\n{columns(_facts(listing))}" for listing in party.listings]
    if party.joins:
        rows = [(f"{join.left} = {join.right}", join.reason) for join in party.joins]
        parts.append("One party because\n" + columns(rows))
    links = links_of(register, party)
    if links:
        parts.append("Linked\n" + columns(_link(register, party, link) for link in links))
    return "\n\n".join(parts)


def _facts(listing: Listing) -> Iterator[tuple[str, str]]:
    for alias in listing.aliases:
        yield (
            f"{alias.kind} name",
            alias.text + (f" [{alias.script or alias.language}]" if alias.script or alias.language else ""),
        )
    for birth in listing.births:
        yield "born", _born(birth)
    several = {
        "born in": listing.birth_places,
        "countries": listing.countries,
        "role": listing.roles,
        "programmes": listing.programmes,
        "identifier": tuple(f"{each.kind} {each.value} {each.country}".strip() for each in listing.identifiers),
        "relation": tuple(f"{each.kind}: {each.target_name or each.target}" for each in listing.relations),
        "also numbered": tuple(f"{each.scheme} {each.value}" for each in listing.references),
    }
    for what, values in several.items():
        yield from ((what, value) for value in values)
    single = {
        "gender": listing.gender,
        "listed on": str(listing.listed_on or ""),
        "published at": listing.url,
        "remarks": listing.remarks,
    }
    yield from ((what, value) for what, value in single.items() if value)


def _born(birth: BirthDate) -> str:
    span = str(birth.earliest) if birth.earliest == birth.latest else f"{birth.earliest} to {birth.latest}"
    return f"about {span}" if birth.circa else span


def _link(register: Register, party: Party, link: Link) -> tuple[str, str]:
    """What the party is to the other, or the other to it, with the list that says so."""
    if link.source == party.id:
        return f"{link.kind} →", f"{_name(register, link.target)} (says {link.list_name})"
    return f"← {link.kind}", f"{_name(register, link.source)} (says {link.list_name})"


def _name(register: Register, party: str) -> str:
    return f"{register.parties[party].name} ({party})" if party in register.parties else party
