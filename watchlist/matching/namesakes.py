"""Whether somebody else of the same surname is meant: a given name or initial beside it that no listed bearer has."""

from collections.abc import Iterator, Sequence

from watchlist.matching.candidates import is_initial, same_initial
from watchlist.matching.context import Context
from watchlist.matching.index import Index
from watchlist.matching.misspelled import is_near
from watchlist.matching.page import STEM, Break, Page
from watchlist.matching.uncased import is_given_name
from watchlist.matching.vocabulary import Mark
from watchlist.text.lexicon import lexicon
from watchlist.text.rarity import rarity
from watchlist.text.scripts import CASED

RARE_IN_NEWS = 200
# So many listings know a word as given name before it is one by itself.
KNOWN_AS_GIVEN = 2
SURELY_GIVEN = 20


def families_of_others(index: Index, pages: Sequence[Page], context: Context) -> frozenset[int]:
    """Family names that the article gives to somebody with a given name that no listed bearer has."""
    words: set[int] = set()
    for page in pages:
        for at in page.places(Mark.OPENS):
            families = [word for word in page.senses[at].words if word in index.families]
            if families and page.names(at):
                bearers = [index.forms[form].party for word in families for form in index.families[word]]
                others = _other_given_names(index, page, at, bearers, context)
                if any(not _stands_apart(page, place, at) for place in others):
                    words.update(families)
    return frozenset(words)


def has_other_given_name(index: Index, page: Page, at: int, parties: Sequence[int], context: Context) -> bool:
    """Whether a given name (or initial) that none of the parties bears stands beside a surname: another person."""
    return any(_other_given_names(index, page, at, parties, context))


def _other_given_names(index: Index, page: Page, at: int, parties: Sequence[int], context: Context) -> list[int]:
    beside = [place for place in _beside(page, at) if _is_name_beside(page, place, at, context)]
    words = _words_of(index, frozenset(parties), page, at) if beside else set()
    return [place for place in beside if not _is_borne(page, place, words)]


def _stands_apart(page: Page, place: int, at: int) -> bool:
    """Whether the page has the word elsewhere too, without this surname: a name of its own ("slíbil Merkelové Putin").

    A given name that lists know never does, nor does an initial.
    """
    sense = page.senses[place]
    if rarity().of(sense.folded).given >= KNOWN_AS_GIVEN or is_initial(page, place):
        return False
    stem = sense.folded[:STEM]
    beside = {at - 2, at - 1, at, at + 1, at + 2}
    starts = [stem] if len(stem) == STEM else [start for start in page.capitals if start.startswith(stem)]
    return any(other not in beside for start in starts for other in page.capitals.get(start, ()))


def _is_name_beside(page: Page, place: int, at: int, context: Context) -> bool:
    """Whether a word beside a surname is a given name or an initial at all."""
    sense = page.senses[place]
    if sense.script not in CASED:
        return place < at and is_given_name(sense)
    if not page.cased or not sense.capital or lexicon().is_a("title", sense.folded):
        return False
    if is_initial(page, place):
        return True
    given = rarity().of(sense.folded).given >= SURELY_GIVEN
    if sense.filler or sense.concepts or sense.countries or (sense.everyday and not given):
        return False
    if sense.upper and not page.tokens[at].surface.isupper():
        return False
    return _may_be_given(page, place, context)


def _is_borne(page: Page, place: int, words: set[str]) -> bool:
    """Whether a given name or an initial is one of these words, or a misspelling of one."""
    surface = page.tokens[place].surface
    if is_initial(page, place):
        return any(same_initial(surface, word) for word in words)
    return any(reading.folded in words for reading in page.senses[place].readings) or any(
        is_near(page.senses[place].folded, word) for word in words
    )


def _beside(page: Page, at: int) -> Iterator[int]:
    """The word before, particles passed over ("Maher al-Assad"), and the word behind, with no mark between.

    The word behind is nobody's who is named before it when it begins another name ("Putinowi Donald Tusk").
    """
    before = at - 1
    while before > 0 and page.senses[before].filler and page.breaks[before] is Break.NONE:
        before -= 1
    if before >= 0 and page.breaks[before] is Break.NONE:
        yield before
    after = at + 1
    if after < len(page.tokens) and page.breaks[at] is Break.NONE:
        goes_on = after + 1 < len(page.tokens) and page.breaks[after] is Break.NONE and page.senses[after + 1].capital
        if not goes_on:
            yield after


def _may_be_given(page: Page, place: int, context: Context) -> bool:
    """Whether a capitalised word may be somebody's given name: lists know it as one, or news hardly knows it at all."""
    count = rarity().of(page.senses[place].folded)
    bearers = max((rarity().of(reading.folded).given for reading in page.senses[place].readings), default=0)
    known = max(bearers, count.given) >= KNOWN_AS_GIVEN
    return known or (not context.capital_nouns and count.articles < RARE_IN_NEWS)


def _words_of(index: Index, parties: frozenset[int], page: Page, at: int) -> set[str]:
    """Every word of the names of these parties that have the word at this place as family name."""
    numbers = {number for reading in page.senses[at].readings for number in index.families.get(reading.word, ())}
    bearing = (index.forms[number] for number in numbers)
    return {word for form in bearing if form.party in parties for word in form.words}
