"""Topics are what a text speaks of in any of their phrases."""

import pytest

from watchlist.networks import TopicFinder

FINDER = TopicFinder(
    {"sanctions-evasion": ["eludir sanciones", "规避制裁"], "arms": ["armament*", "weapons"], "both": ["weapons"]}
)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Acuerdos ARMAMENTÍSTICOS para eludir sanciones", ("arms", "sanctions-evasion")),
        ("weapons", ("arms", "both")),
        ("该网络规避制裁", ("sanctions-evasion",)),
        ("eludir las sanciones", ()),
        ("", ()),
    ],
)
def test_topics_are_found_by_their_phrases_and_sorted(text: str, topics: tuple[str, ...]) -> None:
    """A phrase may belong to several topics."""
    assert FINDER.find(text) == topics
