"""What a reader notices beside the listings (unknown parts, odd values, doubles), counted and put into words."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from watchlist.lists.countries import country_code
from watchlist.lists.names import name_key
from watchlist.lists.parsed import ParsedList
from watchlist.model import AliasKind, Listing, Relation

DAMAGED = re.compile(r"&#\w+;|&[a-z]{2,6};|\ufffd")
"""Entities of HTML in a text, and the sign for a letter that could not be read."""


class Audit:
    """Collects while one file is read; ``parsed`` closes the account."""

    def __init__(self, list_name: str) -> None:
        self.list_name = list_name
        self._unknown: Counter[str] = Counter()
        self._warnings: Counter[str] = Counter()
        self._nameless = 0

    def unknown(self, paths: Iterable[tuple[str, int]]) -> None:
        """Count parts that no table knows."""
        for path, times in paths:
            self._unknown[path] += times

    def warn(self, what: str) -> None:
        """Count an oddity that lost nothing."""
        self._warnings[what] += 1

    def lacks(self, parts: Iterable[str]) -> None:
        """Say that parts which hold names, and which every edition so far had, stand nowhere in this one."""
        for part in parts:
            self.warn(f"there is no {part} anywhere in it: have names moved?")

    def country(self, printed: str) -> str:
        """The ISO code of a country as printed; empty, with a warning, where no code is known."""
        code = country_code(printed)
        if code is None:
            self.warn(f"no country code for {printed!r}")
        return code or ""

    def countries(self, printed: Iterable[str]) -> tuple[str, ...]:
        """The ISO codes of countries as printed, each once, in their order."""
        codes = (self.country(name) for name in printed if name)
        return tuple(dict.fromkeys(code for code in codes if code))

    def parsed(
        self, listings: Iterable[Listing], published: date | None = None, declared: int | None = None
    ) -> ParsedList:
        """Close the account: listings with names, references unique, relations pointed at listings of this list."""
        kept = _resolve(self._unique(self._named(listings)))
        return ParsedList(kept, published, declared, _worded(self._unknown), _worded(self._warnings), self._nameless)

    def _named(self, listings: Iterable[Listing]) -> Iterable[Listing]:
        for listing in listings:
            for alias in listing.aliases:
                if DAMAGED.search(alias.text) or not any(map(str.isalnum, alias.text)):
                    self.warn("a name has no letters, or signs that a wrong encoding leaves")
            if listing.aliases:
                yield listing
            else:
                self._nameless += 1
                self.warn(f"{listing.id} has no name and cannot be screened")

    def _unique(self, listings: Iterable[Listing]) -> dict[str, Listing]:
        """Two entries of one reference become one listing with the names of both."""
        kept: dict[str, Listing] = {}
        for listing in listings:
            twin = kept.get(listing.id)
            if twin is None:
                kept[listing.id] = listing
                continue
            self.warn(f"{listing.id} stands twice in the list; the names of both entries are kept")
            kept[listing.id] = replace(twin, aliases=tuple(dict.fromkeys(twin.aliases + listing.aliases)))
        return kept


def _resolve(listings: dict[str, Listing]) -> tuple[Listing, ...]:
    """Point a relation at the listing of this list that bears its name, where exactly one does.

    Primary names go before other names. A target that the list does not hold becomes a name only, and keeps its id
    where no name is printed: another list of the same authority may hold it.
    """
    primary: dict[str, set[str]] = {}
    every: dict[str, set[str]] = {}
    for listing in listings.values():
        for alias in listing.aliases:
            every.setdefault(name_key(alias.text), set()).add(listing.id)
            if alias.kind is AliasKind.PRIMARY:
                primary.setdefault(name_key(alias.text), set()).add(listing.id)

    def pointed(relation: Relation) -> Relation:
        key = name_key(relation.target_name)
        if relation.target in listings or not key:
            return relation
        found = primary.get(key) or every.get(key, set())
        return replace(relation, target=next(iter(found)) if len(found) == 1 else "")

    return tuple(
        replace(listing, relations=tuple(map(pointed, listing.relations))) if listing.relations else listing
        for listing in listings.values()
    )


def _worded(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(f"{what} ×{times}" for what, times in sorted(counts.items()))
