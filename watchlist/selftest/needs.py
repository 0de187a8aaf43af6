"""Names that no reader could tell without support: rules of docs/selftest.md, apart from those of the matcher."""

from collections.abc import Iterator
from dataclasses import replace

from watchlist.model import Alias, AliasKind, Party, PartyType
from watchlist.selftest.subjects import NamePart, Need, Subject, leads, printed
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.rarity import rarity
from watchlist.text.scripts import Script
from watchlist.text.tokens import tokenize

# A name of two words is common when many listings bear the last, and those of both multiply to many.
COMMON_FAMILY = 15
COMMON = 1000
_NATIVE = frozenset({Script.HAN, Script.HANGUL, Script.KANA})
_SHORT_NATIVE = 3
_LONGEST_ACRONYM = 6
_FEW = 3


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
    """Whether many listed people bear a name of these two words, as far as the shipped table knows."""
    first, last = rarity().of(fold(given)).given, rarity().of(fold(family)).family
    return last >= COMMON_FAMILY and first * last >= COMMON


def _need_of_person(subject: Subject) -> Need:
    spoken = [word for word in subject.words if len(word) > 1 and not lexicon().is_a("particle", fold(word))]
    if len(spoken) - sum(map(leads, spoken)) < 2:
        return Need.ONE_WORD
    return Need.COMMON if len(spoken) == 2 and is_common(*spoken) else Need.NONE


def _need_of_organization(subject: Subject, alias: Alias, strong: dict[str, int]) -> Need:
    words = subject.of(NamePart.WORD)
    short = len(subject.words) == 1 and len(subject.text) <= _LONGEST_ACRONYM and subject.text.isupper()
    if alias.kind is AliasKind.ABBREVIATION or short:
        return Need.ACRONYM
    if len(tokenize(subject.text)) == 1:
        return Need.NONE if strong.get(fold(alias.text), 0) > 1 else Need.ONE_WORD
    saying = [word for word in words if len(word) > 2]
    is_short = len(saying) <= _FEW and len(words) == len(subject.words)
    return Need.ORDINARY if is_short and not any(map(is_telling, saying)) else Need.NONE


def is_telling(word: str) -> bool:
    """Whether a word says which organisation is meant, and not only what it is or where."""
    pieces = [piece for piece in word.split("-") if len(piece) > 2 and piece.isalpha()]
    return any(not _is_ordinary(fold(piece)) for piece in pieces)


def _is_ordinary(word: str) -> bool:
    words = lexicon()
    count = rarity().of(word)
    named = word in words.places or bool(words.nationalities.labels(word)) or bool(words.concepts.labels(word))
    common = rarity().is_everyday(word) or count.parties >= 120 or words.is_a("everyday", word)
    return named or common or words.is_a("particle", word) or words.is_a("legal", word) or words.is_a("connector", word)
