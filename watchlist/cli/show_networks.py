"""All networks, for people."""

from collections.abc import Sequence

from watchlist.cli.show_network import in_the_news
from watchlist.cli.words import columns, count
from watchlist.jobs.lookup import Register
from watchlist.jobs.network_news import News
from watchlist.model import Network

MOST_NETWORKS = 40
"""Networks that are printed where all were asked for; the rest is counted."""


def all_networks(register: Register, found: Sequence[Network], news: News, *, whole: bool) -> str:
    """One line per network: the configured ones, then those most in the news, then those with most members."""
    known = [(network, news.of(network)) for network in found]
    known.sort(key=lambda each: (not each[0].configured, -len(each[1].stories), -len(each[0].members), each[0].name))
    shown = known if whole else known[:MOST_NETWORKS]
    origin = {True: "configured", False: "on the lists"}
    rows = (
        (count(len(one.members), "member"), origin[one.configured], in_the_news(about), one.name)
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
    if register.owned:
        outside = sum(each.party not in register.parties for each in register.owned)
        whom = count(len(register.owned), "party", "parties")
        parts.append(
            f"{whom} owned 50 percent or more by listed ones, {outside:,} of them on no list (lists show LISTING)"
        )
    return "\n".join(parts)
