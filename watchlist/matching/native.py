"""Chinese, Japanese and Korean names, matched by characters in their own script.

Chinese and Japanese put no space between words, so a listed name is looked for at every character. Korean writes
particles onto a name (푸틴은), so a listed name has to stand at the start of a word and may be followed by a particle.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from watchlist.matching.exonyms import Said
from watchlist.matching.names import is_native, said_of
from watchlist.model import Alias, AliasKind, Party, PartyType
from watchlist.text import hangul
from watchlist.text.exonyms import lookalikes
from watchlist.text.normalize import fold
from watchlist.text.scripts import Script, script_of
from watchlist.text.tokens import Token, tokenize

# Characters that open a look-up, and the fewest that are a name.
SHORTEST_NATIVE = 2
SHORTEST_NAME = 3
# A Korean name of three syllables is borne by thousands, and so is a Chinese one of two or three characters: the
# article has to say which country or office is meant. So with a bare family name. Longer names (transcribed
# foreigners, organisations) are their own.
COMMON_LENGTH = 3
# Words that only begin like a name belong to nobody.
NO_PARTY = -1
_NO_ALIAS = Alias("", AliasKind.WEAK)
_BETWEEN = re.compile(r"[\s・·･•‧]+")
_PARTICLES = frozenset(
    [
        "에게서",
        "에서는",
        "으로부터",
        "로부터",
        "에게",
        "에서",
        "으로",
        "이라고",
        "라고",
        "이라는",
        "라는",
        "과의",
        "와의",
        "부터",
        "까지",
        "처럼",
        "보다",
        "만의",
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "의",
        "에",
        "와",
        "과",
        "도",
        "로",
        "만",
        "씨",
        "측",
        "등",
        "당",
        "군",
    ]
)
_TITLES = (
    "총비서",
    "국무위원장",
    "위원장",
    "대통령",
    "장관",
    "총리",
    "외무상",
    "부장",
    "의장",
    "총재",
    "대사",
    "사령관",
    "전",
    "씨",
    "회장",
)


class NativeName(NamedTuple):
    """A name in native script without spaces and dots, and who bears it; ``told`` is it as evidence prints it.

    ``short`` says that many others may bear it, ``weak`` that it may mean something else, ``listed`` that the alias
    itself is it.
    """

    characters: str
    party: int
    alias: Alias
    told: str
    short: bool
    weak: bool
    listed: bool


class NativeFound(NamedTuple):
    """A native name at ``start`` to ``end`` of the text, and who bears it: nobody, for a word that only begins
    like a name.
    """

    start: int
    end: int
    names: tuple[NativeName, ...]


@dataclass(frozen=True, slots=True)
class NativeNames:
    """All native names by their first two characters, longest first; ``romanised`` are Korean ones that lists print in
    Latin letters, each with its words, by their key in Hangul.
    """

    by_start: Mapping[str, tuple[NativeName, ...]]
    romanised: Mapping[str, tuple[tuple[tuple[str, ...], NativeName], ...]]

    @classmethod
    def build(
        cls, parties: Sequence[Party], muted: frozenset[str] = frozenset(), said: Sequence[Said] = ()
    ) -> "NativeNames":
        """Native names of all parties, and those that the table of exonyms knows of them."""
        found: dict[str, dict[NativeName, None]] = defaultdict(dict)
        romanised: dict[str, list[tuple[tuple[str, ...], NativeName]]] = defaultdict(list)
        for number, party in enumerate(parties):
            for listing in party.listings:
                for alias in listing.aliases:
                    if party.type is PartyType.PERSON and fold(alias.text) not in muted:
                        for key, words in _romanised(alias):
                            name = NativeName(
                                alias.text, number, alias, alias.text, short=True, weak=False, listed=False
                            )
                            romanised[key].append((words, name))
                    native = _listed(alias, number, party.type)
                    if native is not None and muted.isdisjoint((fold(alias.text), native.characters)):
                        found[native.characters[:SHORTEST_NATIVE]][native] = None
        for native in map(_said, said):
            if native is not None and muted.isdisjoint((fold(native.alias.text), native.characters)):
                found[native.characters[:SHORTEST_NATIVE]][native] = None
        for characters in map(_compact, lookalikes()):
            nobody = NativeName(characters, NO_PARTY, _NO_ALIAS, "", short=False, weak=False, listed=False)
            found[characters[:SHORTEST_NATIVE]][nobody] = None
        return cls(
            {start: tuple(sorted(names, key=_longest_first)) for start, names in found.items()},
            {key: tuple(names) for key, names in romanised.items()},
        )

    def find(self, text: str, token: Token) -> Iterator[NativeFound]:
        """Native names that start inside ``token`` (a run of Han or Kana, or a Korean word), not overlapping."""
        korean = script_of(token.surface) is Script.HANGUL
        at = token.start
        while at < token.end:
            found = self._longest_at(text, at, korean=korean) or (self._romanised_at(text, at) if korean else None)
            if found is not None:
                if found.names:
                    yield found
                at = found.end
            elif korean:
                return
            else:
                at += 1

    def starts(self, text: str, token: Token) -> Iterator[str]:
        """What ``find`` looks up inside ``token``: the first two characters of a name, keys of a Korean full name."""
        korean = script_of(token.surface) is Script.HANGUL
        for at in range(token.start, token.start + 1 if korean else token.end):
            yield fold(text[at : at + SHORTEST_NATIVE])
            if korean and text[at] in hangul.FAMILY_NAMES:
                full = (text[at : at + length] for length in (hangul.LONGEST_FULL_NAME, SHORTEST_NAME))
                yield from (hangul.key_of_syllables(one) for one in full if hangul.is_syllables(one))

    def bearers(self) -> Iterator[tuple[str, int]]:
        """Every start and key under which a party is found, with the number of the party."""
        for start, names in self.by_start.items():
            yield from ((start, name.party) for name in names)
        for key, bearing in self.romanised.items():
            yield from ((key, name.party) for _, name in bearing)

    def _longest_at(self, text: str, at: int, *, korean: bool) -> NativeFound | None:
        names = self.by_start.get(fold(text[at : at + SHORTEST_NATIVE]), ())
        for name in names:
            end = _end_of(text, at, name.characters)
            if end is not None and (_ends_word(text, end) if korean else _is_whole(text, at, end)):
                same = tuple(other for other in names if other.characters == name.characters and other.party >= 0)
                return NativeFound(at, end, same)
        return None

    def _romanised_at(self, text: str, at: int) -> NativeFound | None:
        """A Korean full name of three or four syllables whose Latin spelling some list prints."""
        if text[at] not in hangul.FAMILY_NAMES:
            return None
        for length in (hangul.LONGEST_FULL_NAME, SHORTEST_NAME):
            characters = text[at : at + length]
            if len(characters) == length and hangul.is_syllables(characters) and _ends_word(text, at + length):
                listed = self.romanised.get(hangul.key_of_syllables(characters), ())
                same = dict.fromkeys(name for words, name in listed if hangul.spells(characters, words))
                if same:
                    return NativeFound(at, at + length, tuple(same))
        return None


def _romanised(alias: Alias) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words of a Latin name that may be Korean, under each key in Hangul."""
    words = tuple(token.surface for token in tokenize(fold(alias.text)))
    if hangul.may_be_name(words):
        for key in hangul.keys_of_words(words):
            yield key, words


