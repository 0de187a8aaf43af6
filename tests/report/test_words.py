"""Words for people: snippets and outlets."""

from hypothesis import given
from hypothesis import strategies as st

from watchlist.model import Field, Mention
from watchlist.report.words import SNIPPET, counted, snippet

TEXT = (
    "The summit began on Monday. President Vladimir Putin arrived late in the evening. Nobody had expected him. "
    "Talks went on until Thursday. " + "Other things were said as well by many people in the town. " * 10
)


def mention(text: str, surface: str, part: Field = Field.TEXT) -> Mention:
    """Where a surface stands in a text."""
    start = text.index(surface)
    return Mention(part, start, start + len(surface), surface)


def test_snippet_is_whole_sentences_with_the_mention_marked() -> None:
    """The sentence of the mention and its neighbours, as far as 240 characters go."""
    shown = snippet("", TEXT, mention(TEXT, "Vladimir Putin"))
    assert shown == (
        "The summit began on Monday. President 【Vladimir Putin】 arrived late in the evening. Nobody had expected him."
    )


def test_a_long_sentence_is_cut_at_blanks() -> None:
    """Of an endless sentence about 240 characters around the mention remain, whole words, with "…"."""
    text = "word " * 200 + "Vladimir Putin" + " word" * 200
    shown = snippet("", text, mention(text, "Vladimir Putin"))
    assert shown.startswith("…word ")
    assert shown.endswith(" word…")
    assert "【Vladimir Putin】" in shown
    assert SNIPPET - 60 < len(shown) < SNIPPET + 10


def test_a_mention_in_the_title_is_followed_by_the_lead() -> None:
    """The headline alone says little, so the text's beginning follows."""
    title = "Putin arrives"
    assert snippet(title, "He came late.", mention(title, "Putin", Field.TITLE)) == "【Putin】 arrives — He came late."


def test_text_without_blanks() -> None:
    """Chinese is cut between characters."""
    text = "会议" * 200 + "普京" + "发言" * 200
    assert "【普京】" in snippet("", text, mention(text, "普京"))


@given(st.text(max_size=600), st.data())
def test_every_span_has_a_snippet(text: str, data: st.DataObject) -> None:
    """Wherever a mention stands, its words are in the snippet between the marks, and it stays short."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 60)))
    shown = snippet("", text, Mention(Field.TEXT, start, end, text[start:end]))
    assert " ".join(f"【{text[start:end]}】".split()) in shown
    assert len(shown) <= SNIPPET + 70


def test_outlets_are_counted_and_named() -> None:
    """How many outlets, and which."""
    assert counted(("reuters", "tass")) == "2: reuters; tass"
