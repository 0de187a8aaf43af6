"""Short names: a surname that the article explains, before or after the full name, and one that it does not."""

import pytest

from tests.matching.world import screen, told
from watchlist.model import Field, MatchKind

PUTIN = "putin"
SHOIGU = "shoigu"


@pytest.mark.parametrize(
    ("text", "language", "surface"),
    [
        ("Sergei Shoigu visited the plant. Later Shoigu left.", "en", "Shoigu"),
        ("Later Shoigu left. It was Sergei Shoigu.", "en", "Shoigu"),
        ("Siergiej Szojgu odwiedził zakład. Szojgu wyszedł.", "pl", "Szojgu"),
        ("Мария Захарова выступила. Захаровой задали вопрос.", "ru", "Захаровой"),
        ("Встреча с Дмитрием Медведевым. Медведева ждали.", "ru", "Медведева"),
        ("Sergei Borisovich Ivanov spoke. Then Ivanov left.", "en", "Ivanov"),
        ("Konstantin Kosachev spoke. Kosachev's aide left.", "en", "Kosachev"),
    ],
)
def test_a_surname_stands_for_the_full_name_elsewhere(text: str, language: str, surface: str) -> None:
    """After the full name, and before it, the surname alone is the same person."""
    matches = screen(text, language)
    (reference,) = [match for match in matches if match.kind is MatchKind.REFERENCE]
    assert reference.mention.surface.startswith(surface)
    assert {match.party for match in matches} == {reference.party}
    assert {match.level.value for match in matches} == {"alert"}


def test_a_surname_in_the_title_is_explained_by_the_text() -> None:
    """Headlines are short; the first sentence says who is meant."""
    title, text = screen("President Vladimir Putin spoke on Tuesday.", "en", title="Putin speaks at last")
    assert (title.mention.field, title.mention.surface, title.kind) == (Field.TITLE, "Putin", MatchKind.REFERENCE)
    assert (text.mention.field, text.mention.surface) == (Field.TEXT, "Vladimir Putin")
    assert title.party == text.party


@pytest.mark.parametrize(
    ("text", "language", "level"),
    [
        ("Russian President Putin said so.", "en", "alert"),
        ("Der russische Präsident Putin sagte es.", "de", "alert"),
        ("El presidente ruso Putin dijo eso.", "es", "alert"),
        ("Президент России Путин сказал это.", "ru", "alert"),
        ("In Russia, Putin said so.", "en", "alert"),
        ("The Russian defence minister Shoigu said so.", "en", "alert"),
    ],
)
def test_a_surname_with_support(text: str, language: str, level: str) -> None:
    """A role or country that the listing states, beside a surname that few bear, stands for the missing given name."""
    assert [found for *_, found in told(text, language)] == [level]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Putin said so in Berlin.", "en"),
        ("Shoigu said so.", "en"),
        ("Ivanov of Russia said so.", "en"),
        ("Kim of North Korea won gold.", "en"),
        ("Zakharova said so.", "en"),
        ("Medvedev won the match in Melbourne.", "en"),
    ],
)
def test_a_surname_without_support_is_never_an_alert(text: str, language: str) -> None:
    """A bare surname is for review at most."""
    assert "alert" not in {level for *_, level in told(text, language)}


@pytest.mark.parametrize(
    "text",
    [
        "He met Sergei Putin in Russia.",
        "He met Dmitry Shoigu in Russia.",
        "Sergei Shoigu was there, but not Dmitry Shoigu.",
        "Maria Zakharova was there, but not Konstantin Zakharova.",
        "Maria Zakharova was there, but not Anna Zakharova.",
        "Russian President Pavel Putin said so.",
        "A letter from S. Putin of Russia.",
    ],
)
def test_another_given_name_is_another_person(text: str) -> None:
    """The surname behind somebody else's given name is no mention, whatever stands elsewhere in the article."""
    assert len([match for match in screen(text, "en") if match.kind is not MatchKind.EXACT]) == 0


def test_other_bearers_of_the_surname_keep_it() -> None:
    """Where the article gives a surname to somebody else, the bare surname is not the listed person's."""
    assert told("Dmitry Shoigu opened a bakery in Moscow. Shoigu is happy.", "en") == []


def test_a_reference_names_the_same_party_and_says_why() -> None:
    """The evidence of a short name is the full one."""
    full, short = screen("Sergei Shoigu visited. Shoigu left.", "en")
    assert short.party == full.party
    assert [one.feature for one in short.evidence] == ["name-reference"]
    assert "SHOIGU, Sergei Kuzhugetovich" in short.evidence[0].detail
