"""seeds/expected.yaml and the sample news fit each other, and the lists."""

import hashlib
from typing import NamedTuple

import pytest

from tests.seeds.samples import SEEDS, Expected, articles, entries, expected, listing_ids, name_of, spans
from watchlist.model import Field
from watchlist.news.feed import read_feed
from watchlist.stories import assign, signature

SEED_ARTICLE = "000_eeefa1e2a74c8fe2.txt"
KEYS = {
    "file", "id", "language", "must", "at_most_review", "must_not", "nothing", "networks", "topics", "story_of",
}  # fmt: skip
each_entry = pytest.mark.parametrize("one", expected(), ids=lambda one: one.name)


def test_the_seed_article_is_the_original() -> None:
    """Byte for byte, whatever an editor or a checkout would like to do to it."""
    digest = hashlib.sha256((SEEDS / "news" / SEED_ARTICLE).read_bytes()).hexdigest()
    assert digest == "a0412c49a828d4bdc910c2ea9ee6d1b0e3a060f784f0a875c8670574b0980f52"


def test_every_article_is_expected_once() -> None:
    """No article without an expectation, no expectation without an article."""
    assert sorted(map(name_of, entries())) == sorted(articles())


def test_the_news_speak_many_languages() -> None:
    """Twelve at least, each recognised as what it is."""
    assert len({one.article.language for one in expected()}) >= 12


@each_entry
def test_an_entry_says_only_what_its_header_explains(one: Expected) -> None:
    """A misspelt key would silently expect nothing."""
    assert set(one.entry) <= KEYS
    assert one.article.language == one.entry["language"]
    for must in one.entry.get("must", ()):
        assert set(must) <= {"surface", "field", "listings", "level"}


@each_entry
def test_every_surface_stands_in_its_article(one: Expected) -> None:
    """What must be found can be found: characters at their offsets, outside of longer surfaces."""
    for must in one.entry.get("must", ()):
        places = one.places(must)
        assert places, must["surface"]
        text = one.article.of(Field(must.get("field", "text")))
        assert {text[start:end] for start, end in places} == {must["surface"]}
    both = f"{one.article.title}\n{one.article.text}"
    for surface in (*one.entry.get("must_not", ()), *one.entry.get("at_most_review", ())):
        assert any(spans(both, surface)), surface


@each_entry
def test_every_listing_is_on_a_sample_list(one: Expected) -> None:
    """An id that no list holds could never be found."""
    for must in one.entry.get("must", ()):
        assert set(must["listings"]) <= listing_ids()


@each_entry
def test_an_entry_never_contradicts_itself(one: Expected) -> None:
    """Nothing is demanded and forbidden at the same place."""
    assert not (one.entry.get("nothing") and one.entry.get("must"))
    forbidden = one.entry.get("must_not", ())
    for must in one.entry.get("must", ()):
        text = one.article.of(Field(must.get("field", "text")))
        for surface in forbidden:
            for start, end in spans(text, surface):
                assert not any(start < last and first < end for first, last in one.places(must)), surface


class Anchor(NamedTuple):
    """The first article of a story, as the state keeps it."""

    story: str
    script: str
    size: int
    sketch: tuple[int, ...]


def test_the_near_copy_is_one_story_with_its_original_and_with_nothing_else() -> None:
    """Told once; every other item is news of its own."""
    anchors: list[Anchor] = []
    stories: dict[str, str] = {}
    for name, article in sorted(articles().items()):
        sketch = signature(article)
        story = assign(article, sketch, anchors, articles().__getitem__) or name
        stories[name] = story
        if story == name:
            anchors.append(Anchor(name, sketch.script, sketch.size, sketch.sketch))
    copies = {name_of(entry): entry["story_of"] for entry in entries() if "story_of" in entry}
    assert {name: story for name, story in stories.items() if story != name} == copies


@pytest.mark.parametrize(("name", "count"), [("sample-rss.xml", 3), ("sample-atom.xml", 2)])
def test_sample_feeds_are_read_without_a_fault(name: str, count: int) -> None:
    """One RSS and one Atom document, small enough to read by eye."""
    found = read_feed((SEEDS / "feeds" / name).read_bytes(), "sample", "https://courier.example/feed", "")
    assert (len(found.articles), found.faults) == (count, ())
