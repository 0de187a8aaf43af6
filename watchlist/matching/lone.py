"""Names with one distinctive word, and what such a name asks of its article before it is worth aligning.

Any such word may open a candidate, and news is full of them (Nord, Stream, Europe). Nearly all fall here, by the same
rules that the judgement would apply later. A bound may be too generous, never too strict.
"""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from watchlist.matching.names import (
    DISTINCTIVE,
    LEAST_COVERAGE,
    PART_WEIGHT,
    SIGNIFICANT,
    NameForm,
    Part,
    said_otherwise,
)
from watchlist.matching.page import is_place
from watchlist.matching.readings import How, Reading
from watchlist.matching.vocabulary import Sense
from watchlist.model import PartyType
from watchlist.text.inflection import before_apostrophe
from watchlist.text.rarity import rarity

FEW_ARTICLES = 5
# From this length on a single word that is spelled a little differently is still hardly another word.
LONG_WORD = 7
LONGEST_ACRONYM = 6
CUES = {PartyType.VESSEL: "cue:vessel", PartyType.AIRCRAFT: "cue:aircraft"}
# Shares are sums of decimal fractions.
ROUNDING = 1e-9
# Tens of thousands of names need nothing more; an empty set of its own takes each 216 bytes.
_NONE: frozenset[int] = frozenset()
_NOTHING: frozenset[str] = frozenset()


class Lone(NamedTuple):
    """What form number ``form`` asks for beside its one distinctive word.

    ``cue`` is a concept that the article has to hold, ``needed`` are words without which the name is another, ``legal``
    the words of its legal form; ``others`` are its other words, each with its share of the name and the concepts that
    say the same. ``person`` is told by a title or by-name together with the word.
    """

    form: int
    cue: str
    needed: frozenset[int]
    legal: frozenset[int]
    others: tuple[tuple[int, float, frozenset[str]], ...]
    person: bool

    def may_stand(self, words: AbstractSet[int], concepts: frozenset[str], *, own: bool) -> bool:
        """Whether the name can be told among these listed words and concepts.

        ``own`` says that its distinctive word may be a word of its own; if not, only all its other words or its legal
        form can carry it.
        """
        if (self.cue and self.cue not in concepts) or not self.needed <= words:
            return False
        if self.cue or self.person:
            return True
        missing = sum(share for word, share, said in self.others if word not in words and said.isdisjoint(concepts))
        if own:
            return 1 - missing >= LEAST_COVERAGE - ROUNDING
        return missing < ROUNDING and (bool(self.others) or not self.legal.isdisjoint(words))


def may_be_of_its_own(sense: Sense, reading: Reading) -> bool:
    """Whether a word may be a name by itself in any article; what ``is_word_of_its_own`` asks of the word alone."""
    if sense.everyday or sense.concepts or is_place(sense) or rarity().is_everyday(reading.folded):
        return False
    as_acronym = reading.how is How.TRANSLITERATED and len(reading.folded) <= LONGEST_ACRONYM
    return reading.how is How.SAME or as_acronym or is_hardly_another(sense, reading)


def is_hardly_another(sense: Sense, reading: Reading) -> bool:
    """Whether a word that is spelled differently is still no other word: news does not know it better, and it is long
    enough.
    """
    known = rarity().of(before_apostrophe(sense.folded) or sense.folded).articles
    if known > 3 * rarity().of(reading.folded).articles + FEW_ARTICLES:
        return False
    return (
        reading.how is How.TRANSLITERATED
        or len(reading.folded) >= LONG_WORD
        or (reading.how is How.INFLECTED and len(reading.folded) > 4)
    )


def lone_names(forms: Sequence[NameForm], form_words: Sequence[tuple[int, ...]]) -> dict[int, tuple[Lone, ...]]:
    """Lone names by their one distinctive word; a person needs a title or by-name beside it that the list prints."""
    found: dict[int, list[Lone]] = defaultdict(list)
    for number, (form, words) in enumerate(zip(forms, form_words, strict=True)):
        distinctive = [word for word, part in zip(words, form.parts, strict=True) if part in DISTINCTIVE]
        if len(distinctive) == 1 and (form.type is not PartyType.PERSON or form.by_names):
            found[distinctive[0]].append(_lone(number, form, words))
    return {word: tuple(names) for word, names in found.items()}


def _lone(number: int, form: NameForm, words: Sequence[int]) -> Lone:
    total = sum(PART_WEIGHT[part] for part in form.parts)
    person = form.type is PartyType.PERSON
    needed = SIGNIFICANT if form.type in CUES else {Part.NUMBER}
    titles = frozenset(words[at] for at in form.by_names) if person else frozenset()
    placed = list(zip(words, form.words, form.parts, strict=True))
    return Lone(
        form=number,
        cue=CUES.get(form.type, ""),
        needed=(frozenset(word for word, _, part in placed if part in needed) | titles) or _NONE,
        legal=frozenset(word for word, _, part in placed if part is Part.LEGAL) or _NONE,
        others=tuple(
            (word, PART_WEIGHT[part] / total, said_otherwise(folded) if part is Part.GENERIC else _NOTHING)
            for word, folded, part in placed
            if PART_WEIGHT[part] > 0 and part not in DISTINCTIVE
        ),
        person=person,
    )
