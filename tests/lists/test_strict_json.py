"""JSON is read whole and once, or refused with its place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.errors import ListError
from watchlist.lists.strict_json import Part, read_array, read_lines

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
OBJECTS = st.lists(st.dictionaries(TEXT, VALUES, max_size=4), max_size=4)


def refused(raw: bytes | str) -> str:
    """The reason for which an array is refused."""
    with pytest.raises(ListError) as caught:
        list(read_array("us-csl", raw if isinstance(raw, bytes) else raw.encode(), "results"))
    return caught.value.what


@given(OBJECTS, st.dictionaries(TEXT.filter(lambda key: key != "results"), VALUES, max_size=3), st.booleans())
def test_every_element_comes_out_once(objects: list[dict[str, object]], frame: dict[str, object], pretty: bool) -> None:
    """Whatever the objects hold and however they are printed, each comes out in its order, and the frame last."""
    raw = json.dumps({**frame, "results": objects}, indent=2 if pretty else None, ensure_ascii=pretty).encode()
    *found, last = read_array("us-csl", raw, "results")
    assert [set(part.keys()) for part in found] == [set(one) for one in objects]
    assert set(last.keys()) == set(frame)


@given(OBJECTS.filter(bool), st.data())
def test_a_cut_array_is_never_whole(objects: list[dict[str, object]], data: st.DataObject) -> None:
    """However long the beginning of a document is, it is no document."""
    raw = json.dumps({"results": objects}).encode()
    assert refused(raw[: data.draw(st.integers(0, len(raw) - 1))])


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ('{"results": [{"id": 1, "id": 2}]}', "the key 'id' stands twice"),
        ('{"results": [], "results": []}', "'results' is no key, or stands twice"),
        ('{"results": [NaN]}', "NaN is no number"),
        ('{"results": [' + "9" * 5000 + "]}", "a number of 5,000 characters"),
        ('{"results": [' + "[" * 100_000 + "]}", "nested too deeply"),
        ('{"results": []} {}', "something else follows the end"),
        ('{"results": [{"name": "\\ud800"}]}', "half a surrogate pair"),
        ('{"results": [{"name": "a\nb"}]}', "character 25 (Invalid control character at)"),
        ('{"results": ["SDN"]}', 'element 1 of "results" is no JSON object'),
        ('{"total": 0, "sources": []}', 'the JSON has no "results", only "total", "sources"'),
        ("[]", "expected '{'"),
        (b'{"results": [{"name": "\xff"}]}', "byte 23 is not UTF-8"),
        ("<html></html>", "this is an HTML page"),
        ("", "the file is empty"),
    ],
)
def test_what_is_no_list(raw: bytes | str, reason: str) -> None:
    """Each damage has its own words."""
    assert reason in refused(raw)


def test_what_nobody_took_is_reported() -> None:
    """Keys left over, with their paths; empty ones and ignored ones are no loss."""
    part = Part({"id": 36, "name": " A  B ", "alt": ["C", None, "D"], "ids": [{"type": "T", "new": 1}], "x": [1, 2]})
    assert (part.text("id"), part.text("name"), part.texts("alt")) == ("36", "A B", ("C", "D"))
    assert [one.text("type") for one in part.parts("ids")] == ["T"]
    assert dict(part.leftovers("/r", {"y"})) == {"/r/x": 2, "/r/ids/new": 1}
    assert dict(Part({"a": None, "b": "", "y": 1, "c": {"d": 1}}).leftovers("/r", {"y"})) == {"/r/c": 1}


def test_a_value_of_another_kind_stays() -> None:
    """A list where a text was expected is not swallowed."""
    part = Part({"name": ["A"], "alt": [{"text": "B"}], "ids": ["C"]})
    assert (part.text("name"), part.texts("alt"), part.parts("ids")) == ("", (), ())
    assert part.keys() == ("name", "alt", "ids")


def test_lines() -> None:
    """One object a line; blank lines are none; a line without its end is a cut one."""
    assert [part.text("id") for part in read_lines("os", b'{"id": "a"}\n\n{"id": "b\\u2028"}\n')] == ["a", "b"]
    for raw, reason in (
        (b'{"id": "a"}\n{"id": "b"}', "in the middle of a line"),
        (b'{"id": "a"}\n{"id": \n', "line 2, character"),
        (b'{"id": "a"} {"id": "b"}\n', "line 1, character 13 (something else follows the end)"),
        (b'["a"]\n', "line 1 is no JSON object"),
    ):
        with pytest.raises(ListError, match="list os: ") as caught:
            list(read_lines("os", raw))
        assert reason in caught.value.what
