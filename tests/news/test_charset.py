"""Bytes → characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.news.encodings import CASES, WRONG_LABELS, page_of
from watchlist.news.charset import decode, header_charset, html_charset, xml_charset

RUSSIAN = "Министр обороны Сергей Шойгу прибыл в Пхеньян с официальным визитом, сообщает агентство. " * 3


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251", "koi8-r"])
def test_text_without_a_label_is_recognised(codec: str) -> None:
    """By mark, by validity, by frequency."""
    assert decode(RUSSIAN.encode(codec)) == RUSSIAN


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1251", "utf-16", "nonsense", "utf-7", "rot13", "zip", ""])
def test_a_label_never_overrules_valid_utf8(label: str) -> None:
    """Labels lie more often than bytes are UTF-8 by chance."""
    assert decode(RUSSIAN.encode(), [label]) == RUSSIAN


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("ISO-8859-1", "cp1252", "“Straße” – 5 €"),
        ("gb2312", "gb18030", "普京會晤金正恩"),
        ("Shift_JIS", "cp932", "①プーチン"),
        ("iso-2022-jp", "iso2022-jp", "プーチン大統領"),
        ("EUC-KR", "cp949", "푸틴 대통령 똠"),
        ("big5", "big5", "普京會晤"),
    ],
)
def test_labels_mean_what_browsers_take_them_for(label: str, codec: str, text: str) -> None:
    """Publishers label the Windows supersets with the names of the standards (WHATWG Encoding)."""
    assert decode(text.encode(codec), [label]) == text


def test_damaged_utf8_stays_utf8() -> None:
    """One sign cut in two does not turn the rest into nonsense."""
    assert decode(RUSSIAN.encode() + b"\xd0") == RUSSIAN + "�"


@given(
    st.binary(), st.lists(st.sampled_from(["utf-8", "utf-16", "cp1251", "gbk", "base64", "idna", "\x00", "undefined"]))
)
def test_decoding_never_fails(raw: bytes, labels: list[str]) -> None:
    """Any bytes under any labels give characters."""
    assert isinstance(decode(raw, labels), str)


def test_labels_are_found_where_they_stand() -> None:
    """Header, XML declaration, meta element."""
    assert header_charset('text/html; Charset="windows-1251"') == "windows-1251"
    assert xml_charset(b"\n<?xml version='1.0' encoding='koi8-r'?>") == "koi8-r"
    assert html_charset(b'<meta http-equiv=x content="text/html; charset=big5">') == "big5"
    assert header_charset("text/html") == xml_charset(b"<rss/>") == html_charset(b"<p>") == ""


@pytest.mark.parametrize(("text", "codec"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_legacy_encodings_are_read_with_their_label_and_without(text: str, codec: str) -> None:
    """One sentence is enough, bare or in a page, whether the publisher labels it or says nothing."""
    for written in (text, page_of(text)):
        raw = written.encode(codec)
        assert decode(raw, [codec]) == decode(raw) == written


def test_wrong_labels_are_seen_through() -> None:
    """Of every sentence in every encoding under eight labels, most of them lies, at least 96 in 100 are read right."""
    outcomes = [
        decode(written.encode(codec), [label]) == written
        for _, text, codec in CASES
        for written in (text, page_of(text))
        for label in WRONG_LABELS
    ]
    assert sum(outcomes) >= 0.96 * len(outcomes), f"{sum(outcomes)} of {len(outcomes)}"


@pytest.mark.parametrize(
    "text", ["Hello\x00 world", "Путин\x00 сказал", "red \x1b[0m text", "\x00", "a\x0eb", "\x1b(B"]
)
def test_stray_control_signs_change_nothing(text: str) -> None:
    """A zero byte or an escape sign in UTF-8 does not make it another encoding."""
    assert decode(text.encode()) == text


def test_a_second_label_is_asked_where_the_first_cannot_be() -> None:
    """Header and page may disagree; what the bytes allow is taken."""
    raw = "“Straße” – 5 €".encode("cp1252")
    assert decode(raw, ["utf-8", "windows-1252"]) == "“Straße” – 5 €"
