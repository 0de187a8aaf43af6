"""The fit of the weights keeps what it promises on the page that it writes."""

import numpy as np
import pytest
from calibration import adopting, fitting
from calibration.examples import Example, weighed
from calibration.plot import plot
from calibration.reliability import error, steps, wilson

from watchlist.matching.weights import WEIGHTS, evidence

BY_HAND = {feature: weight.value for feature, weight in WEIGHTS.items()}


def examples(*, right: int, wrong: int, values: dict[str, float], held: bool = False) -> list[Example]:
    """Matches with the same evidence, each of a party and in an article of its own."""
    score = sum(WEIGHTS[feature].value * value for feature, value in values.items())
    return [
        Example("news", f"{values}{at}", f"p{at}", "exact", values, held, min(1.0, score), at < right)
        for at in range(right + wrong)
    ]


@pytest.fixture
def data() -> fitting.Judged:
    """Full names that are mostly right, bare surnames that mostly are not, with and without a role."""
    return fitting.judged(
        [
            *examples(right=95, wrong=5, values={"name-full-person": 1, "known": 1}),
            *examples(right=60, wrong=1, values={"name-full-person": 1, "role": 1}),
            *examples(right=5, wrong=35, values={"name-surname": 1, "country": 1}, held=True),
        ],
        tuple(WEIGHTS),
    )


def test_the_fit_brings_scores_nearer_to_the_truth(data: fitting.Judged) -> None:
    """Scores of fitted weights are a better account of what is right than those set by hand."""
    fitted = fitting.fit(data, BY_HAND, 0.1)
    assert fitting.brier(data, fitting.scores(data, fitted)) < fitting.brier(data, fitting.scores(data, BY_HAND))
    assert fitted["name-surname"] < BY_HAND["name-surname"]


def test_the_same_examples_give_the_same_weights(data: fitting.Judged) -> None:
    """Whoever fits again gets the same table, in hundredths."""
    fitted = fitting.fit(data, BY_HAND, 0.1)
    assert fitted == fitting.fit(data, BY_HAND, 0.1)
    assert all(value == round(value, 2) for value in fitted.values())


def test_the_fit_stays_within_its_bounds(data: fitting.Judged) -> None:
    """Signs, order and reach hold however the examples pull."""
    fitted = fitting.fit(data, BY_HAND, 0.0)
    assert all((fitted[feature] > 0) == (value > 0) for feature, value in BY_HAND.items())
    assert all(abs(fitted[feature] - value) < fitting.FARTHEST + 1e-9 for feature, value in BY_HAND.items())
    assert all(fitted[more] >= fitted[less] for more, less in fitting.ORDER)


def test_few_examples_move_nothing() -> None:
    """A feature that hardly anybody judged keeps the weight that was set by hand."""
    few = fitting.judged(examples(right=0, wrong=fitting.FEWEST - 1, values={"name-vessel": 1}), tuple(WEIGHTS))
    assert fitting.fit(few, BY_HAND, 0.0) == BY_HAND


def test_right_alerts_are_not_traded_for_a_truer_scale() -> None:
    """Weights that would turn right alerts into reviews are worse, though the scores came nearer to the truth."""
    mixed = fitting.judged(examples(right=70, wrong=30, values={"name-one-word": 1}), tuple(WEIGHTS))
    assert fitting.fit(mixed, BY_HAND, 0.0)["name-one-word"] >= fitting.ALERT


def test_what_nobody_judged_does_not_count() -> None:
    """Matches on names without a judgement are neither right nor wrong."""
    unknown = Example("news", "a", "p", "exact", {"name-full-person": 1}, held=False, score=0.9, right=None)
    known = examples(right=3, wrong=1, values={"name-full-person": 1})
    assert len(fitting.judged([unknown, *known], tuple(WEIGHTS)).examples) == 4


def test_a_famous_party_does_not_decide() -> None:
    """A hundred matches of one party weigh as ten parties with one match each."""
    famous = [Example("news", f"f{at}", "famous", "exact", {}, held=False, score=0.9, right=True) for at in range(100)]
    data = fitting.judged([*famous, *examples(right=10, wrong=0, values={})], ())
    assert data.share[:100].sum() == pytest.approx(data.share[100:].sum())


def test_steps_count_every_match_once(data: fitting.Judged) -> None:
    """Matches that are told are in one step each; the share right lies in its interval."""
    told = fitting.scores(data, BY_HAND)
    found = steps(data, told, planted=False)
    assert sum(step.matches for step in found) == int((told >= 0.6).sum())
    assert all(step.low <= step.share <= step.high for step in found)
    assert 0 <= error(found) <= 1


@pytest.mark.parametrize(
    ("right", "matches", "low", "high"), [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (90, 100, 0.826, 0.945)]
)
def test_intervals_are_those_of_the_textbook(right: int, matches: int, low: float, high: float) -> None:
    """Wilson's interval, to three digits."""
    assert wilson(right, matches) == pytest.approx((low, high), abs=0.001)


def test_the_plot_is_the_same_text_each_time(data: fitting.Judged) -> None:
    """Equal figures give equal bytes, and one dot for each step."""
    found = steps(data, fitting.scores(data, BY_HAND), planted=False)
    assert plot(found, found) == plot(found, found)
    assert plot((), found).count('r="4.5"') == len(found) + 1


def test_other_weights_hold_only_for_a_while() -> None:
    """Screening with tried weights leaves the table as it was."""
    with weighed({"role": 0.5}):
        assert evidence("role").weight == 0.5
    assert evidence("role").weight == BY_HAND["role"]


def test_every_weight_can_be_adopted() -> None:
    """The program and the manual both have a number for each feature, and nothing but numbers changes."""
    table, manual = (path.read_text(encoding="utf-8") for path in (adopting.TABLE, adopting.MANUAL))
    assert adopting.rewritten(table, manual, BY_HAND) == (table, manual)
    moved = {feature: round(value / 2, 2) for feature, value in BY_HAND.items()}
    assert adopting.rewritten(*adopting.rewritten(table, manual, moved), BY_HAND)[1] == manual


def test_what_the_rule_of_support_makes_an_alert_stays_one(data: fitting.Judged) -> None:
    """However few surnames are right: one that few bear is an alert where the article names a country of the party."""
    fitted = fitting.fit(data, BY_HAND, 0.0)
    kept = [promise for promise in fitting.PROMISES if sum(BY_HAND[feature] for feature in promise) >= fitting.ALERT]
    assert kept
    assert all(sum(fitted[feature] for feature in promise) >= fitting.ALERT - 1e-9 for promise in kept)


def test_held_matches_stay_below_an_alert(data: fitting.Judged) -> None:
    """Support holds a score down in the fit exactly as in screening."""
    told = fitting.scores(data, {**BY_HAND, "name-surname": 0.98})
    assert np.all(told[data.held] <= fitting.HELD_AT)