def _compact(name: str) -> str:
    return _BETWEEN.sub("", fold(unicodedata.normalize("NFKC", name)))


def _listed(alias: Alias, party: int, party_type: PartyType) -> NativeName | None:
    """A listed name in native characters. Two characters are too little: they are part of too many other words."""
    characters = _compact(alias.text)
    if not is_native(alias.text) or len(characters) < SHORTEST_NAME or script_of(characters) is Script.NONE:
        return None
    short = party_type is PartyType.PERSON and len(characters) <= COMMON_LENGTH
    return NativeName(characters, party, alias, alias.text, short, alias.kind is AliasKind.WEAK, listed=True)


def _said(name: Said) -> NativeName | None:
    """What a language calls the party in native characters; a person's without a space or dot is a family name."""
    exonym, party, alias, party_type = name
    if not is_native(exonym.text):
        return None
    characters = _compact(exonym.text)
    family_only = party_type is PartyType.PERSON and not _BETWEEN.search(exonym.text)
    short = family_only or len(characters) < SHORTEST_NAME
    return NativeName(characters, party, alias, said_of(exonym, alias), short, exonym.weak, listed=False)


def _longest_first(name: NativeName) -> tuple[int, str, int, bool]:
    return (-len(name.characters), name.characters, name.party, not name.listed)


def _end_of(text: str, at: int, characters: str) -> int | None:
    """Where ``characters`` end when they stand in ``text`` from ``at``; spaces and middle dots may part them."""
    position = at
    for number, character in enumerate(characters):
        while number and position < len(text) and _BETWEEN.match(text[position]):
            position += 1
        if position >= len(text) or fold(text[position]) != character:
            return None
        position += 1
    return position


_KANA_LETTER = re.compile(r"[ァ-ヺー]")


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a name in katakana, which writes foreign words, is not a piece of a longer word."""
    before = _KANA_LETTER.match(text[start]) and _KANA_LETTER.match(text[start - 1 : start])
    return not before and not (_KANA_LETTER.match(text[end - 1]) and _KANA_LETTER.match(text[end : end + 1]))


def _ends_word(text: str, end: int) -> bool:
    """Whether a Korean name that ends here is followed by a particle, a title, or the end of the word."""
    rest = re.match(r"\w*", text[end : end + 8])
    following = rest.group() if rest else ""
    if not following or script_of(following) is not Script.HANGUL:
        return True
    return following.startswith((*_TITLES, *_PARTICLES))
