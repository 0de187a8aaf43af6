"""What was learned, in the order of learning: every article in its story, with what its screening found."""

import json
from dataclasses import dataclass
from datetime import datetime

from watchlist.model import Article, Designation, Match, NetworkMention
from watchlist.store.articles import Basis
from watchlist.store.codec import instant, moment, read_article, read_designation, read_match, read_network, texts
from watchlist.store.database import Database, Row


@dataclass(frozen=True, slots=True)
class Sighting:
    """One article in its story; ``duplicate`` when it shares the text, and so the screening, of an earlier one."""

    number: int
    story: str
    article: Article
    seen: datetime
    quiet: bool
    duplicate: bool
    basis: str
    matches: tuple[Match, ...]
    networks: tuple[NetworkMention, ...]
    topics: tuple[str, ...]
    designations: tuple[Designation, ...] = ()


class Sightings:
    """Reading back what was found."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self) -> int:
        """The number of the last sighting; 0 before the first."""
        row = self._database.row("SELECT coalesce(max(number), 0) FROM sightings")
        return 0 if row is None else int(str(row[0]))

    def stories_with_findings(self, after: int, upto: int) -> tuple[str, ...]:
        """Stories, in order of first sighting, in which something not quiet was found with numbers in (after, upto]."""
        rows = self._database.rows(
            "SELECT story FROM sightings WHERE number > ? AND number <= ? AND quiet = 0 AND ("
            "EXISTS (SELECT 1 FROM matches WHERE matches.screening = sightings.screening) OR "
            "EXISTS (SELECT 1 FROM network_mentions WHERE network_mentions.screening = sightings.screening) OR "
            "EXISTS (SELECT 1 FROM designations WHERE designations.screening = sightings.screening)) "
            "GROUP BY story ORDER BY min(number)",
            (after, upto),
        )
        return tuple(str(story) for (story,) in rows)

    def stories(self, after: int, upto: int) -> tuple[str, ...]:
        """Stories, in order of first sighting, in which anything was seen with numbers in (after, upto]."""
        rows = self._database.rows(
            "SELECT story FROM sightings WHERE number > ? AND number <= ? GROUP BY story ORDER BY min(number)",
            (after, upto),
        )
        return tuple(str(story) for (story,) in rows)

    def of_story(self, story: str, upto: int) -> tuple[Sighting, ...]:
        """All sightings of a story up to a number, oldest first."""
        rows = self._database.rows(
            "SELECT sightings.number, story, seen, quiet, screenings.article <> articles.number, basis, topics, "
            "screening, source, id, digest, content FROM sightings "
            "JOIN articles ON articles.number = sightings.article "
            "JOIN screenings ON screenings.number = sightings.screening "
            "WHERE story = ? AND sightings.number <= ? ORDER BY sightings.number",
            (story, upto),
        )
        return tuple(self._sighting(row) for row in rows)

    def text_before(self, article: Article) -> tuple[int, datetime] | None:
        """The sighting that first brought this text of an article, and when the text before it was read; None for the
        first text.
        """
        key = (article.source, article.id, article.digest)
        first = self._database.row(
            "SELECT min(sightings.number) FROM sightings JOIN articles ON articles.number = article "
            "WHERE source = ? AND id = ? AND digest = ?",
            key,
        )
        if first is None or first[0] is None:
            return None
        before = self._database.row(
            "SELECT seen FROM sightings JOIN articles ON articles.number = article "
            "WHERE source = ? AND id = ? AND digest <> ? AND sightings.number < ? "
            "ORDER BY sightings.number DESC LIMIT 1",
            (*key, int(str(first[0]))),
        )
        return None if before is None else (int(str(first[0])), moment(str(before[0])))

    def founded(self, story: str) -> int:
        """The number of the sighting that founded a story; 0 for one that is not known."""
        row = self._database.row("SELECT coalesce(min(number), 0) FROM sightings WHERE story = ?", (story,))
        return 0 if row is None else int(str(row[0]))

    def parties_named(self, since: datetime, until: datetime) -> tuple[tuple[str, str], ...]:
        """Parties, as they were called then, that articles name at alert level, each with its stories.

        Of articles seen from ``since`` to before ``until``.
        """
        return self._pairs("matches.party", "matches", "AND matches.level = 'alert'", since, until)

    def networks_told(self, since: datetime, until: datetime) -> tuple[tuple[str, str], ...]:
        """Networks that articles of the same span name or describe, each with its stories."""
        return self._pairs("network_mentions.network", "network_mentions", "", since, until)

    def _pairs(
        self, column: str, table: str, more: str, since: datetime, until: datetime
    ) -> tuple[tuple[str, str], ...]:
        rows = self._database.rows(
            f"SELECT DISTINCT {column}, story FROM sightings JOIN {table} USING (screening) "  # noqa: S608
            f"WHERE seen >= ? AND seen < ? AND quiet = 0 {more} ORDER BY 1, 2",
            (instant(since), instant(until)),
        )
        return tuple((str(first), str(story)) for first, story in rows)

    def basis(self, digest: str) -> Basis | None:
        """The state of lists and configuration with this digest."""
        row = self._database.row("SELECT lists, configuration, software FROM bases WHERE digest = ?", (digest,))
        if row is None:
            return None
        lists = tuple((str(name), str(version)) for name, version in json.loads(str(row[0])))
        return Basis(lists, str(row[1]), str(row[2]))

    def _sighting(self, row: Row) -> Sighting:
        number, story, seen, quiet, duplicate, basis, topics, screening, source, article, digest, content = row
        return Sighting(
            number=int(str(number)),
            story=str(story),
            article=read_article(
                str(source), str(article), str(digest), bytes(content) if isinstance(content, bytes) else b""
            ),
            seen=moment(str(seen)),
            quiet=bool(quiet),
            duplicate=bool(duplicate),
            basis=str(basis),
            matches=tuple(read_match(value) for value in self._values("matches", screening)),
            networks=tuple(read_network(value) for value in self._values("network_mentions", screening)),
            topics=texts(str(topics)),
            designations=tuple(read_designation(value) for value in self._values("designations", screening)),
        )

    def _values(self, table: str, screening: object) -> tuple[str, ...]:
        rows = self._database.rows(
            f"SELECT value FROM {table} WHERE screening = ? ORDER BY ordinal",  # noqa: S608
            (int(str(screening)),),
        )
        return tuple(str(value) for (value,) in rows)
