"""Each kind of variation by golden pairs: what is listed, and what an article prints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.selftest.world import subject
from watchlist.model import AliasKind, PartyType
from watchlist.selftest.dice import Dice
from watchlist.selftest.endings import CASES, declined, german_genitive, korean, polish, semitic, turkish
from watchlist.selftest.needs import need_of
from watchlist.selftest.other_scripts import arabic, greek
from watchlist.selftest.romanisation import in_cyrillic, romanised
from watchlist.selftest.spelling import disguised, joined, mistyped, unaccented
from watchlist.selftest.subjects import Need, Subject
from watchlist.selftest.variations import kinds
from watchlist.text.normalize import fold

PUTIN = subject("PUTIN, Vladimir Vladimirovich")
DARNAWI = subject("AL-DARNAWI, Mohammed Husayn", country="LY")
VERUS = subject("LIMITED LIABILITY COMPANY VERUS", PartyType.ORGANIZATION)


def varied(kind: str, of: Subject) -> str | None:
    """What an article prints for a kind; None where the name has no such form."""
    (vary,) = (each.vary for each in kinds() if each.name == kind)
    spelling = vary(of, Dice(1, kind))
    return None if spelling is None else spelling.surface


@pytest.mark.parametrize(
    ("listed", "print_"),
    [
        ("PUTIN, Vladimir Vladimirovich", "Vladimir Vladimirovich Putin"),
        ("Николай Алексеевич КОРОБКО", "Николай Алексеевич Коробко"),
        ("Румянцев Никита Геннадьевич", "Никита Геннадьевич Румянцев"),
        ("AL-ASSAD, Bashar", "Bashar Al-Assad"),
        ("“O'CONNOR”, John (Johnny)", "John O'Connor"),
        ("BIN SA'D, SA'D", "Sa'd Bin Sa'd"),
    ],
)
def test_persons_are_printed_given_name_first(listed: str, print_: str) -> None:
    """Lists sort by family name; newsrooms write as people speak."""
    assert subject(listed).text == print_


def test_marks_that_nobody_prints_are_gone() -> None:
    """Quotation marks, invisible letters and stress go; a Hebrew abbreviation keeps its mark within the word."""
    company = PartyType.ORGANIZATION
    assert subject("Beluga „Neftekhim“", company).text == "Beluga Neftekhim"
    assert subject("\u202bحیدر\u202c مهدیقلی").text == "حیدر مهدیقلی"
    assert subject("Бори\u0301с КОВАЛЬЧУ\u0301К").text == "Борис Ковальчук"
    assert subject('איל הרי יהודה בע"מ', company).text == 'איל הרי יהודה בע"מ'


def test_some_peoples_put_the_family_first() -> None:
    """Korean, Chinese and Vietnamese names keep their order."""
    assert subject("KIM, Jong Un", country="KP").text == "Kim Jong Un"


@pytest.mark.parametrize(
    ("listed", "print_"),
    [
        ("BANK OF MOSCOW JSC", "Bank of Moscow JSC"),
        ("ООО ОЗОН БАНК", "ООО Озон Банк"),
        ("NITC", "NITC"),
        ("VERSOR S.R.O.", "Versor S.R.O."),
    ],
)
def test_organizations_keep_acronyms_and_forms(listed: str, print_: str) -> None:
    """Capitals of a list become those of print, but acronyms and legal forms stay as they are."""
    assert subject(listed, PartyType.ORGANIZATION).text == print_


@pytest.mark.parametrize(
    ("kind", "of", "surface"),
    [
        ("exact", PUTIN, "Vladimir Vladimirovich Putin"),
        ("upper case", PUTIN, "VLADIMIR VLADIMIROVICH PUTIN"),
        ("list order", PUTIN, "PUTIN, Vladimir Vladimirovich"),
        ("family name first", PUTIN, "Putin Vladimir Vladimirovich"),
        ("middle names left out", PUTIN, "Vladimir Putin"),
        ("surname after full name", PUTIN, "Putin"),
        ("initial and surname", PUTIN, "V. Putin"),
        ("joined", DARNAWI, "Mohammed Husayn Aldarnawi"),
        ("split", DARNAWI, "Mohammed Husayn Al Darnawi"),
        ("company by one word", VERUS, "Verus"),
        ("legal form left out", VERUS, None),
        ("legal form left out", subject("ENKOR GRUPP OOO", PartyType.ORGANIZATION), "Enkor Grupp"),
        ("middle names left out", subject("AL-ZANDANI, Abd al-Majid Aziz"), "Abd al-Majid Al-Zandani"),
        ("list order", subject("RI MAN GON", country="KP"), None),
        ("diacritics left out", subject("ŠOJGU, Sergej"), "Sergej Sojgu"),
        ("upper case", subject("محمد حسن"), None),
        ("middle names left out", subject("SHOIGU, Sergei"), None),
        ("legal form left out", PUTIN, None),
    ],
)
def test_kinds(kind: str, of: Subject, surface: str | None) -> None:
    """One golden pair of each kind that leaves nothing to chance; None where a name has no such form."""
    assert varied(kind, of) == surface


@given(st.sampled_from(["Shoigu", "Пригожин", "Darnawi", "Zakharova"]), st.integers())
def test_a_typo_is_one_slip(word: str, seed: int) -> None:
    """One letter more, less, other or swapped, never the first, and never one that folding takes back."""
    typo = mistyped(word, Dice(seed))
    assert typo[0] == word[0]
    assert abs(len(typo) - len(word)) <= 1
    assert fold(typo) != fold(word)


@given(st.text(min_size=1, max_size=30), st.integers())
def test_disguised_names_look_the_same_and_are_not(text: str, seed: int) -> None:
    """As many letters, at least one of another alphabet."""
    other = disguised(text, Dice(seed))
    assert other is None or (len(other) == len(text) and other != text)


@given(st.lists(st.text("abcdefghilAB-", min_size=1, max_size=8), min_size=1, max_size=4))
def test_joining_keeps_every_letter(words: list[str]) -> None:
    """Only hyphens and blanks go."""
    text = joined(words)
    if text is not None:
        assert text.lower().replace(" ", "").replace("-", "") == "".join(words).lower().replace("-", "")


def test_marks_are_left_out() -> None:
    """Letters without their marks; nothing to do is None."""
    assert unaccented("Mykoła Šojgu") == "Mykola Sojgu"
    assert unaccented("Putin") is None


@pytest.mark.parametrize(
    ("press", "print_"),
    [("en", "Sergei Shoygu"), ("de", "Sergej Schoigu"), ("fr", "Sergeï Choïgou"), ("pl", "Sergej Szojgu"),
     ("tr", "Sergey Şoygu"), ("es", "Sergei Shoigu")],
)  # fmt: skip
def test_every_press_spells_russian_in_its_way(press: str, print_: str) -> None:
    """The spellings by which newsrooms are known."""
    assert romanised("Сергей Шойгу", press) == print_


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [("Yevgeny Prigozhin", "Евгений Пригожин"), ("Sergei Shoigu", "Сергей Шойгу"), ("Igor Sechin", "Игорь Сечин"),
     ("Yuri Kovalchuk", "Юрий Ковальчук"), ("Valentina Matvienko", "Валентина Матвиенко"), ("Walter Xi", None)],
)  # fmt: skip
def test_russian_names_are_written_back(latin: str, cyrillic: str | None) -> None:
    """Common given names as Russians write them; a letter that Russian romanisation does not use is no Russian name."""
    assert in_cyrillic(latin) == cyrillic


@pytest.mark.parametrize(
    ("given_names", "family", "language", "forms"),
    [
        ("Владимир Владимирович", "Путин", "ru", ("Владимира Владимировича Путина", "Владимиру Владимировичу Путину",
                                                  "Владимиром Владимировичем Путиным")),
        ("Валентина Ивановна", "Матвиенко", "ru", ("Валентины Ивановны Матвиенко", "Валентине Ивановне Матвиенко",
                                                   "Валентиной Ивановной Матвиенко")),
        ("Дмитрий", "Песков", "ru", ("Дмитрия Пескова", "Дмитрию Пескову", "Дмитрием Песковым")),
        ("Сергій Віталійович", "Курченко", "uk", ("Сергія Віталійовича Курченка", "Сергію Віталійовичу Курченку",
                                                  "Сергієм Віталійовичем Курченком")),
    ],
)  # fmt: skip
def test_cases(given_names: str, family: str, language: str, forms: tuple[str, ...]) -> None:
    """Genitive, dative and instrumental of school grammar."""
    assert tuple(declined(given_names.split(), family.split(), case, language) for case in CASES) == forms


def test_a_name_of_unknown_gender_is_not_declined() -> None:
    """Артём Белый could be anything; a wrong case would test a spelling that nobody writes."""
    assert declined(["Саша"], ["Мельник"], "genitive", "ru") is None


def test_endings_of_other_languages() -> None:
    """Vowel harmony, hissing sounds, closed syllables, sun letters."""
    assert [turkish("Putin", case) for case in ("genitive", "dative", "ablative")] == [
        "Putin'in",
        "Putin'e",
        "Putin'den",
    ]
    assert turkish("Shoigu", "genitive") == "Shoigu'nun"
    assert (german_genitive("Putin"), german_genitive("Fuchs")) == ("Putins", None)
    assert polish(("Vladimir", "Putin"), "instrumental") == "Vladimirem Putinem"
    assert (korean("김정은", "topic"), korean("최룡해", "topic")) == ("김정은은", "최룡해는")
    assert (semitic("محمد حسن", "to"), semitic("الشباب", "to"), semitic("דוד", "to")) == ("لمحمد حسن", "للشباب", "לדוד")


@pytest.mark.parametrize(
    ("of", "need"),
    [
        (PUTIN, Need.NONE),
        (subject("Hassan, Ali"), Need.COMMON),
        (subject("Osama"), Need.ONE_WORD),
        (subject("El Chapo", alias=AliasKind.WEAK), Need.WEAK),
        (subject("NITC", PartyType.ORGANIZATION), Need.ACRONYM),
        (subject("THE PEOPLE'S BANK", PartyType.ORGANIZATION), Need.ORDINARY),
        (subject("김정은"), Need.SHORT),
        (subject("HOPE", PartyType.VESSEL), Need.VESSEL),
        (VERUS, Need.NONE),
    ],
)
def test_needs(of: Subject, need: Need) -> None:
    """What no reader could tell by itself is said so, and not counted as missed."""
    assert need_of(of, {}) is need


def test_russian_names_in_other_scripts() -> None:
    """As Greek and Arab newsrooms write them, without the stress marks that letters do not tell."""
    assert greek("Сергей Лавров") == "Σεργκει Λαβροφ"
    assert arabic("Владимир Путин") == "فلاديمير بوتين"
    assert arabic("Андрей Козицын") == "أندري كوزيتسين"
