"""A listed name as a newsroom would print it, and which part of it each word is."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from watchlist.model import Alias, Listing, Party, PartyType
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.rarity import rarity
from watchlist.text.scripts import CASED, Script, script_of, script_of_letter
from watchlist.text.tokens import tokenize


class NamePart(StrEnum):
    """What a word is in a name; ``WORD`` where the list does not say."""

    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    WORD = "word"
    LEGAL = "legal"


class Need(StrEnum):
    """Why a reader could not tell a party by this name alone (design, "support"; OFAC FAQ 122); empty when he could."""

    NONE = ""
    WEAK = "weak alias"
    ACRONYM = "acronym"
    ONE_WORD = "one word"
    COMMON = "common name"
    ORDINARY = "ordinary words"
    SHORT = "short native name"
    VESSEL = "vessel or aircraft"


@dataclass(frozen=True, slots=True)
class Subject:
    """One name of one listing, ready to be planted: ``words`` in the order of print, with their ``parts``."""

    listing: Listing
    party: Party
    alias: Alias
    script: Script
    words: tuple[str, ...]
    parts: tuple[NamePart, ...]
    need: Need = Need.NONE

    @property
    def text(self) -> str:
        """The name as print has it."""
        return " ".join(self.words)

    @property
    def typed(self) -> bool:
        """Whether given and family name are known."""
        return NamePart.GIVEN in self.parts and NamePart.FAMILY in self.parts

    def of(self, *parts: NamePart) -> tuple[str, ...]:
        """The words that play one of these parts, in order."""
        return tuple(word for word, part in zip(self.words, self.parts, strict=True) if part in parts)


_DOTTED = re.compile(r"\.\w+\.$")
# Lists add abbreviations and remarks in brackets; those within a name are part of it.
_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
# Quotation marks go, but not those within a word (Hebrew abbreviations); nobody prints stress or invisible marks.
_QUOTES = re.compile(r"(?<!\w)[\"“”„«»‟″❝❞‚‘]|[\"“”„«»‟″❝❞](?!\w)|(?<=\w)[“”„«»](?=\w)")
_INVISIBLE = re.compile("[\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?<=[Ѐ-ӿ])\u0301")
_UNPRINTABLE = re.compile(r"[/;:_@#*+=<>|()\[\]\\\ufffd]|\d{5}")
LONGEST_ACRONYM = 4
LONGEST_PERSON = 6
LONGEST_ORGANIZATION = 8
LONGEST_TEXT = 70
FAMILY_FIRST = frozenset({"KP", "KR", "CN", "TW", "VN"})
# Names of Myanmar have neither family nor given part, whatever a list says.
_UNDIVIDED = frozenset({"MM"})
_SERVANT = frozenset({"abd", "abdul", "abdal", "abdel", "abdol", "abdoul", "abu", "abou"})
_ROMAN = re.compile(r"[IVX]+")
# Ends of patronymics, by which the given name before it is known where a list only prints words.
_PATRONYMIC = re.compile(r".{3,}(?:вич|вна|чна|ильич|кызы|оглы|vich|vych|vitch|wicz|vna|vich)", re.IGNORECASE)


def printed(listing: Listing, party: Party, alias: Alias) -> Subject | None:
    """The name as print would have it; None for what no newsroom prints as a name (a sentence, a number, a list)."""
    text = _QUOTES.sub(" ", _INVISIBLE.sub("", _REMARK.sub("", alias.text))).strip(" ,-–")
    text = text if _DOTTED.search(text) else text.rstrip(". ")
    if not text or _UNPRINTABLE.search(text) or len(text) > LONGEST_TEXT:
        return None
    script = _script(text)
    if script is Script.NONE or any(len(_scripts(word)) > 1 for word in text.split()):
        return None
    words, parts = _person(listing, alias, text) if listing.type is PartyType.PERSON else _other(listing.type, text)
    longest = LONGEST_PERSON if listing.type is PartyType.PERSON else LONGEST_ORGANIZATION
    if not 0 < len(words) <= longest or sum(map(len, words)) < 2:
        return None
    return Subject(listing, party, alias, script, words, parts)


def _script(text: str) -> Script:
    """The script of most letters, Japanese where any is Kana; NONE where there are none."""
    found = Counter(script_of_letter(letter) for letter in text if letter.isalpha())
    if Script.KANA in found:
        return Script.KANA
    return found.most_common(1)[0][0] if found else Script.NONE


def _scripts(word: str) -> set[Script]:
    """The scripts that a word mixes; Japanese ones belong together."""
    found = {script_of_letter(letter) for letter in word if letter.isalpha()}
    return found - {Script.KANA} if Script.HAN in found else found


def _person(listing: Listing, alias: Alias, text: str) -> tuple[tuple[str, ...], tuple[NamePart, ...]]:
    family, given = _split(alias, text)
    if not (family and given) or not _UNDIVIDED.isdisjoint(listing.countries):
        words = tuple(map(cased, text.replace(",", " ").split()))
        return words, tuple(NamePart.WORD for _ in words)
    needed = _first_name(given)
    first = [(cased(word), NamePart.GIVEN if at < needed else NamePart.MIDDLE) for at, word in enumerate(given)]
    last = [(cased(word), NamePart.FAMILY) for word in family]
    if not FAMILY_FIRST.isdisjoint(listing.countries):
        # Both syllables of a given name belong together: neither is a middle name.
        first = [(word, NamePart.GIVEN) for word, _ in first]
        first, last = last, first
    words, parts = zip(*first, *last, strict=True)
    return words, parts


def _first_name(given: list[str]) -> int:
    """How many words the first given name takes: with "servant of", titles and particles, it goes on (Abd al-Aziz)."""
    names = (at for at, word in enumerate(given, 1) if len(word) > 2 and not leads(word))
    return next(names, len(given))


def leads(word: str) -> bool:
    """Whether a word is no name by itself but leads to one: a particle, a title, "servant of"."""
    folded = fold(word).strip("'.")
    return folded in _SERVANT or lexicon().is_a("particle", folded) or lexicon().is_a("title", folded)


def _split(alias: Alias, text: str) -> tuple[list[str], list[str]]:
    """Family and given names: typed by the list, parted by a comma or capitals, or known by a patronymic."""
    if alias.family and alias.given and not _UNPRINTABLE.search(alias.family + alias.given):
        return _clean(alias.family), _clean(alias.given)
    if text.count(",") == 1:
        family, _, given = text.partition(",")
        return family.split(), given.split()
    words = text.split()
    capitals = [word for word in words if len(word) > 2 and word.isupper()]
    if capitals and not text.isupper() and len(capitals) < len(words):
        return capitals, [word for word in words if word not in capitals]
    if len(words) == 3 and _PATRONYMIC.fullmatch(words[2]):
        return [words[0]], [words[1], words[2]]
    if len(words) == 3 and _PATRONYMIC.fullmatch(words[1]):
        return [words[2]], [words[0], words[1]]
    return [], []


def _clean(part: str) -> list[str]:
    return _QUOTES.sub(" ", _INVISIBLE.sub("", _PARENTHESIS.sub(" ", part))).replace(",", " ").split()


def _other(kind: PartyType, text: str) -> tuple[tuple[str, ...], tuple[NamePart, ...]]:
    words = text.replace(",", " ").split()
    if kind is PartyType.ORGANIZATION and script_of(text) in CASED and text.isupper() and len(text) > LONGEST_ACRONYM:
        words = [_organization_word(word, first=at == 0) for at, word in enumerate(words)]
    elif kind is PartyType.VESSEL:
        words = [cased(word) for word in words]
    legal = [lexicon().is_a("legal", _bare(word)) for word in words]
    formal = [at_legal or lexicon().is_a("connector", _bare(word)) for at_legal, word in zip(legal, words, strict=True)]
    parts = []
    for at in range(len(words)):
        beside = (at > 0 and formal[at - 1]) or (at + 1 < len(words) and formal[at + 1])
        is_legal = kind is PartyType.ORGANIZATION and (legal[at] or (formal[at] and beside))
        parts.append(NamePart.LEGAL if is_legal else NamePart.WORD)
    return tuple(words), tuple(parts)


def _bare(word: str) -> str:
    return fold(word).replace(".", "").strip(",-'")


def _organization_word(word: str, *, first: bool) -> str:
    """A word of a name that the list prints in capitals: acronyms and legal forms stay, the rest is capitalised."""
    folded = _bare(word)
    words = lexicon()
    if words.is_a("legal", folded) and len(folded) <= 5:
        return word
    if not first and folded in SMALL_WORDS:
        return word.lower()
    if any(letter.isdigit() for letter in word) or "." in word or _is_acronym(folded):
        return word
    return cased(word)


def _is_acronym(folded: str) -> bool:
    """Whether letters are spelt rather than spoken, as far as their number and vowels tell."""
    if folded.startswith(_SPELT):
        return True
    vowels = sum(letter in _VOWELS for letter in folded)
    known = rarity().is_everyday(folded) or rarity().of(folded).parties >= 5
    return vowels == 0 or (not known and (len(folded) <= 3 or (len(folded) == 4 and vowels == 1)))


# Russian research institutes, design bureaus and the like, which begin the names of many companies.
_SPELT = ("нии", "цнии", "нпо", "окб", "nii", "tsnii", "npo", "okb")
_VOWELS = frozenset("aeiouyаеиоуыэюяіїє")
SMALL_WORDS = frozenset(
    ["of", "and", "the", "for", "in", "on", "de", "del", "la", "le", "du", "des", "et", "y", "und", "von", "и", "по",
     "в", "за", "на", "для", "та", "і"]
)  # fmt: skip


# O'Connor and Al-Assad are two pieces, Sa'd is one.
_PIECE = re.compile(r"(?<![^\W\d_])[^\W\d_]['’](?=[^\W\d_]{2})|[^\W\d_]+(?:['’ʼ‘`][^\W\d_]+)*")


def cased(word: str) -> str:
    """A word in capitals as print has it: Putin for PUTIN, Al-Assad for AL-ASSAD; others stay as they are."""
    if len(word) < 2 or not word.isupper() or _ROMAN.fullmatch(word) or "." in word:
        return word
    return _PIECE.sub(lambda found: found.group().capitalize(), word)


def words_of(text: str) -> frozenset[str]:
    """The folded words of a name, whatever their order: what makes two printed names the same."""
    return frozenset(fold(token.surface) for token in tokenize(text))
