"""The section of what lists changed: listed, changed and delisted since the last report."""

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.report.world import FACTS, NOW, PUTIN, TEXT, VERUS, article, begin, learn, match, report, without
from watchlist.changes import ChangeKind, FieldChange, ListingChange
from watchlist.model import Party
from watchlist.store import Store

TOMORROW = NOW + timedelta(days=1)
VERSION = "cd" * 32


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A state in which one article was screened and told in the report of the first of March."""
    with Store.open(tmp_path / "var", exclusive=True) as opened:
        begin(opened)
        yield opened


def change(party: Party, kind: ChangeKind, *fields: FieldChange) -> ListingChange:
    """A change of the first listing of a party."""
    listing = party.listings[0]
    return ListingChange(
        kind, listing.list_name, listing.id, party.name, party.type, listing.programmes, date(2026, 3, 1), "", fields
    )


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a report file."""
    return list(csv.DictReader(io.StringIO((folder / name).read_bytes().decode("utf-8-sig"), newline="")))


def test_changes_are_told_once_with_the_stories_that_they_concern(store: Store, tmp_path: Path) -> None:
    """What concerns the news comes first; the next report begins behind it."""
    report(store, tmp_path)
    moved = FieldChange("roles", ("Prime Minister",), ("President of the Russian Federation",))
    store.changes.add(
        [change(VERUS, ChangeKind.ADD), change(PUTIN, ChangeKind.MOD, moved)], version=VERSION, now=TOMORROW
    )
    report(store, tmp_path, TOMORROW)
    told = rows(tmp_path, "2026-03-02-changes.csv")
    assert [(row["change"], row["listing"], row["stories_told"]) for row in told] == [
        ("changed", "us-ofac-sdn:35096", "1"),
        ("listed", "us-ofac-sdn:44544", "0"),
    ]
    assert told[0]["what_changed"] == "roles: − Prime Minister, + President of the Russian Federation"
    assert told[1]["listed_on"] == "2026-03-01"
    assert "lists: 1 listed, 1 changed, 0 delisted" in rows(tmp_path, "2026-03-02-coverage.csv")[0]["message"]
    report(store, tmp_path, TOMORROW + timedelta(days=1))
    assert rows(tmp_path, "2026-03-03-changes.csv") == []


def test_a_change_alone_is_worth_a_second_report_of_the_day(store: Store, tmp_path: Path) -> None:
    """Nothing learned writes nothing; a listing that is gone is learned."""
    assert report(store, tmp_path).files
    assert not report(store, tmp_path, NOW + timedelta(hours=1)).files
    store.changes.add([change(VERUS, ChangeKind.DEL)], version=VERSION, now=NOW + timedelta(hours=2))
    assert report(store, tmp_path, NOW + timedelta(hours=3)).sequence == 2


def test_a_party_listed_since_the_last_report_is_told_as_that(store: Store, tmp_path: Path) -> None:
    """The row says that the party is new on a list, and on which."""
    report(store, tmp_path)
    store.changes.add([change(VERUS, ChangeKind.ADD)], version=VERSION, now=TOMORROW)
    text = "The trader Verus was named again in Khabarovsk. " + TEXT
    learn(store, article(2, text, title="Verus"), TOMORROW, match(text, "Verus", VERUS))
    report(store, tmp_path, TOMORROW)
    [row] = rows(tmp_path, "2026-03-02.csv")
    assert row["status"] == "listed-today"
    assert row["what_changed"] == "listed by us-ofac-sdn since the last report"


def test_a_delisted_party_has_one_row_where_it_was_told_last(store: Store, tmp_path: Path) -> None:
    """Told twice, delisted once: one row at the newer story, and nothing of what was told is taken back."""
    report(store, tmp_path)
    text = "A different meeting in Sochi ended late, said President Vladimir Putin, and the harvest was good."
    learn(store, article(2, text, title="Sochi"), NOW + timedelta(hours=1), match(text))
    report(store, tmp_path, NOW + timedelta(hours=2))
    store.changes.add([change(PUTIN, ChangeKind.DEL)], version=VERSION, now=TOMORROW)
    report(store, tmp_path, TOMORROW, without(FACTS, PUTIN))
    [row] = rows(tmp_path, "2026-03-02.csv")
    assert (row["status"], row["title"], row["listings"]) == ("delisted", "Sochi", "us-ofac-sdn:35096")
    assert row["what_changed"] == (
        "us-ofac-sdn took it off its list, seen 2026-03-02; told in 2 stories since 2026-03-01"
    )
    assert rows(tmp_path, "2026-03-01.csv")[0]["status"] == "new"


def test_a_party_that_another_list_keeps_is_not_delisted(store: Store, tmp_path: Path) -> None:
    """One authority's delisting stands among the changes alone."""
    report(store, tmp_path)
    store.changes.add([change(PUTIN, ChangeKind.DEL)], version=VERSION, now=TOMORROW)
    report(store, tmp_path, TOMORROW)
    assert rows(tmp_path, "2026-03-02.csv") == []
    assert [row["change"] for row in rows(tmp_path, "2026-03-02-changes.csv")] == ["delisted"]
