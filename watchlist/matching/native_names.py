"""When characters of an article are the name of a listed party in Chinese, Japanese or Korean."""

from collections.abc import Iterator

from watchlist.matching.assessment import Judgement, Place, support
from watchlist.matching.context import Context
from watchlist.matching.index import Index
from watchlist.matching.native import NativeFound
from watchlist.matching.page import Page
from watchlist.matching.vocabulary import Mark
from watchlist.matching.weights import evidence
from watchlist.model import Evidence, MatchKind


def judge_native(index: Index, page: Page, context: Context) -> Iterator[Judgement]:
    """Judgements of native-script names in a page."""
    for at in page.places(Mark.NATIVE):
        for found in index.native.find(page.text, page.tokens[at]):
            yield _judge(index, page, at, found, context)


def _judge(index: Index, page: Page, at: int, found: NativeFound, context: Context) -> Judgement:
    weighed = []
    for name in found.names:
        added = support(index.profiles[name.party], page, (at, at), context)
        rank = (-round(sum(one.weight for one in added), 4), -index.profiles[name.party].fame)
        weighed.append((*rank, index.parties[name.party].id, name, added))
    *_, name, added = min(weighed, key=lambda entry: entry[:3])
    features = {one.feature for one in added}
    lines: tuple[Evidence, ...] = (evidence("name-native", 1.0, name.told), *added)
    last = next(place for place in range(at, len(page.tokens)) if page.tokens[place].end >= found.end)
    return Judgement(
        place=Place(page, at, last, found.start, found.end),
        party=name.party,
        alias=name.alias,
        form=None,
        # A family name alone gives way to the full name that it is a part of.
        words=1 if name.short and name.told != name.alias.text else 2,
        kind=MatchKind.EXACT if name.listed else MatchKind.TRANSLITERATED,
        held=""
        if features & {"role", "country"}
        else "a weak alias"
        if name.weak
        else "a common name"
        if name.short
        else "",
        evidence=lines,
    )
