"""Where several names claim the same words, the longest and best explained wins."""

from collections.abc import Iterable

from watchlist.matching.assessment import Judgement
from watchlist.matching.index import Index
from watchlist.model import AliasKind


def settle(index: Index, judged: Iterable[Judgement]) -> list[Judgement]:
    """Judgements that do not overlap, the better one of each clash kept."""
    settled: list[Judgement] = []
    taken: dict[int, bytearray] = {}
    for judgement in sorted(judged, key=lambda one: _rank(index, one)):
        page, _, _, start, end = judgement.place
        covered = taken.setdefault(id(page), bytearray(len(page.text)))
        if not any(covered[start:end]):
            covered[start:end] = b"\x01" * (end - start)
            settled.append(judgement)
    return settled


def _rank(index: Index, judgement: Judgement) -> tuple[object, ...]:
    """Supported first, then more words, then how well they agree, then the better known, each missing word a list less.

    A bare name may equal a little known namesake's entry exactly: an exact score is no proof.
    """
    profile = index.profiles[judgement.party]
    wide = judgement.score >= index.options.review
    return (
        not (judgement.supported and wide),
        -judgement.words + 2 * judgement.unexplained,
        -round(judgement.agreement, 2),
        judgement.left_over - profile.lists,
        judgement.left_over,
        -round(judgement.agreement, 3),
        judgement.alias.kind is not AliasKind.PRIMARY,
        -profile.lists,
        -profile.fame,
        index.parties[judgement.party].id,
        judgement.alias.text,
    )
