"""Which parties the user's watchlists are about, and from which score on each of them is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from watchlist.config.schema import Include, Threshold, Watchlist
from watchlist.model import Level, Listing, Match, Party
from watchlist.text.regimes import fits, regimes


@dataclass(frozen=True, slots=True)
class Selection:
    """Selected parties by id, each with the names of the watchlists that it is on, if there are any."""

    watchlists: Mapping[str, tuple[str, ...]]
    thresholds: Mapping[str, Threshold]
    lowest: Threshold

    def level(self, match: Match) -> Match | None:
        """The match with the level that the thresholds of its own parties allow; None where it stays below them.

        A match that was held to ``review`` for want of support is never raised.
        """
        wanted = [self.thresholds[party] for party in (match.party, *match.also) if party in self.thresholds]
        review = min((each.review for each in wanted), default=self.lowest.review)
        alert = min((each.alert for each in wanted), default=self.lowest.alert)
        if match.score < review:
            return None
        if match.level is Level.ALERT and match.score < alert:
            return replace(match, level=Level.REVIEW)
        return match


def select(parties: Sequence[Party], watchlists: Sequence[Watchlist]) -> Selection:
    """The parties that are on a watchlist; without watchlists, every party."""
    names = {party.id: tuple(each.name for each in watchlists if selects(each, party)) for party in parties}
    if watchlists:
        names = {party: on for party, on in names.items() if on}
    limits = {each.name: each.threshold for each in watchlists}
    lowest = {on: _lowest([limits[name] for name in on]) for on in set(names.values())}
    return Selection(
        watchlists=MappingProxyType(names),
        thresholds=MappingProxyType({party: lowest[on] for party, on in names.items()}),
        lowest=_lowest(list(limits.values())),
    )


def selects(watchlist: Watchlist, party: Party) -> bool:
    """Whether a party is the watchlist's own, or one of its listings fits ``include`` and nothing excludes it.

    Keys of ``include`` narrow each other, values of one key add up; regimes and programmes are one key. A party whose
    lists state no country is not dropped by ``countries``: missing data is neutral.
    """
    if any(listing.list_name == watchlist.name for listing in party.listings):
        return True
    include = watchlist.include
    if include is None or not set(party.listing_ids).isdisjoint(watchlist.exclude.parties):
        return False
    if include.types and party.type not in include.types:
        return False
    if include.countries and party.countries and set(party.countries).isdisjoint(include.countries):
        return False
    return any(_includes(include, watchlist.exclude.programmes, listing) for listing in party.listings)


def _includes(include: Include, without: tuple[str, ...], listing: Listing) -> bool:
    if include.lists and listing.list_name not in include.lists:
        return False
    codes = [code for code in listing.programmes if not fits(code, without)]
    if listing.programmes and not codes:
        return False
    if not include.regimes and not include.programmes:
        return True
    return any(fits(code, include.programmes) or not regimes(code).isdisjoint(include.regimes) for code in codes)


def _lowest(limits: Sequence[Threshold]) -> Threshold:
    """One who is on several watchlists is told as soon as one of them wants it."""
    if not limits:
        return Threshold()
    return Threshold(alert=min(each.alert for each in limits), review=min(each.review for each in limits))
