"""Which words stand in which article: what a new name on a list is held against before any article is read again."""

import sys
import zlib
from array import array
from collections.abc import Collection, Iterator
from datetime import datetime

from watchlist.store.codec import instant
from watchlist.store.database import Database


class Words:
    """Words of articles, each by a key of 32 bits; two words of one key only cost a look in vain."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, article: int, words: Collection[str], now: datetime) -> None:
        """Keep the words of an article, by its number; nothing when they are kept already."""
        keys = _packed(array("I", sorted({_key(word) for word in words})))
        added = self._database.write(
            "INSERT INTO article_words VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET keys = excluded.keys WHERE keys IS NULL",
            (article, instant(now), keys),
        )
        if added:
            self._database.write_many("INSERT OR IGNORE INTO words VALUES (?, ?)", [(_key(one), one) for one in words])

    def all(self) -> Iterator[tuple[int, str]]:
        """Every word that any article holds, with its key."""
        for key, word in self._database.each("SELECT key, word FROM words"):
            yield int(str(key)), str(word)

    def of_articles(self, since: datetime) -> Iterator[tuple[int, frozenset[int] | None]]:
        """Screened articles known since then, oldest first, with the keys of their words; None where none were kept."""
        rows = self._database.each(
            "SELECT article, keys FROM article_words WHERE seen >= ? ORDER BY article", (instant(since),)
        )
        for number, keys in rows:
            yield int(str(number)), frozenset(_unpacked(keys)) if isinstance(keys, bytes) else None


def _key(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "replace"))


def _packed(keys: "array[int]") -> bytes:
    if sys.byteorder == "big":
        keys.byteswap()
    return keys.tobytes()


def _unpacked(content: bytes) -> "array[int]":
    keys = array("I")
    keys.frombytes(content)
    if sys.byteorder == "big":
        keys.byteswap()
    return keys
