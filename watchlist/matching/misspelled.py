"""A given name beside a listed family name may be misspelled, even where the misspelling is a listed word itself."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from watchlist.matching.names import NameForm, Part
from watchlist.matching.page import Break, Page
from watchlist.text.inflection import bases
from watchlist.text.sounds import sound_keys

# A misspelled given name is so near to the listed one (Vladmirja, Vladimir; Vasly, Vasily).
NEAR = 0.8
SHORTEST = 5


@lru_cache(maxsize=65536)
def is_near(folded: str, listed: str) -> bool:
    """Whether a word, its ending aside, is a misspelling of a listed one of the same first sound."""
    if abs(len(folded) - len(listed)) > len(listed) // 2:
        return False
    return any(
        sound[0] == key[0] and bool(OSA.normalized_similarity(sound, key, score_cutoff=NEAR))
        for key in sound_keys(listed)
        if len(key) >= SHORTEST
        for spelled in sound_keys(folded)
        for sound in (spelled, *bases(spelled))
        if sound
    )


def places_beside(page: Page, at: int) -> tuple[int, ...]:
    """The capitalised words directly before and behind a word, with no mark between, that are no known words."""
    beside = []
    for place, link in ((at - 1, at - 1), (at + 1, at)):
        if 0 <= place < len(page.senses) and page.breaks[link] is Break.NONE:
            sense = page.senses[place]
            meaning = sense.filler or sense.everyday or sense.concepts or sense.countries
            if sense.capital and page.cased and not meaning and len(sense.folded) >= SHORTEST - 1:
                beside.append(place)
    return tuple(beside)


def misspelled_given(form: NameForm, page: Page, at: int) -> tuple[int, int] | None:
    """The place in the form and on the page of a given name that stands misspelled beside the word at ``at``."""
    for place in places_beside(page, at):
        for part_at, part in enumerate(form.parts):
            if part is Part.GIVEN and is_near(page.senses[place].folded, form.words[part_at]):
                return part_at, place
    return None
