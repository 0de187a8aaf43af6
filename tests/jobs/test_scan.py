"""Local texts against the lists: the lines that others rely on."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.jobs.samples import LONG, NOW, configured
from watchlist.config import load
from watchlist.errors import ReportError, SourceError
from watchlist.jobs.cycle import local_watch
from watchlist.jobs.lines import MENTION_COLUMNS
from watchlist.jobs.scan import articles_in, pasted, write_lines
from watchlist.jobs.watch import Watch
from watchlist.store import Store

ROOT = Path(__file__).parents[2]
KEYS = {
    "article", "field", "start", "end", "surface", "level", "score", "kind", "name", "alias_kind", "party", "also",
    "party_name", "party_type", "listings", "programmes", "networks", "evidence",
}  # fmt: skip


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Watch:
    """The watch of the offline configuration, read without any state."""
    config = load(ROOT / "config" / "offline.yaml")
    nowhere = tmp_path_factory.mktemp("state")
    with Store.open(nowhere / "var", exclusive=False) as store:
        made = local_watch(store, config, NOW)
    assert not (nowhere / "var").exists()
    return made


def scanned(watch: Watch, folder: Path, *paths: Path) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Mention lines and network lines of some files."""
    mentions, networks = folder / "out.jsonl", folder / "networks.jsonl"
    write_lines(watch, articles_in(paths), mentions, networks)
    return tuple([json.loads(line) for line in path.read_text().splitlines()] for path in (mentions, networks))  # type: ignore[return-value]


def test_a_line_per_mention_with_true_offsets(watch: Watch, tmp_path: Path) -> None:
    """Exactly the contracted keys; offsets count characters of the field of the article that was given."""
    given = {"id": "x-1", "title": "Putin: «спасибо»", "text": LONG, "lang": "en"}
    (tmp_path / "in.jsonl").write_text(json.dumps(given, ensure_ascii=False) + "\n")
    mentions, _ = scanned(watch, tmp_path, tmp_path / "in.jsonl")
    assert mentions
    for line in mentions:
        assert set(line) == KEYS
        assert line["article"] == "x-1"
        assert given[str(line["field"])][int(str(line["start"])) : int(str(line["end"]))] == line["surface"]
        assert line["party"] in line["listings"]  # type: ignore[operator]
        assert line["evidence"]


def test_a_described_network_is_one_line(watch: Watch, tmp_path: Path) -> None:
    """The sample article describes one network and names none of its members."""
    (article,) = (ROOT / "seeds" / "news").glob("000_*.txt")
    mentions, networks = scanned(watch, tmp_path, article)
    assert {str(line["surface"]) for line in mentions} == {"Sergei Shoigu", "Vladimir Putin", "Kim Jong Un", "Wagner"}
    assert {line["level"] for line in mentions} == {"alert"}
    (line,) = networks
    assert set(line) == {
        "article", "network", "how", "members", "members_named", "field", "start", "end", "surface", "signals",
        "topics", "evidence",
    }  # fmt: skip
    assert (line["how"], line["members_named"]) == ("described", [])
    assert set(line["members"]) >= {f"us-ofac-sdn:{number}" for number in (44544, 44578, 44579, 41736)}  # type: ignore[call-overload]
    assert article.read_text()[int(str(line["start"])) : int(str(line["end"]))] == line["surface"]
    assert "ya sancionó una red involucrada en eludir sanciones" in str(line["surface"])
    assert set(line["topics"]) == {"sanctions-evasion", "arms"}  # type: ignore[call-overload]


def test_a_table_for_people(watch: Watch, tmp_path: Path) -> None:
    """CSV has the same columns, and no cell that a spreadsheet would run."""
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "=1+1", "text": LONG}) + "\n")
    write_lines(watch, articles_in([tmp_path / "in.jsonl"]), tmp_path / "out.csv", None)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert tuple(rows[0]) == MENTION_COLUMNS
    assert {row[0] for row in rows[1:]} == {"'=1+1"}


def test_unreadable_articles_are_faults_and_the_rest_goes_on(watch: Watch, tmp_path: Path) -> None:
    """A broken line, a line without text, an empty mail: each named, the good one scanned."""
    lines = ["{", json.dumps({"id": "no text"}), json.dumps({"id": "good", "text": LONG})]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    (tmp_path / "empty.html").write_bytes(b"")
    scanned = write_lines(watch, articles_in([tmp_path]), tmp_path / "out.jsonl", None)
    assert scanned.articles == 1
    assert {fault.where for fault in scanned.faults} >= {"in.jsonl:1", "in.jsonl:2", "empty.html"}


def test_output_is_whole_or_absent(watch: Watch, tmp_path: Path) -> None:
    """A scan that ends early leaves what was there; a path that cannot be written is an error, not a traceback."""
    out = tmp_path / "out.jsonl"
    out.write_text("earlier")
    with pytest.raises(SourceError):
        write_lines(watch, articles_in([tmp_path / "nowhere"]), out, None)
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]
    assert out.read_text() == "earlier"
    with pytest.raises(ReportError, match=r"no/networks\.jsonl cannot be written"):
        write_lines(watch, iter([pasted("text")]), out, tmp_path / "no" / "networks.jsonl")
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_list_never_fetched_is_missing(tmp_path: Path) -> None:
    """What cannot be read is named with what to do; the others serve."""
    config = configured(tmp_path, un="url: 'https://example.org/un.xml'")
    with Store.open(config.state, exclusive=False) as store:
        made = local_watch(store, config, NOW)
    assert [(fault.where, fault.remedy) for fault in made.missing] == [("un-sc", "run: watchlist lists update")]
    assert [snapshot.list_name for snapshot in made.snapshots] == ["us-ofac-sdn"]


@pytest.fixture
def narrow(tmp_path: Path) -> Iterator[Watch]:
    """A watch over Korean parties, a party of the user's own, and a quiet name."""
    more = """
watchlists:
  - {name: korea, include: {regimes: [dprk]}}
  - {name: own, parties: [{name: Petrov Widgets, aliases: [Петров Виджетс]}, {name: Gadget Brothers Trust}]}
mute:
  - {alias: Gadget Brothers Trust, reason: enough of them, until: 2027-01-01}
"""
    config = configured(tmp_path, more=more)
    with Store.open(config.state, exclusive=False) as store:
        yield local_watch(store, config, NOW)


def test_watchlists_decide_what_is_told(narrow: Watch, tmp_path: Path) -> None:
    """Nobody who is on no watchlist, nobody who is muted, and the user's own parties in every script."""
    (tmp_path / "one.txt").write_text("Vladimir Putin met the Gadget Brothers Trust. Петров Виджетс was there, too.")
    mentions, _ = scanned(narrow, tmp_path, tmp_path / "one.txt")
    assert [line["surface"] for line in mentions] == ["Петров Виджетс"]
    assert mentions[0]["party"] == "own:petrov-widgets"
    assert narrow.selection.watchlists["own:petrov-widgets"] == ("own",)
