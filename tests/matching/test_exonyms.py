"""What other languages call a listed organisation."""

import pytest

from tests.matching.world import ORGANIZATION, PARTIES, Name, party
from watchlist.matching import Index, Screener
from watchlist.model import Article, Level, Party

ISIS: tuple[Name, ...] = ("ISLAMIC STATE OF IRAQ AND THE LEVANT", "ISIS")
LISTED: tuple[Party, ...] = (
    *PARTIES,
    party("isis", *ISIS, type_=ORGANIZATION, countries=["SY"]),
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
