"""Reports of days: told once, never changed, complete or saying that they are not."""

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from tests.report import world
from tests.report.world import NOW, PUTIN, TEXT, VERUS, article, begin, learn, match, report
from watchlist.coverage import Funnel
from watchlist.errors import ReportError
from watchlist.jobs.deliver import report_due
from watchlist.jobs.report import rewrite
from watchlist.model import Level
from watchlist.store import CheckOutcome, ListCheck, SourceCheck, Store

GOLDEN = Path(__file__).parent / "golden"
CONTRACT = (
    "priority, party, party_type, mention, snippet, level, status, why, disposition, disposition_by, disposition_note, "
    "title, source, published, url, outlets, party_details, listings, programmes, watchlists, networks, network_path, "
    "topics, also_mentioned, also_possible, matched_name, alias_kind, match_kind, score, evidence, what_changed, "
    "language, first_seen, listing_urls, story_id, article_id, alert_id, date, list_versions"
)
NETWORK_CONTRACT = (
    "network, how, members_in_news, new_members, members, snippet, signals, topics, path, evidence, title, source, "
    "published, url, outlets, story_id, article_id, date"
)
NAMES = [
    "2026-03-01.csv",
    "2026-03-01-networks.csv",
    "2026-03-01-changes.csv",
    "2026-03-01-coverage.csv",
    "2026-03-01.jsonl",
]
ADDED = ("network_hops",)
NETWORK_ADDED = ("hops", "members_today", "stories_today")
"""Columns behind those of the contract."""
MANIFEST = "2026-03-01-manifest.json"
TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A state in which one article was screened."""
    with Store.open(tmp_path / "var", exclusive=True) as opened:
        begin(opened)
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where reports go; not made yet."""
    return tmp_path / "reports"


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a report file."""
    text = (folder / name).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def everything(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_golden_report(store: Store, folder: Path) -> None:
    """A small report, byte for byte, in all its files."""
    assert report(store, folder).files == tuple(folder / name for name in (*NAMES, MANIFEST))
    assert everything(folder) == everything(GOLDEN)


def test_columns_are_those_of_the_contract(store: Store, folder: Path) -> None:
    """Names and order of columns are promised to readers; new ones come behind."""
    report(store, folder)
    assert list(rows(folder, "2026-03-01.csv")[0]) == [*CONTRACT.split(", "), *ADDED]
    assert list(rows(folder, "2026-03-01-networks.csv")[0]) == [*NETWORK_CONTRACT.split(", "), *NETWORK_ADDED]


def test_manifest_vouches_for_every_file(store: Store, folder: Path) -> None:
    """Digests and rows of the manifest are those of the files on disk."""
    report(store, folder)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    assert sorted(manifest["files"]) == sorted(NAMES)
    for name, about in manifest["files"].items():
        body = (folder / name).read_bytes()
        assert about["sha256"] == hashlib.sha256(body).hexdigest()
        assert about["rows"] == (len(body.splitlines()) if name.endswith("jsonl") else len(rows(folder, name)))
    assert manifest["complete"] is True
    assert manifest["lists"] == [{"name": "us-ofac-sdn", "published": "2026-02-27", "sha256": world.DIGEST}]


def test_nothing_new_writes_nothing(store: Store, folder: Path) -> None:
    """A second run on the same day that learned nothing leaves the folder as it is."""
    report(store, folder)
    before = everything(folder)
    again = report(store, folder, NOW + timedelta(hours=1))
    assert (again.files, again.sequence) == ((), 1)
    assert everything(folder) == before


def test_something_new_on_the_same_day_is_a_second_report(store: Store, folder: Path) -> None:
    """A later finding of the day goes into D-2 alone, and D stays as it was."""
    report(store, folder)
    before = everything(folder)
    other = "A firm called Verus shipped machine parts across the border last week, customs officials told our paper."
    learn(store, article(2, other), NOW + timedelta(hours=1), match(other, "Verus", VERUS))
    assert report(store, folder, NOW + timedelta(hours=2)).sequence == 2
    after = everything(folder)
    assert {name: after[name] for name in before} == before
    assert [row["party"] for row in rows(folder, "2026-03-01-2.csv")] == [VERUS.name]
    assert rows(folder, "2026-03-01-2-networks.csv") == []
    assert len(after) == 2 * len(before)


def test_a_day_without_mentions_has_a_report(store: Store, folder: Path) -> None:
    """The next day, with nothing found, a report proves that everything was checked."""
    report(store, folder)
    store.lists.add_check(ListCheck("us-ofac-sdn", TOMORROW, CheckOutcome.UNCHANGED))
    world.visit(store, TOMORROW, Funnel(4, 0, 0, 4))
    assert report(store, folder, TOMORROW).reasons == ()
    assert rows(folder, "2026-03-02.csv") == []
    head, the_list, source = rows(folder, "2026-03-02-coverage.csv")
    assert (head["kind"], head["outcome"]) == ("report", "COMPLETE")
    assert (the_list["name"], the_list["outcome"], the_list["listings"]) == ("us-ofac-sdn", "ok", "2")
    assert (source["fetched"], source["screened"], source["unchanged"]) == ("4", "0", "4")


def test_a_failed_list_says_incomplete_first(store: Store, folder: Path) -> None:
    """Coverage and manifest say INCOMPLETE and why, before anything else."""
    store.lists.add_check(ListCheck("us-ofac-sdn", NOW, CheckOutcome.REFUSED, "HTML instead of XML"))
    store.sources.add_check(SourceCheck("reuters", NOW, CheckOutcome.FAILED, "HTTP 404"))
    delivered = report(store, folder)
    assert len(delivered.reasons) == 2
    first = rows(folder, "2026-03-01-coverage.csv")[0]
    assert first["outcome"] == "INCOMPLETE"
    assert "HTML instead of XML" in first["message"]
    assert "HTTP 404" in first["message"]
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    assert manifest["complete"] is False
    assert manifest["incomplete"] == list(delivered.reasons)


def test_copies_are_counted_not_repeated(store: Store, folder: Path) -> None:
    """Copies in other outlets before the cut-off are one row; two more afterwards are counted, three are an update."""
    learn(store, article(2, TEXT + " It was not said when.", "tass", "Putin goes east"), NOW - timedelta(minutes=9))
    store.articles.add_duplicate(article(3, source="afp"), now=NOW - timedelta(minutes=8))
    report(store, folder)
    (row,) = rows(folder, "2026-03-01.csv")
    assert (row["status"], row["outlets"]) == ("new", "3: reuters; tass; afp")
    for number, source in enumerate(("kyodo", "dpa"), 4):
        store.articles.add_duplicate(article(number, source=source), now=NOW + timedelta(minutes=number))
    again = report(store, folder, NOW + timedelta(hours=1))
    assert (again.files, again.repeated) == ((), 2)
    store.articles.add_duplicate(article(9, source="efe"), now=NOW + timedelta(hours=2))
    report(store, folder, TOMORROW)
    (later,) = rows(folder, "2026-03-02.csv")
    assert (later["status"], later["what_changed"]) == ("updated", "since 2026-03-01: outlets 3 → 6")
    assert later["alert_id"] == row["alert_id"]


def test_a_rising_level_is_told_again(store: Store, folder: Path) -> None:
    """What was only for review becomes an alert when a copy says more; it keeps its id."""
    text = (
        "Machine parts crossed the border in three lorries last week, said Verus, a firm that customs officials know."
    )
    learn(store, article(5, text), NOW - timedelta(minutes=1), match(text, "Verus", VERUS, Level.REVIEW))
    report(store, folder)
    fuller = text + " The authorities named Limited Liability Company Verus as the sender."
    named = match(fuller, "Limited Liability Company Verus", VERUS)
    learn(store, article(5, fuller), NOW + timedelta(hours=1), named)
    report(store, folder, NOW + timedelta(hours=2))
    (review,) = (row for row in rows(folder, "2026-03-01.csv") if row["party"] == VERUS.name)
    (alert,) = rows(folder, "2026-03-01-2.csv")
    assert (review["level"], alert["level"], alert["status"]) == ("review", "alert", "updated")
    assert alert["what_changed"] == "since 2026-03-01: level review → alert; text changed since 2026-03-01"
    assert alert["alert_id"] == review["alert_id"]


def test_most_urgent_first_and_reviews_last(store: Store, folder: Path) -> None:
    """Rows stand by priority; a match only for review is low and stands last."""
    text = (
        "Prices of tea rose in the south this week, said one Putin who sells it at the market to visitors of the town."
    )
    learn(store, article(6, text), NOW - timedelta(minutes=50), match(text, "Putin", level=Level.REVIEW))
    report(store, folder)
    assert [(row["priority"], row["level"]) for row in rows(folder, "2026-03-01.csv")] == [
        ("high", "alert"),
        ("low", "review"),
    ]


def test_rows_of_one_story_stand_together(store: Store, folder: Path) -> None:
    """Where scores tie, a reader still reads story by story, the parties of each by name."""
    first = "Vladimir Putin and a firm called Verus signed for tea and timber in the south of the country last week."
    second = "A bridge of steel was opened by Vladimir Putin, for whom Verus had built it over nine long winters."
    for number, text in enumerate((first, second), 11):
        found = (match(text), match(text, "Verus", VERUS))
        learn(store, article(number, text, title=f"Title {number}"), NOW - timedelta(minutes=50), *found)
    report(store, folder)
    told = [(row["title"], row["party"]) for row in rows(folder, "2026-03-01.csv")]
    assert [party for _, party in told] == [VERUS.name, PUTIN.name, VERUS.name, PUTIN.name, PUTIN.name]
    assert told[0][0] == told[1][0] != told[2][0] == told[3][0]


def test_alerts_survive_joins_and_delisting(store: Store, folder: Path) -> None:
    """After listings were joined under another id nothing is told twice; a delisted party is told by its alias."""
    report(store, folder)
    twin = replace(PUTIN.listings[0], id="eu-fsf:EU.1", list_name="eu-fsf")
    joined = replace(PUTIN, id="eu-fsf:EU.1", listings=(twin, *PUTIN.listings))
    facts = replace(world.FACTS, parties={joined.id: joined})
    store.articles.add_duplicate(article(3, source="afp"), now=NOW + timedelta(minutes=8))
    assert report(store, folder, NOW + timedelta(hours=1), facts).repeated == 2
    text = (
        "Far from there, a ship with steel and timber reached the port after weeks at sea, and Vladimir Putin watched."
    )
    learn(store, article(8, text), NOW + timedelta(hours=2), match(text))
    report(store, folder, NOW + timedelta(hours=3), world.without(world.FACTS, PUTIN))
    (row,) = rows(folder, "2026-03-01-2.csv")
    assert (row["party"], row["party_type"]) == ("PUTIN, Vladimir Vladimirovich", "")
    assert row["listings"] == "us-ofac-sdn:35096"


def test_report_twice_is_the_same_bytes(store: Store, folder: Path) -> None:
    """From the state a day's files come back byte for byte, when they are there and when they were lost."""
    report(store, folder)
    before = everything(folder)
    rewrite(store, folder, NOW.date())
    assert everything(folder) == before
    for path in folder.iterdir():
        path.unlink()
    rewrite(store, folder, None)
    assert everything(folder) == before


