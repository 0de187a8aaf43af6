"""What no reader sees hides no name, and moves no place."""

import pytest

from tests.matching.world import screen

MARKS = "\x00\u00ad\u061c\u180e\u200b\u200d\u200e\u200f\u202c\u2060\u2069\ufeff"


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    "text", ["Vladimir{} Putin spoke.", "Vla{}dimir Pu{}tin spoke.", "{}Vladimir {}Putin{} spoke."]
)
def test_an_invisible_mark_hides_no_name(text: str, mark: str) -> None:
    """Soft hyphens and marks of direction are ordinary in copied pages, and an easy evasion."""
    marked = text.format(*[mark] * text.count("{}"))
    (match,) = screen(marked, "en")
    mention = match.mention
    assert marked[mention.start : mention.end] == mention.surface
    assert mention.surface.replace(mark, "") == "Vladimir Putin"


@pytest.mark.parametrize("text", ["They saw Kim. Jong Un spoke.", "He met Ali. Hassan spoke."])
def test_a_short_name_ends_a_sentence(text: str) -> None:
    """Two people on either side of a full stop are not one."""
    assert all("." not in match.mention.surface for match in screen(text, "en"))
