"""A listed name as matching sees it: its words, what part each plays, and how much each says.

Parts come from the list where it types them, else from the order of the words. Only distinctive parts carry a match.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from enum import IntEnum
from functools import lru_cache
from math import log10
from typing import NamedTuple

from watchlist.model import Alias, AliasKind, Party, PartyType
from watchlist.text.abjad import CLOSING, is_half_a_name, two_word_names
from watchlist.text.exonyms import Exonym
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.rarity import rarity
from watchlist.text.scripts import UNSPACED, Script, script_of
from watchlist.text.tokens import tokenize, words_and_gaps

LONGEST_NAME = 16


class Part(IntEnum):
    """What a word does in a name."""

    FAMILY = 0
    GIVEN = 1
    MIDDLE = 2
    NAME = 3
    GENERIC = 4
    NUMBER = 5
    LEGAL = 6
    FILLER = 7


# How much each part counts when a name is only partly found. Middle names and patronymics are what news leaves out; a
# family name and the distinctive words of an organisation are what it keeps.
PART_WEIGHT = {
    Part.FAMILY: 1.0,
    Part.GIVEN: 0.8,
    Part.MIDDLE: 0.15,
    Part.NAME: 1.0,
    Part.GENERIC: 0.35,
    Part.NUMBER: 0.8,
    Part.LEGAL: 0.0,
    Part.FILLER: 0.0,
}
DISTINCTIVE = frozenset({Part.FAMILY, Part.GIVEN, Part.NAME})
# The least share of an organisation's name that can carry a match.
LEAST_COVERAGE = 0.72
SIGNIFICANT = frozenset({Part.FAMILY, Part.GIVEN, Part.MIDDLE, Part.NAME, Part.GENERIC, Part.NUMBER})


class NameForm(NamedTuple):
    """One way of writing one alias of one party: folded ``words`` and their ``parts``, in order.

    ``typed`` says that the parts are the list's own, not guessed from the order; ``lists`` counts the lists that know
    the party by this one distinctive word (0 unless some list prints it all by itself). ``exonym`` is the name in
    another language whose words these are; None where they are the alias's own.
    """

    party: int
    alias: Alias
    type: PartyType
    words: tuple[str, ...]
    parts: tuple[Part, ...]
    typed: bool
    lists: int = 0
    exonym: Exonym | None = None

    @property
    def writing(self) -> str:
        """The name as its words are written."""
        return self.alias.text if self.exonym is None else self.exonym.text

    @property
    def told(self) -> str:
        """The name as evidence prints it."""
        return self.alias.text if self.exonym is None else said_of(self.exonym, self.alias)

    @property
    def weak(self) -> bool:
        """Whether the list, or the table of exonyms, says that the name may mean something else."""
        return self.alias.kind is AliasKind.WEAK if self.exonym is None else self.exonym.weak

    def writes_small(self, at: int) -> bool:
        """Whether the name itself writes a word without a capital (талибы, Исламское государство)."""
        return self.exonym is not None and self.words[at] in self.exonym.small

    @property
    def only_word(self) -> str:
        """The one distinctive word of a name; empty when it has none or several."""
        distinctive = [word for word, part in zip(self.words, self.parts, strict=True) if part is Part.NAME]
        return distinctive[0] if len(distinctive) == 1 else ""

    @property
    def stands_alone(self) -> bool:
        """Whether a name is its one distinctive word and nothing else but particles ("Hamas", "Al-Shabaab")."""
        return bool(self.only_word) and all(part in {Part.NAME, Part.FILLER} for part in self.parts)

    @property
    def ordinary(self) -> bool:
        """Whether no word of an organisation's name is distinctive by itself ("Party of God", "Islamic State")."""
        return self.exonym is None and all(
            part is not Part.NAME or _part_of(word) is not Part.NAME
            for word, part in zip(self.words, self.parts, strict=True)
        )

    @property
    def by_names(self) -> tuple[int, ...]:
        """Places of titles and by-names ("Maulana", "Abu"), where one word besides them is the whole name."""
        if len(self.core) > 1:
            return ()
        return tuple(at for at, part in enumerate(self.parts) if part is Part.FILLER and is_by_name(self.words[at]))

    @property
    def distinction(self) -> float:
        """How unlikely ordinary news puts these words together by chance: orders of magnitude, added up.

        Words for a kind of organisation and places say little whatever the language, seldom as the table may know them.
        """
        return sum(
            _distinction_of(word) for word, part in zip(self.words, self.parts, strict=True) if part in SIGNIFICANT
        )

    @property
    def core(self) -> tuple[str, ...]:
        """The words that say anything at all."""
        return tuple(word for word, part in zip(self.words, self.parts, strict=True) if part in SIGNIFICANT)


