"""Short forms of names: a surname, a rare given name or a name of one word after the full name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from watchlist.matching.assessment import Judgement
from watchlist.matching.context import Context, concepts_near
from watchlist.matching.index import Index
from watchlist.matching.names import NameForm, Part
from watchlist.matching.namesakes import families_of_others, has_other_given_name
from watchlist.matching.page import Page, is_place
from watchlist.matching.readings import How
from watchlist.matching.surnames import judge_surname, one_word_of, reads_as_surname, respelled
from watchlist.matching.vocabulary import Mark
from watchlist.matching.weights import evidence
from watchlist.model import MatchKind, PartyType
from watchlist.text.rarity import rarity

# A given name that so few listings know stands for its bearer by itself (Saddam).
RARE_GIVEN = 20
COMMON_GIVEN = 100
# One word of an organisation that news hardly knows means it after the full name (Brizant, Wagner).
SHORTEST_WORD = 4
KNOWN_TO_NEWS = 20
OFTENER_GIVEN = 5


def refer(
    index: Index, pages: Sequence[Page], named: Sequence[Judgement], taken: Mapping[int, set[int]], context: Context
) -> list[Judgement]:
    """Judgements of single words that stand for a person, by the full name elsewhere or by the article alone.

    ``named`` are the judgements that already stand as alerts; ``taken`` are the words they cover, by page number.
    """
    full = _families_of(index, named)
    others = families_of_others(index, pages, context)
    found = []
    for number, page in enumerate(pages):
        for at in page.places(Mark.READS):
            sense = page.senses[at]
            if at in taken[number] or not page.names(at) or sense.everyday or is_place(sense):
                continue
            judgement = _later(index, page, at, full, context) or judge_surname(index, page, at, context, others)
            if judgement is not None:
                found.append(judgement)
    return found


def _families_of(index: Index, named: Iterable[Judgement]) -> dict[int, list[int]]:
    """Words that may stand for a named person later: family names, rare given names, names of one word."""
    words: dict[int, list[int]] = defaultdict(list)
    for judgement in named:
        if judgement.form is None:
            continue
        form = index.forms[judgement.form]
        if form.type is PartyType.ORGANIZATION and _is_called_by(form, judgement):
            words[index.vocabulary.ids[form.only_word]].append(judgement.party)
        if form.type is not PartyType.PERSON:
            continue
        for word, part in zip(index.form_words[judgement.form], index.forms[judgement.form].parts, strict=True):
            count = rarity().of(index.vocabulary.words[word])
            # Where more bear a word as given name, it means somebody else by itself (Muhammad, the prophet).
            surname = part is Part.FAMILY and count.given < max(COMMON_GIVEN, OFTENER_GIVEN * count.family)
            short = surname or (part is Part.GIVEN and count.given <= RARE_GIVEN)
            if short and judgement.party not in words[word]:
                words[word].append(judgement.party)
        for word in index.nicknames.get(judgement.party, ()):
            if judgement.party not in words[word]:
                words[word].append(judgement.party)
    return words


def _is_called_by(form: NameForm, judgement: Judgement) -> bool:
    """Whether one rare word of an organisation is short for the full name that stands elsewhere."""
    word = form.only_word
    return judgement.words > 1 and len(word) >= SHORTEST_WORD and rarity().of(word).articles < KNOWN_TO_NEWS


def _is_spoken_of(form: NameForm, page: Page, at: int) -> bool:
    """Whether a word beside the short name of an organisation says what it is: Wagner's fighters, not its operas."""
    if form.type is PartyType.PERSON:
        return True
    return any(label.startswith(("org:", "cue:")) for label in concepts_near(page, at, at))


def _later(index: Index, page: Page, at: int, full: Mapping[int, list[int]], context: Context) -> Judgement | None:
    for reading in page.senses[at].readings:
        if reading.how >= How.VOWELS or not reads_as_surname(index, page, at, reading):
            continue
        for party in full.get(reading.word, ()):
            bearing = (*index.families.get(reading.word, ()), *index.singles.get(reading.word, ()))
            form = next((number for number in bearing if index.forms[number].party == party), None)
            if form is None or not _is_spoken_of(index.forms[form], page, at):
                continue
            if not has_other_given_name(index, page, at, [party], context):
                lines = (evidence("name-reference", 1.0, index.parties[party].name), *respelled(page, at, reading))
                return one_word_of(index, form, page, at, MatchKind.REFERENCE, held="", lines=lines)
    return None
