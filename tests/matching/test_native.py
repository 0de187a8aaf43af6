"""Chinese, Japanese and Korean names, matched by characters in their own script."""

import pytest

from tests.matching.world import PARTIES, party, screen, screener, told
from watchlist.matching import Index, Screener
from watchlist.model import Article, MatchKind


@pytest.mark.parametrize(
    ("text", "language", "surface", "id_", "level"),
    [
        ("弗拉基米尔·普京周二发表讲话。", "zh", "弗拉基米尔·普京", "putin", "alert"),
        ("弗拉基米尔普京周二发表讲话。", "zh", "弗拉基米尔普京", "putin", "alert"),
        ("ウラジーミル・プーチン大統領は述べた。", "ja", "ウラジーミル・プーチン", "putin", "alert"),
        ("ウラジーミル プーチンは述べた。", "ja", "ウラジーミル プーチン", "putin", "alert"),
        ("朝鲜最高领导人金正恩发表讲话。", "zh", "金正恩", "kim", "alert"),
        ("金正恩发表讲话。", "zh", "金正恩", "kim", "review"),
        ("朝鲜矿业开发贸易公司出售导弹。", "zh", "朝鲜矿业开发贸易公司", "komid", "alert"),
        # Korean writes particles and titles onto a name.
        ("블라디미르 푸틴은 말했다.", "ko", "블라디미르 푸틴", "putin", "alert"),
        ("블라디미르 푸틴 대통령이 말했다.", "ko", "블라디미르 푸틴", "putin", "alert"),
        ("블라디미르 푸틴대통령이 말했다.", "ko", "블라디미르 푸틴", "putin", "alert"),
        ("북한의 김정은이 말했다.", "ko", "김정은", "kim", "alert"),
        ("북한의 김정은은 말했다.", "ko", "김정은", "kim", "alert"),
        ("북한이 김정은에게 보냈다.", "ko", "김정은", "kim", "alert"),
        ("김정은이 말했다.", "ko", "김정은", "kim", "review"),
        ("조선광업개발무역회사가 미사일을 팔았다.", "ko", "조선광업개발무역회사", "komid", "alert"),
    ],
)
def test_native_names(text: str, language: str, surface: str, id_: str, level: str) -> None:
    """Long names stand for themselves; short ones, which thousands bear, need a country or an office."""
    assert told(text, language) == [(surface, id_, level)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("金正日发表讲话。", "zh"),
        ("김정은호가 북한에서 출항했다.", "ko"),
        ("새김정은 북한 김정은행", "ko"),
        ("正恩", "zh"),
        ("弗拉基米尔在家。", "zh"),
    ],
)
def test_other_characters_are_no_mention(text: str, language: str) -> None:
    """One character more or less is another name, and Korean names start a word."""
    assert told(text, language) == []


@pytest.mark.parametrize("listed", ["JO, Yong Won", "CHO Yongwon", "Yong-won JO"])
def test_a_korean_name_is_read_from_its_latin_spelling(listed: str) -> None:
    """No list has to print the Hangul: northern, southern and joined spellings name the same man."""
    using = Screener(Index.build([*PARTIES, party("jo", listed, countries=("KP",))]))
    (match,) = using.screen(Article("a", "test", "", "북한의 조용원은 말했다.", language="ko"))
    assert (match.mention.surface, match.alias.text, match.kind) == ("조용원", listed, MatchKind.TRANSLITERATED)
    assert not using.screen(Article("a", "test", "", "북한의 조용남은 말했다.", language="ko"))


def test_offsets_count_characters_of_the_article() -> None:
    """Dots and spaces inside the name belong to the surface."""
    text = "周二，弗拉基米尔 · 普京发表讲话。"
    (match,) = screen(text, "zh")
    assert text[match.mention.start : match.mention.end] == match.mention.surface == "弗拉基米尔 · 普京"


def test_the_longer_native_name_wins() -> None:
    """Where one listed name begins another, the longer one is meant."""
    longer = party("bank", "朝鲜矿业开发贸易公司上海分行", type_=PARTIES[-5].type)
    using = Screener(Index.build([*PARTIES, longer]))
    text = "朝鲜矿业开发贸易公司上海分行关闭。"
    assert [match.party for match in screen(text, "zh", using=using)] == [longer.id]
    assert screener() is not using
