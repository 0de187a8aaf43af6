"""The whole run by hand, on the bundled samples: tables, files, exit codes."""

import csv
import hashlib
import io
import json
import shutil
from pathlib import Path

import pytest

from watchlist.cli import main
from watchlist.config import load


def typed(*argv: str) -> int:
    """The exit code of ``watchlist selftest``."""
    with pytest.raises(SystemExit) as ended:
        main(("selftest", "--per-kind", "2", *argv))
    return int(ended.value.code or 0)


def test_a_run_prints_tables_and_keeps_files(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every group is told at the width of a terminal; table, sums and page agree with each other."""
    assert typed("--out", "audit") == 0
    out = capsys.readouterr().out
    for part in (
        "exact names (control)",
        "manipulated names",
        "one typo",
        "us-ofac-sdn",
        "cyrillic",
        "weak alias",
        "names on no list",
    ):
        assert part in out
    assert max(map(len, out.splitlines())) <= 80
    table, sums, page = sorted((home / "audit").iterdir(), key=lambda path: [".csv", ".json", ".md"].index(path.suffix))
    written = table.read_bytes()
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"))))
    told = json.loads(sums.read_text(encoding="utf-8"))
    assert told["rows"] == {"count": len(rows), "sha256": hashlib.sha256(written).hexdigest()}
    manipulated = [row for row in rows if row["group"] == "manipulated"]
    assert told["manipulated"]["planted"] == len(manipulated)
    assert told["manipulated"]["alert"] == sum(row["passed"] == "yes" for row in manipulated)
    assert told["false_alarms"]["invented"] == sum(row["group"] == "invented" for row in rows)
    configured = load(home / "config" / "watchlist.yaml").lists
    assert [each["name"] for each in told["lists"]] == [entry.name for entry in configured]
    for fact in (told["configuration"], told["version"], *(each["sha256"] for each in told["lists"]), "--seed 1"):
        assert fact in page.read_text(encoding="utf-8")
    assert all(row["planted"].lstrip("'") in row["text"] for row in rows)
    assert all(row["reason"] and row["found_party"] for row in rows if row["found"] != "missed")


def test_the_same_run_is_the_same_to_the_letter(home: Path) -> None:
    """Repeated, nothing is written; another seed is written beside it and replaces nothing."""
    typed("-q", "--out", "audit")
    before = {path.name: path.read_bytes() for path in (home / "audit").iterdir()}
    typed("-q", "--out", "audit")
    assert {path.name: path.read_bytes() for path in (home / "audit").iterdir()} == before
    typed("-q", "--out", "audit", "--seed", "2")
    after = {path.name: path.read_bytes() for path in (home / "audit").iterdir()}
    assert len(after) == 6
    assert before.items() <= after.items()


def test_a_floor_can_fail_the_run(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pipeline stops when effectiveness has sunk; which names were too low is said."""
    assert typed("-q", "--fail-under", "5") == 0
    assert typed("-q", "--fail-under", "100") == 1
    assert "under 100 %" in capsys.readouterr().err


def test_only_selected_names_are_planted(home: Path) -> None:
    """A watchlist narrows what is screened, so it narrows what is tested; the user's own parties are tested too."""
    path = home / "config" / "watchlist.yaml"
    own = "watchlists: [{name: mine, parties: [{name: Versalia Quantor Holding, type: organization}]}]\n"
    path.write_text(path.read_text(encoding="utf-8") + own, encoding="utf-8")
    assert typed("-q", "--out", "audit") == 0
    (table,) = (home / "audit").glob("*.csv")
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    assert {row["list"] for row in rows if row["group"] != "invented"} == {"mine"}
    assert all(row["passed"] == "yes" for row in rows if row["kind"] == "exact")


def test_lists_that_cannot_be_read_are_said(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is missing is named and tells in the exit code; without any list there is nothing to test."""
    (home / "seeds" / "lists" / "un.xml").unlink()
    assert typed("-q") == 3
    assert "un-sc" in capsys.readouterr().err
    shutil.rmtree(home / "seeds" / "lists")
    assert typed("--out", "audit") == 3
    assert not (home / "audit").exists()


def test_a_folder_that_is_a_file_is_an_error_in_words(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The run fails with the reason, not with a traceback."""
    (home / "audit").write_text("notes")
    assert typed("-q", "--out", "audit") == 1
    assert "self-test cannot be written" in capsys.readouterr().err