# From this many listed names on, a word is generic whatever it means ("trading", "international").
COMMON_IN_NAMES = 120
# Articles behind the rarity table, roughly.
NEWS = 20_000
KNOWN_PLACE = 10

_PARENTHESIS = re.compile(r"\(([^()]*)\)")
_ABBREVIATION = re.compile(r"[A-ZА-ЯЁІЇЄҐ][A-ZА-ЯЁІЇЄҐ0-9-]{1,7}")
_DOTTED = re.compile(r"\b\w(?:\.\s?\w)+\b\.?|\b(?:\w\.\s?){2,}")


def said_of(exonym: Exonym, alias: Alias) -> str:
    """What a name of the table stands for, in words for a person ("талибы, Russian for TALIBAN")."""
    return f"{exonym.text}, {exonym.language} for {alias.text}"


def _distinction_of(word: str) -> float:
    count = rarity().of(word)
    rare = log10(NEWS / (1 + max(count.articles, count.parties)))
    if lexicon().concepts.labels(word):
        return min(rare, 1.0)
    if lexicon().nationalities.labels(word):
        # A country is no name, but a region that neither news nor lists know well is (Sinaloa).
        return min(rare, 1.0) if count.articles + count.parties >= KNOWN_PLACE else rare
    return min(rare, 2.0) if word in lexicon().places else rare


def forms_of(party: Party, number: int, own: frozenset[str] = frozenset()) -> Iterator[NameForm]:
    """Every form of every alias of a party that is written in words, each once; native-script names are not here.

    ``own`` are the user's own lists: a word that the user writes down as a name is one, as if many lists printed it.
    """
    seen: set[tuple[tuple[str, ...], tuple[Part, ...], AliasKind]] = set()
    lists_of_word: dict[str, set[str]] = defaultdict(set)
    bare: set[str] = set()
    forms: list[NameForm] = []
    known: dict[tuple[str, str, str], tuple[NameForm, ...]] = {}
    for listing in party.listings:
        for alias in listing.aliases:
            if (spelled := (alias.text, alias.family, alias.given)) not in known:
                known[spelled] = tuple(_forms_of_alias(alias, party.type, number))
            for form in known[spelled]:
                if alias.kind is not AliasKind.WEAK and (word := form.only_word):
                    lists_of_word[word] |= {listing.list_name, *(_AS_IF_MANY if listing.list_name in own else ())}
                    if form.stands_alone:
                        bare.add(word)
                key = (form.words, form.parts, alias.kind)
                if form.core and len(form.words) <= LONGEST_NAME and key not in seen:
                    seen.add(key)
                    forms.append(form if form.alias is alias else form._replace(alias=alias))
    for form in forms:
        well_known = form.stands_alone and form.only_word in bare
        yield form._replace(lists=len(lists_of_word[form.only_word])) if well_known else form


_AS_IF_MANY = ("the user's own word", "counts twice")


def is_native(text: str) -> bool:
    """Whether a name is matched by characters: Chinese, Japanese and Korean."""
    script = script_of(text)
    return script in UNSPACED or script is Script.HANGUL


def _forms_of_alias(alias: Alias, party_type: PartyType, number: int) -> Iterator[NameForm]:
    if is_native(alias.text):
        return
    if party_type is PartyType.PERSON:
        words, parts, typed = _person(alias)
        yield NameForm(number, alias, party_type, words, parts, typed)
        if (joined := _joined(words, parts)) is not None:
            yield NameForm(number, alias, party_type, *joined, typed)
        if "-" in alias.text:
            yield NameForm(number, alias, party_type, *_person(_without_hyphens(alias)))
        return
    for text in _organization_names(alias.text):
        words, parts = _organization(text)
        yield NameForm(number, alias, party_type, words, parts, typed=False)
        if (joined := _joined(words, parts)) is not None:
            yield NameForm(number, alias, party_type, *joined, typed=False)


