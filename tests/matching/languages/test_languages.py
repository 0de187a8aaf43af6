"""What has to be found, and what not, in short articles of many languages."""

import pytest

from tests.matching.languages.corpus import LANGUAGES, read_articles, read_listings, sample_parties
from tests.matching.languages.real_lists import real_parties
from tests.matching.languages.scoring import Judge, Tally


def total(judge: Judge) -> Tally:
    """All languages together."""
    found = Tally()
    for language in LANGUAGES:
        found.add(judge.score(read_articles(language)))
    return found


def test_marks_are_read_with_their_places() -> None:
    """Marks leave the text, and each says where its words stand in what is left."""
    keys = read_listings()
    for language in LANGUAGES:
        for marked in read_articles(language):
            text = marked.article.text
            assert not set("[]{}|") & set(text), marked.article.id
            assert all(text[gold.start : gold.end].strip() for gold in marked.gold)
            assert {gold.key for gold in marked.gold} - {""} <= keys.keys(), marked.article.id


def test_parties_of_a_small_list_are_found_in_many_languages() -> None:
    """A list of a hundred parties in twenty-two languages."""
    found = total(Judge(sample_parties(), read_listings()))
    assert found.recall >= 0.60, found.faults
    assert found.precision >= 0.93, found.faults
    assert found.traps_flagged <= 0.2 * found.traps


@pytest.mark.shared
def test_parties_of_the_real_lists_are_found_in_many_languages(tmp_path) -> None:
    """The same articles against all five lists, whose other names may not drown the right ones."""
    found = total(Judge(real_parties(tmp_path), read_listings()))
    assert found.recall >= 0.82, found.faults
    assert found.precision >= 0.95, found.faults
    # Scripts without capitals do not show that a bare surname has another given name before it.
    assert found.traps_flagged <= 0.10 * found.traps
