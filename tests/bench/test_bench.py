"""The benchmark measures what it says: many more names, peers that find what is printed, tables with every row."""

import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bench import peers, table
from bench.material import Material
from bench.measure import Row
from bench.planted import NONE, Kind
from bench.variation import varied
from watchlist.model import Alias, AliasKind, Article, Listing, Party, PartyType


def party(name: str, number: int = 1) -> Party:
    """A person with one name."""
    listing = Listing(f"l:{number}", "l", str(number), PartyType.PERSON, (Alias(name, AliasKind.PRIMARY),))
    return Party(listing.id, listing.type, name, (listing,))


def test_eight_times_as_many_names_are_all_different() -> None:
    """Copies are other names of other parties, the same ones each time."""
    parties = list(varied([party("Vladimir Prigozhin"), party("Ольга Сергеевна", 2)], 8))
    names = {each.name for each in parties}
    assert len(parties) == len({each.id for each in parties}) == 16
    assert len(names) == 16
    assert parties == list(varied([party("Vladimir Prigozhin"), party("Ольга Сергеевна", 2)], 8))


def test_a_copy_keeps_the_shape_of_names() -> None:
    """One letter of a rare word changes, never the first; case stays."""
    _, copy = varied([party("PRIGOZHIN, Yevgeniy")], 2)
    assert copy.name.isupper() is False
    assert copy.name.split(",")[0].isupper()
    assert len(copy.name) == len("PRIGOZHIN, Yevgeniy")
    assert copy.name[0] == "P"


def test_words_that_many_share_stay() -> None:
    """A given name that twenty parties bear is what others bear in a longer list too."""
    many = [party(f"Mohammed Tarfalani{chr(97 + at)}", at) for at in range(20)]
    assert all(each.name.startswith("Mohammed ") for each in varied(many, 3))


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Then Jean-Luc  Dupé, said he.", "Jean-Luc  Dupé"),
        ("JEAN LUC DUPE", "JEAN LUC DUPE"),
        ("ﬁne Jean Luc Dupé!", "Jean Luc Dupé"),
    ],
)
def test_the_folded_dictionary_finds_names_at_their_place(tmp_path: Path, text: str, surface: str) -> None:
    """Case, diacritics and punctuation fold away, offsets stay those of the text."""
    pytest.importorskip("ahocorasick", reason="the peer is not installed")
    (tmp_path / "names.jsonl").write_text(json.dumps(["Jean-Luc DUPÉ", ["l:1"]]) + "\n", encoding="utf-8")
    (flag,) = peers.pyahocorasick(Material(tmp_path))().flags(Article("a", "s", "", text))
    assert text[flag.start : flag.end] == surface
    assert flag.listings == ("l:1",)


def test_the_tables_have_a_row_for_each_contender() -> None:
    """A tool that is absent keeps its row, with the reason; shares are of the base."""
    base = Row("pyahocorasick, folded", articles=3, speed=10.0, kinds={"typo": Kind(4, 1, 0), NONE: Kind(4, 0, 2)})
    rows = [Row("ours", articles=3, speed=5.0), base, Row("absent", note="not installed (absent)")]
    paper = StringIO()
    Console(width=200, file=paper).print(table.speeds(rows), table.recalls(rows))
    printed = paper.getvalue()
    assert "0.500" in printed
    assert "not installed (absent)" in printed
    assert "0.250" in printed
