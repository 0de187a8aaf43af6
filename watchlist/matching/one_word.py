"""When one word is the whole name of an organisation: Hamas is, Amazon is not."""

from watchlist.matching.candidates import Candidate, Step
from watchlist.matching.lone import LONGEST_ACRONYM, is_hardly_another, may_be_of_its_own
from watchlist.matching.names import NameForm, Part
from watchlist.matching.neighbours import goes_on
from watchlist.matching.page import Break, Page
from watchlist.matching.readings import How
from watchlist.matching.uncased import is_clear
from watchlist.matching.weights import evidence
from watchlist.model import AliasKind, Evidence
from watchlist.text.inflection import before_apostrophe
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.rarity import rarity
from watchlist.text.scripts import CASED

WELL_KNOWN_LISTS = 2
FEW_BEARERS = 3
# A word that stands in so many articles of the news table means something else there than a little known party.
KNOWN_TO_NEWS = 20
KNOWN_AS_GIVEN = 3


def is_word_of_its_own(step: Step, page: Page, form: NameForm, *, alone: bool) -> bool:
    """Whether a name's one distinctive word is really it: not everyday, no place, no word that news knows better."""
    sense, surface, reading = page.senses[step.at], page.tokens[step.at].surface, step.reading
    if len(surface) < 3 or not may_be_of_its_own(sense, reading):
        return False
    if alone and sense.script in CASED and _is_acronym(form.writing, reading.folded):
        other_script = (
            reading.how is How.TRANSLITERATED and not surface.isascii() and len(surface) == len(reading.folded)
        )
        if Part.LEGAL in form.parts and not any(
            lexicon().is_a("legal", page.senses[place].folded) for place in _around(step.at, page)
        ):
            return False
        same = reading.how is How.SAME or before_apostrophe(sense.folded) == reading.folded
        return sense.upper and page.cased and (same or other_script)
    return reading.how is How.SAME or is_hardly_another(sense, reading)


def _is_acronym(name: str, word: str) -> bool:
    """Whether a word is written in capitals in a name of which other words are not, or is too short to be a word."""
    return len(word) <= 4 or any(
        token.isupper() and fold(token) == word and len(word) <= LONGEST_ACRONYM
        for token in name.split()
        if not name.isupper()
    )


def one_word(form: NameForm, candidate: Candidate, page: Page, *, armed: bool) -> Evidence | None:
    """A name of one word: strong when several lists print it all by itself, else it needs support."""
    if _follows_given_name(candidate, page):
        return None
    word = form.only_word
    count = rarity().of(word)
    clear = is_clear(page, candidate.first, word)
    # The primary name of an armed group is its own: no company is called Taliban.
    if form.exonym is not None:
        return evidence("name-short-word" if form.weak else "name-one-word", 1.0, form.told)
    strong = form.lists >= WELL_KNOWN_LISTS or (armed and form.alias.kind is AliasKind.PRIMARY)
    if strong and len(word) > 4 and clear and count.given + count.family < FEW_BEARERS:
        return evidence("name-one-word", 1.0, _printed(form))
    if form.lists >= WELL_KNOWN_LISTS or armed:
        return evidence("name-short-word", 1.0, _printed(form))
    if count.articles >= KNOWN_TO_NEWS or goes_on(candidate, page):
        return None
    return evidence("name-rare-word", 1.0, form.alias.text)


def _follows_given_name(candidate: Candidate, page: Page) -> bool:
    """Whether a given name stands directly before the word: Ramón Hamas is a man."""
    before = candidate.first - 1
    if before < 0 or page.breaks[before] is not Break.NONE or not page.cased:
        return False
    sense = page.senses[before]
    meaning = sense.filler or sense.concepts or sense.countries
    return sense.capital and len(sense.folded) > 1 and not meaning and rarity().of(sense.folded).given >= KNOWN_AS_GIVEN


def _printed(form: NameForm) -> str:
    return f"{form.alias.text}, by itself on {form.lists} lists" if form.lists > 1 else form.alias.text


def _around(at: int, page: Page) -> list[int]:
    return [place for place in (at - 1, at + 1) if 0 <= place < len(page.tokens)]
