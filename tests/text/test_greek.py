"""Greek spellings of foreign names sound like the Latin ones."""

import pytest

from watchlist.text.sounds import sound_keys


@pytest.mark.parametrize(
    ("greek", "latin"),
    [
        ("Πούτιν", "Putin"),
        ("Βλαντίμιρ", "Vladimir"),
        ("Λαβρόφ", "Lavrov"),
        ("Σεργκέι", "Sergei"),
        ("Χαμάς", "Hamas"),
        ("Χεζμπολάχ", "Hizballah"),
        ("Άσαντ", "Assad"),
        ("Μπασάρ", "Bashar"),
        ("Πριγκόζιν", "Prigozhin"),
        ("Σόιγκου", "Shoigu"),
        ("Λουκασένκο", "Lukashenko"),
        ("Μεντβέντεφ", "Medvedev"),
        ("Γκαζπρόμ", "Gazprom"),
    ],
)
def test_greek_names_sound_like_latin_ones(greek: str, latin: str) -> None:
    """One of the sounds that the Greek word may stand for is one of the Latin word's."""
    assert set(sound_keys(greek)) & set(sound_keys(latin))


def test_an_accent_parts_two_vowels() -> None:
    """Vowels written together are one sound, unless the first of them bears the accent."""
    assert not set(sound_keys("Σεργκεί")) & set(sound_keys("Sergei"))
