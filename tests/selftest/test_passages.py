"""The sentences: complete in every language, and without a listed name of their own."""

import pytest

from tests.selftest.world import parties
from watchlist.matching import Index, Screener
from watchlist.model import Article
from watchlist.selftest import kinds
from watchlist.selftest.passages import COUNTRY, LATIN, NAME, ROLE, _sentences, frames, languages_with

LANGUAGES = sorted({language for language, _ in _sentences()})
ASKED_FOR = {"en", "ru", "es", "fr", "de", "ar", "uk", "ko", "zh", "tr", "fa"}


def test_the_languages_of_the_lists_are_there() -> None:
    """Every language in which the lists print many names has its own sentences."""
    assert set(LANGUAGES) >= ASKED_FOR
    assert set(LATIN) <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_tell_every_story(language: str) -> None:
    """Headline, opening, closing, a sentence with and without a word for the kind of party, the full name."""
    for part in ("headline", "country", "opening", "closing", "bare", "person", "organization", "full", "linked"):
        assert frames(language, part), part
    assert len(frames(language, "person")) > 1
    for (of, part), sentences in _sentences().items():
        if of == language:
            slots = {"headline": [], "opening": [], "closing": [], "country": [COUNTRY], "role": [NAME, ROLE]}
            assert all(sentence.count(slot) == (slot in slots.get(part, [NAME])) for sentence in sentences
                       for slot in (NAME, COUNTRY, ROLE))  # fmt: skip


def test_vessels_and_aircraft_sail_in_latin_letters() -> None:
    """Lists print vessels in Latin letters only."""
    assert languages_with("vessel") & set(LATIN)
    assert languages_with("aircraft") & set(LATIN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_name_nobody(language: str) -> None:
    """With a made-up word in the slot nothing is found: whatever a run tells, it tells of what was planted."""
    screener = Screener(Index.build(parties()))
    filled = [
        text.replace(NAME, "Xqzvoria") for (of, _), texts in _sentences().items() if of == language for text in texts
    ]
    article = Article("a1", "test", "", " ".join(filled).replace(COUNTRY, "").replace(ROLE, ""), language=language)
    assert screener.screen(article) == ()


def test_kinds_have_names_of_their_own() -> None:
    """A row of the table can be found by its kind."""
    names = [kind.name for kind in kinds()]
    assert len(set(names)) == len(names)
