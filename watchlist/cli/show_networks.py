"""Networks, for people."""

from collections.abc import Iterator, Sequence

from watchlist.cli.show_party import links_in_words, name_of, open_ends
from watchlist.cli.words import columns, count, line
from watchlist.jobs.lookup import Register
from watchlist.jobs.network_news import Headline, InTheNews, News
from watchlist.model import Network, Signals
from watchlist.networks import hub_of, neighbours, path_words, ties, to_hub

MOST_NETWORKS = 40
"""Networks that are printed where all were asked for; the rest is counted."""


def all_networks(register: Register, found: Sequence[Network], news: News, *, whole: bool) -> str:
    """One line per network: the configured ones, then those most in the news, then those with most members."""
    known = [(network, news.of(network)) for network in found]
    known.sort(key=lambda each: (not each[0].configured, -len(each[1].stories), -len(each[0].members), each[0].name))
    shown = known if whole else known[:MOST_NETWORKS]
    origin = {True: "configured", False: "on the lists"}
    rows = (
        (count(len(one.members), "member"), origin[one.configured], _in_the_news(about), one.name)
        for one, about in shown
    )
    parts = [columns(rows)]
    if len(shown) < len(known):
        parts.append(f"  … and {len(known) - len(shown):,} more (--all prints them)")
    unknown = sum(each.open == 0 for each in register.unresolved)
    parts.append(
        f"{count(len(register.links), 'link')} between parties; {count(unknown, 'relation')} with somebody on no list, "
        f"{len(register.unresolved) - unknown:,} with a name that several parties bear; news of {news.days} days"
    )
    return "\n".join(parts)


def one_network(register: Register, network: Network, told: Sequence[Headline], news: News, *, phrases: bool) -> str:
    """Members and how each is linked, the other links among them, what is in the news, and how it is described."""
    about = news.of(network)
    parts = [line(f"{network.name}: {count(len(network.members), 'member')}, {_in_the_news(about)}")]
    parts.append(columns(_members(register, network, news)))
    among = [link for link in register.links if {link.source, link.target} <= set(network.members)]
    parts.append("Links\n" + columns(links_in_words(register, among)) if among else "No list links the members")
    ends = open_ends(register, [one for member in network.members for one in _listings(register, member)])
    if ends:
        parts.append("Said to be linked with others, not known which\n" + columns(ends))
    if told:
        rows = [(f"{one.seen:%Y-%m-%d}", one.story, one.source, one.title) for one in told]
        more = f"\n  … and {len(about.stories) - len(told):,} more" if len(told) < len(about.stories) else ""
        parts.append(f"In the news of {news.days} days\n{columns(rows)}{more}")
    if network.signals is not None:
        parts.append(_described(network.signals, phrases=phrases))
    return "\n".join(parts)


def _members(register: Register, network: Network, news: News) -> Iterator[tuple[str, ...]]:
    """Id, name, type, lists and stories of each member, and the way from it to the hub."""
    around, between = neighbours(register.links), ties(register.links)
    hub = hub_of(around, network.members)
    for member in network.members:
        party = register.parties.get(member)
        lists = sorted({listing.list_name for listing in party.listings}) if party else []
        path = to_hub(around, network.members, member)
        way = path_words(path, between, {member: "", **{each: name_of(register, each) for each in path[1:]}})
        how = way.strip() or ("hub" if member == hub and around.get(hub) else "linked with no other")
        stories = count(len(news.of_party.get(member, ())), "story", "stories")
        yield member, name_of(register, member), party.type.value if party else "", ", ".join(lists), stories, how


def _in_the_news(about: InTheNews) -> str:
    if not about.stories:
        return "not in the news"
    return f"{len(about.members)} in the news, {count(len(about.stories), 'story', 'stories')}"


def _listings(register: Register, member: str) -> tuple[str, ...]:
    return register.parties[member].listing_ids if member in register.parties else ()


def _described(signals: Signals, *, phrases: bool) -> str:
    groups = [*signals.all, *([signals.any] if signals.any else [])]
    head = f"Described by one phrase of each group within {count(signals.within, 'sentence')}"
    if not phrases:
        return f"{head}: {count(len(groups), 'group')}, {count(sum(map(len, groups)), 'phrase')} (-v prints them)"
    return f"{head}\n" + columns((f"{number}.", ", ".join(group)) for number, group in enumerate(groups, 1))
