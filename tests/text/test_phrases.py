"""Phrases are found by their words, and every occurrence says where it stands."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.text.normalize import fold
from watchlist.text.phrases import Phrase, PhraseFinder

WORDS = st.sampled_from(["red", "Corea", "del", "Norte", "munición", "Мир", "朝鲜", "สงคราม", "북한이"])
BETWEEN = st.sampled_from([" ", "-", "\n", ", ", ". ", "\n\n", "’"])
TEXTS = st.lists(st.tuples(WORDS, BETWEEN)).map(lambda pairs: "".join(word + gap for word, gap in pairs))


def found(phrase: str, text: str) -> list[str]:
    """The characters of every occurrence of one phrase."""
    return [text[each.start : each.end] for each in PhraseFinder([phrase]).find(text)]


@given(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), st.one_of(TEXTS, st.text()))
def test_offsets_are_exact(phrase: str, text: str) -> None:
    """The characters at the offsets are the phrase, gaps and folding aside."""
    for each in PhraseFinder([phrase]).find(text):
        surface = text[each.start : each.end]
        assert fold(" ".join(surface.replace("-", " ").replace("’", " ").split())) == fold(phrase)


@given(st.lists(WORDS, min_size=1, max_size=4), TEXTS, TEXTS)
def test_a_phrase_is_found_wherever_it_stands(words: list[str], before: str, after: str) -> None:
    """Whatever stands around a phrase does not hide it."""
    phrase = " ".join(words)
    text = f"{before} {phrase} {after}"
    start = len(before) + 1
    assert Phrase(phrase, start, start + len(phrase)) in PhraseFinder([phrase]).find(text)


@pytest.mark.parametrize(
    ("phrase", "text", "surfaces"),
    [
        ("Corea del Norte", "en COREA DEL NORTE y Córea-del norte", ["COREA DEL NORTE", "Córea-del norte"]),
        ("North Korea", "North Korea's and North\nKorea", ["North Korea", "North\nKorea"]),
        ("North Korea", "North. Korea, North, Korea; north\n\nkorea; Northern Korea; North Koreans", []),
        ("munici*", "municiones, munición, comunicipio", ["municiones", "munición"]),
        (
            "acuerdo* armament*",
            "un acuerdo armamentístico, acuerdos armamentísticos",
            ["acuerdo armamentístico", "acuerdos armamentísticos"],
        ),
        ("Северн* Коре*", "из Северной Кореи", ["Северной Кореи"]),
        ("red", "la red, redes, predios, RED", ["red", "RED"]),
        ("Iran", "dell’Iran, l'iran", ["Iran", "iran"]),
        ("朝鲜", "俄罗斯和朝鲜达成协议", ["朝鲜"]),
        ("武器ネットワーク", "北朝鮮の武器ネットワークを制裁", ["武器ネットワーク"]),
        ("สงคราม", "การสงครามใน", ["สงคราม"]),
        ("북한*", "북한이 러시아에", ["북한이"]),
        ("हथियार", "यह हथियार है", ["हथियार"]),
        ("می‌کند", "او می‌کند و میکند", ["می‌کند", "میکند"]),
    ],
)
def test_golden_phrases(phrase: str, text: str, surfaces: list[str]) -> None:
    """Case, diacritics, hyphens and starred endings are forgiven; other words and other order are not."""
    assert found(phrase, text) == surfaces


def test_overlapping_phrases_are_all_found_in_order() -> None:
    """A phrase inside another is not lost."""
    text = "North Korea arms network"
    spans = [
        (each.phrase, each.start)
        for each in PhraseFinder(["arms network", "Korea arms", "North Korea", "arms"]).find(text)
    ]
    assert spans == [("North Korea", 0), ("Korea arms", 6), ("arms", 12), ("arms network", 12)]


@pytest.mark.parametrize("phrase", ["", " ", "*", "—", "a * b", "x*y", "*x"])
def test_what_is_no_phrase_is_refused_by_name(phrase: str) -> None:
    """The error quotes the phrase."""
    with pytest.raises(ValueError, match="the phrase"):
        PhraseFinder([phrase])


def test_time_grows_no_faster_than_the_text() -> None:
    """A megabyte of first words and gaps is read as quickly as any other."""
    finder = PhraseFinder(["red de armas", "red*", "red de evasión"])
    for text in ("red " * 250_000, "red de " * 140_000, "red" + " " * 1_000_000 + "de", "red\n" * 250_000):
        started = time.process_time()
        finder.find(text)
        assert time.process_time() - started < 10
