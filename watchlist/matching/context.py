"""What an article says beside the names (countries, roles, kinds of party): the missing secondary identifier."""

from collections.abc import Iterator
from dataclasses import dataclass

from watchlist.matching.page import Break, Page
from watchlist.matching.vocabulary import Mark
from watchlist.text.lexicon import lexicon, stem

NEAR = 6
# Languages whose names decline; elsewhere an ending on a name is more likely another name.
INFLECTING = frozenset(
    [
        "ru",
        "uk",
        "be",
        "bg",
        "mk",
        "sr",
        "hr",
        "bs",
        "sl",
        "sk",
        "cs",
        "pl",
        "lt",
        "lv",
        "hu",
        "fi",
        "et",
        "tr",
        "az",
        "kk",
        "el",
        "la",
        "ro",
        "ar",
        "fa",
        "he",
        "ko",
        "ja",
    ]
)


CAPITAL_NOUNS = frozenset({"de", "lb"})


@dataclass(frozen=True, slots=True)
class Context:
    """Facts of the whole article: ISO codes of countries it speaks of, whether its language declines names, whether it
    writes every noun with a capital, and the year in which it was published, where known.
    """

    countries: frozenset[str]
    inflecting: bool
    capital_nouns: bool
    year: int | None = None


def read_context(pages: tuple[Page, ...], language: str, year: int | None = None) -> Context:
    """The context of an article's fields taken together."""
    countries: set[str] = set()
    for page in pages:
        for at in page.places(Mark.COUNTRY):
            countries |= page.senses[at].countries
            countries |= _country_phrase(page, at)
    return Context(frozenset(countries), language in INFLECTING or not language, language in CAPITAL_NOUNS, year)


def _country_phrase(page: Page, at: int) -> set[str]:
    """ISO codes of country names of several words that start at a word."""
    phrases = lexicon().country_phrases.get(stem(page.senses[at].folded), ())
    return {code for words, code in phrases if _follows(page, at, words)}


def _follows(page: Page, at: int, words: tuple[str, ...]) -> bool:
    if len(words) > len(page.senses) - at:
        return False
    return all(stem(page.senses[at + step].folded) == stem(word) for step, word in enumerate(words))


def concepts_near(page: Page, first: int, last: int, reach: int = NEAR) -> frozenset[str]:
    """Labels of concepts within ``reach`` words of a span and in its sentence, the span itself left out."""
    around = (*_outward(page, first, -1, reach), *_outward(page, last, 1, reach))
    return frozenset().union(*(page.senses[place].concepts for place in around))


def roles_near(page: Page, first: int, last: int) -> frozenset[str]:
    """Roles beside a span, up to the next name: what stands behind another name is said of its bearer."""
    found: frozenset[str] = frozenset()
    for start, direction in ((first, -1), (last, 1)):
        for place in _outward(page, start, direction, NEAR):
            if _is_name(page, place):
                break
            found |= page.senses[place].concepts
    return found


def _outward(page: Page, start: int, direction: int, reach: int) -> Iterator[int]:
    place = start
    for _ in range(reach):
        link = place - 1 if direction < 0 else place
        if not 0 <= place + direction < len(page.senses) or page.breaks[link] is Break.HARD:
            return
        place += direction
        yield place


def _is_name(page: Page, place: int) -> bool:
    sense = page.senses[place]
    meaning = sense.concepts or sense.countries or sense.filler or sense.everyday
    return page.cased and sense.capital and not meaning and not page.starts_sentence(place)
