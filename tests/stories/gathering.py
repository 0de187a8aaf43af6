"""Articles into stories, one after another as they come, and how well that agrees with what they are."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass

from watchlist.model import Article
from watchlist.store.stories import CANDIDATES, Anchor
from watchlist.stories import assign, signature

Pair = tuple[int, int]


def gather(articles: Sequence[Article]) -> list[str]:
    """The story of each, found as the state finds it: the twenty that share most keys are looked at."""
    firsts: dict[str, Article] = {}
    anchors: dict[str, Anchor] = {}
    by_key: dict[int, list[str]] = defaultdict(list)
    found = []
    for number, article in enumerate(articles):
        sketch = signature(article)
        shared = Counter(story for key in sketch.keys for story in by_key[key])
        likely = sorted(shared, key=lambda story: (-shared[story], story))[:CANDIDATES]
        story = assign(article, sketch, [anchors[one] for one in likely], firsts.__getitem__)
        if story is None:
            story = f"s{number:06}"
            firsts[story] = article
            anchors[story] = Anchor(story, sketch.script, sketch.size, sketch.sketch)
            for key in sketch.keys:
                by_key[key].append(story)
        found.append(story)
    return found


def pairs(labels: Sequence[Hashable]) -> set[Pair]:
    """All pairs of places that have one label."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for place, label in enumerate(labels):
        places[label].append(place)
    return {(one, other) for group in places.values() for at, one in enumerate(group) for other in group[at + 1 :]}


@dataclass(frozen=True)
class Agreement:
    """Of the pairs found, the share that is right, and of those that are right, the share found."""

    precision: float
    recall: float


def agreement(found: Collection[Pair], right: Collection[Pair]) -> Agreement:
    """How well pairs agree."""
    both = len(set(found) & set(right))
    return Agreement(both / max(1, len(found)), both / max(1, len(right)))
