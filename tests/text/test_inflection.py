"""Words in a sentence reach the form in which lists print the name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.text.inflection import SHORTEST_STEM, after_elision, bases, before_apostrophe, without_prefixes
from watchlist.text.normalize import fold
from watchlist.text.sounds import sound_keys


def reached(word: str) -> set[str]:
    """Keys of a word and of everything that it may be an inflection of."""
    keys = sound_keys(word)
    return {*keys, *(base for key in keys for base in bases(key))}


@pytest.mark.parametrize(
    ("inflected", "listed"),
    [
        ("Путина", "Putin"),
        ("Путину", "Putin"),
        ("Путиным", "Putin"),
        ("Путине", "Putin"),
        ("Путіним", "Putin"),
        ("Putina", "Putin"),
        ("Putinem", "Putin"),
        ("Putinom", "Putin"),
        ("Putinovi", "Putin"),
        ("Putinu", "Putin"),
        ("Poutine", "Putin"),
        ("Захаровой", "Zakharova"),
        ("Захарову", "Zakharova"),
        ("Zacharowej", "Zakharova"),
        ("Роснефтью", "Роснефть"),
        ("Роснефти", "Rosneft"),
        ("Газпромом", "Gazprom"),
        ("Вагнера", "Wagner"),
        ("Дмитрия", "Dmitri"),
        ("Дмитрию", "Дмитрий"),
        ("Сергеем", "Сергей"),
        ("Никиты", "Nikita"),
        ("Марии", "Maria"),
        ("Ольги", "Olga"),
        ("Зеленского", "Zelensky"),
        ("Zelenského", "Zelensky"),
        ("Zelenskiego", "Zelensky"),
        ("Зеленским", "Zelensky"),
        ("Песковым", "Peskov"),
        ("Ławrowem", "Lavrov"),
        ("Medveděvem", "Medvedev"),
        ("Лукашенка", "Lukashenko"),
    ],
)
def test_inflected_names_reach_the_listed_one(inflected: str, listed: str) -> None:
    """Cases of Russian, Ukrainian, Polish, Czech, Croatian and Slovene lead back to the name on the list."""
    assert reached(inflected) & set(sound_keys(listed))


@pytest.mark.parametrize(
    ("word", "listed"),
    [
        ("Шойгин", "Shoigu"),
        ("Путинцев", "Putin"),
        ("Сергеев", "Sergei"),
        ("Волк", "Volkov"),
        ("Кимов", "Kim"),
    ],
)
def test_other_names_do_not(word: str, listed: str) -> None:
    """A longer or shorter family name is no case of the listed one."""
    assert not reached(word) & set(sound_keys(listed))


@given(st.text(alphabet="abdefgiklmnoprstuvzSZCTH"))
def test_no_base_is_shorter_than_a_stem(key: str) -> None:
    """What is left of a word after its ending is long enough to be a name by itself."""
    assert all(len(base) >= SHORTEST_STEM for base in bases(key))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("لحزب", "حزب"),
        ("وبوتين", "بوتين"),
        ("والحرس", "الحرس"),
        ("والحرس", "حرس"),
        ("بالقاعدة", "قاعده"),
        ("ومحمد", "محمد"),
        ("לפוטין", "פוטינ"),
        ("הקרמלין", "קרמלינ"),
    ],
)
def test_arabic_and_hebrew_prefixes_come_off(written: str, name: str) -> None:
    """And, for, with, the: written onto the front of a name."""
    assert name in without_prefixes(fold(written))


@pytest.mark.parametrize("word", ["putin", "путин", "金正恩", "", "ول"])
def test_other_scripts_and_short_words_have_no_prefixes(word: str) -> None:
    """Nothing is cut from a word that would leave less than three letters, nor in scripts that do not write so."""
    assert without_prefixes(fold(word)) == ()


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("putin's", "putin"),
        ("putin'in", "putin"),
        ("rosneft'ten", "rosneft"),
        ("qa'ida", ""),
        ("o'neil", ""),
        ("putin", ""),
    ],
)
def test_an_ending_behind_an_apostrophe_comes_off(word: str, name: str) -> None:
    """English and Turkish put an apostrophe before an ending; names with an apostrophe of their own stay whole."""
    assert before_apostrophe(word) == name


@pytest.mark.parametrize(("word", "name"), [("l'iran", "iran"), ("d'assad", "assad"), ("qa'ida", ""), ("iran", "")])
def test_an_elided_article_comes_off(word: str, name: str) -> None:
    """French and Italian articles and prepositions before a vowel."""
    assert after_elision(word) == name


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("lavrovban", "lavrov"),
        ("lavrovnak", "lavrov"),
        ("putinile", "putin"),
        ("putinista", "putin"),
        ("Hamasul", "Hamas"),
        ("Hamasului", "Hamas"),
    ],
)
def test_endings_of_hungarian_finnish_and_romanian_lead_to_the_name(form: str, name: str) -> None:
    """Case endings and articles are written onto a name."""
    assert name in bases(form)
