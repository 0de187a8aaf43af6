"""Thresholds and muted aliases belong to the user."""

import pytest

from tests.matching.world import PARTIES, screen
from watchlist.matching import Index, MatchingOptions, Mute, Screener
from watchlist.model import Level


@pytest.mark.parametrize(
    ("alias", "text"),
    [
        ("ROSNEFT", "Rosneft raised its dividend."),
        ("rosneft", "Rosneft raised its dividend."),
        ("金正恩", "朝鲜的金正恩发表讲话。"),
        ("LAZARUS GROUP", "Lazarus Group stole the coins."),
    ],
)
def test_a_muted_alias_is_quiet(alias: str, text: str) -> None:
    """The alias opens nothing, in whatever case it was muted."""
    quiet = Screener(Index.build(PARTIES, MatchingOptions(mute=(Mute(alias, "everyday words"),))))
    assert screen(text)
    assert screen(text, using=quiet) == ()


def test_the_other_names_of_a_party_stay() -> None:
    """Muting one alias does not take the party off the watchlist."""
    quiet = Screener(Index.build(PARTIES, MatchingOptions(mute=(Mute("ROSNEFT", "too loud"),))))
    assert [match.alias.text for match in screen("Rosneft Oil Company spoke.", using=quiet)] == ["ROSNEFT OIL COMPANY"]


@pytest.mark.parametrize(("alert", "level"), [(0.80, Level.ALERT), (0.99, Level.REVIEW)])
def test_thresholds_move_the_levels(alert: float, level: Level) -> None:
    """The same score is an alert or a review as the user wishes; a review stays below the threshold."""
    strict = Screener(Index.build(PARTIES, MatchingOptions(alert=alert)))
    (match,) = screen("Konstantin Kosachev spoke.", using=strict)
    assert match.level is level
    assert (match.score >= alert) is (level is Level.ALERT)


def test_below_review_nothing_is_told() -> None:
    """A score below both thresholds is no match."""
    strict = Screener(Index.build(PARTIES, MatchingOptions(alert=1.0, review=0.99)))
    assert screen("Konstantin Petrovich Kosachev spoke.", using=strict) == ()
