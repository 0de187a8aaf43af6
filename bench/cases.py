"""How well ``compare`` tells names apart: four tables of name pairs, from a folder of data beside the project.

usage: python -m bench.cases [FOLDER]

FOLDER holds ``name_pairs.jsonl``, ``near_misses.jsonl``, ``slavic_inflected.jsonl`` and ``cross_script_pairs.jsonl``
(default: ``../shared/data/cases``). The threshold is the default one of the program, fixed on pairs made from the lists
themselves (``bench.threshold``), never on these files.
"""

import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from watchlist.jobs.compare import party_type
from watchlist.matching import MatchingOptions, compare
from watchlist.model import PartyType
from watchlist.text.normalize import fold
from watchlist.text.tokens import tokenize

FOLDER = Path(__file__).resolve().parent.parent / "../shared/data/cases"
THRESHOLD = MatchingOptions().alert
PRECISE = 0.98
RIVALS = 5
SCRIPTS = {"CYRILLIC": 0.97, "ARABIC": 0.70, "HANGUL": 0.70, "CJK": None, "HEBREW": None, "GEORGIAN": None}


class Pair(NamedTuple):
    """Two names, or a name and all names of one party, and whether they mean the same."""

    query: str
    names: tuple[str, ...]
    type: PartyType | None
    same: bool


def rows(path: Path) -> list[dict[str, Any]]:
    """Lines of one file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def labelled(path: Path) -> list[Pair]:
    """Pairs that a file itself labels."""
    return [
        Pair(row["query"], (row["candidate"],), party_type(row["type"]), same=bool(row["label"])) for row in rows(path)
    ]


def inflected(path: Path, kind: str) -> list[Pair]:
    """Pairs of two words or more on both sides, and for each query the other candidates of most common words."""
    of_kind = [row for row in rows(path) if row["type"] == kind]
    words = {row["candidate"]: frozenset(_words(row["candidate"])) for row in of_kind}
    bearers: dict[str, set[str]] = defaultdict(set)
    for name, parts in words.items():
        for part in parts:
            bearers[part].add(name)
    pairs = []
    for row in of_kind:
        right = row["candidate"]
        if len(_words(row["query"])) < 2 or len(words[right]) < 2:
            continue
        pairs.append(Pair(row["query"], (right,), party_type(kind), same=True))
        shared = Counter(name for part in words[right] for name in bearers[part] if name != right)
        rivals = sorted(shared, key=lambda name: (-shared[name], name))[:RIVALS]
        pairs.extend(Pair(row["query"], (rival,), party_type(kind), same=False) for rival in rivals)
    return pairs


def across(path: Path, script: str) -> list[Pair]:
    """Persons of one script against all names of their entry, and against those of another entry (shuffled)."""
    of_script = [row for row in rows(path) if row["type"] == "Person" and row["query_script"] == script]
    others = of_script.copy()
    random.Random(1).shuffle(others)  # noqa: S311 (the same order in every run)
    right = [Pair(row["query"], tuple(row["candidate_names"]), PartyType.PERSON, same=True) for row in of_script]
    wrong = [
        Pair(row["query"], tuple(other["candidate_names"]), PartyType.PERSON, same=False)
        for row, other in zip(of_script, others, strict=True)
        if row["entity"] != other["entity"] and not set(row["candidate_names"]) & set(other["candidate_names"])
    ]
    return [*right, *wrong]


def _words(name: str) -> list[str]:
    return [fold(token.surface) for token in tokenize(name)]


def scored(pairs: Iterable[Pair]) -> Iterator[tuple[float, bool]]:
    """Score of each pair, with its label."""
    for pair in pairs:
        yield compare(pair.query, pair.names, pair.type).score, pair.same


class Quality(NamedTuple):
    """What a threshold makes of scored pairs."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.precision * self.recall / ((self.precision + self.recall) or 1.0)


def at(scores: Sequence[tuple[float, bool]], threshold: float) -> Quality:
    """Precision and recall of calling every pair from ``threshold`` on the same."""
    told = [same for score, same in scores if score >= threshold]
    return Quality(sum(told) / (len(told) or 1), sum(told) / (sum(same for _, same in scores) or 1))


def best(scores: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """The threshold of the highest recall at a precision of ``PRECISE``, and that recall."""
    candidates = sorted({score for score, _ in scores if score > 0.0})
    found = [(at(scores, threshold).recall, threshold) for threshold in candidates[-400:]
             if at(scores, threshold).precision >= PRECISE]  # fmt: skip
    recall, threshold = max(found, default=(0.0, 1.0))
    return threshold, recall


def measure(folder: Path) -> Table:
    """One row for each kind of pair."""
    table = Table("pairs", "n", "same", "precision", "recall", "F1", "shown by", "bar")
    for name, bar in (("name_pairs", 0.84), ("near_misses", 0.92)):
        scores = list(scored(labelled(folder / f"{name}.jsonl")))
        quality = at(scores, THRESHOLD)
        _row(table, name, scores, f"F1 {quality.f1:.3f}", f"{bar:.2f}")
    for kind, bar in (("PER", 0.92), ("ORG", 0.45)):
        scores = list(scored(inflected(folder / "slavic_inflected.jsonl", kind)))
        threshold, recall = best(scores)
        shown = f"recall {recall:.3f} at precision {PRECISE} (threshold {threshold:.2f})"
        _row(table, f"slavic_inflected {kind}", scores, shown, f"{bar:.2f}")
    for script, wanted in SCRIPTS.items():
        scores = list(scored(across(folder / "cross_script_pairs.jsonl", script)))
        wrong = [score >= THRESHOLD for score, same in scores if not same]
        shown = f"recall {at(scores, THRESHOLD).recall:.3f}, shuffled {sum(wrong) / (len(wrong) or 1):.2%}"
        _row(table, f"cross_script {script}", scores, shown, f"{wanted:.2f}" if wanted else "")
    return table


def _row(table: Table, name: str, scores: Sequence[tuple[float, bool]], shown: str, bar: str) -> None:
    quality = at(scores, THRESHOLD)
    figures = (f"{quality.precision:.3f}", f"{quality.recall:.3f}", f"{quality.f1:.3f}")
    table.add_row(name, str(len(scores)), str(sum(same for _, same in scores)), *figures, shown, bar)


def main(arguments: Sequence[str]) -> int:
    """Print the table; 0 also where there is no data to measure with."""
    console = Console(width=150)
    folder = Path(arguments[0]) if arguments else FOLDER
    if not folder.is_dir():
        console.print(f"no name pairs measured: {folder} is not there")
        return 0
    start = time.process_time()
    console.print(measure(folder), f"threshold {THRESHOLD}; {time.process_time() - start:.1f} s of CPU")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
