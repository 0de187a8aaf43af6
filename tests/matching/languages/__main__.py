"""Recall, precision and traps by language on the real lists.

usage: python -m tests.matching.languages [--show] [--sample] [LANGUAGE...]
"""

import sys
import tempfile
from pathlib import Path

from tests.matching.languages.corpus import LANGUAGES, read_articles, read_listings, sample_parties
from tests.matching.languages.real_lists import real_parties
from tests.matching.languages.scoring import Judge, Tally


def row(name: str, tally: Tally) -> str:
    """One line of the table."""
    recall = f"{tally.recall:.3f} {tally.found:4}/{tally.gold:<4}"
    precision = f"{tally.precision:.3f} {tally.right:4}/{tally.flags:<4}"
    return f"{name:4} recall {recall} precision {precision} traps {tally.traps_flagged}/{tally.traps}"


def main(arguments: list[str]) -> None:
    """Score the languages named, or all."""
    chosen = [argument for argument in arguments if not argument.startswith("--")] or list(LANGUAGES)
    if "--sample" in arguments:
        parties = sample_parties()
    else:
        with tempfile.TemporaryDirectory() as folder:
            parties = real_parties(Path(folder))
    judge, total = Judge(parties, read_listings()), Tally()
    for language in chosen:
        tally = judge.score(read_articles(language))
        total.add(tally)
        print(row(language, tally))
        if "--show" in arguments:
            print(*(f"    {fault}" for fault in tally.faults), sep="\n")
    print(row("all", total))


if __name__ == "__main__":
    main(sys.argv[1:])
