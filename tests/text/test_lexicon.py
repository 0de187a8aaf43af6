"""Word tables know what a word means, whatever the language of the article."""

import pytest

from watchlist.text.lexicon import WordTable, lexicon
from watchlist.text.normalize import fold


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Russia", "RU"), ("russo", "RU"), ("Russland", "RU"), ("Россия", "RU"), ("российского", "RU"),
        ("rosyjski", "RU"), ("الروسي", "RU"), ("Moscow", "RU"), ("Москве", "RU"), ("кремля", "RU"),
        ("Iran", "IR"), ("iranischen", "IR"), ("Иран", "IR"), ("Tehran", "IR"), ("Тегеране", "IR"),
        ("Belarus", "BY"), ("Weißrussland", "BY"), ("Минске", "BY"), ("Białoruś", "BY"),
        ("Pyongyang", "KP"), ("КНДР", "KP"), ("norcoreano", "KP"),
        ("Ukrainian", "UA"), ("Україна", "UA"), ("Ucrania", "UA"),
        ("Venezuela", "VE"), ("Syrie", "SY"), ("Сирии", "SY"), ("Lebanon", "LB"), ("لبنان", "LB"),
    ],
)  # fmt: skip
def test_countries_are_known_in_many_languages(word: str, code: str) -> None:
    """Country names, nationalities and capitals lead to their ISO code."""
    assert code in lexicon().nationalities.labels(fold(word))


@pytest.mark.parametrize(
    ("run", "code"), [("俄罗斯总统", "RU"), ("北朝鮮の", "KP"), ("북한의", "KP"), ("中国公司", "CN")]
)
def test_countries_are_found_inside_a_run(run: str, code: str) -> None:
    """Scripts without spaces hide a country inside a longer run."""
    assert code in lexicon().nationalities.inside(run)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("north", "korea"), "KP"),
        (("corea", "del", "norte"), "KP"),
        pytest.param(
            ("северная", "корея"),
            "KP",
            marks=pytest.mark.xfail(strict=True, reason="the Russian table knows only КНДР, news says Северная Корея"),
        ),
    ],
)
def test_country_names_of_several_words_are_kept_together(words: tuple[str, ...], code: str) -> None:
    """North Korea is one country and not the north of the other."""
    assert (words, code) in lexicon().country_phrases.get(words[0], ())


@pytest.mark.parametrize("word", ["Putin", "Wagner", "Rosneft", "Hamas", "Shoigu", "Медведев", "Ivanov"])
def test_names_are_no_countries(word: str) -> None:
    """A stem that is too short would make every second surname a nationality."""
    assert not lexicon().nationalities.labels(fold(word))


@pytest.mark.parametrize(
    ("word", "concept"),
    [
        ("president", "role:president"), ("президента", "role:president"), ("prezydentem", "role:president"),
        ("presidente", "role:president"), ("الرئيس", "role:president"), ("대통령", "role:president"),
        ("minister", "role:minister"), ("министру", "role:minister"), ("ministro", "role:minister"),
        ("Verteidigungsminister", "role:defence"), ("обороны", "role:defence"),
        ("group", "org:group"), ("grupo", "org:group"), ("группы", "org:group"), ("Gruppe", "org:group"),
        ("ЧВК", "org:mercenary"), ("mercenario", "org:mercenary"), ("najemników", "org:mercenary"),
        ("bank", "org:bank"), ("банка", "org:bank"),
        ("tanker", "cue:vessel"), ("судно", "cue:vessel"), ("Frachter", "cue:vessel"), ("buque", "cue:vessel"),
        ("helicopter", "cue:aircraft"), ("militants", "cue:armed"), ("боевики", "cue:armed"),
    ],
)  # fmt: skip
def test_concepts_are_known_in_many_languages(word: str, concept: str) -> None:
    """What a role, a kind of organisation or a vessel is called where the article was written."""
    assert concept in lexicon().concepts.labels(fold(word))


@pytest.mark.parametrize(
    ("word_class", "word"),
    [
        ("legal", "LLC"), ("legal", "GmbH"), ("legal", "ООО"), ("legal", "ПАО"), ("legal", "sro"),
        ("particle", "al"), ("particle", "von"), ("particle", "bin"), ("title", "Mr"), ("title", "Ayatollah"),
        ("everyday", "American"), ("everyday", "Friday"), ("everyday", "hope"),
    ],
)  # fmt: skip
def test_classes_of_words_in_names(word_class: str, word: str) -> None:
    """Legal forms, particles, titles and everyday words never carry a match."""
    assert lexicon().is_a(word_class, fold(word))


@pytest.mark.parametrize("place", ["London", "Moscow", "Minsk", "Buenos Aires", "Hong Kong"])
def test_places_are_known(place: str) -> None:
    """A city is never a mention."""
    assert fold(place) in lexicon().places or lexicon().nationalities.labels(fold(place))


def test_a_starred_stem_stands_for_any_ending() -> None:
    """Stems and whole words give their labels together."""
    table = WordTable([("a", "minist*"), ("b", "ministry"), ("c", "min")])
    assert table.labels("ministry") == {"a", "b"}
    assert table.labels("minister") == {"a"}
    assert table.labels("mini") == frozenset()
    assert table.labels("") == frozenset()
