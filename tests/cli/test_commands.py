"""Commands by hand: what they print, their exit codes, and never a traceback."""

import io
import json
import re
import sys
from pathlib import Path

import pytest

from tests.jobs.samples import LONG
from watchlist.cli import main


def typed(*argv: str) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as ended:
        main(argv)
    return int(ended.value.code or 0)


def test_one_cycle_then_everything_else(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A first cycle reports, a second tells nothing twice, and the doors by hand show what is there."""
    assert typed("run", "--once") == 0
    out = capsys.readouterr().out
    for part in ("us-ofac-sdn", "sample-news", "most urgent first", "DPRK–Russia arms trade", "-manifest.json"):
        assert part in out
    before = {path: path.read_bytes() for path in (home / "reports").iterdir()}
    assert typed("run", "--once", "-v") == 0
    assert "Nothing new since report" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in (home / "reports").iterdir()} == before
    assert typed("report") == 0
    assert typed("status") == 0
    out = capsys.readouterr().out
    assert "complete" in out
    assert typed("status", "--json") == 0
    assert json.loads(capsys.readouterr().out)["complete"] is True
    told = [line.split() for line in out.splitlines()]
    assert typed("lists", "status") == 0
    for line in capsys.readouterr().out.splitlines():
        assert ("unverified" in line) == any(name in line for name in ("eu-fsf", "uk-sanctions", "ch-seco", "us-csl"))
        assert "edition of 2026-" in line
        assert "checked just now" in line
        assert any(each[1:3] == line.split()[:2] for each in told)
    assert typed("sources", "status") == 0
    assert "screened" in capsys.readouterr().out


def test_paths_lead_from_the_member_to_its_hub(home: Path) -> None:
    """A row of a member tells the way from it to the hub of its network; members stand in one order everywhere."""
    typed("run", "--once", "-q")
    lines = [json.loads(line) for path in (home / "reports").glob("*.jsonl") for line in path.open(encoding="utf-8")]
    paths = {row["party"]: row["network_path"] for row in lines if row["row"] == "mention" and row["topics"]}
    assert paths["VERSOR S.R.O."] == "VERSOR S.R.O. → owned or controlled by → MKRTYCHEV, Ashot"
    assert paths["MKRTYCHEV, Ashot"] == ""
    (named,) = (row for row in lines if row["row"] == "network" and row["how"] == "named")
    assert named["members"] == named["new_members"] == named["members_in_news"]


def test_networks_in_the_news(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a cycle found is told of each network, with the stories when it is asked for by name."""
    typed("run", "--once", "-q")
    capsys.readouterr()
    assert typed("networks") == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert "configured" in first
    assert "4 in the news (4 today, 4 new), " in first
    assert typed("networks", "arms trade") == 0
    shown = capsys.readouterr().out
    assert "In the news of 90 days" in shown
    assert "→ owned or controlled by → MKRTYCHEV, Ashot" in shown


def test_an_edited_report_is_not_replaced(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody's edits are worth more than our copy."""
    typed("run", "--once", "-q")
    (report,) = (path for path in (home / "reports").glob("*.csv") if path.stem.count("-") == 2)
    report.write_text("my notes")
    assert typed("report") == 1
    assert report.name in capsys.readouterr().err
    assert report.read_text() == "my notes"


@pytest.mark.parametrize("command", ["run", "scan", "lists update", "lists search", "report", "compare", "init"])
def test_help_speaks_to_people(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Words in capitals for what is to be given, no types of the program, no default that says nothing."""
    assert typed(*command.split(), "--help") == 0
    out = capsys.readouterr().out
    assert "--config PATH" in out
    assert re.search(r"<[\w%]", out) is None
    assert "default: 0" not in out


def test_looking_into_the_lists(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Search, show and programmes work before anything was fetched, for lists by path."""
    assert typed("lists", "search", "Wladimir Putin") == 0
    assert "us-ofac-sdn:35096" in capsys.readouterr().out
    assert typed("lists", "show", "us-ofac-sdn:44544") == 0
    shown = capsys.readouterr().out
    assert "VERUS" in shown
    assert "Linked" in shown
    assert typed("lists", "show", "us-ofac-sdn:0") == 1
    assert typed("lists", "programmes") == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["LIST", "PROGRAMME", "LISTINGS", "REGIMES"]
    assert any("RUSSIA-EO14024" in row for row in rows)
    assert typed("networks") == 0
    assert typed("networks", "arms") == 0
    shown = capsys.readouterr().out
    assert "MKRTYCHEV" in shown
    assert "5 groups" in shown
    assert "Corea del Norte" not in shown
    assert typed("networks", "arms", "-v") == 0
    assert "Corea del Norte" in capsys.readouterr().out
    assert typed("networks", "Ashot Mkrtychev") == 0
    assert "DPRK–Russia arms trade" in capsys.readouterr().out
    assert typed("networks", "no such") == 1


def paste(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Standard input that holds a text."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_a_pasted_text_is_explained(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mentions are marked where they stand, and each has its party, lists and reasons below."""
    paste(monkeypatch, LONG)
    assert typed("scan", "-") == 0
    out = capsys.readouterr().out
    for part in (
        "【Vladimir Putin】 spoke",
        "Vladimir Putin → PUTIN",
        "us-ofac-sdn:35096",
        "because",
        "Checked against",
    ):
        assert part in out


def test_a_party_leads_with_its_whole_name(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of several mentions the one that says most stands first, the other words below it."""
    paste(monkeypatch, "Putin left early. " + LONG + " Putin said so.")
    assert typed("scan", "-") == 0
    told = capsys.readouterr().out.splitlines()
    (head,) = (number for number, line in enumerate(told) if "→ PUTIN" in line)
    assert told[head].startswith("Vladimir Putin (")
    assert told[head + 1].split() == ["also", "as", "Putin"]


def test_a_text_without_mentions_says_so(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing found is an answer, with the lists that were asked."""
    paste(monkeypatch, "The mayor opened a \x1b[31mbridge.")
    assert typed("scan", "-") == 0
    out = capsys.readouterr().out
    assert "No mention of a listed party." in out
    assert "us-ofac-sdn (2026-" in out
    assert "\x1b" not in out


def test_a_scan_to_files_and_to_people(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files for machines, or blocks for people; the state is not touched."""
    assert typed("scan", "seeds/news", "--out", "x.jsonl", "--networks", "n.jsonl") == 0
    assert json.loads((home / "x.jsonl").read_text().splitlines()[0])["listings"]
    assert "mentions" in capsys.readouterr().out
    assert typed("scan", "seeds/news/tr-soci.txt") == 0
    assert "== tr-soci.txt" in capsys.readouterr().out
    assert not (home / "var").exists()
    assert typed("scan", "seeds/news", "--out", "x.pdf") == 2
    assert typed("scan", "nowhere") == 1
    assert "nowhere" in capsys.readouterr().err


def test_lists_that_were_never_fetched(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command that needs a list names the one that is missing, and ends with 3."""
    (home / "config" / "watchlist.yaml").write_text(
        "version: 1\nlists: [{name: un-sc, format: un-xml, url: 'https://example.org/un.xml'}]\n"
    )
    assert typed("scan", "seeds/news") == 3
    assert "watchlist lists update" in capsys.readouterr().err
    for command in (["lists", "search", "Putin"], ["networks"], ["networks", "arms"], ["lists", "programmes"]):
        assert typed(*command) == 3
        assert capsys.readouterr().out == "No list has an edition yet: run watchlist lists update\n"


def test_two_names(capsys: pytest.CaptureFixture[str]) -> None:
    """A score, a verdict and the reasons; wrong use ends with 2."""
    assert typed("compare", "Vladimir Putin", "PUTIN, Vladimir", "--type", "person") == 0
    assert " match " in capsys.readouterr().out
    assert typed("compare", "Vladimir Putin", "Angela Merkel") == 0
    assert "no match" in capsys.readouterr().out
    assert typed("compare", "one") == 2
    assert typed("compare", "a", "b", "--type", "planet") == 2


def test_a_file_of_pairs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No configuration is needed."""
    (tmp_path / "p.jsonl").write_text('{"query": "a b", "candidate": "b a", "type": "ORG"}\n')
    assert typed("compare", "--pairs", str(tmp_path / "p.jsonl"), "--out", str(tmp_path / "o.jsonl")) == 0
    assert set(json.loads((tmp_path / "o.jsonl").read_text())) == {"query", "candidate", "type", "score", "match"}
    (tmp_path / "p.jsonl").write_text("{")
    assert typed("compare", "--pairs", str(tmp_path / "p.jsonl"), "--out", str(tmp_path / "o.jsonl")) == 1
    assert "p.jsonl:1" in capsys.readouterr().err


def test_init_then_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A written configuration is right as it stands, and is not overwritten."""
    assert typed("init", str(tmp_path)) == 0
    written = str(tmp_path / "config" / "watchlist.yaml")
    assert typed("check", "--config", written) == 0
    assert "right" in capsys.readouterr().out
    assert typed("--config", written, "-q", "check") == 0
    capsys.readouterr()
    assert typed("init", str(tmp_path)) == 1
    assert capsys.readouterr().err == f"{written} is there already; nothing was written\n"


def test_no_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 78, and the way out."""
    monkeypatch.chdir(tmp_path)
    assert typed("status") == 78
    assert "watchlist init" in capsys.readouterr().err


def test_ten_mistakes_are_ten_messages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every mistake with file, line and column at once; no command starts on such a file."""
    path = tmp_path / "watchlist.yaml"
    path.write_text(
        "version: 3\n"
        "lists:\n"
        "  - {name: UN, format: un-xml, path: a}\n"
        "  - {name: b, format: pdf, path: b}\n"
        "  - {name: c, format: un-xml, path: c, every: often}\n"
        "  - {name: d, format: un-xml}\n"
        "timezone: Mars/Olympus\n"
        "sources:\n"
        "  - {name: s, feed: nonsense}\n"
        "  - {name: s, folder: x}\n"
        "topic: {}\n"
        "report: {at: noon}\n"
    )
    for command in (["check"], ["run", "--once"], ["scan", "."]):
        assert typed(*command, "--config", str(path)) == 78
        told = capsys.readouterr().err.splitlines()
        assert [line.removeprefix(f"{path}:").split(":")[0] for line in told] == [*"1345679", "10", "11", "12"]


def test_sources_by_hand(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a source gives now, without keeping it."""
    assert typed("sources", "test", "sample-news") == 0
    assert "articles" in capsys.readouterr().out
    assert typed("sources", "test", "no-such") == 2
    assert not (home / "var").exists()


def test_a_list_that_turns_bad(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The update is refused with its reason and exit 3; the report of a cycle says INCOMPLETE."""
    assert typed("lists", "update") == 0
    (home / "seeds" / "lists" / "un.xml").write_text("<!DOCTYPE html><html></html>")
    assert typed("lists", "update", "un-sc") == 3
    assert "HTML" in capsys.readouterr().out
    assert typed("run", "--once") == 3
    assert "INCOMPLETE" in capsys.readouterr().out
    assert typed("lists", "update", "no-such") == 2


def test_approving_by_hand(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An older file is refused, shown with what it would take away, and let in by who says so."""
    assert typed("lists", "update") == 0
    assert typed("lists", "approve", "un-sc") == 0
    assert "nothing to approve" in capsys.readouterr().out
    path = home / "seeds" / "lists" / "un.xml"
    text = path.read_text(encoding="utf-8")
    entry = text[text.index("<ENTITY>") : text.index("</ENTITY>") + len("</ENTITY>")]
    path.write_text(re.sub('dateGenerated="....', 'dateGenerated="2019', text.replace(entry, "")), encoding="utf-8")
    assert typed("lists", "update", "un-sc") == 3
    assert "older than the active edition" in capsys.readouterr().out
    assert typed("lists", "approve", "no-such") == 2
    assert typed("lists", "approve", "un-sc", "--yes") == 0
    told = capsys.readouterr().out
    assert "No longer screened: 1 listing" in told
    assert "Approved" in told
    assert typed("lists", "status") == 0
