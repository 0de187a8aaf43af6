"""The user's own parties, given in the configuration, as listings beside those of the authorities."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, count

from watchlist.model import Alias, AliasKind, Listing, PartyType


@dataclass(frozen=True, slots=True)
class OwnParty:
    """One party as the configuration names it."""

    name: str
    aliases: tuple[str, ...] = ()
    type: PartyType = PartyType.ORGANIZATION


def own_listings(watchlist: str, parties: Iterable[OwnParty]) -> tuple[Listing, ...]:
    """Listings with ids ``<watchlist>:<slug of the name>``; a second party of one slug gets a number."""
    taken: set[str] = set()
    listings: list[Listing] = []
    for party in parties:
        slug = _free(_slug(party.name), taken)
        taken.add(slug)
        aliases = (
            Alias(party.name, AliasKind.PRIMARY),
            *(Alias(text, AliasKind.STRONG) for text in dict.fromkeys(party.aliases) if text != party.name),
        )
        listings.append(Listing(f"{watchlist}:{slug}", watchlist, slug, party.type, aliases))
    return tuple(listings)


def _slug(name: str) -> str:
    """Letters and digits of any script, words joined by hyphens; a digest for a name that has none."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", name).casefold())
    return "-".join(words) or "x" + hashlib.sha256(name.encode()).hexdigest()[:12]


def _free(slug: str, taken: set[str]) -> str:
    numbered = (f"{slug}-{number}" for number in count(2))
    return next(name for name in chain((slug,), numbered) if name not in taken)
