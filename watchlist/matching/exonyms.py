"""Names that other languages have for listed parties, where the table of exonyms knows the listed name."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from watchlist.matching.names import NameForm, Part, is_native, person_parts
from watchlist.model import Alias, AliasKind, PartyType
from watchlist.text.exonyms import Exonym, exonyms, words_of
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.tokens import tokenize

# The table says of a word that it means the party by itself, as if so many lists printed it.
AS_IF_LISTS = 2


class Said(NamedTuple):
    """A name of another language for the party that some list prints as ``alias``."""

    exonym: Exonym
    party: int
    alias: Alias
    type: PartyType


def names_said(forms: Sequence[NameForm]) -> tuple[Said, ...]:
    """Exonyms of the parties of ``forms``, each once, with the alias that the table knows, the primary one first.

    A Latin spelling that some list prints itself is none: Rosneft is not only Slovak.
    """
    table = exonyms()
    printed = {(form.party, frozenset(form.words)) for form in forms if form.alias.kind is not AliasKind.WEAK}
    found: dict[tuple[Exonym, int], Said] = {}
    for form in forms:
        if form.alias.kind is AliasKind.WEAK:
            continue
        for exonym in table.get((form.type.value, frozenset(form.words)), ()):
            key = (exonym, form.party)
            if fold(exonym.text).isascii() and (form.party, words_of(exonym.text)) in printed:
                continue
            if key not in found or (
                form.alias.kind is AliasKind.PRIMARY and found[key].alias.kind is not AliasKind.PRIMARY
            ):
                found[key] = Said(exonym, form.party, form.alias, form.type)
    return tuple(found.values())


def forms_said(names: Iterable[Said]) -> Iterator[NameForm]:
    """The forms of those exonyms that are written in words."""
    for exonym, party, alias, party_type in names:
        if is_native(exonym.text):
            continue
        if party_type is PartyType.PERSON:
            words, parts, typed = person_parts(exonym.text)
            yield NameForm(party, alias, party_type, words, parts, typed, exonym=exonym)
        else:
            words = tuple(fold(token.surface) for token in tokenize(exonym.text))
            parts = tuple(map(_part_of, words))
            lists = AS_IF_LISTS if parts.count(Part.NAME) == 1 else 0
            yield NameForm(party, alias, party_type, words, parts, typed=False, lists=lists, exonym=exonym)


def _part_of(word: str) -> Part:
    """Every word of an exonym has to be there, however ordinary; only particles may go."""
    if word.isdigit():
        return Part.NUMBER
    return Part.FILLER if lexicon().is_a("particle", word) or len(word) == 1 else Part.NAME
