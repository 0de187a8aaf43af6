"""Listings that must be on a list and must be found in the news: if they are not, the list or the matcher is broken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchlist.lists import Stop
from watchlist.matching import Index, Screener
from watchlist.model import Article, Listing, Party
from watchlist.selftest import printed

TOLERATED = 0.1
"""Share of the canaries that may be missing: an authority may delist one or two before anybody pins others."""


@dataclass(frozen=True, slots=True)
class Canaries:
    """How the pinned listings of a list fare: references that it lacks, and those that the matcher does not find."""

    pinned: int
    absent: tuple[str, ...]
    unfound: tuple[str, ...]

    @property
    def words(self) -> str:
        """What is wrong; empty when nothing is."""
        said = []
        if self.absent:
            said.append(f"{len(self.absent)} of {self.pinned} canaries are not on it ({_few(self.absent)})")
        if self.unfound:
            said.append(f"{len(self.unfound)} of {self.pinned} canaries are not found in a text ({_few(self.unfound)})")
        return "; ".join(said)

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Why the list is refused, when too many are missing."""
        wrong = len(self.absent) + len(self.unfound)
        return (Stop(self.words, approvable=True),) if wrong > TOLERATED * self.pinned else ()


def look_for(pinned: Sequence[str], listings: Sequence[Listing]) -> Canaries:
    """Whether the listings with the ``pinned`` references are there, and found by the real matcher by name."""
    known = {listing.reference: listing for listing in listings} if pinned else {}
    there = [known[reference] for reference in pinned if reference in known]
    absent = tuple(reference for reference in pinned if reference not in known)
    return Canaries(len(pinned), absent, tuple(_unfound(there)))


def _unfound(listings: Sequence[Listing]) -> Iterator[str]:
    if not listings:
        return
    parties = [Party(listing.id, listing.type, listing.name, (listing,)) for listing in listings]
    screener = Screener(Index.build(parties))
    for listing, party in zip(listings, parties, strict=True):
        subject = printed(listing, party, listing.aliases[0])
        name = listing.name if subject is None else subject.text
        text = f"The ministry has added {name} to its list of sanctions. It did not say more about {name} on Monday."
        matches = screener.screen(Article(listing.id, "canary", "", text))
        if not any(party.id in {match.party, *match.also} for match in matches):
            yield listing.reference


def _few(references: Sequence[str]) -> str:
    shown = ", ".join(references[:3])
    return f"{shown}, …" if len(references) > 3 else shown
