"""The project itself as a contender: its flags are its matches at alert level."""

from collections.abc import Callable

from bench.contender import Flag, Ready
from bench.material import TIMES, Material
from watchlist.matching import Index, Screener
from watchlist.model import Article, Field, Level, Party


def prepare(material: Material, times: int = 1) -> Callable[[], Ready]:
    """Index the parties of the lists, or ``times`` as many (as many as were prepared)."""
    parties = material.parties(times)
    return lambda: _ready(parties)


def prepare_many(material: Material) -> Callable[[], Ready]:
    """The same with eight times as many names."""
    return prepare(material, times=TIMES)


def _ready(parties: list[Party]) -> Ready:
    screener = Screener(Index.build(parties))
    listings = {party.id: party.listing_ids for party in parties}

    def flags(article: Article) -> list[Flag]:
        return [
            Flag(match.mention.start, match.mention.end, listings[match.party])
            for match in screener.screen(article)
            if match.level is Level.ALERT and match.mention.field is Field.TEXT
        ]

    return Ready(screener.screen, flags)
