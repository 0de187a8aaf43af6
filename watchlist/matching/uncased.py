"""What a name needs besides where its script writes no capitals: there, every ordinary word may spell a listed one.

Only words that were read across scripts are held to this; a name that a list prints in the article's own script is
taken as it stands.
"""

from collections.abc import Iterable, Sequence

from watchlist.matching.candidates import Candidate, Step
from watchlist.matching.names import NameForm, Part, is_east_asian
from watchlist.matching.page import Break, Page
from watchlist.matching.readings import QUALITY, How, Reading
from watchlist.matching.vocabulary import Sense
from watchlist.text.abjad import has_article
from watchlist.text.inflection import without_prefixes
from watchlist.text.rarity import Count, rarity
from watchlist.text.scripts import CASED, Script

# Latin, Greek and Cyrillic letters stand before all others, Armenian set aside.
_FIRST_WITHOUT_CASE = "\u0530"
# A word of so many letters, prefixes not counted, is hardly another word by chance.
LONG_SPELLED = 6
SHORTEST_ALONE = 4
_MARKS = (frozenset("\"'«“„‘(「『《"), frozenset("\"'»”“’)」』》"))
# A word that so many listed people bear as given name says nothing about one of them by itself.
FEW_GIVEN = 10
# So many articles of the news table hold a name that news knows.
KNOWN_TO_NEWS = 4
FAMOUS = 10
# A word of so many listed parties is hardly anybody's own.
COMMON_WORD = 15
# One word of a name may be spelled a step away from how it is usually romanised.
_DEAREST = 0.03


def is_spelled(page: Page, at: int, reading: Reading) -> bool:
    """Whether a word of a script without capitals stands for a listed word of a script that has them."""
    return page.senses[at].script not in CASED and reading.folded < _FIRST_WITHOUT_CASE


def is_any_spelled(steps: Sequence[Step], page: Page) -> bool:
    """Whether any word of a name was read across scripts where no capitals are written."""
    return any(is_spelled(page, step.at, step.reading) for step in steps)


def may_be_person(candidate: Candidate, page: Page, form: NameForm) -> bool:
    """Given names before the family name, nothing in between, only the first word with something written onto it."""
    steps = [step for step in candidate.steps if form.parts[step.part_at] is not Part.FILLER]
    if not is_any_spelled(steps, page):
        # Where lists print the name in its own script, its order is the script's own too.
        return page.senses[candidate.first].script not in _OWN_ORDER or _is_given_first(form, steps)
    if candidate.extra or any(step.initial for step in steps):
        return False
    if is_east_asian(form.words):
        return len(steps) == len(form.core)
    if not _is_given_first(form, steps):
        return False
    if any(step.reading.how is How.INFLECTED for step in steps[1:]):
        return False
    return _is_near(steps)


_OWN_ORDER = frozenset({Script.ARABIC, Script.HEBREW})


def _is_given_first(form: NameForm, steps: Sequence[Step]) -> bool:
    families = [form.parts[step.part_at] is Part.FAMILY for step in steps]
    return families == sorted(families)


def may_be_organization(candidate: Candidate, page: Page) -> bool:
    """The words of the name in its order, nothing in between, spelled as they usually are."""
    steps = list(candidate.steps)
    if all(_lacks_article(step, page) for step in steps):
        return False
    if not is_any_spelled(steps, page):
        return True
    order = [step.part_at for step in steps]
    return not candidate.extra and order == sorted(order) and _is_near(steps)


def _lacks_article(step: Step, page: Page) -> bool:
    """Whether an Arabic word is listed with the article and stands without it: a base is not "The Base"."""
    sense = page.senses[step.at]
    return sense.script is Script.ARABIC and has_article(step.reading.folded) and not has_article(sense.folded)


def _is_qualified(page: Page, at: int) -> bool:
    """Whether an adjective with the article follows an Arabic word with it: "the political base" is no Al-Qaida."""
    after = at + 1
    if after >= len(page.senses) or page.breaks[at] is not Break.NONE:
        return False
    both = page.senses[at].script is Script.ARABIC and has_article(page.senses[at].folded)
    return both and has_article(page.senses[after].folded)