def _without_hyphens(alias: Alias) -> Alias:
    """The alias as some write it (Al-Amriki: AlAmriki; Kara-Ool: KaraOol)."""
    text, family, given = (part.replace("-", "") for part in (alias.text, alias.family, alias.given))
    return replace(alias, text=text, family=family, given=given)


def _words(text: str) -> tuple[str, ...]:
    words, gaps = words_and_gaps(text)
    pairs = two_word_names(words, gaps, [at for at, word in enumerate(words) if is_half_a_name(word)])
    seconds = {first + 1 for first in pairs}
    return tuple(
        fold(word + words[at + 1] if at in pairs else word) for at, word in enumerate(words) if at not in seconds
    )


def _close(dotted: str) -> str:
    """A legal form or an acronym without its dots ("S.r.o.", "N.I.T.C." are one word each)."""
    word = dotted.replace(".", "").replace(" ", "")
    return f"{word} " if lexicon().is_a("legal", fold(word)) or len(word) > 2 else dotted


def person_parts(name: str) -> tuple[tuple[str, ...], tuple[Part, ...], bool]:
    """Words and parts of a person's name that the table of exonyms prints in reading order, or "family, given"."""
    words, parts, typed = _person(Alias(name, AliasKind.STRONG))
    return words, parts, typed or len(words) == 2


def _person(alias: Alias) -> tuple[tuple[str, ...], tuple[Part, ...], bool]:
    family, given = alias.family, alias.given
    if not family and "," in alias.text:
        family, _, given = (part.strip() for part in alias.text.partition(","))
    if family and given:
        return *_typed_person(_words(family), _words(given)), True
    tokens = tokenize(alias.text)
    capitals = [token.surface for token in tokens if len(token.surface) > 2 and token.surface.isupper()]
    if capitals and len(capitals) < len(tokens):
        last = _words(" ".join(capitals))
        first = _words(" ".join(token.surface for token in tokens if token.surface not in capitals))
        return *_typed_person(last, first), True
    words = _words(alias.text)
    if not any(mark in alias.text for mark in " ,"):
        return words, tuple(Part.FAMILY for _ in words), False
    solid = [at for at, word in enumerate(words) if not _is_filler(word)]
    parts = [Part.FILLER] * len(words)
    for at in solid:
        parts[at] = Part.MIDDLE
    if solid:
        parts[solid[-1]] = Part.FAMILY
        if len(solid) > 1:
            parts[solid[0]] = Part.GIVEN
        if len(solid) == 3 and is_east_asian(words):
            parts[solid[1]] = Part.GIVEN
    return words, tuple(parts), False


def _typed_person(family: tuple[str, ...], given: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Part, ...]]:
    east_asian = is_east_asian(family + given)
    parts = [Part.FILLER if _is_filler(word) else Part.FAMILY for word in family]
    if len(family) == 1 and len(family[0]) > 1 and not all(map(_is_filler, given)):
        # The whole family name, whatever it means elsewhere: Du, Ben, Van, Pan.
        parts = [Part.FAMILY]
    if east_asian:
        # Lists disagree which of three syllables is the family name, so that all three have to be there.
        parts[1:] = [Part.GIVEN] * (len(family) - 1)
    rest = Part.GIVEN
    for word in given:
        if _is_filler(word):
            parts.append(Part.FILLER)
        else:
            parts.append(rest)
            rest = Part.GIVEN if east_asian else Part.MIDDLE
    return family + given, tuple(parts)


def is_east_asian(words: tuple[str, ...]) -> bool:
    """Whether a name looks like family name and two syllables: Kim Jong Un, Xi Jin Ping, each written apart."""
    return (
        len(words) == 3
        and not any(_is_filler(word) for word in words)
        and all(len(word) <= 6 for word in words)
        and min(map(len, words)) <= 4
        and sum(map(len, words)) <= 14
    )


def _is_filler(word: str) -> bool:
    words = lexicon()
    return words.is_a("particle", word) or words.is_a("title", word) or len(word) == 1 or word in _SERVANT


def is_by_name(word: str) -> bool:
    """Whether a particle makes a name together with the one that follows: a title, "father of", "servant of"."""
    return lexicon().is_a("title", word) or word in _SERVANT or word in _KUNYA


