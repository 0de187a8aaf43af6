"""What other languages call a listed organisation."""

import pytest

from tests.matching.world import ORGANIZATION, PARTIES, Name, party
from watchlist.matching import Index, Screener
from watchlist.model import Article, Level, MatchKind, Party
from watchlist.text.exonyms import LANGUAGES
from watchlist.text.lexicon import rows_of

ISIS: tuple[Name, ...] = ("ISLAMIC STATE OF IRAQ AND THE LEVANT", "ISIS")
LISTED: tuple[Party, ...] = (
    *PARTIES,
    party("isis", *ISIS, type_=ORGANIZATION, countries=["SY"]),
    party("qaida", "AL-QAIDA", type_=ORGANIZATION, programmes=["SDGT"]),
    party("irgc", "ISLAMIC REVOLUTIONARY GUARD CORPS", type_=ORGANIZATION, countries=["IR"]),
    party("huawei", "HUAWEI TECHNOLOGIES CO., LTD.", type_=ORGANIZATION, countries=["CN"]),
)
SCREENER = Screener(Index.build(LISTED))


@pytest.mark.parametrize(
    ("text", "language", "surface", "id_"),
    [
        ("L'État islamique a frappé en Syrie.", "fr", "L'État islamique", "isis"),
        ("Der Terrormiliz Islamischer Staat gehören in Syrien Hunderte an.", "de", "Islamischer Staat", "isis"),
        ("IŞİD Suriye'de saldırdı.", "tr", "IŞİD", "isis"),
        ("Силы «Исламского государства» отступили в Сирии.", "ru", "Исламского государства", "isis"),
        ("极端组织伊斯兰国在叙利亚发动袭击。", "zh", "伊斯兰国", "isis"),
        ("イスラム国がシリアで攻撃した。", "ja", "イスラム国", "isis"),
        ("Irans Präsident lobte die Revolutionsgarden.", "de", "Revolutionsgarden", "irgc"),
        ("Los Guardianes de la Revolución de Irán desfilaron.", "es", "Guardianes de la Revolución", "irgc"),
        ("İran Devrim Muhafızları tankere el koydu.", "tr", "İran Devrim Muhafızları", "irgc"),
        ("سپاه پاسداران ایران نفتکش را توقیف کرد.", "fa", "سپاه پاسداران", "irgc"),
        ("עזה: חמאס ירה רקטות", "he", "חמאס", "hamas"),
        ("哈马斯在加沙发动袭击。", "zh", "哈马斯", "hamas"),
        ("ハマスはガザで攻撃した。", "ja", "ハマス", "hamas"),
        ("中国的华为发布新手机。", "zh", "华为", "huawei"),
        ("ファーウェイは新製品を発表した。", "ja", "ファーウェイ", "huawei"),
        ("俄罗斯总统普京发表讲话。", "zh", "普京", "putin"),
        ("ロシアのプーチン大統領は述べた。", "ja", "プーチン", "putin"),
        ("푸틴 러시아 대통령은 말했다.", "ko", "푸틴", "putin"),
    ],
)
def test_names_in_other_languages_are_alerts(text: str, language: str, surface: str, id_: str) -> None:
    """The name that a language has for a listed organisation is its name."""
    matches = SCREENER.screen(Article("1", "test", "", text, language=language))
    found = [(match.mention.surface, match.party) for match in matches if match.level is Level.ALERT]
    assert found == [(surface, f"us-ofac-sdn:{id_}")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("伊斯兰国家在叙利亚举行会议。", "zh"),
        ("イスラム国家の首脳がシリアで会談した。", "ja"),
        ("L'état islamique de la Syrie médiévale", "fr"),
        ("In Syrien ist kein islamischer Staat geplant.", "de"),
        ("他认为父母这样做是华为贵。", "zh"),
        ("横浜のハマスタで試合があった。", "ja"),
        ("普京路的商店开门了。", "zh"),
    ],
)
def test_words_that_only_look_like_them_are_not(text: str, language: str) -> None:
    """Islamic countries are not the Islamic State, and a name is written as its language writes names."""
    matches = SCREENER.screen(Article("1", "test", "", text, language=language))
    assert not [match for match in matches if match.level is Level.ALERT]


@pytest.mark.parametrize(
    ("text", "language", "surface", "said"),
    [
        ("Силы «Исламского государства» отступили в Сирии.", "ru", "Исламского государства", "Russian"),
        ("Bojownicy Państwa Islamskiego zaatakowali w Syrii.", "pl", "Państwa Islamskiego", "Polish"),
        ("عناصر الحرس الثوري في إيران", "ar", "الحرس الثوري", "Arabic"),
        ("哈马斯在加沙发动袭击。", "zh", "哈马斯", "Chinese"),
    ],
)
def test_evidence_tells_the_language_and_the_listed_name(text: str, language: str, surface: str, said: str) -> None:
    """An officer who cannot read the word learns from the evidence what it is, in every case of its language."""
    (match,) = SCREENER.screen(Article("1", "test", "", text, language=language))
    assert match.mention.surface == surface
    assert said in match.evidence[0].detail
    assert match.alias.text in match.evidence[0].detail
    assert match.kind is not MatchKind.EXACT


def test_what_also_means_something_else_needs_support() -> None:
    """Arabic القاعدة is "the base", too: it is told where the article speaks of an armed organisation."""
    alone = SCREENER.screen(Article("1", "test", "", "هذه القاعدة واضحة", language="ar"))
    armed = SCREENER.screen(Article("1", "test", "", "قال تنظيم القاعدة في بيان", language="ar"))
    assert not [match for match in alone if match.level is Level.ALERT]
    assert [match.level for match in armed] == [Level.ALERT]


def test_rows_speak_only_of_listed_parties() -> None:
    """A fact about a party that no list prints says nothing."""
    empty = Screener(Index.build(PARTIES[:1]))
    assert not empty.screen(Article("1", "test", "", "Силы «Исламского государства» отступили.", language="ru"))


def test_a_word_of_one_alphabet_is_not_the_exonym_of_another() -> None:
    """What Russian calls a party does not become a Latin word by its sounds."""
    lazarus = Screener(Index.build([party("lazarus", "LAZARUS GROUP", type_=ORGANIZATION, countries=["KP"])]))
    matches = lazarus.screen(Article("1", "test", "", "Lazarus rose from the dead, says Korea.", language="en"))
    assert not [match for match in matches if match.level is Level.ALERT]


def test_the_table_is_sorted_and_each_row_is_whole() -> None:
    """Rows have a type, keys, a known language and names, sorted so that a second row is seen."""
    rows = rows_of("exonyms.tsv")
    assert rows == sorted(rows)
    assert all(len(row) == 4 and row[2] in LANGUAGES and all(row) for row in rows)
    assert len({tuple(row[:3]) for row in rows}) == len(rows)


def test_what_a_list_prints_itself_is_no_exonym() -> None:
    """Rosneft is the listed name in every language, though Slovak folds to the same letters."""
    listed = party("rosneft", "ROSNEFT OIL COMPANY", "ROSNEFT", type_=ORGANIZATION, countries=["RU"])
    screener = Screener(Index.build([listed]))
    (match,) = screener.screen(Article("1", "test", "", "Shares of Rosneft fell in Russia.", language="en"))
    assert (match.alias.text, match.kind) == ("ROSNEFT", MatchKind.EXACT)
