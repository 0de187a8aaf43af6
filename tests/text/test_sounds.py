"""Spellings of one name share a sound key, and different names do not."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.text.sounds import MOST_KEYS, sound_keys

# As newsrooms print them in English, German, French, Polish, Czech, Swedish, Romanian and Turkish, and the originals.
FAMILIES = {
    "Shoigu": "Schoigu Choïgou Choigou Šojgu Szojgu Sjojgu Shoygu Şoygu Шойгу",
    "Prigozhin": "Prigožin Prigożyn Prigoschin Prigozjin Prigojin Пригожин",
    "Lukashenko": "Lukaschenko Loukachenko Lukašenko Łukaszenko Lukasjenko Lukaşenko Лукашенко",
    "Medvedev": "Medwedew Miedwiediew Medveděv Medvedjev Medvediev Medvedyev Медведев",
    "Zakharova": "Zacharowa Zaharova Zakharova Захарова",
    "Kadyrov": "Kadyrow Kadirov Qadyrov Кадыров",
    "Lavrov": "Lawrow Ławrow Лавров",
    "Zelensky": "Zelenskyy Zelenskij Zełenski Зеленский",
    "Khodorkovsky": "Chodorkowski Hodorkovskij Ходорковский",
    "Tsipras": "Τσίπρας Tzipras",
}
PAIRS = [(name, spelling) for name, spellings in FAMILIES.items() for spelling in spellings.split()]


@pytest.mark.parametrize(("name", "spelling"), PAIRS)
def test_spellings_of_one_name_share_a_key(name: str, spelling: str) -> None:
    """Every romanisation of a name meets its English spelling at some key."""
    assert set(sound_keys(name)) & set(sound_keys(spelling))


@pytest.mark.parametrize(("one", "other"), list(combinations(FAMILIES, 2)))
def test_different_names_share_no_key(one: str, other: str) -> None:
    """Keys are narrow enough to keep people apart."""
    assert not set(sound_keys(one)) & set(sound_keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Petrov", "Pavlov"),
        ("Ivanov", "Ivanova"),
        ("Kim", "Kin"),
        ("Putin", "Rutin"),
        ("Minin", "Munin"),
        ("Lee", "Lie"),
    ],
)
def test_near_names_keep_their_own_key(one: str, other: str) -> None:
    """A letter that changes the sound changes the key; endings and typos are other rooms' business."""
    assert not set(sound_keys(one)) & set(sound_keys(other))


@pytest.mark.parametrize("word", ["حماس", "פוטין", "金正恩", "푸틴", "", "2"])
def test_scripts_without_written_sounds_have_no_letters_to_key(word: str) -> None:
    """Arabic, Hebrew, Han and Hangul are matched in their own script, and digits are no sounds."""
    assert sound_keys(word) == ()


@given(st.text())
def test_keys_are_few_and_the_same_in_any_case(word: str) -> None:
    """A word has at most six keys, each once, and the same word always has the same keys."""
    keys = sound_keys(word)
    assert len(keys) <= MOST_KEYS
    assert len(set(keys)) == len(keys)
    assert sound_keys(word.casefold()) == keys
