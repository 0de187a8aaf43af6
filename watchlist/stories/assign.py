"""Whether a text is a near copy of the first article of a story, or founds one."""

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Protocol

from watchlist.model import Article
from watchlist.stories.copies import body_of, copied
from watchlist.stories.signature import SKETCH_SIZE, Signature

JOIN_WINDOW = timedelta(days=14)
"""How long after its first article a story takes copies; later the same words are news again."""

LIKELY = 0.2
"""Share of the shorter text that two sketches must have in common before the texts are held against each other."""

CONTAINED = 0.5
"""Share of the shorter text that must be left of an earlier text of the same article."""

LEAST_KEPT = 2
"""Digests that must be shared: the id already speaks, and little of a short summary is in the sketch of its page."""


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


def assign(
    article: Article,
    signature: Signature,
    recent: Sequence[StoryAnchor],
    first: Callable[[str], Article],
    own: StoryAnchor | None = None,
) -> str | None:
    """The story whose first article this text copies most, the first of equals; None when it founds a new one.

    ``first`` reads the first article of a story. ``own`` is the story in which an earlier text of the same article
    stands: a revision stays there however much was added, as when a page follows its summary, unless little of the old
    text is left.
    """
    if own is not None and _contained(signature, own, LEAST_KEPT) >= CONTAINED:
        return own.story
    likely = [anchor.story for anchor in recent if _contained(signature, anchor) >= LIKELY]
    if not likely:
        return None
    body = body_of(article)
    shares = [copied(body, body_of(first(story))) for story in likely]
    best = max(shares)
    return likely[shares.index(best)] if best else None


def _contained(signature: Signature, anchor: StoryAnchor, least: int = 1) -> float:
    """Estimated share of the shorter text's shingles that the longer one has; 0 below ``least`` shared digests."""
    if signature.script != anchor.script or not signature.sketch or not anchor.sketch:
        return 0.0
    if signature.sketch == anchor.sketch:
        return 1.0
    # A full sketch knows nothing of digests above its last: both are compared below the lower of the two bounds.
    known = [sketch[-1] for sketch in (signature.sketch, anchor.sketch) if len(sketch) == SKETCH_SIZE]
    bound = min(known, default=max(signature.sketch[-1], anchor.sketch[-1]))
    left = signature.sketch[: bisect_right(signature.sketch, bound)]
    right = anchor.sketch[: bisect_right(anchor.sketch, bound)]
    shared = len(set(left).intersection(right))
    return shared / min(len(left), len(right)) if shared >= least else 0.0
