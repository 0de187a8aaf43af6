"""Pairs of names in, the same lines with score and match out."""

import json
from pathlib import Path

import pytest

from watchlist.errors import DocumentError
from watchlist.jobs.compare import compare_pair, compare_pairs, known_type, party_type
from watchlist.model import PartyType


def test_other_peoples_words_for_types() -> None:
    """Any case, and the words of other projects; LegalEntity may be either."""
    assert {party_type(word) for word in ("Person", "person", "PER")} == {PartyType.PERSON}
    organizations = ("Company", "Organization", "ORG", "Entity")
    assert {party_type(word) for word in organizations} == {PartyType.ORGANIZATION}
    assert party_type("Vessel") is PartyType.VESSEL
    assert party_type("LegalEntity") is None
    assert known_type("legalentity")
    assert not known_type("planet")


def test_a_file_of_pairs(tmp_path: Path) -> None:
    """Every key stays, score and match are added, the best of several candidate names counts."""
    pairs: list[dict[str, object]] = [
        {"query": "Vladimir Putin", "candidate": "PUTIN, Vladimir", "type": "Person", "note": "kept"},
        {"query": "Владимир Путин", "candidate_names": ["Someone Else", "Vladimir Putin"], "type": "PER"},
        {"query": "Angela Merkel", "candidate": "Vladimir Putin"},
    ]
    (tmp_path / "pairs.jsonl").write_text("".join(json.dumps(pair) + "\n" for pair in pairs))
    assert compare_pairs(tmp_path / "pairs.jsonl", tmp_path / "out.jsonl", 0.85) == 3
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [line["match"] for line in lines] == [True, True, False]
    assert [{key: line[key] for key in pair} for pair, line in zip(pairs, lines, strict=True)] == pairs
    assert all(0 <= line["score"] <= 1 for line in lines)


@pytest.mark.parametrize("line", ["{", "[]", '{"query": 1, "candidate": "x"}', '{"query": "x"}'])
def test_a_wrong_line_is_named(tmp_path: Path, line: str) -> None:
    """The error says which line, and nothing is written."""
    (tmp_path / "pairs.jsonl").write_text('{"query": "a", "candidate": "b"}\n' + line + "\n")
    with pytest.raises(DocumentError, match=r"pairs\.jsonl:2"):
        compare_pairs(tmp_path / "pairs.jsonl", tmp_path / "out.jsonl", 0.85)
    assert not (tmp_path / "out.jsonl").exists()


def test_missing_files_are_errors_of_their_own(tmp_path: Path) -> None:
    """A file that is not there is no traceback."""
    with pytest.raises(DocumentError, match="cannot be read"):
        compare_pairs(tmp_path / "none.jsonl", tmp_path / "out.jsonl", 0.85)


def test_a_score_is_explained() -> None:
    """No score without evidence."""
    assert compare_pair("here", {"query": "Sergei Shoigu", "candidate": "Shoygu Sergey"}).evidence


def test_half_a_surrogate_pair_comes_out_as_it_went_in(tmp_path: Path) -> None:
    """A character that cannot be written is escaped, and its line compared like any other."""
    (tmp_path / "pairs.jsonl").write_text(r'{"query": "Put\ud800in", "candidate": "Putin"}' + "\n")
    assert compare_pairs(tmp_path / "pairs.jsonl", tmp_path / "out.jsonl", 0.85) == 1
    assert json.loads((tmp_path / "out.jsonl").read_text())["query"] == "Put\ud800in"


def test_a_line_of_brackets_is_named(tmp_path: Path) -> None:
    """Nesting deeper than can be read is a wrong line, not a crash."""
    (tmp_path / "pairs.jsonl").write_text("[" * 100_000 + "\n")
    with pytest.raises(DocumentError, match="nested too deeply"):
        compare_pairs(tmp_path / "pairs.jsonl", tmp_path / "out.jsonl", 0.85)
