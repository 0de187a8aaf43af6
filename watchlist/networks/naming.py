"""Names that a list prints in place of an id → the one party that bears them, never by guess.

A cell names somebody when it is, letter for letter but for case, accents and punctuation, a name of exactly one party
of the same list, or else of the same authority's lists. Of a cell that is no name as a whole, the parts between commas,
semicolons and slashes are looked at ("Hamsho International, Baghdad Street, Damascus"; "Defence Industries Organisation
(DIO), Ministry of Defence"), and only organisations are found in them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from watchlist.model import Alias, AliasKind, Listing, Party, PartyType
from watchlist.text.normalize import fold

Key = tuple[str, ...]
"""The words of a name."""

_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_APART = re.compile(r"\s*[,;/\n]\s*")
_OWNER = re.compile(
    r"^(?:wholly |majority )?owned(?: and |/| or )?(?:controlled|operated)? by (?:the )?", re.IGNORECASE
)
_MOST_PARTS = 8
"""Parts of one name that commas may separate ("X, Y & Z Co., Ltd."), and more."""
_SHORTEST_WORD = 4
"""Letters of a name of one word, in capitals among other words, that is found in a part of a cell."""


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a cell names: ``parties``, none when it is on no list, and how many could be meant where that is open."""

    parties: tuple[str, ...] = ()
    open: int = 0


def authority(list_name: str) -> str:
    """Whose list it is, by its name: ``us-ofac`` of ``us-ofac-sdn`` and ``us-ofac-cons``; other names stand whole."""
    return "-".join(list_name.split("-")[:2])


class Bearers:
    """Who bears the names that are printed in ``cells``, pairs of list name and cell."""

    def __init__(self, parties: Iterable[Party], cells: Iterable[tuple[str, str]]) -> None:
        self._wholes: dict[tuple[str, Key], set[str]] = {}
        self._organizations: dict[tuple[str, Key], set[str]] = {}
        wanted: dict[str, set[Key]] = {}
        for list_name, cell in cells:
            wanted.setdefault(authority(list_name), set()).update(_keys_of(cell))
        for party in parties:
            for listing in party.listings:
                keys = wanted.get(authority(listing.list_name))
                for alias in listing.aliases if keys else ():
                    self._remember(party.id, listing, alias, keys or set())

    def find(self, list_name: str, cell: str) -> Found:
        """The parties that a cell of a list names."""
        for text in dict.fromkeys((cell, _plain(cell))):
            found = self._bearers(self._wholes, list_name, _key(text))
            if found:
                return Found(tuple(found)) if len(found) == 1 else Found(open=len(found))
        return self._in_parts(list_name, cell)

    def _remember(self, party: str, listing: Listing, alias: Alias, wanted: set[Key]) -> None:
        strong = listing.type is PartyType.ORGANIZATION and alias.kind is not AliasKind.WEAK
        texts = (alias.text, f"{alias.given} {alias.family}") if alias.given and alias.family else (alias.text,)
        for key in wanted.intersection(map(_key, texts)):
            for where in (listing.list_name, authority(listing.list_name)):
                self._wholes.setdefault((where, key), set()).add(party)
                if strong:
                    self._organizations.setdefault((where, key), set()).add(party)

    def _bearers(self, names: dict[tuple[str, Key], set[str]], list_name: str, key: Key) -> set[str]:
        return names.get((list_name, key)) or names.get((authority(list_name), key)) or set()

    def _in_parts(self, list_name: str, cell: str) -> Found:
        """Organisations named one after the other, each by as many parts of the cell as make a name."""
        parts = _parts(cell)
        named: list[str] = []
        doubtful, at = 0, 0
        while at < len(parts):
            taken = 1
            for key, end in _runs(parts, at):
                found = self._bearers(self._organizations, list_name, key)
                if found:
                    named.extend(found if len(found) == 1 else ())
                    doubtful += len(found) if len(found) > 1 else 0
                    taken = end - at
                    break
            at += taken
        return Found(tuple(dict.fromkeys(named)), 0 if named else doubtful)


def _keys_of(cell: str) -> Iterator[Key]:
    yield _key(cell)
    yield _key(_plain(cell))
    parts = _parts(cell)
    for at in range(len(parts)):
        yield from (key for key, _ in _runs(parts, at))


def _runs(parts: Sequence[str], at: int) -> Iterator[tuple[Key, int]]:
    """Names that could begin with a part, the longest first, each with where the next would begin."""
    for end in range(min(len(parts), at + _MOST_PARTS), at, -1):
        key = _key(" ".join(parts[at:end]))
        if len(key) > 1 or (len(parts) > 1 and _abbreviation(parts[at], parts)):
            yield key, end


def _abbreviation(part: str, parts: Sequence[str]) -> bool:
    """Whether a single word is a name and no part of an address or of a person's name."""
    return part.isupper() and len(part) >= _SHORTEST_WORD and not all(other.isupper() for other in parts)


def _parts(cell: str) -> list[str]:
    return [part for part in _APART.split(_plain(cell)) if part]


def _plain(cell: str) -> str:
    """The cell without brackets and without "owned by" before the name."""
    return _OWNER.sub("", _BRACKETS.sub("", cell)).strip()


def _key(text: str) -> Key:
    return tuple(_WORD.findall(fold(text)))
