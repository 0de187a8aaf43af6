"""Where the default threshold of ``compare`` comes from: pairs made from the lists themselves, by threshold.

usage: python -m bench.threshold [CONFIG]

The same party: a listed name with one change (a typo, a doubled letter, another order, a middle word left out, two
words written together). Another party: the listed name of the same type that shares most words with it. No file of
labelled pairs is read. F1 is nearly level below the default, which is the highest threshold before recall falls.
CONFIG names the lists (default: the shared ones beside the project, else the bundled samples).
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.cases import Pair, at, scored
from bench.material import ROOT, SHARED, parties_of
from watchlist.matching import MatchingOptions
from watchlist.model import Party, PartyType
from watchlist.text.normalize import fold
from watchlist.text.tokens import tokenize

SAMPLE = 3_000
THRESHOLDS = (0.65, 0.70, 0.75, 0.80, 0.83, 0.85, 0.87, 0.90, 0.93, 0.95)
MOST_BEARERS = 400


def _typo(words: list[str], dice: random.Random) -> list[str]:
    longest = max(range(len(words)), key=lambda place: len(words[place]))
    at_letter = dice.randrange(1, len(words[longest]))
    changed = words[longest][:at_letter] + dice.choice("aeinrst") + words[longest][at_letter + 1 :]
    return [*words[:longest], changed, *words[longest + 1 :]]


def _doubled(words: list[str], dice: random.Random) -> list[str]:
    place = dice.randrange(len(words))
    return [word[:1] + word[1:2] + word[1:] if at_word == place else word for at_word, word in enumerate(words)]


def _reordered(words: list[str], _: random.Random) -> list[str]:
    return [*words[1:], words[0]]


def _shortened(words: list[str], _: random.Random) -> list[str]:
    return [words[0], *words[2:]] if len(words) > 2 else words


def _joined(words: list[str], _: random.Random) -> list[str]:
    return ["".join(words[:2]), *words[2:]]


CHANGES: dict[PartyType, tuple[Callable[[list[str], random.Random], list[str]], ...]] = {
    PartyType.PERSON: (_typo, _doubled, _reordered, _shortened, _joined),
    PartyType.ORGANIZATION: (_typo, _doubled, _reordered, _joined),
}


def pairs(parties: Sequence[Party]) -> list[Pair]:
    """Pairs of one party and of two, the same ones in every run."""
    dice = random.Random(7)  # noqa: S311 (the same pairs in every run, not secret ones)
    named = [(party, _words(party.name)) for party in parties if party.type in CHANGES and party.name.isascii()]
    named = [(party, words) for party, words in named if len(words) > 1 and max(map(len, words)) > 4]
    bearers: dict[tuple[PartyType, str], list[int]] = defaultdict(list)
    for number, (party, words) in enumerate(named):
        for word in set(map(fold, words)):
            bearers[party.type, word].append(number)
    made = []
    for number in dice.sample(range(len(named)), min(SAMPLE, len(named))):
        party, words = named[number]
        changed = dice.choice(CHANGES[party.type])(words, dice)
        made.append(Pair(" ".join(changed), (party.name,), party.type, same=True))
        groups = (bearers[party.type, fold(word)] for word in words)
        shared = Counter(other for group in groups if len(group) <= MOST_BEARERS for other in group if other != number)
        rivals = (named[other][0].name for other, _ in shared.most_common(2))
        made.extend(Pair(party.name, (rival,), party.type, same=False) for rival in rivals if rival != party.name)
    return made


def _words(name: str) -> list[str]:
    return [token.surface for token in tokenize(name)]


def main(arguments: Sequence[str]) -> int:
    """Print precision, recall and F1 for each threshold."""
    shared = SHARED / "bench" / "lists.yaml"
    lists = Path(arguments[0]) if arguments else shared if shared.is_file() else ROOT / "config" / "offline.yaml"
    scores = list(scored(pairs(parties_of(lists))))
    table = Table("threshold", "precision", "recall", "F1", title=f"{len(scores):,} pairs made from {lists.name}")
    for threshold in THRESHOLDS:
        quality = at(scores, threshold)
        mark = " (default)" if threshold == MatchingOptions().alert else ""
        table.add_row(
            f"{threshold:.2f}{mark}", f"{quality.precision:.3f}", f"{quality.recall:.3f}", f"{quality.f1:.3f}"
        )
    Console(width=100).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
