"""Stories among real articles in six languages, by a measure of their own, and among made copies of real articles.

Which real articles copy each other is measured over all pairs: the share of the words of the shorter one that stand in
runs of five words which the longer one has. From three fifths on they are copies, below two fifths they are not. Left
out is what this measure cannot judge: shares in between, texts at least three times longer than what they contain
(press reviews among them), and two texts that both copy a third of about their length, which may be two cuts of it.
"""

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import fmean

import pytest

from tests.lists.conftest import SHARED
from tests.stories.gathering import Pair, agreement, gather, pairs
from tests.stories.syndication import copies, daily, digest, follow_up
from watchlist.model import Article

pytestmark = pytest.mark.shared
NEWS = SHARED.parent / "news"
RUN = 5
COPY = 0.6
NO_COPY = 0.4
APART = 0.12
"""Articles that share less with any other are taken to be news of their own."""


def corpus(name: str) -> list[Article]:
    """The articles of a corpus."""
    path = Path(NEWS / name / "articles.jsonl")
    if not path.exists():
        pytest.skip("the large data folder is not beside the project")
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [Article(one["id"], "source", one["title"], one["text"], language=one["lang"]) for one in lines]


@dataclass(frozen=True)
class Truth:
    """Shares of all pairs that have any run of words in common, and the number of words of each article."""

    shares: dict[Pair, float]
    words: list[int]

    def copies(self) -> set[Pair]:
        """Pairs that are copies."""
        return {pair for pair, share in self.shares.items() if share >= COPY and not self._longer(pair)}

    def judged(self, found: set[Pair]) -> set[Pair]:
        """Those of the pairs that the measure can judge."""
        near: dict[int, set[int]] = defaultdict(set)
        for (one, other), share in self.shares.items():
            if share >= COPY:
                near[one].add(other)
                near[other].add(one)
        return {pair for pair in found if self._judges(pair, near[pair[0]] & near[pair[1]])}

    def _judges(self, pair: Pair, between: set[int]) -> bool:
        share = self.shares.get(pair, 0.0)
        if share >= NO_COPY:
            return share >= COPY and not self._longer(pair)
        longest = max(self.words[place] for place in pair)
        return not any(self.words[place] < 2.5 * longest for place in between)

    def _longer(self, pair: Pair) -> bool:
        shorter, longer = sorted(self.words[place] for place in pair)
        return longer >= 3 * shorter


def measured(articles: list[Article]) -> Truth:
    """How much of the shorter of each two texts stands in the longer one."""
    words = [re.findall(r"\w+", f"{one.title}\n{one.text}".casefold()) for one in articles]
    runs = [[tuple(text[at : at + RUN]) for at in range(len(text) - RUN + 1)] for text in words]
    known = [set(of) for of in runs]
    having: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, of in enumerate(known):
        for run in of:
            having[run].append(place)
    shares: dict[Pair, float] = {}
    for one, other in {pair for places in having.values() for pair in combinations(places, 2)}:
        shorter, longer = sorted((one, other), key=lambda place: len(words[place]))
        copied = {at + step for at, run in enumerate(runs[shorter]) if run in known[longer] for step in range(RUN)}
        shares[one, other] = len(copied) / len(words[shorter])
    return Truth(shares, [len(text) for text in words])


@pytest.fixture(scope="module")
def slavic() -> tuple[list[Article], Truth]:
    """Articles in six languages with what they share."""
    articles = corpus("slavic")
    return articles, measured(articles)


def test_stories_among_real_articles(slavic: tuple[list[Article], Truth]) -> None:
    """Pairs in one story are copies, and copies are in one story, in the order of the corpus and in three others."""
    articles, truth = slavic
    reached = []
    for seed in range(4):
        order = list(range(len(articles)))
        if seed:
            Random(seed).shuffle(order)  # noqa: S311 - dice, no secret
        stories = dict(zip(order, gather([articles[place] for place in order]), strict=True))
        found = truth.judged(pairs([stories[place] for place in range(len(articles))]))
        reached.append(agreement(found, truth.copies()))
        print(f"real articles, order {seed}: {reached[-1]}")
    assert min(one.precision for one in reached) >= 0.98
    assert fmean(one.recall for one in reached) >= 0.90


@pytest.mark.parametrize("name", ["slavic", "bbc_en"])
def test_stories_among_made_copies(slavic: tuple[list[Article], Truth], name: str) -> None:
    """Ten kinds of copies of each of some hundred articles among follow-ups, press reviews and daily reports."""
    dice = Random(7)  # noqa: S311 - dice, no secret
    articles, labels = made(apart(*slavic) if name == "slavic" else corpus(name), dice)
    order = dice.sample(range(len(articles)), len(articles))
    found = pairs(gather([articles[place] for place in order]))
    reached = agreement(found, pairs([labels[place] for place in order]))
    print(f"{len(articles)} made articles of {name}: {reached}")
    assert reached.precision >= 0.98
    assert reached.recall >= 0.90


def apart(articles: list[Article], truth: Truth) -> list[Article]:
    """Articles that share little with any other."""
    alike = {place for pair, share in truth.shares.items() if share >= APART for place in pair}
    return [one for place, one in enumerate(articles) if place not in alike]


def made(articles: list[Article], dice: Random) -> tuple[list[Article], list[str]]:
    """Articles and what they are about, a language at a time: copies of some, and others to be told from them."""
    several = [one for one in articles if len(one.text) >= 500]
    found: list[tuple[Article, str]] = [(one, one.id) for one in (daily(day, dice) for day in range(40))]
    for language in sorted({one.language for one in several}):
        own = [one for one in several if one.language == language]
        chosen = dice.sample(own, min(len(own), 300))
        third = len(chosen) // 3
        for one, fresh, other in zip(chosen, chosen[third:], chosen[2 * third :], strict=False):
            found += ((copy, one.id) for copy in (one, *copies(one, other, dice)))
            later = follow_up(one, fresh, dice)
            found.append((later, later.id))
        for start in range(0, third - 5, 6):
            review = digest(chosen[start : start + 6])
            found.append((review, review.id))
    return [one for one, _ in found], [label for _, label in found]
