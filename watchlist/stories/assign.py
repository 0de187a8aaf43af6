"""Whether a text is a near copy of the first article of a story, or founds one."""

import hashlib
import math
from bisect import bisect_right
from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from watchlist.model import Article
from watchlist.stories.signature import SKETCH_SIZE, Signature

JOIN_WINDOW = timedelta(days=14)
"""How long after its first article a story takes copies; later the same words are news again."""

CONTAINED = 0.5
"""Share of the shorter text that must stand in the longer one (measured: docs/decisions/004-near-copies.md)."""

LEAST_SHARED = 6
"""Shingles that must be shared; fewer are a formula ("told reporters on Monday that"), not a copy."""

LONGEST_RATIO = 8
"""How many times longer the other text may be: a digest of many news is not a copy of each of them."""


KEPT_SHARED = 2
UNBOUNDED = math.inf
"""For a revision of the same article the id already speaks; little of a short summary is in the sketch of its page."""


class StoryAnchor(Protocol):
    """The first article of a story, as kept."""

    @property
    def story(self) -> str:
        """Id of the story."""
        ...

    @property
    def script(self) -> str:
        """The script of most letters."""
        ...

    @property
    def size(self) -> int:
        """How many shingles the text has."""
        ...

    @property
    def sketch(self) -> tuple[int, ...]:
        """The least shingle digests, sorted."""
        ...


def story_id(article: Article) -> str:
    """The id of the story that an article founds: ``s`` and 16 hex digits of its source, id and digest."""
    key = f"{article.source}\0{article.id}\0{article.digest}"
    return "s" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def assign(signature: Signature, recent: Sequence[StoryAnchor], own: StoryAnchor | None = None) -> str | None:
    """The story whose first article this text copies most, the first of equals; None when it founds a new one.

    ``own`` is the story in which an earlier text of the same article stands: a revision stays there however much was
    added, as when a page follows its summary, unless nothing of the old text is left.
    """
    if own is not None and _contained(signature, own, KEPT_SHARED, UNBOUNDED) >= CONTAINED:
        return own.story
    best: tuple[float, str] | None = None
    for anchor in recent:
        share = _contained(signature, anchor, LEAST_SHARED, LONGEST_RATIO)
        if share >= CONTAINED and (best is None or share > best[0]):
            best = (share, anchor.story)
    return None if best is None else best[1]


def _contained(signature: Signature, anchor: StoryAnchor, least: int, ratio: float) -> float:
    """Estimated share of the shorter text's shingles that the longer one has; 0 where they cannot be copies."""
    if signature.script != anchor.script or not signature.sketch or not anchor.sketch:
        return 0.0
    if signature.sketch == anchor.sketch:
        return 1.0
    shorter, longer = sorted((signature.size, anchor.size))
    if longer > ratio * shorter:
        return 0.0
    # A full sketch knows nothing of digests above its last: both are compared below the lower of the two bounds.
    known = [sketch[-1] for sketch in (signature.sketch, anchor.sketch) if len(sketch) == SKETCH_SIZE]
    bound = min(known, default=max(signature.sketch[-1], anchor.sketch[-1]))
    left = signature.sketch[: bisect_right(signature.sketch, bound)]
    right = anchor.sketch[: bisect_right(anchor.sketch, bound)]
    shared = len(set(left).intersection(right))
    return shared / min(len(left), len(right)) if shared >= least else 0.0