def test_an_edited_file_is_refused(store: Store, folder: Path) -> None:
    """A report that someone has edited is never replaced, nor any file beside it."""
    report(store, folder)
    with (folder / NAMES[0]).open("ab") as file:
        file.write(b"noted by hand\r\n")
    (folder / MANIFEST).unlink()
    before = everything(folder)
    with pytest.raises(ReportError, match=r"2026-03-01\.csv was edited"):
        rewrite(store, folder, NOW.date())
    assert everything(folder) == before


def test_a_day_without_report_is_refused(store: Store, folder: Path) -> None:
    """Rewriting what was never made is an error that says what to do."""
    with pytest.raises(ReportError, match="run --once"):
        rewrite(store, folder, None)
    report(store, folder)
    with pytest.raises(ReportError, match="no report of 2026-03-02"):
        rewrite(store, folder, TOMORROW.date())


def test_files_of_another_state_are_not_replaced(store: Store, folder: Path) -> None:
    """Where a report of the day lies already, the next free number is taken."""
    folder.mkdir()
    (folder / "2026-03-01.csv").write_bytes(b"from another state")
    assert report(store, folder).sequence == 2
    assert (folder / "2026-03-01.csv").read_bytes() == b"from another state"


def test_a_crash_before_the_files_is_made_good(store: Store, folder: Path) -> None:
    """When the folder could not be written, the next call writes the report that was kept, and tells nothing twice."""
    folder.write_text("a file in the way", encoding="utf-8")
    with pytest.raises(ReportError, match="kept in the state"):
        report(store, folder)
    folder.unlink()
    assert report(store, folder, NOW + timedelta(hours=1)).files == ()
    assert everything(folder) == everything(GOLDEN)


