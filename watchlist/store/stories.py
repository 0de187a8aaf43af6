"""Stories: the sketch of each first article, found again by the keys that a near copy shares."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from watchlist.model import Article
from watchlist.store.codec import instant, read_article
from watchlist.store.database import Database, Row

CANDIDATES = 20
"""Stories that share most keys; a near copy shares far more keys than anything else."""


class Sketch(Protocol):
    """What is kept of a text to know a near copy: sorted shingle digests, the least of them as keys."""

    @property
    def script(self) -> str:
        """The writing of most letters."""
        ...

    @property
    def size(self) -> int:
        """How many shingles the text has."""
        ...

    @property
    def sketch(self) -> tuple[int, ...]:
        """The least shingle digests, sorted, signed 64 bit."""
        ...

    @property
    def keys(self) -> tuple[int, ...]:
        """The least of the sketch, by which near copies find each other."""
        ...


@dataclass(frozen=True, slots=True)
class Anchor:
    """The sketch of the first article of a story."""

    story: str
    script: str
    size: int
    sketch: tuple[int, ...]


class Stories:
    """Stories by the keys of their first article."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def found(self, story: str, sketch: Sketch, now: datetime) -> None:
        """Begin a story; one that exists keeps its first article."""
        values = (story, instant(now), sketch.script, sketch.size, _pack(sketch.sketch))
        with self._database.transaction():
            if self._database.write("INSERT OR IGNORE INTO stories VALUES (?, ?, ?, ?, ?)", values) == 0:
                return
            for key in sketch.keys:
                self._database.write("INSERT OR IGNORE INTO story_keys VALUES (?, ?, ?)", (key, instant(now), story))

    def anchors(self, keys: Sequence[int], since: datetime) -> tuple[Anchor, ...]:
        """Stories founded since then that share keys, those with most first."""
        if not keys:
            return ()
        marks = ", ".join("?" * len(keys))
        rows = self._database.rows(
            "SELECT id, script, size, sketch FROM stories JOIN (SELECT story, count(*) AS shared FROM story_keys "  # noqa: S608
            f"WHERE key IN ({marks}) AND founded >= ? GROUP BY story ORDER BY shared DESC, story LIMIT ?) "
            "ON id = story ORDER BY shared DESC, founded, id",
            (*keys, instant(since), CANDIDATES),
        )
        return tuple(map(_anchor, rows))

    def first(self, story: str) -> Article:
        """The article that founded a story; ValueError for a story without any."""
        row = self._database.row(
            "SELECT source, id, digest, content FROM sightings JOIN articles ON articles.number = sightings.article "
            "WHERE story = ? ORDER BY sightings.number LIMIT 1",
            (story,),
        )
        if row is None:
            msg = f"story {story} has no article"
            raise ValueError(msg)
        source, article, digest, content = row
        return read_article(
            str(source), str(article), str(digest), bytes(content) if isinstance(content, bytes) else b""
        )

    def of_article(self, article: Article) -> Anchor | None:
        """The story in which the newest other text of this source and id stands."""
        row = self._database.row(
            "SELECT stories.id, script, size, sketch FROM articles "
            "JOIN sightings ON sightings.article = articles.number JOIN stories ON stories.id = sightings.story "
            "WHERE source = ? AND articles.id = ? AND digest <> ? ORDER BY sightings.number DESC LIMIT 1",
            (article.source, article.id, article.digest),
        )
        return None if row is None else _anchor(row)


def _anchor(row: Row) -> Anchor:
    story, script, size, sketch = row
    return Anchor(str(story), str(script), int(str(size)), _unpack(bytes(sketch)) if isinstance(sketch, bytes) else ())


def _pack(sketch: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(sketch)}q", *sketch)


def _unpack(content: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(content) // 8}q", content)
