"""Who a sentence says was put under sanctions: invented sentences of every language, and the traps beside them."""

from pathlib import Path

import pytest

from watchlist.designations import DesignationFinder
from watchlist.model import Article

TABLE = Path(__file__).with_name("sentences.tsv")
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def named(text: str, language: str, title: str = "") -> list[str]:
    """The designated parties of an article, where no list has any."""
    article = Article("a1", "wire", title, text, language=language)
    return [found.name for found in DesignationFinder(lambda _: False).find(article, ())]


@pytest.mark.parametrize(("language", "expected", "sentence"), ROWS, ids=[row[2][:60] for row in ROWS])
def test_golden_sentences(language: str, expected: str, sentence: str) -> None:
    """The named targets and nobody else: no author, no wish, no threat, no club, no country."""
    assert named(sentence, language) == ([] if expected == "-" else expected.split("; "))