# "Servant of": by itself no name, only with the word that follows.
_SERVANT = frozenset(map(fold, ("abd", "abdul", "abdal", "abdel", "abdol", "abdoul", "عبد")))


def _organization_names(text: str) -> Iterator[str]:
    """The name without its parenthesis, and a parenthesis that holds an abbreviation."""
    yield _PARENTHESIS.sub(" ", text)
    for inner in _PARENTHESIS.findall(text):
        if _ABBREVIATION.fullmatch(inner.strip()) and _part_of(fold(inner.strip())) is Part.NAME:
            yield inner.strip()


def _organization(text: str) -> tuple[tuple[str, ...], tuple[Part, ...]]:
    words = _words(_DOTTED.sub(lambda dotted: _close(dotted.group()), text))
    parts = [_part_of(word) for word in words]
    for start, end in _places_of(words):
        parts[start:end] = [Part.GENERIC] * (end - start)
    if Part.NAME not in parts:
        # "Party of God": where nothing is distinctive, every word that is not a legal form has to be there.
        parts = [Part.NAME if part is Part.GENERIC and not lexicon().is_a("connector", word) else part
                 for word, part in zip(words, parts, strict=True)]  # fmt: skip
    return words, tuple(parts)


@lru_cache(maxsize=65536)
def said_otherwise(generic: str) -> frozenset[str]:
    """Concepts that say the same as a generic word of a name (Group: grupo).

    Any firm is called a company, which says for no other word which firm is meant: Rosneft is not Rosneft Trading.
    """
    labels = frozenset(label for label in lexicon().concepts.labels(generic) if label.startswith("org:"))
    # News says "mercenary group" for what lists call a private military company.
    mercenary = {"org:mercenary"} if labels & {"org:military", "org:private", "org:company"} else set()
    return (labels - {"org:company"}) | mercenary


def _places_of(words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Spans of two or three words that are a place (Hong Kong, Buenos Aires)."""
    places = lexicon().places
    for length in (3, 2):
        for start in range(len(words) - length + 1):
            if " ".join(words[start : start + length]) in places:
                yield start, start + length


@lru_cache(maxsize=65536)
def _part_of(word: str) -> Part:
    words = lexicon()
    if word.isdigit() or (len(word) <= 4 and set(word) <= set("ivx") and word != "i"):
        return Part.NUMBER
    if words.is_a("legal", word) or words.is_a("connector", word):
        return Part.LEGAL
    if words.is_a("particle", word):
        return Part.FILLER
    ordinary = (
        rarity().of(word).parties >= COMMON_IN_NAMES or rarity().is_everyday(word) or words.is_a("everyday", word)
    )
    place = word in words.places or bool(words.nationalities.labels(word))
    concept = any(label.startswith(("org:", "role:")) for label in words.concepts.labels(word))
    return Part.GENERIC if ordinary or place or concept else Part.NAME


def _joined(words: tuple[str, ...], parts: tuple[Part, ...]) -> tuple[tuple[str, ...], tuple[Part, ...]] | None:
    """The name with particles and syllables written onto the next word (Al-Darnawi: Aldarnawi; Jong Un: Jongun), and
    what closes a name onto the word before (Nasr Allah: Nasrallah).
    """
    out_words: list[str] = []
    out_parts: list[Part] = []
    onto = ""
    for at, (word, part) in enumerate(zip(words, parts, strict=True)):
        following = parts[at + 1] if at + 1 < len(parts) else None
        particle = part is Part.FILLER and word in _JOINABLE and following in DISTINCTIVE | {Part.MIDDLE}
        syllable = part is Part.GIVEN and following is Part.GIVEN
        if particle or syllable:
            onto += word
        elif out_words and onto + word in CLOSING:
            out_words[-1] += onto + word
            onto = ""
        else:
            out_words.append(onto + word)
            out_parts.append(part)
            onto = ""
    return (tuple(out_words), tuple(out_parts)) if len(out_words) < len(words) else None


# "Father of", "mother of", "son of".
_KUNYA = frozenset(map(fold, ("abu", "abou", "abo", "umm", "ibn", "أبو", "أم", "ابن", "абу")))
_JOINABLE = _SERVANT | {"al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "abu", "abou", "ال", "ابو", "bin", "ben"}
