"""Sentences cover a text without overlap, and are not cut where a reader would not cut them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.text.sentences import sentences

PIECES = [
    "Putin",
    "v.",
    "U.S.",
    "EE.UU.",
    "3.",
    " ",
    "\n",
    "\r\n",
    "\t",
    "。",
    "…",
    "!",
    "?”",
    "г.",
    "и",
    "Ж",
    "，",
    "«",
    "»",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


def cut(text: str) -> list[str]:
    """The sentences themselves."""
    return [text[start:end] for start, end in sentences(text)]


@given(TEXTS)
def test_spans_never_overlap_and_cover_all_that_is_not_blank(text: str) -> None:
    """What lies between, before and after the spans is blank; no span begins or ends with a blank."""
    position = 0
    for start, end in sentences(text):
        assert position <= start < end
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith met V. Putin in St. Petersburg on Jan. 5 for No. 10.",
        "J.R.R. Tolkien and George H. W. Bush visited Banco S.A. de C.V. and Rosneft Ltd. Moscow.",
        "El Departamento del Tesoro de EE.UU. UU. ya sancionó una red involucrada en eludir sanciones.",
        "El Tesoro de EE. UU. Sanciona a la red.",
        "Он родился 7 окт. 1952 г. в Ленинграде, т.е. в СССР, на ул. Ленина.",
        "Am 3. Oktober kam er z. B. nach Berlin, d.h. in die Hauptstadt.",
        "O grupo, p.ex. o da Sra. Silva, pagou 3.5 mil.",
        "Wait… what did he say?",
        '"Stop!" he said to Gen. Shoigu.',
        "Sanctions were announced\nby the treasury on the same day.",
        "قال د. محمد ذلك",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    """Initials, abbreviations, ordinals, decimals, ellipses and wrapped lines end nothing."""
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left in 2023. Then he said no. Nobody came!", ["He left in 2023.", "Then he said no.", "Nobody came!"]),
        ("“Go.” She went. (They stayed.) End", ["“Go.”", "She went.", "(They stayed.)", "End"]),
        ("普京访问朝鲜。他说：“好！”然后离开。", ["普京访问朝鲜。", "他说：“好！”", "然后离开。"]),
        ("هل وصل؟ نعم وصل. انتهى", ["هل وصل؟", "نعم وصل.", "انتهى"]),
        ("وہ آیا۔ پھر گیا۔", ["وہ آیا۔", "پھر گیا۔"]),
        ("वह आया। फिर गया॥", ["वह आया।", "फिर गया॥"]),
        ("Headline U.S.\nNext line\r\nThird", ["Headline U.S.", "Next line", "Third"]),
        ("a paragraph\n\nand another", ["a paragraph", "and another"]),
        ("Это был я. Он ушёл… Потом пришла она!", ["Это был я.", "Он ушёл…", "Потом пришла она!"]),
    ],
)
def test_sentences_end_where_readers_end_them(text: str, expected: list[str]) -> None:
    """Marks of many scripts, closing quotation marks, line breaks and empty lines end a sentence."""
    assert cut(text) == expected


@pytest.mark.parametrize("unit", [".", " ", "\n", ". ", "a. ", "U.S. ", '"', "…”", "x" * 50 + "."])
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    """A hostile megabyte takes no longer than an honest one."""
    text = (unit * (1_000_000 // len(unit)))[:1_000_000]
    started = time.process_time()
    sentences(text)
    assert time.process_time() - started < 5
