"""Articles, screenings and stories in the state."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.samples import BASIS, MATCH, NETWORK, NOW, Sketch, article, screening
from watchlist.store import Standing, Store


def add(store: Store, **changes: object) -> bool:
    """Keep a sample screening, with changes."""
    of = changes.pop("screening", screening())
    arguments = {"story": "s1", "signature": Sketch(), "basis": BASIS, "now": NOW, **changes}
    return store.articles.add(of, **arguments)  # type: ignore[arg-type]


def test_same_screening_twice_changes_nothing(tmp_path: Path) -> None:
    """Screening an article again against the same basis keeps one screening, one story, one sighting."""
    with Store.open(tmp_path, exclusive=True) as store:
        assert add(store)
        before = (store.sightings.newest(), store.sightings.of_story("s1", 99))
        assert not add(store)
        assert (store.sightings.newest(), store.sightings.of_story("s1", 99)) == before


def test_findings_survive_a_restart_exactly(tmp_path: Path) -> None:
    """What was found reads back equal after the state was closed and opened."""
    with Store.open(tmp_path, exclusive=True) as store:
        add(store)
    with Store.open(tmp_path, exclusive=False) as store:
        (seen,) = store.sightings.of_story("s1", 99)
        assert (seen.article, seen.matches, seen.networks, seen.topics) == (article(), (MATCH,), (NETWORK,), ("arms",))
        assert store.sightings.basis(seen.basis) == BASIS


def test_standing_of_articles(tmp_path: Path) -> None:
    """New, then unchanged; the same text elsewhere is a duplicate; another text of the same id is a revision."""
    with Store.open(tmp_path, exclusive=True) as store:
        assert store.articles.standing(article()) is Standing.NEW
        add(store)
        assert store.articles.standing(article()) is Standing.UNCHANGED
        assert store.articles.standing(article(source="tass")) is Standing.DUPLICATE
        assert store.articles.standing(article(number=2)) is Standing.DUPLICATE
        assert store.articles.standing(article(text="Another text.")) is Standing.REVISED
        assert store.articles.standing(article(number=2, text="Another text.")) is Standing.NEW
        assert store.articles.digests("reuters") == {article().id: article().digest}


def test_a_known_text_is_new_to_changed_lists(tmp_path: Path) -> None:
    """A text that was screened before a list changed is no duplicate: the old screening says nothing of it."""
    changed = replace(BASIS, lists=(("un-sc", "another edition"),))
    with Store.open(tmp_path, exclusive=True) as store:
        add(store)
        assert store.articles.standing(article(source="tass"), BASIS) is Standing.DUPLICATE
        assert store.articles.standing(article(source="tass"), changed) is Standing.NEW


def test_duplicate_joins_the_story_once(tmp_path: Path) -> None:
    """A copy stands in the story of the first, with its findings, and adding it twice keeps one."""
    with Store.open(tmp_path, exclusive=True) as store:
        add(store)
        copy = article(number=7, source="tass")
        assert store.articles.add_duplicate(copy, now=NOW)
        assert not store.articles.add_duplicate(copy, now=NOW)
        first, second = store.sightings.of_story("s1", 99)
        assert (first.duplicate, second.duplicate) == (False, True)
        assert second.article == copy
        assert second.matches == first.matches


def test_third_failure_quarantines(tmp_path: Path) -> None:
    """An article that failed three times is not tried again; a success in between forgets the failures."""
    with Store.open(tmp_path, exclusive=True) as store:
        assert [store.articles.fail(article(), reason="too deep", now=NOW) for _ in range(2)] == [1, 2]
        assert store.articles.standing(article()) is Standing.NEW
        assert store.articles.fail(article(), reason="too deep", now=NOW) == 3
        assert store.articles.standing(article()) is Standing.QUARANTINED


def test_a_failure_in_between_leaves_nothing(tmp_path: Path) -> None:
    """When one part of a screening cannot be written, no part of it is."""
    broken = replace(screening(), networks=(replace(NETWORK, evidence=(object(),)),))  # type: ignore[arg-type]
    with Store.open(tmp_path, exclusive=True) as store:
        with pytest.raises(AttributeError):
            add(store, screening=broken)
        assert store.articles.standing(article()) is Standing.NEW
        assert store.sightings.newest() == 0
        assert store.stories.anchors((1,), NOW) == ()


def test_quiet_articles_are_not_told(tmp_path: Path) -> None:
    """A baseline article is kept, and its story is not among those with findings."""
    with Store.open(tmp_path, exclusive=True) as store:
        add(store, quiet=True)
        assert store.sightings.stories_with_findings(0, 99) == ()
        assert len(store.sightings.of_story("s1", 99)) == 1


def test_a_revised_text_keeps_its_story_when_screened_again(tmp_path: Path) -> None:
    """The same text against other lists is another screening in the same story."""
    with Store.open(tmp_path, exclusive=True) as store:
        add(store)
        assert add(store, story="s2", basis=replace(BASIS, configuration="other"))
        assert [seen.story for seen in store.sightings.of_story("s1", 99)] == ["s1", "s1"]
        assert store.sightings.of_story("s2", 99) == ()


def test_anchor_is_the_first_article(tmp_path: Path) -> None:
    """A later article that joins a story does not replace its sketch."""
    later = Sketch()
    later.sketch = (7, 8, 9)  # type: ignore[assignment]
    with Store.open(tmp_path, exclusive=True) as store:
        add(store)
        add(store, screening=screening(article(number=2, text="Other.")), signature=later)
        (anchor,) = store.stories.anchors((1, 2, 7), NOW)
        assert (anchor.story, anchor.sketch) == ("s1", (1, 2, 3))


def test_lone_surrogates_are_kept_in_texts(tmp_path: Path) -> None:
    """Half a character that JSON smuggled into a text does not stop the state, and reads back."""
    odd = article(text="Putin \ud800 spoke.")
    with Store.open(tmp_path, exclusive=True) as store:
        add(store, screening=screening(odd))
        assert store.sightings.of_story("s1", 99)[0].article.text == odd.text


def test_an_article_without_digest_is_a_bug(tmp_path: Path) -> None:
    """Without a digest neither copies nor revisions can be known, so it is refused."""
    with Store.open(tmp_path, exclusive=True) as store, pytest.raises(ValueError, match="no digest"):
        add(store, screening=screening(replace(article(), digest="")))


def test_the_story_of_an_earlier_text(tmp_path: Path) -> None:
    """A revised article finds the story in which its former text stands; a new one finds none."""
    with Store.open(tmp_path, exclusive=True) as store:
        add(store)
        assert store.stories.of_article(article()) is None
        assert store.stories.of_article(article(number=2)) is None
        found = store.stories.of_article(article(text="Vladimir Putin spoke again."))
        assert found is not None
        assert found.story == "s1"
