"""Articles as they were read, and the screening of each: kept together, once."""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from watchlist.model import Article, Screening
from watchlist.store.codec import (
    article_content,
    dump,
    dump_designation,
    dump_match,
    dump_network,
    instant,
    read_article,
)
from watchlist.store.database import Database, Row
from watchlist.store.stories import Sketch, Stories
from watchlist.store.words import Words

ATTEMPTS = 3
"""An article that failed so often is left alone: one poisonous text must not stop the others for ever."""


class Standing(StrEnum):
    """What the state knows of an article that a source offers."""

    NEW = "new"
    REVISED = "revised"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True)
class Basis:
    """What an article is screened against: (list name, digest) of every active snapshot, configuration, software."""

    lists: tuple[tuple[str, str], ...]
    configuration: str
    software: str

    @property
    def digest(self) -> str:
        """SHA-256 over all of it."""
        return hashlib.sha256(dump([sorted(self.lists), self.configuration, self.software]).encode()).hexdigest()


class Articles:
    """Articles by source, id and digest; a revised text is another one."""

    def __init__(self, database: Database, stories: Stories, words: Words) -> None:
        self._database = database
        self._stories = stories
        self._words = words

    def standing(self, article: Article, basis: Basis | None = None) -> Standing:
        """Whether to screen an article: only when new or revised.

        ``UNCHANGED`` is this text of this id, seen before; ``DUPLICATE`` the same text under another id or source, held
        against this ``basis``: what was found before a list changed says nothing about the list as it is now.
        """
        if self._number(article) is not None:
            return Standing.UNCHANGED
        if self.attempts(article) >= ATTEMPTS:
            return Standing.QUARANTINED
        if self._screened(article, basis):
            return Standing.DUPLICATE
        key = (article.source, article.id)
        earlier = self._database.row("SELECT 1 FROM articles WHERE source = ? AND id = ? LIMIT 1", key)
        return Standing.NEW if earlier is None else Standing.REVISED

    def _screened(self, article: Article, basis: Basis | None) -> bool:
        """Whether this text was screened under any id, against ``basis`` where one is given."""
        if basis is None:
            known = self._database.row("SELECT 1 FROM articles WHERE digest = ? LIMIT 1", (article.digest,))
        else:
            known = self._database.row(
                "SELECT 1 FROM articles JOIN screenings ON screenings.article = articles.number "
                "WHERE digest = ? AND basis = ? LIMIT 1",
                (article.digest, basis.digest),
            )
        return known is not None

    def digests(self, source: str) -> dict[str, str]:
        """The newest digest of every article of a source, by id."""
        rows = self._database.rows("SELECT id, digest FROM articles WHERE source = ? ORDER BY number", (source,))
        return {str(article): str(digest) for article, digest in rows}

    def add(
        self,
        screening: Screening,
        *,
        story: str,
        signature: Sketch,
        basis: Basis,
        now: datetime,
        words: Collection[str] = frozenset(),
        quiet: bool = False,
    ) -> bool:
        """Keep an article, its words, its screening with all it found, and its place in a story, or nothing of it.

        False when this text was screened against this basis before. A ``quiet`` one is kept and never told. An article
        that already stands in a story stays there. ``ValueError`` without a digest.
        """
        with self._database.transaction():
            number = self._article(screening.article)
            screened = self._screening(number, screening, basis, now)
            if screened is None:
                return False
            self._findings(screened, screening)
            self._words.add(number, words, now)
            standing_in = self._story_of(number)
            if standing_in is None:
                self._stories.found(story, signature, now)
            self._see(number, screened, standing_in or story, now, quiet=quiet)
            self._forget_failures(screening.article)
        return True

    def read(self, number: int) -> Article:
        """The article of a number."""
        rows = self._database.rows("SELECT source, id, digest, content FROM articles WHERE number = ?", (number,))
        source, article, digest, content = rows[0]
        return read_article(
            str(source), str(article), str(digest), bytes(content) if isinstance(content, bytes) else b""
        )

    def screened_against(self, number: int, basis: Basis) -> bool:
        """Whether the article of a number was screened against this basis."""
        key = (number, basis.digest)
        return self._database.row("SELECT 1 FROM screenings WHERE article = ? AND basis = ?", key) is not None

    def with_matches(self, parties: Collection[str], since: datetime) -> Iterator[tuple[int, str]]:
        """Screened articles known since then in which any of these parties was ever found: number and party."""
        known = "JOIN article_words ON article_words.article = screenings.article WHERE party = ? AND seen >= ?"
        for party in sorted(parties):
            rows = self._database.rows(
                f"SELECT DISTINCT screenings.article FROM matches JOIN screenings ON number = screening {known}",  # noqa: S608
                (party, instant(since)),
            )
            yield from ((int(str(number)), party) for (number,) in rows)

    def screen_again(
        self, number: int, screening: Screening, *, words: Collection[str], basis: Basis, now: datetime
    ) -> bool:
        """Keep a further screening of the article of a number; whether it finds anything else than the one before.

        Only then is it a sighting, of this article and of all that share its text: nothing else was learned. ValueError
        when it was screened against this basis before.
        """
        with self._database.transaction():
            before = self._database.row("SELECT max(number) FROM screenings WHERE article = ?", (number,))
            screened = self._screening(number, screening, basis, now)
            if screened is None or before is None:
                msg = f"article {number} was screened against this basis before"
                raise ValueError(msg)
            self._findings(screened, screening)
            self._words.add(number, words, now)
            differs = self._found(screened) != self._found(int(str(before[0])))
            for other, story in self._sharing(number) if differs else ():
                self._see(other, screened, story, now, quiet=False)
        return differs

    def _sharing(self, number: int) -> list[tuple[int, str]]:
        """Articles that share the screenings of one, itself among them, with their stories."""
        rows = self._database.rows(
            "SELECT sightings.article, max(story) FROM sightings JOIN screenings ON screenings.number = screening "
            "WHERE screenings.article = ? GROUP BY sightings.article ORDER BY sightings.article",
            (number,),
        )
        return [(int(str(article)), str(story)) for article, story in rows]

    def _found(self, screened: int) -> frozenset[Row]:
        """Who was found at which level, which networks how, and who was said to be designated."""
        parties = self._database.rows("SELECT party, level FROM matches WHERE screening = ?", (screened,))
        networks = self._database.rows("SELECT network, value FROM network_mentions WHERE screening = ?", (screened,))
        names = self._database.rows("SELECT name FROM designations WHERE screening = ?", (screened,))
        return frozenset((*parties, *networks, *names))

    def add_duplicate(self, article: Article, *, now: datetime, quiet: bool = False) -> bool:
        """Keep an article whose text is known: it shares the screening and the story of the first one with that text.

        False when it was kept before; ``ValueError`` when the text is not known.
        """
        with self._database.transaction():
            if self._number(article) is not None:
                return False
            first = self._database.row(
                "SELECT screening, story FROM sightings JOIN articles ON articles.number = article "
                "WHERE digest = ? ORDER BY screening DESC, sightings.number LIMIT 1",
                (article.digest,),
            )
            if first is None:
                msg = f"article {article.id} of {article.source} has no known text to share"
                raise ValueError(msg)
            self._see(self._article(article), int(str(first[0])), str(first[1]), now, quiet=quiet)
        return True

    def fail(self, article: Article, *, reason: str, now: datetime) -> int:
        """Note that an article could not be screened; how often that has happened."""
        with self._database.transaction():
            self._database.write(
                "INSERT INTO failures VALUES (?, ?, ?, 1, ?, ?) ON CONFLICT DO UPDATE "
                "SET attempts = attempts + 1, last = excluded.last, reason = excluded.reason",
                (article.source, article.id, _digest(article), instant(now), reason),
            )
            return self.attempts(article)

    def attempts(self, article: Article) -> int:
        """How often this text could not be taken in, since it last could."""
        row = self._database.row(
            "SELECT attempts FROM failures WHERE source = ? AND id = ? AND digest = ?",
            (article.source, article.id, article.digest),
        )
        return 0 if row is None else int(str(row[0]))

    def _number(self, article: Article) -> int | None:
        row = self._database.row(
            "SELECT number FROM articles WHERE source = ? AND id = ? AND digest = ?",
            (article.source, article.id, _digest(article)),
        )
        return None if row is None else int(str(row[0]))

    def _article(self, article: Article) -> int:
        known = self._number(article)
        if known is not None:
            return known
        return self._database.insert(
            "INSERT INTO articles (source, id, digest, content) VALUES (?, ?, ?, ?)",
            (article.source, article.id, article.digest, article_content(article)),
        )

    def _screening(self, article: int, screening: Screening, basis: Basis, now: datetime) -> int | None:
        self._database.write(
            "INSERT OR IGNORE INTO bases VALUES (?, ?, ?, ?)",
            (basis.digest, dump(sorted(basis.lists)), basis.configuration, basis.software),
        )
        key = (article, basis.digest)
        if self._database.row("SELECT 1 FROM screenings WHERE article = ? AND basis = ?", key) is not None:
            return None
        return self._database.insert(
            "INSERT INTO screenings (article, basis, at, topics) VALUES (?, ?, ?, ?)",
            (*key, instant(now), dump(screening.topics)),
        )

    def _findings(self, screened: int, screening: Screening) -> None:
        for ordinal, match in enumerate(screening.matches):
            self._database.write(
                "INSERT INTO matches VALUES (?, ?, ?, ?, ?, ?)",
                (screened, ordinal, match.party, match.level.value, match.score, dump_match(match)),
            )
        for ordinal, mention in enumerate(screening.networks):
            self._database.write(
                "INSERT INTO network_mentions VALUES (?, ?, ?, ?)",
                (screened, ordinal, mention.network, dump_network(mention)),
            )
        for ordinal, designation in enumerate(screening.designations):
            self._database.write(
                "INSERT INTO designations VALUES (?, ?, ?, ?)",
                (screened, ordinal, designation.name, dump_designation(designation)),
            )

    def _story_of(self, article: int) -> str | None:
        row = self._database.row("SELECT story FROM sightings WHERE article = ? LIMIT 1", (article,))
        return None if row is None else str(row[0])

    def _see(self, article: int, screened: int, story: str, now: datetime, *, quiet: bool) -> None:
        self._database.insert(
            "INSERT INTO sightings (article, screening, story, seen, quiet) VALUES (?, ?, ?, ?, ?)",
            (article, screened, story, instant(now), int(quiet)),
        )

    def _forget_failures(self, article: Article) -> None:
        self._database.write(
            "DELETE FROM failures WHERE source = ? AND id = ? AND digest = ?",
            (article.source, article.id, article.digest),
        )


def _digest(article: Article) -> str:
    if not article.digest:
        msg = f"article {article.id} of {article.source} carries no digest of its title and text"
        raise ValueError(msg)
    return article.digest
