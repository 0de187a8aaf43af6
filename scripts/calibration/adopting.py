"""Puts fitted weights where they are in force: into the table of the program and that of the documentation."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "watchlist" / "matching" / "weights.py"
MANUAL = ROOT / "docs" / "matching.md"
SHORTFALL = 0.02
"""How far each word of the worked example is from the listed one: both are romanisations."""
BY_HAND = Path(__file__).with_name("by_hand.json")


def by_hand(in_force: Mapping[str, float]) -> dict[str, float]:
    """The weights that people set; those in force for features that are newer than the file, or before there is one."""
    kept: dict[str, float] = json.loads(BY_HAND.read_text(encoding="utf-8")) if BY_HAND.is_file() else {}
    return {feature: kept.get(feature, value) for feature, value in in_force.items()}


def adopt(weights: Mapping[str, float], hand: Mapping[str, float]) -> list[str]:
    """Write the weights and keep those set by hand; the features whose number changed in the program."""
    BY_HAND.write_text(json.dumps(dict(hand), indent=1) + "\n", encoding="utf-8")
    old = TABLE.read_text(encoding="utf-8")
    new, manual = rewritten(old, MANUAL.read_text(encoding="utf-8"), weights)
    TABLE.write_text(new, encoding="utf-8")
    MANUAL.write_text(manual, encoding="utf-8")
    before, after = old.splitlines(), new.splitlines()
    return [line.split('"')[1] for line, was in zip(after, before, strict=True) if line != was]


def rewritten(table: str, manual: str, weights: Mapping[str, float]) -> tuple[str, str]:
    """Both texts with these weights, and nothing else changed; ``ValueError`` where one lacks a feature."""
    for feature, value in weights.items():
        table = _replaced(table, rf'(?<="{feature}": Weight\()-?[\d.]+(?=,)', value, f"{value:.2f}", TABLE)
        manual = _replaced(manual, rf"(?<=\| `{feature}` \| )[+-][\d.]+(?= \|)", value, f"{value:+.2f}", MANUAL)
    return table, _with_example(manual, weights)


def _with_example(manual: str, weights: Mapping[str, float]) -> str:
    """The worked example added up anew; a spelling differs by so much as its line says now."""
    start = manual.index("Worked example")
    end = manual.index("\n\n", start)
    example, total = manual[start:end], 0.0
    for feature, shown in re.findall(r"`([a-z-]+)` ([+-][\d.]*\d)", example):
        moved = weights[feature] * (SHORTFALL if feature == "spelling" else 1.0)
        total += moved
        example = example.replace(f"`{feature}` {shown}", f"`{feature}` {_signed(moved)}")
    example = re.sub(r"The sum is [\d.]*\d", f"The sum is {round(min(1.0, total), 4):g}", example)
    return manual[:start] + example + manual[end:]


def _signed(value: float) -> str:
    return f"{value:+.2f}" if round(value, 2) == round(value, 4) else f"{round(value, 4):+g}"


def _replaced(text: str, pattern: str, value: float, written: str, path: Path) -> str:
    """The text with the one number that the pattern finds written anew, unless it has that value already."""
    found = re.search(pattern, text)
    if found is None:
        raise ValueError(f"{path}: no number for the pattern {pattern}; add the feature there")
    if float(found.group()) == value:
        return text
    return text[: found.start()] + written + text[found.end() :]
