"""Links and paths in words: "VERUS → owned or controlled by → MKRTYCHEV ← owned 60 % by ← VERSOR"."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from watchlist.model import Link, Tie
from watchlist.networks.relations import known

_ORDER = {tie: place for place, tie in enumerate(Tie)}

Ties = Mapping[tuple[str, str], Link]
"""Of every linked pair of parties, in either order, the link that says most."""


def ties(links: Iterable[Link]) -> Ties:
    """The links that say most: how before that, with a share before without, then by list."""
    found: dict[tuple[str, str], Link] = {}
    for link in sorted(links, key=_rank):
        found.setdefault((link.source, link.target), link)
        found.setdefault((link.target, link.source), link)
    return found


def tie_words(link: Link) -> str:
    """What ``source`` is to ``target``; the list's own words where nobody else knows them."""
    if link.tie is Tie.OWNED_BY and link.share is not None:
        return f"owned {link.share:g} % by"
    return link.tie.value if known(link.kind) else link.kind.lower()


def path_words(path: Sequence[str], between: Ties, names: Mapping[str, str]) -> str:
    """The steps of a path; an arrow against the reading is a link that points back. Empty for a path of one party."""
    if len(path) < 2:
        return ""
    told = [names.get(path[0], path[0])]
    for here, there in pairwise(path):
        link = between.get((here, there))
        words = [] if link is None else [tie_words(link)]
        arrow = "←" if link is not None and link.source == there else "→"
        told += [arrow, *(each for word in words for each in (word, arrow)), names.get(there, there)]
    return " ".join(told)


def _rank(link: Link) -> tuple[int, float, str, str, str, str]:
    return _ORDER[link.tie], -(link.share or 0.0), link.list_name, link.kind, link.source, link.target