def test_half_written_files_are_swept(store: Store, folder: Path) -> None:
    """What a killed writer left beside the reports goes with the next report."""
    folder.mkdir()
    (folder / ".2026-03-01.csv.77.tmp").write_bytes(b"half")
    report(store, folder)
    assert sorted(everything(folder)) == sorted((*NAMES, MANIFEST))


def test_the_day_is_local(store: Store, folder: Path) -> None:
    """The date of a report is that of the configured zone."""
    settings = replace(world.settings(folder), timezone="Pacific/Auckland")
    late = NOW.replace(hour=12)
    assert world.deliver(store, world.FACTS, settings, now=late).day.isoformat() == "2026-03-02"


def test_due_once_a_day_from_the_hour_on(store: Store, folder: Path) -> None:
    """Before the hour nothing is due; from then on one report, until the next day."""
    settings = replace(world.settings(folder), at=time(6, 30))
    assert not report_due(store, settings, now=NOW)
    assert report_due(store, settings, now=NOW + timedelta(minutes=30))
    report(store, folder, NOW + timedelta(minutes=31))
    assert not report_due(store, settings, now=NOW + timedelta(hours=23))
    assert report_due(store, settings, now=NOW + timedelta(days=1, minutes=30))


def test_hostile_titles_stay_text(store: Store, folder: Path) -> None:
    """A headline that would run as a formula is shown; machines get it as it was."""
    evil = '=HYPERLINK("http://127.0.0.1","x")\n+1'
    text = (
        "Nothing of that day would be remembered but this, that Vladimir Putin opened an exhibition of stamps in town."
    )
    learn(store, article(9, text, title=evil), NOW - timedelta(minutes=2), match(text))
    report(store, folder)
    titles = {row["title"] for row in rows(folder, "2026-03-01.csv")}
    assert "'" + evil.replace("\n", " ⏎ ") in titles
    lines = map(json.loads, (folder / "2026-03-01.jsonl").read_text(encoding="utf-8").splitlines())
    assert evil in {line.get("title") for line in lines}