def may_be_one_word(step: Step, page: Page, form: NameForm, *, strong: bool, said: bool) -> bool:
    """A single spelled word is a name by itself only when news knows the name, most listed words being words of the
    language too; and with the article where the list prints one. ``said``: its kind of business stands beside it.
    """
    if _is_qualified(page, step.at):
        return False
    if not is_spelled(page, step.at, step.reading):
        return True
    sense = page.senses[step.at]
    letters = min(len(step.reading.folded), len(sense.folded))
    if not (strong or said) or letters < SHORTEST_ALONE or not is_usual(step.reading):
        return False
    listed_so = form.parts[0] is Part.FILLER or step.reading.folded.startswith(("al", "el"))
    fits = sense.script is not Script.ARABIC or listed_so == has_article(sense.folded)
    return fits and (said or is_known_to_news(step.reading))


def is_known_to_news(reading: Reading) -> bool:
    """Whether news itself writes the listed word, as the name of something and not of somebody."""
    count = rarity().of(reading.folded)
    return count.articles >= KNOWN_TO_NEWS and count.given < FEW_GIVEN


def is_known_by_itself(page: Page, at: int, reading: Reading) -> bool:
    """Whether a surname without capitals is one: printed so by a list, or spelled like one that news knows well."""
    if not is_spelled(page, at, reading):
        return reading.how is How.SAME
    return len(page.senses[at].folded) >= SHORTEST_ALONE and is_known_to_news(reading)


def is_clear(page: Page, at: int, word: str) -> bool:
    """Whether a word by itself shows that it is a name: by a capital's script, by its length, by marks around it, or
    because news is full of the listed ``word``.
    """
    sense = page.senses[at]
    if sense.script in CASED:
        return True
    shortest = min((sense.folded, *without_prefixes(sense.folded)), key=len)
    famous = rarity().of(word).articles >= FAMOUS and not has_article(sense.folded)
    return famous or len(shortest) >= LONG_SPELLED or _is_marked(page, at)


def _is_marked(page: Page, at: int) -> bool:
    """Whether one word stands in quotation marks or parentheses."""
    start, end, _ = page.tokens[at]
    before = page.text[max(0, start - 2) : start].rstrip()[-1:]
    after = page.text[end : end + 2].lstrip()[:1]
    return before in _MARKS[0] and after in _MARKS[1]


def may_be_surname(page: Page, at: int, reading: Reading, forms: Iterable[NameForm]) -> bool:
    """A word without capitals is a surname by itself only when it is hardly ever a given name, spelled as usual, and
    without the article unless some list prints one.
    """
    sense = page.senses[at]
    if sense.script in CASED:
        return True
    if not is_usual(reading) or rarity().of(reading.folded).given >= FEW_GIVEN:
        return False
    if not is_spelled(page, at, reading) or not has_article(sense.folded):
        return True
    return reading.folded.startswith(("al", "el")) or any(Part.FILLER in form.parts for form in forms)


def is_given_name(sense: Sense) -> bool:
    """Whether a word without capitals reads as a given name that many bear."""
    if sense.filler or sense.everyday or sense.concepts or sense.countries:
        return False
    usual = [reading.folded for reading in sense.readings if is_usual(reading)]
    return any(rarity().of(word).given >= FEW_GIVEN for word in usual)


def bearers_of(step: Step, page: Page) -> list[Count]:
    """How many bear the word of a step: the listed one, and without capitals every other that it may spell."""
    own = rarity().of(step.reading.folded)
    if page.senses[step.at].script in CASED:
        return [own]
    return [own, *(rarity().of(reading.folded) for reading in page.senses[step.at].readings if is_usual(reading))]


def is_of_common_words(steps: Sequence[Step], page: Page, form: NameForm) -> bool:
    """Whether every word of a spelled name stands in many listed names: words of the language (Islamic Jihad)."""
    named = [step for step in steps if form.parts[step.part_at] in {Part.NAME, Part.GENERIC}]
    return is_any_spelled(named, page) and all(
        rarity().of(step.reading.folded).parties >= COMMON_WORD for step in named
    )


def is_usual(reading: Reading) -> bool:
    """Whether a word is spelled as romanisations usually do."""
    return reading.quality >= QUALITY[reading.how]


def _is_near(steps: Sequence[Step]) -> bool:
    return sum(QUALITY[step.reading.how] - step.reading.quality for step in steps) <= _DEAREST
