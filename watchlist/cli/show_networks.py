"""Networks, for people."""

from collections.abc import Sequence

from watchlist.cli.words import columns, count, line
from watchlist.jobs.lookup import Register
from watchlist.model import Network


def all_networks(found: Sequence[Network]) -> str:
    """One line per network, the configured ones first, then those with most members."""
    ordered = sorted(found, key=lambda each: (not each.configured, -len(each.members), each.name))
    origin = {True: "configured", False: "on the lists"}
    return columns((count(len(each.members), "member"), origin[each.configured], each.name) for each in ordered)


def one_network(register: Register, network: Network) -> str:
    """Members with their listings, the links among them, and the words that describe the network."""
    members = set(network.members)
    rows = [(member, _name(register, member)) for member in network.members]
    links = [link for link in register.links if link.source in members and link.target in members]
    parts = [line(network.name), columns(rows)]
    if links:
        ties = (
            (_name(register, link.source), link.kind, _name(register, link.target), link.list_name) for link in links
        )
        parts += ["Linked", columns(ties)]
    if network.signals is not None:
        groups = [*network.signals.all, *([network.signals.any] if network.signals.any else [])]
        parts.append(f"Described by one of each group within {count(network.signals.within, 'sentence')}")
        parts.append(columns((f"{number}.", ", ".join(group)) for number, group in enumerate(groups, 1)))
    return "\n".join(parts)


def _name(register: Register, party: str) -> str:
    return register.parties[party].name if party in register.parties else "on no list that can be read"
