"""rapidfuzz in the two ways in which scripts use it; too slow for more than a few articles."""

import re
from collections.abc import Callable

import numpy as np
from rapidfuzz.fuzz import partial_ratio, partial_ratio_alignment, ratio
from rapidfuzz.process import cdist, extract

from bench.contender import Flag, Ready
from bench.material import Material
from bench.peers import both, merged
from watchlist.model import Article

CUTOFF = 90
LONGEST_SPAN = 6
_SPAN = re.compile(rf"\b[A-ZÀ-ÞĀ-ŽА-ЯЁЄІЇҐ][\w'’-]*(?: [A-ZÀ-ÞĀ-ŽА-ЯЁЄІЇҐ][\w'’-]*){{1,{LONGEST_SPAN - 1}}}")


def partial(material: Material) -> Callable[[], Ready]:
    """Every name against the whole text with ``partial_ratio``."""
    names = material.names()

    def index() -> Ready:
        folded = merged((name.lower(), listings) for name, listings in names.items())
        choices = list(folded)

        def scan(article: Article) -> list[tuple[str, float, int]]:
            return extract(both(article).lower(), choices, scorer=partial_ratio, score_cutoff=CUTOFF, limit=None)

        def flags(article: Article) -> list[Flag]:
            text = article.text.lower()
            found = extract(text, choices, scorer=partial_ratio, score_cutoff=CUTOFF, limit=None)
            placed = [(partial_ratio_alignment(text, name), folded[name]) for name, _, _ in found]
            return [Flag(place.src_start, place.src_end, listings) for place, listings in placed if place is not None]

        return Ready(scan, flags)

    return index


def token_sort(material: Material) -> Callable[[], Ready]:
    """Runs of capitalised words against every name, the words of both sorted beforehand."""
    names = material.names()

    def index() -> Ready:
        folded = merged((_sorted(name), listings) for name, listings in names.items())
        choices, listings = list(folded), list(folded.values())

        def flags(article: Article) -> list[Flag]:
            return _best(article.text)

        def _best(text: str) -> list[Flag]:
            spans = list(_SPAN.finditer(text))
            if not spans:
                return []
            scores = cdist(
                [_sorted(span.group()) for span in spans], choices, scorer=ratio, score_cutoff=CUTOFF, dtype=np.uint8
            )
            best = scores.argmax(axis=1)
            return [
                Flag(*span.span(), listings[at])
                for span, at, row in zip(spans, best, scores, strict=True)
                if row[at] >= CUTOFF
            ]

        return Ready(lambda article: _best(both(article)), flags)

    return index


def _sorted(name: str) -> str:
    return " ".join(sorted(re.findall(r"\w+", name.lower())))
