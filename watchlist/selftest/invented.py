"""Names that are on no list: words of different parties put together, clear of every listed name and its spellings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from watchlist.model import Party, PartyType
from watchlist.selftest.dice import Dice
from watchlist.selftest.subjects import NamePart, Need, Subject
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.scripts import Script
from watchlist.text.sounds import sound_keys
from watchlist.text.tokens import tokenize

_SHORTEST = 3
_TRIES = 60
# How invented names are spread, turn by turn.
_STRATA = (
    (PartyType.PERSON, Script.LATIN), (PartyType.ORGANIZATION, Script.LATIN), (PartyType.PERSON, Script.CYRILLIC),
    (PartyType.PERSON, Script.LATIN), (PartyType.PERSON, Script.ARABIC),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Invented:
    """A name that nobody on the lists bears; ``country`` is one that its last word comes from, or empty."""

    text: str
    type: PartyType
    script: Script
    language: str
    country: str


@dataclass(frozen=True, slots=True)
class Bearers:
    """Which parties bear a word, in any spelling that could be taken for it."""

    parties: Mapping[str, frozenset[int]]

    @classmethod
    def of(cls, parties: Iterable[Party]) -> "Bearers":
        """The bearers of every word of every name of ``parties``."""
        found: dict[str, set[int]] = defaultdict(set)
        keys: dict[str, frozenset[str]] = {}
        for number, party in enumerate(parties):
            for word in {
                word for listing in party.listings for alias in listing.aliases for word in _words(alias.text)
            }:
                if word not in keys:
                    keys[word] = _keys(word)
                for key in keys[word]:
                    found[key].add(number)
        return cls({key: frozenset(numbers) for key, numbers in found.items()})

    def of_word(self, word: str) -> frozenset[int]:
        """Numbers of the parties that bear it."""
        return frozenset().union(*(self.parties.get(key, frozenset()) for key in _keys(word)))

    def share(self, one: str, other: str) -> bool:
        """Whether some party bears words of both, so that together they could be its name."""
        ones = frozenset().union(*map(self.of_word, _words(one)))
        others = frozenset().union(*map(self.of_word, _words(other)))
        return not ones.isdisjoint(others)


def invent(subjects: Sequence[Subject], bearers: Bearers, count: int, seed: int) -> Iterator[Invented]:
    """Up to ``count`` invented names, each once; fewer where small lists leave no room for more."""
    alone = {key for subject in subjects if len(words := _telling(subject)) == 1 for key in _keys(fold(words[0]))}
    pools = {stratum: _pool(subjects, *stratum, alone) for stratum in _STRATA}
    seen: set[str] = set()
    for number in range(count):
        stratum = _STRATA[number % len(_STRATA)]
        made = _invent(pools[stratum], bearers, Dice(seed, "invented", number))
        if made is not None and made.text not in seen:
            seen.add(made.text)
            yield made


def _pool(subjects: Sequence[Subject], kind: PartyType, script: Script, alone: set[str]) -> list[Subject]:
    """Names whose words may be lent; a word that is the whole telling part of a listed name would be that name."""
    return [
        subject
        for subject in subjects
        if subject.listing.type is kind
        and subject.script is script
        and subject.need is Need.NONE
        and len(subject.words) > 1
        and (_is_lender(subject, alone) if kind is PartyType.ORGANIZATION else subject.typed or script is Script.ARABIC)
    ]


def _is_lender(subject: Subject, alone: set[str]) -> bool:
    words = _telling(subject)
    return len(words) > 1 and all(alone.isdisjoint(_keys(fold(word))) for word in words)


def _invent(pool: Sequence[Subject], bearers: Bearers, dice: Dice) -> Invented | None:
    for _ in range(_TRIES if pool else 0):
        first, last = dice.pick(pool), dice.pick(pool)
        one, other, tail = _halves(first, last)
        if _words(one) and _words(other) and not bearers.share(one, other):
            country = next(iter(last.listing.countries), "")
            text = " ".join(filter(None, (one, other, tail)))
            return Invented(text, last.listing.type, last.script, last.alias.language, country)
    return None


def _halves(first: Subject, last: Subject) -> tuple[str, str, str]:
    """What one name lends, what the other lends, and a legal form that comes with it."""
    if first.listing.type is PartyType.PERSON:
        given = first.of(NamePart.GIVEN) or first.words[:1]
        family = last.of(NamePart.FAMILY) or last.words[-1:]
        return given[0], family[-1], ""
    one, other = _telling(first), _telling(last)
    legal = last.of(NamePart.LEGAL)
    return (one[0] if one else ""), (other[-1] if other else ""), (legal[-1] if legal else "")


def _telling(subject: Subject) -> list[str]:
    words = lexicon()
    return [
        word
        for word in subject.of(NamePart.WORD)
        if word.isalpha()
        and word[0].isupper()
        and not words.concepts.labels(fold(word))
        and not words.is_a("everyday", fold(word))
        and fold(word) not in words.places
    ]


def _words(text: str) -> frozenset[str]:
    folded = (fold(token.surface) for token in tokenize(text))
    return frozenset(word for word in folded if len(word) >= _SHORTEST and not lexicon().is_a("particle", word))


def _keys(word: str) -> frozenset[str]:
    """The word, how it sounds, what it is in other languages, and it with any one letter gone: a slip apart."""
    sounds = [f"~{key}" for key in sound_keys(word)]
    others = (_given_names()[sound] for sound in (word, *sounds) if sound in _given_names())
    shorter = (word[:at] + word[at + 1 :] for at in range(len(word))) if len(word) > _SHORTEST else ()
    return frozenset((word, *sounds, *others, *shorter))


@lru_cache(maxsize=1)
def _given_names() -> dict[str, str]:
    """Given names that are one name in several languages (Oleksandr, Alexander), by letters and sounds."""
    return {
        key: f"={number}"
        for number, group in enumerate(lexicon().given_names)
        for name in group
        for key in (name, *(f"~{sound}" for sound in sound_keys(name)))
    }
