"""Where several names claim the same words, the longest and best explained wins."""

from collections.abc import Iterable

from watchlist.matching.assessment import Judgement
from watchlist.matching.index import Index
from watchlist.model import AliasKind


def settle(index: Index, judged: Iterable[Judgement]) -> list[Judgement]:
    """Judgements that do not overlap, the better one of each clash kept."""
    settled: list[Judgement] = []
    for judgement in sorted(judged, key=lambda one: _rank(index, one)):
        if not any(_overlap(judgement, other) for other in settled):
            settled.append(judgement)
    return settled


def _rank(index: Index, judgement: Judgement) -> tuple[object, ...]:
    """Supported first, then more words, then score, then the primary name, then the better known party."""
    profile = index.profiles[judgement.party]
    wide = judgement.score >= index.options.review
    return (
        not (judgement.supported and wide),
        -judgement.words,
        -round(judgement.score, 2),
        judgement.alias.kind is not AliasKind.PRIMARY,
        -profile.lists,
        -profile.fame,
        index.parties[judgement.party].id,
        judgement.alias.text,
    )


def _overlap(left: Judgement, right: Judgement) -> bool:
    return (
        left.place.page is right.place.page
        and left.place.start < right.place.end
        and right.place.start < left.place.end
    )
