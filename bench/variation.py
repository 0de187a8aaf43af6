"""Many more names than the lists have: real ones, varied as strangers' names vary."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from watchlist.model import Alias, Listing, Party

COMMON = 20
"""A word in the names of so many parties is a given name, a generic word or a frequent surname: others bear it too."""
SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]+")
_SOUNDS = ("aeiou", "bcdfghjklmnprstvwz", "аеиоуы", "бвгджзклмнпрстфхцчш", "بتثجحخدذرزسشصضطظعغفقكلمن")


def varied(parties: Sequence[Party], times: int) -> Iterator[Party]:
    """The parties, and ``times - 1`` copies of them in which every rare word of a name is another word.

    Words that many parties share stay, as they would in a longer list; a name of such words alone changes its longest
    one. A copy spells the same word the same way throughout. Identifiers and cross references go, for they are of one
    party only; relations lead to the copies.
    """
    yield from parties
    common = _common(parties)
    for copy in range(1, times):
        for party in parties:
            listings = tuple(_copied(listing, copy, common) for listing in party.listings)
            yield replace(party, id=f"{party.id}~{copy}", name=listings[0].name, listings=listings, joins=())


def _common(parties: Sequence[Party]) -> frozenset[str]:
    counts: Counter[str] = Counter()
    for party in parties:
        aliases = (alias.text for listing in party.listings for alias in listing.aliases)
        counts.update({word.casefold() for text in aliases for word in _WORD.findall(text)})
    return frozenset(word for word, count in counts.items() if count >= COMMON)


def _copied(listing: Listing, copy: int, common: frozenset[str]) -> Listing:
    return replace(
        listing,
        id=f"{listing.id}~{copy}",
        reference=f"{listing.reference}~{copy}",
        aliases=tuple(_renamed(alias, copy, common) for alias in listing.aliases),
        identifiers=(),
        references=(),
        relations=tuple(
            replace(each, target=f"{each.target}~{copy}" if each.target else "") for each in listing.relations
        ),
    )


def _renamed(alias: Alias, copy: int, common: frozenset[str]) -> Alias:
    words = _WORD.findall(alias.text)
    changing = {word for word in words if len(word) >= SHORTEST and word.casefold() not in common}
    if not changing and words:
        changing = {max(words, key=len)}

    def change(text: str) -> str:
        return _WORD.sub(lambda word: _other(word.group(), copy) if word.group() in changing else word.group(), text)

    return _mapped(alias, change)


def _mapped(alias: Alias, change: Callable[[str], str]) -> Alias:
    return replace(alias, text=change(alias.text), family=change(alias.family), given=change(alias.given))


def _other(word: str, copy: int) -> str:
    """The word with one letter behind the first replaced by another of its sort; always the same for a copy."""
    rng = random.Random(f"{copy}:{word.casefold()}")  # noqa: S311 - chance for a benchmark
    able = [(at, sounds) for at, letter in enumerate(word) for sounds in _SOUNDS if at and letter.casefold() in sounds]
    if not able:
        return word
    at, sounds = rng.choice(able)
    new = rng.choice([letter for letter in sounds if letter != word[at].casefold()])
    return word[:at] + (new.upper() if word[at].isupper() else new) + word[at + 1 :]
