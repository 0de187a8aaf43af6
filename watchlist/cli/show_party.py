"""A party and everything that the lists say of it, for people."""

from collections.abc import Collection, Iterator

from watchlist.cli.words import columns, line
from watchlist.jobs.lookup import Register, links_of
from watchlist.model import BirthDate, Link, Listing, Party
from watchlist.networks import Owned, called, tie_words, tiers, unstated

RULE = "Owned 50 percent or more in the aggregate by listed parties (OFAC's 50 Percent Rule; EU and UK: more than 50)"


def whole_party(register: Register, party: Party) -> str:
    """Its listings one by one, why they are one party, its links, and who owns it in the aggregate."""
    parts = [line(f"{party.name}, {party.type} ({party.id})")]
    parts += [f"{_title(register, listing)}\n{columns(_facts(listing))}" for listing in party.listings]
    if party.joins:
        rows = [(f"{join.left} = {join.right}", join.reason) for join in party.joins]
        parts.append("One party because\n" + columns(rows))
    links = links_of(register, party)
    if links:
        parts.append("Linked\n" + columns(_link(register, party, link) for link in links))
    ends = open_ends(register, party.listing_ids)
    if ends:
        parts.append("Said to be linked with others, not known which\n" + columns(ends))
    parts += ownership(register, party)
    return "\n\n".join(parts)


def _title(register: Register, listing: Listing) -> str:
    since = register.held.get(listing.id)
    pending = "" if since is None else f", removal pending: its list lacks it since {since:%Y-%m-%d %H:%M} UTC"
    return line(listing.id + pending)


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


def _link(register: Register, party: Party, link: Link) -> tuple[str, str, str]:
    """What the party is to the other, or the other to it, with the list that says so and its words."""
    said = f"{link.list_name}: {link.kind}"
    if link.source == party.id:
        return f"{tie_words(link)} →", f"{name_of(register, link.target)} ({link.target})", said
    return f"← {tie_words(link)}", f"{name_of(register, link.source)} ({link.source})", said


def open_ends(register: Register, listings: Collection[str]) -> list[tuple[str, ...]]:
    """Relations of listings whose other end is on no list, or borne by several parties."""
    wanted = frozenset(listings)
    found = (each for each in register.unresolved if each.listing in wanted)
    return [
        (
            each.listing,
            f"{each.relation.kind}: {each.relation.target_name or each.relation.target}",
            f"a name of {each.open} parties" if each.open else "on no list",
        )
        for each in found
    ]


def ownership(register: Register, party: Party) -> Iterator[str]:
    """Who owns 50 percent or more of it, tier by tier, in whom it counts as an owner, and whose share nobody states."""
    found = {each.party: each for each in register.owned}
    chain = tiers(found, party.id)
    if chain:
        yield f"{RULE}\n" + columns(_tier(register, each) for each in chain)
    reached = [each for each in register.owned if any(stake.owner == party.id for stake in each.stakes)]
    if reached:
        yield "Counts as an owner, by the same rule, of\n" + columns(_tier(register, each) for each in reached)
    silent = unstated(register.links, party.id)
    if silent:
        names = ", ".join(name_of(register, each) for each in silent)
        yield line(f"No list states a share for {names}: control alone is no ownership by the 50 percent rule")


def _tier(register: Register, each: Owned) -> tuple[str, str]:
    stakes = (
        f"{stake.share:g} % {name_of(register, stake.owner)} ({'listed' if stake.blocked else 'through its owners'})"
        for stake in each.stakes
    )
    where = "" if each.party in register.parties else ", on no list"
    return f"{name_of(register, each.party)} ({each.party}{where}): {each.share:g} %", " + ".join(stakes)


def name_of(register: Register, party: str) -> str:
    """The name of a party; of somebody on no list as a list prints it."""
    if party in register.parties:
        return register.parties[party].name
    printed = (each.relation.target_name for each in register.unresolved if called(each) == party)
    return next(filter(None, printed), "") or "on no list that can be read"
