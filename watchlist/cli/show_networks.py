"""Networks, for people."""

from collections.abc import Sequence

from watchlist.cli.words import columns, count, line
from watchlist.jobs.lookup import Register
from watchlist.model import Network, Signals


def all_networks(found: Sequence[Network]) -> str:
    """One line per network, the configured ones first, then those with most members."""
    ordered = sorted(found, key=lambda each: (not each.configured, -len(each.members), each.name))
    origin = {True: "configured", False: "on the lists"}
    return columns((count(len(each.members), "member"), origin[each.configured], each.name) for each in ordered)


def one_network(register: Register, network: Network, *, phrases: bool) -> str:
    """Members with their listings, the links among them, and how it is described; the words for that if wanted."""
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
        parts.append(_described(network.signals, phrases=phrases))
    return "\n".join(parts)


def _described(signals: Signals, *, phrases: bool) -> str:
    groups = [*signals.all, *([signals.any] if signals.any else [])]
    head = f"Described by one phrase of each group within {count(signals.within, 'sentence')}"
    if not phrases:
        return f"{head}: {count(len(groups), 'group')}, {count(sum(map(len, groups)), 'phrase')} (-v prints them)"
    return f"{head}\n" + columns((f"{number}.", ", ".join(group)) for number, group in enumerate(groups, 1))


def _name(register: Register, party: str) -> str:
    return register.parties[party].name if party in register.parties else "on no list that can be read"
