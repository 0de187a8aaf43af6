"""Fit the weights of matching to judged matches, and show how far scores can be trusted.

usage: python scripts/fit_weights.py DATA_FOLDER [--write] [--pages FOLDER]

DATA_FOLDER holds ``news/*/{articles,gold,mentions}.jsonl``; beside it, ``bench/lists.yaml`` names the lists that the
gold was judged against, and ``bench/plant.py`` plants names. ``--pages`` writes calibration.md and calibration.svg into
a folder; ``--write`` puts the fitted weights into force (weights.py, docs/matching.md) and those pages into docs.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from calibration import adopting, fitting
from calibration.examples import PLANTED, Collector, Example
from calibration.fitting import ALERT, TINY
from calibration.page import Report, features_table, kinds_table, page, steps_table
from calibration.plot import plot
from calibration.reliability import error, steps

from watchlist.matching.weights import WEIGHTS

DOCS = adopting.ROOT / "docs"


def main() -> None:
    """Collect, fit, report; write where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA_FOLDER")
    parser.add_argument("--write", action="store_true", help="put the fitted weights into force")
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help="where calibration.md and .svg go")
    chosen = parser.parse_args()
    in_force = {feature: weight.value for feature, weight in WEIGHTS.items()}
    report = fitted(Collector(chosen.data), in_force, adopting.by_hand(in_force), adopted=chosen.write)
    show(report)
    if chosen.write:
        changed = adopting.adopt(report.fitted, report.by_hand)
        print(f"written into {adopting.TABLE} and {adopting.MANUAL}: {', '.join(changed) or 'nothing new'}")
    if chosen.write or chosen.pages:
        folder = chosen.pages or DOCS
        (folder / "calibration.md").write_text(page(report), encoding="utf-8")
        (folder / "calibration.svg").write_text(plot(report.before, report.after), encoding="utf-8")


def fitted(collector: Collector, in_force: fitting.Weights, by_hand: fitting.Weights, *, adopted: bool) -> Report:
    """The fit and all figures about it."""
    examples = collector.collect(by_hand)
    data = fitting.judged(examples, tuple(in_force))
    ridge, tried = fitting.choose_ridge(data, by_hand)
    weights = fitting.fit(data, by_hand, ridge)
    unseen = fitting.unseen_scores(data, by_hand, ridge)
    before, after = fitting.scores(data, by_hand), fitting.scores(data, weights)
    return Report(
        data=data,
        by_hand=by_hand,
        fitted=weights,
        in_force="fitted" if adopted or weights == in_force else "hand-set",
        ridge=ridge,
        tried=tried,
        before=steps(data, before, planted=False),
        after=steps(data, unseen, planted=False),
        planted=steps(data, unseen, planted=True),
        briers=(fitting.brier(data, before), fitting.brier(data, after), fitting.brier(data, unseen)),
        alerts=(_alerts(examples), _alerts(collector.collect(weights))),
        corpora=len({one.corpus for one in examples} - {PLANTED}),
        unjudged=sum(one.right is None for one in examples),
    )


def _alerts(examples: Sequence[Example]) -> str:
    told = [one for one in examples if one.corpus != PLANTED and not one.held and one.score >= ALERT - TINY]
    counts = [sum(one.right is truth for one in told) for truth in (True, False, None)]
    return f"{counts[0]} right, {counts[1]} wrong, {counts[2]} that nobody judged"


def show(report: Report) -> None:
    """The report for a person at a terminal."""
    print(features_table(report), kinds_table(report.data), steps_table(report), sep="\n\n")
    print(f"\nridge {report.ridge} of", {ridge: round(score, 5) for ridge, score in report.tried.items()})
    print("Brier by hand, fitted, fitted on unseen articles:", *(f"{score:.5f}" for score in report.briers))
    print(f"distance of alerts: {error(report.before, ALERT):.4f} by hand, {error(report.after, ALERT):.4f} fitted")
    print(f"alerts in news by hand: {report.alerts[0]}; fitted, screened anew: {report.alerts[1]}")


if __name__ == "__main__":
    main()
