"""One network as an investigator reads it: who, since when, how linked, who says so, in the news, what is missing."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from watchlist.cli.show_party import name_of, open_ends
from watchlist.cli.words import columns, count, line
from watchlist.jobs.lookup import Register, namesakes
from watchlist.jobs.network_news import Headline, InTheNews, News
from watchlist.model import Link, Network, Party, Signals
from watchlist.networks import hub_of, neighbours, path_words, tie_words, ties, to_hub

MOST_KINDS = 8
"""Lists, programmes and types that are counted one by one."""
MOST_ROWS = 20
"""Links with others, namesakes and stories that are printed; the rest is counted."""


def one_network(register: Register, network: Network, told: Sequence[Headline], news: News, *, phrases: bool) -> str:
    """Members and how each is linked, links among them and to others, what is in the news, and how it is described."""
    about = news.of(network)
    around = neighbours(register.links)
    hub = hub_of(around, network.members)
    parts = [line(f"{network.name}: {count(len(network.members), 'member')}, {in_the_news(about)}")]
    parts.append(columns(_summary(_members(register, network))))
    parts.append("Members\n" + columns(_rows(register, network, news)))
    sections: dict[str, Sequence[tuple[str, ...]]] = {
        "Other links among them": _among(register, network, hub),
        "Linked with others": _leads(register, network),
        "Said to be linked with others, not known which": open_ends(register, _listings(register, network)),
        "Of the same name, but not known to be the same": _namesakes(register, network),
        f"In the news of {news.days} days": _stories(told, len(about.stories)),
    }
    parts += [f"{title}\n{columns(rows)}" for title, rows in sections.items() if rows]
    if network.signals is not None:
        parts.append(_described(network.signals, phrases=phrases))
    return "\n".join(parts)


def in_the_news(about: InTheNews) -> str:
    """How many members are named, how many of them today and how many for the first time, and in how many stories."""
    if not about.stories:
        return "not in the news"
    today = f" ({len(about.today)} today, {len(about.new)} new)" if about.today else ""
    return f"{len(about.members)} in the news{today}, {count(len(about.stories), 'story', 'stories')}"


def _members(register: Register, network: Network) -> list[Party]:
    return [register.parties[member] for member in network.members if member in register.parties]


def _listings(register: Register, network: Network) -> list[str]:
    return [listing for party in _members(register, network) for listing in party.listing_ids]


def _summary(members: Sequence[Party]) -> Iterator[tuple[str, str]]:
    """What they are, on which lists, under which programmes, and since when."""
    listings = [listing for party in members for listing in party.listings]
    days = sorted(listing.listed_on for listing in listings if listing.listed_on is not None)
    yield "are", _counts(party.type.value for party in members)
    yield "on", _counts(name for party in members for name in {one.list_name for one in party.listings})
    yield "under", _counts(code for party in members for code in party.programmes) or "no programme"
    undated = len(listings) - len(days)
    if days:
        span = f"{days[0]}" if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
        yield "listed", span + (f"; {count(undated, 'listing')} without a date" if undated else "")


def _counts(values: Iterable[str]) -> str:
    counted = sorted(Counter(values).items(), key=lambda each: (-each[1], each[0]))
    more = f" and {len(counted) - MOST_KINDS:,} more" if len(counted) > MOST_KINDS else ""
    return ", ".join(f"{value} {number:,}" for value, number in counted[:MOST_KINDS]) + more


def _rows(register: Register, network: Network, news: News) -> Iterator[tuple[str, ...]]:
    """Id, name, lists and stories of each member, the way from it to the hub, and the lists that say so."""
    around, between = neighbours(register.links), ties(register.links)
    hub = hub_of(around, network.members)
    for member in network.members:
        party = register.parties.get(member)
        lists = dict.fromkeys(listing.list_name for listing in party.listings) if party else {}
        path = to_hub(around, network.members, member)
        way = path_words(path, between, {member: "", **{each: name_of(register, each) for each in path[1:]}})
        how = way.strip() or ("hub" if member == hub and around.get(hub) else "linked with no other")
        says = f"({between[path[0], path[1]].list_name})" if path else ""
        named = f"{name_of(register, member)} [{', '.join(lists)}]"
        yield member, named, _told_of(news, member), f"{how} {says}".strip()


def _told_of(news: News, member: str) -> str:
    stories = len(news.of_party.get(member, ()))
    today = ", new today" if member in news.new else ", today" if member in news.today else ""
    return count(stories, "story", "stories") + today if stories else ""


def _among(register: Register, network: Network, hub: str) -> list[tuple[str, ...]]:
    """The links among members that do not lead to the hub, lists that say the same together."""
    members = frozenset(network.members)
    links = [
        one for one in register.links if {one.source, one.target} <= members and hub not in {one.source, one.target}
    ]
    return _first(_together(register, links))


def _together(register: Register, links: Sequence[Link]) -> list[tuple[str, ...]]:
    """One row for two parties: what most is said of them, and every list that says anything, with its words."""
    said: dict[frozenset[str], dict[str, None]] = {}
    for link in links:
        said.setdefault(frozenset((link.source, link.target)), {})[f"{link.list_name}: {link.kind}"] = None
    between = ties(links)
    told = dict.fromkeys(between[link.source, link.target] for link in links)
    return [
        (
            name_of(register, link.source),
            tie_words(link),
            name_of(register, link.target),
            "; ".join(said[frozenset((link.source, link.target))]),
        )
        for link in told
    ]


def _leads(register: Register, network: Network) -> list[tuple[str, ...]]:
    """Links of members with parties outside, those first that have links with most members."""
    members = frozenset(network.members)
    outside = [one for one in register.links if len({one.source, one.target} & members) == 1]
    often = Counter(_other(one, members) for one in outside)
    outside.sort(key=lambda one: (-often[_other(one, members)], _other(one, members)))
    return _first(_together(register, outside))


def _other(link: Link, members: Collection[str]) -> str:
    return link.target if link.source in members else link.source


def _namesakes(register: Register, network: Network) -> list[tuple[str, ...]]:
    rows = [
        (name_of(register, member), "and", f"{name_of(register, other)} ({other})")
        for member, other in namesakes(register, network.members)
    ]
    return _first(rows)


def _stories(told: Sequence[Headline], stories: int) -> list[tuple[str, ...]]:
    rows = [(f"{one.seen:%Y-%m-%d}", one.story, one.source, one.title) for one in told]
    return _first(rows, stories)


def _first(rows: Sequence[tuple[str, ...]], number: int = 0) -> list[tuple[str, ...]]:
    """So many rows as are read, and how many more there are of them, or of ``number`` in all."""
    shown, left = list(rows[:MOST_ROWS]), max(len(rows), number) - len(rows[:MOST_ROWS])
    return [*shown, ("…", f"and {left:,} more", *[""] * (len(shown[0]) - 2))] if shown and left else shown


def _described(signals: Signals, *, phrases: bool) -> str:
    groups = [*signals.all, *([signals.any] if signals.any else [])]
    head = f"Described by one phrase of each group within {count(signals.within, 'sentence')}"
    if not phrases:
        return f"{head}: {count(len(groups), 'group')}, {count(sum(map(len, groups)), 'phrase')} (-v prints them)"
    return f"{head}\n" + columns((f"{number}.", ", ".join(group)) for number, group in enumerate(groups, 1))
