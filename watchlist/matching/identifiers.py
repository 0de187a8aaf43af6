"""Numbers and addresses of listings, matched exactly anywhere in the text: an equal identifier decides."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from watchlist.matching.assessment import Judgement, Place
from watchlist.matching.index import Index
from watchlist.matching.page import Page
from watchlist.matching.profiles import folded_address
from watchlist.matching.vocabulary import Mark
from watchlist.matching.weights import evidence
from watchlist.model import MatchKind
from watchlist.text.tokens import Token

# An identifier outranks every name that stands in the same place.
IDENTIFIER_WORDS = 99
_CANDIDATE = re.compile(r"\b(?:IMO[\s:#.№-]{0,3}(?:number\s)?(?P<imo>\d{7})|(?P<plain>[A-Za-z0-9]{9,64}))\b")


def judge_identifiers(index: Index, page: Page) -> Iterator[Judgement]:
    """One judgement for each identifier of a listing that stands in the text, in the listing's own characters."""
    if not index.identifiers or not page.has(Mark.NUMBERED):
        return
    for found in _CANDIDATE.finditer(page.text):
        for value in _values(found):
            bearers = index.identifiers.get(value, ())
            if bearers:
                yield _judgement(
                    index, page, min(bearers, key=lambda bearer: index.parties[bearer].id), found.start(), found.end()
                )
                break


def values_in(text: str) -> Iterator[str]:
    """Every value that a text is asked for, listed or not."""
    for found in _CANDIDATE.finditer(text):
        yield from _values(found)


def _values(found: re.Match[str]) -> tuple[str, ...]:
    plain = found["plain"]
    return (f"IMO{found['imo']}",) if plain is None else (folded_address(plain), plain.upper())


def _end(token: Token) -> int:
    return token.end


def _judgement(index: Index, page: Page, party: int, start: int, end: int) -> Judgement:
    # Words stand in the order of their ends, so that a text of nothing but numbers is searched, not walked.
    first = bisect_right(page.tokens, start, key=_end)
    last = bisect_left(page.tokens, end, key=_end)
    lines = (evidence("identifier", 1.0, page.text[start:end]),)
    return Judgement(
        place=Place(page, first, last, start, end),
        party=party,
        alias=index.parties[party].alias,
        form=None,
        words=IDENTIFIER_WORDS,
        kind=MatchKind.IDENTIFIER,
        held="",
        evidence=lines,
    )
