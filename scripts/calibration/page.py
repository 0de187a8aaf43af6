"""The words and tables of docs/calibration.md; every figure comes from the fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from calibration import fitting
from calibration.fitting import Judged, Weights
from calibration.reliability import Step, error, wilson

KINDS = ("exact", "transliterated", "inflected", "variant", "partial", "reference", "identifier")
_PAGE = Path(__file__).with_suffix(".md").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the page shows."""

    data: Judged
    by_hand: Weights
    fitted: Weights
    in_force: str
    ridge: float
    tried: Mapping[float, float]
    before: Sequence[Step]
    after: Sequence[Step]
    planted: Sequence[Step]
    briers: tuple[float, float, float]
    alerts: tuple[str, str]
    corpora: int
    unjudged: int


def page(report: Report) -> str:
    """The whole page."""
    return _PAGE.format(
        steps=steps_table(report),
        error_before=error(report.before, fitting.ALERT),
        error_after=error(report.after, fitting.ALERT),
        brier_before=report.briers[0],
        brier_after=report.briers[1],
        brier_unseen=report.briers[2],
        in_force=report.in_force,
        alerts_before=report.alerts[0],
        alerts_after=report.alerts[1],
        kinds=kinds_table(report.data),
        fewest=fitting.FEWEST,
        features=features_table(report),
        corpora=report.corpora,
        unjudged=report.unjudged,
        ridge=report.ridge,
        tried=", ".join(f"{ridge}: {score:.4f}" for ridge, score in report.tried.items()),
        farthest=fitting.FARTHEST,
        most_start=fitting.MOST_START,
    )


def steps_table(report: Report) -> str:
    """Steps of the score: by hand, fitted on unseen articles, and planted names."""
    before = {step.start: step for step in report.before}
    after = {step.start: step for step in report.after}
    planted = {step.start: step for step in report.planted}
    lines = [
        "| score | by hand | right | fitted, unseen | mean score | right (95 %) | by party | planted | right |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for start in sorted({*before, *after}):
        old, new, sown = before.get(start), after.get(start), planted.get(start)
        cells = [
            f"from {start:.2f}",
            *((str(old.matches), f"{old.share:.2f}") if old else ("", "")),
            *(_fitted_cells(new) if new else ("",) * 4),
            *((str(sown.matches), f"{sown.share:.2f}") if sown else ("", "")),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _fitted_cells(step: Step) -> tuple[str, ...]:
    share = f"{step.share:.2f} ({step.low:.2f}–{step.high:.2f})"
    return str(step.matches), f"{step.mean:.2f}", share, f"{step.by_party:.2f} of {step.parties}"


def kinds_table(data: Judged) -> str:
    """Kinds of match by how often they are right in news."""
    lines = ["| kind | matches in news | right (95 %) | planted | right |", "|---|---:|---:|---:|---:|"]
    kinds = np.array([one.kind for one in data.examples])
    for kind in [kind for kind in KINDS if kind in kinds]:
        cells = []
        for planted in (False, True):
            chosen = (kinds == kind) & (data.planted == planted)
            right, matches = int(data.right[chosen].sum()), int(chosen.sum())
            cells += [str(matches), _share(right, matches, interval=not planted)]
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    return "\n".join(lines)


def features_table(report: Report) -> str:
    """Each feature with its weight by hand and fitted, and its examples in news."""
    lines = ["| feature | by hand | fitted | matches | parties | right (95 %) |", "|---|---:|---:|---:|---:|---:|"]
    for at, feature in enumerate(report.data.features):
        if feature in fitting.FIXED:
            continue
        rows = np.flatnonzero((report.data.values[:, at] != 0) & ~report.data.planted)
        right = int(report.data.right[rows].sum())
        parties = len({report.data.examples[row].party for row in rows})
        old, new = report.by_hand[feature], report.fitted[feature]
        moved = f"**{new:+.2f}**" if new != old else f"{new:+.2f}"
        share = _share(right, len(rows), interval=True)
        lines.append(f"| `{feature}` | {old:+.2f} | {moved} | {len(rows)} | {parties} | {share} |")
    return "\n".join(lines)


def _share(right: int, matches: int, *, interval: bool) -> str:
    if not matches:
        return ""
    low, high = wilson(right, matches)
    return f"{right / matches:.2f} ({low:.2f}–{high:.2f})" if interval else f"{right / matches:.2f}"
