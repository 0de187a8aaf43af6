"""Names that no reader could tell without support: rules of docs/selftest.md, apart from those of the matcher."""

from collections.abc import Iterator
from dataclasses import replace

from watchlist.model import Alias, AliasKind, Party, PartyType
from watchlist.selftest.subjects import NamePart, Need, Subject, printed
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.rarity import Count, rarity
from watchlist.text.scripts import Script

# A name of two words is common when both are: so many listed people and articles, by the shipped table, bear them.
COMMON_GIVEN = 40
COMMON_FAMILY = 15
_NATIVE = frozenset({Script.HAN, Script.HANGUL, Script.KANA})
_SHORT_NATIVE = 3
_LONGEST_ACRONYM = 6


def subjects_of(party: Party, muted: frozenset[str]) -> Iterator[Subject]:
    """Every name of a party that can be planted, with what it needs; ``muted`` are folded aliases to leave out."""
    strong = strong_names(party)
    for listing in party.listings:
        seen: set[tuple[str, ...]] = set()
        for alias in listing.aliases:
            if fold(alias.text) in muted:
                continue
            subject = printed(listing, party, alias)
            if subject is not None and subject.words not in seen:
                seen.add(subject.words)
                yield replace(subject, need=need_of(subject, strong))


def strong_names(party: Party) -> dict[str, int]:
    """The folded names of a party that some list prints as more than weak, with the number of lists that do."""
    lists: dict[str, set[str]] = {}
    for listing in party.listings:
        for alias in listing.aliases:
            if alias.kind is not AliasKind.WEAK:
                lists.setdefault(fold(alias.text), set()).add(listing.list_name)
    return {name: len(names) for name, names in lists.items()}


def need_of(subject: Subject, strong: dict[str, int]) -> Need:
    """What keeps a reader from telling the party by this name alone."""
    alias, kind = subject.alias, subject.listing.type
    if alias.kind is AliasKind.WEAK and fold(alias.text) not in strong:
        return Need.WEAK
    if kind in {PartyType.VESSEL, PartyType.AIRCRAFT}:
        return Need.VESSEL
    if subject.script in _NATIVE:
        return Need.SHORT if sum(map(len, subject.words)) <= _SHORT_NATIVE else Need.NONE
    if kind is PartyType.PERSON:
        return _need_of_person(subject)
    return _need_of_organization(subject, alias, strong)


def is_common(given: str, family: str) -> bool:
    """Whether many people bear a name of these two words."""
    first, last = rarity().of(fold(given)), rarity().of(fold(family))
    return _as_given(first) >= COMMON_GIVEN and _as_family(last) >= COMMON_FAMILY


def _as_given(count: Count) -> int:
    return count.given + count.articles


def _as_family(count: Count) -> int:
    return count.family + count.namesakes


def _need_of_person(subject: Subject) -> Need:
    telling = [word for word in subject.words if len(word) > 1 and not lexicon().is_a("particle", fold(word))]
    if len(telling) < 2:
        return Need.ONE_WORD
    if len(telling) > 2:
        return Need.NONE
    one, other = telling
    either = is_common(one, other) or (not subject.typed and is_common(other, one))
    return Need.COMMON if either else Need.NONE


def _need_of_organization(subject: Subject, alias: Alias, strong: dict[str, int]) -> Need:
    words = subject.of(NamePart.WORD)
    short = len(words) == 1 and len(words[0]) <= _LONGEST_ACRONYM and words[0].isupper()
    if alias.kind is AliasKind.ABBREVIATION or (short and len(subject.words) == 1):
        return Need.ACRONYM
    telling = [word for word in words if len(word) > 1 and not _is_ordinary(fold(word))]
    if not telling:
        return Need.ORDINARY
    if len(subject.words) == 1:
        return Need.NONE if strong.get(fold(alias.text), 0) > 1 else Need.ONE_WORD
    return Need.NONE


def _is_ordinary(word: str) -> bool:
    words = lexicon()
    count = rarity().of(word)
    named = word in words.places or bool(words.nationalities.labels(word)) or bool(words.concepts.labels(word))
    common = rarity().is_everyday(word) or count.parties >= 120 or words.is_a("everyday", word)
    return named or common or words.is_a("particle", word) or words.is_a("legal", word) or words.is_a("connector", word)
