"""The table of weights is the whole policy, and the documentation says the same."""

import re
from pathlib import Path

import pytest

from tests.matching.world import screen
from watchlist.matching import MatchingOptions
from watchlist.matching.readings import QUALITY, QUALITY_OF_TWO_TYPOS
from watchlist.matching.weights import WEIGHTS, evidence

ROOT = Path(__file__).parents[2]
DOC = (ROOT / "docs" / "matching.md").read_text(encoding="utf-8")
ROWS = {
    feature: (float(value), words)
    for feature, value, words in re.findall(r"\| `([a-z-]+)` \| ([+-][\d.]+) \| (.*) \|", DOC)
}


def test_the_documentation_has_every_weight() -> None:
    """A compliance officer reads on paper what the code does: the same features, values and words."""
    assert {feature: value for feature, (value, _) in ROWS.items()} == {
        feature: weight.value for feature, weight in WEIGHTS.items()
    }
    assert all(ROWS[feature][1].startswith(weight.words) for feature, weight in WEIGHTS.items())


def test_the_documentation_has_every_quality() -> None:
    """How far a word may be from the listed one stands in the documentation too."""
    assert all(re.search(rf"\(`{how.name}`\) \| {quality:.2f} \|", DOC) for how, quality in QUALITY.items())
    assert f"| {QUALITY_OF_TWO_TYPOS:.2f} |" in DOC


def test_the_documentation_has_the_thresholds() -> None:
    """The default thresholds stand in the documentation."""
    assert f"({MatchingOptions().alert:.2f} unless configured)" in DOC
    assert f"review threshold ({MatchingOptions().review:.2f})" in DOC


def test_the_worked_example_of_the_documentation() -> None:
    """What the documentation computes by hand is what the program computes."""
    (match,) = screen("Defence Minister Sergej Schoigu visited Minsk.", "en")
    example = DOC[DOC.index("Worked example") :].split("\n\n", 1)[0]
    shown = re.findall(r"`([a-z-]+)` ([+-][\d.]*\d)", example)
    assert [feature for feature, _ in shown] == ["name-full-person", "spelling", "role", "known"]
    assert [(one.feature, one.weight) for one in match.evidence if one.feature != "country"] == [
        (feature, float(weight)) for feature, weight in shown
    ]
    assert f"The sum is {match.score:g}" in example


def test_what_contradicts_lowers_and_what_supports_raises() -> None:
    """No weight points the wrong way."""
    lowering = {feature for feature, weight in WEIGHTS.items() if weight.value < 0}
    assert lowering == {
        "spelling",
        "spelling-alone",
        "other-spelling",
        "opposed-words",
        "left-out-words",
        "missing-words",
        "only-one-word",
        "everyday-words",
        "reversed-parentage",
        "other-number",
        "other-given-name",
        "other-calling",
        "other-age",
        "other-sex",
        "missing-word",
        "extra-word",
        "other-order",
        "other-word",
        "other-middle-name",
        "longer-name",
        "uninflected-language",
        "unsupported",
    }


def test_a_line_of_evidence_says_what_it_moves() -> None:
    """Value times weight, with words for a person and the detail in brackets."""
    line = evidence("spelling", 0.02, "Putina → putin")
    weight = round(0.02 * WEIGHTS["spelling"].value, 4)
    assert (line.value, line.weight, line.detail) == (0.02, weight, "the spelling differs (Putina → putin)")


def test_an_unknown_feature_is_a_bug() -> None:
    """Evidence outside the table cannot be made."""
    with pytest.raises(KeyError):
        evidence("gut-feeling")


def test_no_weight_is_idle() -> None:
    """Every feature that the table promises is given by some rule."""
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "watchlist" / "matching").rglob("*.py"))
    given = set(re.findall(r'evidence\(\s*"([a-z-]+)"', source)) | {
        "other-word",
        "extra-word",
        "spelling",
        "spelling-alone",
        "age",
        "other-age",
    }
    assert set(WEIGHTS) <= given
