"""What an article says beside the names (countries, roles, kinds of party): the missing secondary identifier."""

from dataclasses import dataclass

from watchlist.matching.page import Break, Page
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


@dataclass(frozen=True, slots=True)
class Context:
    """Facts of the whole article: ISO codes of countries it speaks of, and whether its language declines names."""

    countries: frozenset[str]
    inflecting: bool


def read_context(pages: tuple[Page, ...], language: str) -> Context:
    """The context of an article's fields taken together."""
    countries: set[str] = set()
    for page in pages:
        for at, sense in enumerate(page.senses):
            countries |= sense.countries
            countries |= _country_phrase(page, at)
    return Context(frozenset(countries), language in INFLECTING or not language)


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
    found: frozenset[str] = frozenset()
    for start, direction in ((first, -1), (last, 1)):
        place = start
        for _ in range(reach):
            if direction < 0 and (place == 0 or page.breaks[place - 1] is Break.HARD):
                break
            if direction > 0 and (place + 1 >= len(page.senses) or page.breaks[place] is Break.HARD):
                break
            place += direction
            found |= page.senses[place].concepts
    return found
