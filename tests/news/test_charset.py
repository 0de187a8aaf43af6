"""Bytes → characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
