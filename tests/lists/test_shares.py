"""Percentages of ownership: what is certain is read, everything else is no share."""

import pytest

from watchlist.lists.ofac_remarks import read_remarks
from watchlist.lists.shares import owners, share, share_in
from watchlist.model import Relation


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("50.01", 50.01),
        ("50,01 %", 50.01),
        ("60%", 60),
        ("50-75", 50),
        ("25% - 50%", 25),
        ("75 to 100", 75),
        ("100", 100),
        ("0", None),
        ("150", None),
        ("<25", None),
        ("majority", None),
        ("", None),
        ("50-75-80", None),
    ],
)
def test_a_percentage_alone(text: str, percent: float | None) -> None:
    """Of a range the lower end is certain."""
    assert share(text) == percent


@pytest.mark.parametrize(
    ("cell", "percent"),
    [
        ("PJSC Rosneft (51 %)", 51),
        ("PJSC Rosneft – 50.5%", 50.5),
        ("Ahdaf Investment Company has majority ownership (51.53%)", 51.53),
        ("60 per cent owned by PJSC Rosneft", 60),
        ("X (25%), Y (30%)", None),
        ("X (less than 25%)", None),
        ("INITSIATIVA-23", None),
        ("Bank 100", None),
    ],
)
def test_a_percentage_beside_a_name(cell: str, percent: float | None) -> None:
    """One percentage is that of the cell; of several nobody knows whose."""
    assert share_in(cell) == percent


@pytest.mark.parametrize(
    ("piece", "found"),
    [
        ("owned 60 percent by BANK ROSSIYA", [("BANK ROSSIYA", 60)]),
        ("60% owned by the BANK ROSSIYA", [("BANK ROSSIYA", 60)]),
        ("Owned 50 percent or more by STROYGAZMONTAZH", [("STROYGAZMONTAZH", 50)]),
        ("owned 25% by A AND B LLC and 30.5% by C CORP.", [("A AND B LLC", 25), ("C CORP", 30.5)]),
        ("owned by BANK ROSSIYA", []),
        ("owned less than 50 percent by BANK ROSSIYA", []),
        ("Sberbank Investments is 100% owned by Sberbank", []),
        ("owns 60 percent of BANK ROSSIYA", []),
    ],
)
def test_owners_in_remarks(piece: str, found: list[tuple[str, float]]) -> None:
    """Only a remark about the party itself says who owns the party."""
    assert owners(piece) == tuple(Relation("Owned by", "", name, percent) for name, percent in found)


def test_remarks_of_ofac_state_shares() -> None:
    """Between the other pieces of the text."""
    facts = read_remarks("Tax ID No. 7702388027; owned 60 percent by BANK ROSSIYA; Linked To: KOVALCHUK.", person=False)
    assert facts.relations == (Relation("Owned by", "", "BANK ROSSIYA", 60), Relation("Linked To", "", "KOVALCHUK"))
