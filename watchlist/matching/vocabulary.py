"""The memo: what each distinct word of a text means to matching, worked out once, whatever article it stands in."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from operator import itemgetter
from typing import NamedTuple

from watchlist.matching.readings import Reader, Reading
from watchlist.text.abjad import is_half_a_name
from watchlist.text.inflection import after_elision, before_apostrophe, without_prefixes
from watchlist.text.lexicon import WordTable, lexicon, stem
from watchlist.text.normalize import fold, unmask
from watchlist.text.rarity import rarity
from watchlist.text.scripts import CASED, UNSPACED, Script, script_of

# Behind a word that takes all case endings, and one that may be written small.
DECLINES = "\x02"
SMALL = "\x03"
# Longer runs of letters are no words; what their prefixes might mean is not worth the time.
LONGEST_WORD = 60
# Each of two generations of the memo holds so many words.
MEMO_LIMIT = 200_000


class Mark:
    """What a word may be good for, as bits, so that the few places of a text that matter are found without a loop."""

    READS = 1  # may stand for a listed word
    OPENS = 2  # one that opens a candidate
    LARGE = 4  # begins with a capital
    SMALL = 8  # begins with a small letter
    CASED = 16  # is of a script with capitals
    NATIVE = 32  # is matched by characters
    COUNTRY = 64  # is a country, or may begin the name of one
    CONCEPT = 128  # is a role, a kind of party, a vessel
    NUMBERED = 256  # may be an identifier
    LETTER = 512  # is a single letter
    PEOPLE = 1024  # opens a candidate even where it is written small: Russian талибы, Polish talibowie
    HALF = 2048  # is half of a name that is written in two words


class Sense(NamedTuple):
    """All that matching knows about one distinct word of a text, whatever article it stands in."""

    folded: str
    script: Script
    capital: bool
    upper: bool
    number: bool
    filler: bool
    everyday: bool
    readings: tuple[Reading, ...]
    words: tuple[int, ...]
    concepts: frozenset[str]
    countries: frozenset[str]
    marks: int


Bare = tuple[object, ...]
"""A sense without its names, as it is stored: a tuple is read far faster than anything that has a class."""

marks_of: Callable[[Sense], int] = itemgetter(Sense._fields.index("marks"))


class _Learner:
    """Works out what a word means that was never seen."""

    def __init__(self, reader: Reader, anchors: frozenset[int], people: frozenset[int]) -> None:
        self._reader = reader
        self._anchors = anchors
        self._people = people

    def __call__(self, surface: str) -> Sense:
        """The sense of a word as printed."""
        within = len(surface) <= LONGEST_WORD
        folded = unmask(fold(surface if within or script_of(surface) in UNSPACED else surface[:LONGEST_WORD]))
        script = script_of(folded)
        words = lexicon()
        capital = surface != surface.lower() or (script not in CASED and script is not Script.NONE)
        readings = self._reader.read(surface, folded, script, capital=capital) if within else ()
        labels = WordTable.inside if script in _UNPARTED else WordTable.labels
        # "L'organisation", "un'azienda": the article is not part of the word.
        said = after_elision(folded) or folded
        concepts, countries = labels(words.concepts, said), labels(words.nationalities, said)
        if script in _PREFIXED:
            for bare in without_prefixes(folded):
                concepts |= words.concepts.labels(bare)
                countries |= words.nationalities.labels(bare)
        number = folded.isdigit()
        marks = _marks_of_letters(surface, script)
        if readings:
            marks |= Mark.READS
            if not number and any(reading.word in self._anchors for reading in readings):
                marks |= Mark.OPENS
            if any(reading.word in self._people for reading in readings):
                marks |= Mark.PEOPLE
        if countries or stem(folded) in words.country_phrases:
            marks |= Mark.COUNTRY
        if concepts:
            marks |= Mark.CONCEPT
        return Sense(
            folded=folded,
            script=script,
            capital=capital,
            upper=_is_upper(surface),
            number=number,
            filler=(words.is_a("particle", folded) or words.is_a("title", folded))
            and not words.is_a("conjunction", folded),
            everyday=rarity().is_everyday(folded) or words.is_a("everyday", folded),
            readings=readings,
            words=tuple([reading.word for reading in readings]),
            concepts=concepts,
            countries=countries,
            marks=marks,
        )


class _Memo(dict[str, Sense]):
    """Senses by word as printed; a missing one is learned.

    Bounded by two generations: when the young one is full it becomes the old one, and what is asked for again comes
    back from there. So the words of every day are never learned twice, and the memo is never empty.
    """

    def __init__(self, learn: Callable[[str], Sense]) -> None:
        super().__init__()
        self._learn = learn
        self.old: Mapping[str, Bare] = {}
        self.learned = 0

    def __missing__(self, surface: str) -> Sense:
        old = self.old.get(surface)
        sense = self._new(surface) if old is None else Sense._make(old)
        if len(self) >= MEMO_LIMIT:
            self.old = dict(self)
            self.clear()
        self[surface] = sense
        return sense

    def _new(self, surface: str) -> Sense:
        self.learned += 1
        return self._learn(surface)


class Vocabulary:
    """Distinct words of listed names, and the senses of the words of texts.

    ``anchors`` open candidates, ``declining`` take all case endings, ``people`` may be written small. What was learned
    of texts is no part of it where it is stored; ``hand_over`` and ``recall`` carry that over.
    """

    def __init__(
        self,
        words: Iterable[str],
        anchors: frozenset[int] = frozenset(),
        declining: frozenset[int] = frozenset(),
        people: frozenset[int] = frozenset(),
    ) -> None:
        self._begin(Reader(words, declining), anchors, people)

    def _begin(self, reader: Reader, anchors: frozenset[int], people: frozenset[int]) -> None:
        self._reader, self._anchors, self._people = reader, anchors, people
        self.words, self.ids = reader.words, reader.ids
        self._memo = _Memo(_Learner(reader, anchors, people))

    def __getstate__(self) -> tuple[Reader, frozenset[int], frozenset[int]]:
        return self._reader, self._anchors, self._people

    def __setstate__(self, state: tuple[Reader, frozenset[int], frozenset[int]]) -> None:
        self._begin(*state)

    def rights(self) -> Iterator[str]:
        """Every word, marked where it takes all case endings and where it may be written small."""
        declining = self._reader.declining
        for number, word in enumerate(self.words):
            yield f"{word}{DECLINES if number in declining else ''}{SMALL if number in self._people else ''}"

    def sense(self, surface: str) -> Sense:
        """The sense of a word as printed, from the memo or learned now."""
        return self._memo[surface]

    def senses(self, surfaces: Sequence[str]) -> list[Sense]:
        """The senses of words as printed."""
        return list(map(self._memo.__getitem__, surfaces))

    @property
    def learned(self) -> int:
        """How many words were worked out since the start, or since they were handed over."""
        return self._memo.learned

    def hand_over(self, most: int) -> dict[str, Bare]:
        """At most so many words with their senses, those that came last."""
        self._memo.learned = 0
        newest = chain(reversed(self._memo.items()), self._memo.old.items())
        return dict(islice(((word, tuple(sense)) for word, sense in newest), most))

    def recall(self, known: Mapping[str, Bare]) -> None:
        """Take senses that the same vocabulary has worked out before, so that they need not be learned again."""
        self._memo.old = known


# The shortest number that a listing may be known by is an IMO number; the shortest address without a digit in it is a
# wallet's.
SHORTEST_IDENTIFIER = 7
SHORTEST_ADDRESS = 26
_DIGIT = re.compile(r"\d")
_UNPARTED = frozenset({Script.HAN, Script.KANA, Script.HANGUL})
_PREFIXED = frozenset({Script.ARABIC, Script.HEBREW})


def _is_upper(surface: str) -> bool:
    """Whether a word is written in capitals, be it for an ending behind an apostrophe (PKK'ya)."""
    if surface.isupper() or surface.isalpha():
        return len(surface) > 1 and surface.isupper()
    letters = surface[: len(before_apostrophe(fold(surface)))]
    return len(letters) > 1 and letters.isupper()


def _marks_of_letters(surface: str, script: Script) -> int:
    first = surface[0]
    marks = Mark.LARGE if first.isupper() else Mark.SMALL if first.islower() else 0
    if script in CASED:
        marks |= Mark.CASED
    elif script in _UNPARTED:
        marks |= Mark.NATIVE
    elif script is Script.ARABIC and is_half_a_name(surface):
        marks |= Mark.HALF
    if len(surface) == 1:
        marks |= Mark.LETTER
    elif len(surface) >= SHORTEST_IDENTIFIER and (len(surface) >= SHORTEST_ADDRESS or _DIGIT.search(surface)):
        marks |= Mark.NUMBERED
    return marks
