"""What of a story is to be told, when a first look at a feed has counted some of its articles without telling them."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from watchlist.model import Article
from watchlist.store import Sighting


def to_tell(sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """Sightings to tell: of a text that a quiet one counted, no more than what was found when it was screened again."""
    counted: dict[str, set[str]] = {}
    for one in sightings:
        if one.quiet:
            found = counted.setdefault(_text_of(one.article), set())
            found.update(match.party for match in one.matches)
            found.update(mention.network for mention in one.networks)
    return tuple(_without(one, counted.get(_text_of(one.article), set())) for one in sightings if not one.quiet)


def _text_of(article: Article) -> str:
    return f"{article.source}\0{article.id}\0{article.digest}"


def _without(sighting: Sighting, counted: AbstractSet[str]) -> Sighting:
    if not counted:
        return sighting
    return replace(
        sighting,
        matches=tuple(match for match in sighting.matches if match.party not in counted),
        networks=tuple(mention for mention in sighting.networks if mention.network not in counted),
    )
