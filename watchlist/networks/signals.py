"""Sentences that describe a network: where words of every group meet within a few sentences."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchlist.model import Article, Evidence, Field, Mention, Network, Signals
from watchlist.text.phrases import Phrase, PhraseFinder
from watchlist.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Description:
    """The sentences that describe a network best, and the phrases in them, in the order of their places."""

    mention: Mention
    phrases: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A phrase, its characters as the article has them, and the sentences in which it begins and ends."""

    phrase: str
    surface: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Window:
    """Consecutive sentences ``first`` to ``last`` with the phrases that lie within them."""

    first: int
    last: int
    seen: tuple[_Seen, ...]

    @property
    def phrases(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.phrase for each in self.seen))


class SignalFinder:
    """The signals of all networks that have any, looked for in one pass.

    Raises:
        ValueError: a phrase holds no word, or a ``*`` that does not end one.
    """

    def __init__(self, networks: Sequence[Network]) -> None:
        self._signals = {network.name: network.signals for network in networks if network.signals is not None}
        phrases = [phrase for signals in self._signals.values() for phrase in _phrases(signals)]
        self._finder = PhraseFinder(phrases)

    def find(self, article: Article) -> dict[str, Description]:
        """The best description of every network that the article describes, by the network's name.

        Best are the fewest sentences; of those the ones with the most different phrases; of those the first, the title
        before the text.
        """
        best: dict[str, tuple[tuple[int, int], Description]] = {}
        for part in Field if self._signals else ():
            for name, window, spans in self._windows(article.of(part)):
                rank = (window.last - window.first, -len(window.phrases))
                if name not in best or rank < best[name][0]:
                    best[name] = (rank, _description(article, part, window, spans, self._signals[name]))
        return {name: description for name, (_, description) in best.items()}

    def _windows(self, text: str) -> Iterator[tuple[str, _Window, tuple[tuple[int, int], ...]]]:
        found = self._finder.find(text)
        present = {each.phrase for each in found}
        described = {name: signals for name, signals in self._signals.items() if _carries(present, signals)}
        if not described:
            return
        spans = sentences(text)
        seen = _placed(text, found, spans)
        for name, signals in described.items():
            wanted = frozenset(_phrases(signals))
            window = _best([each for each in seen if each.phrase in wanted], signals)
            if window is not None:
                yield name, window, spans


def _phrases(signals: Signals) -> Iterator[str]:
    for group in (*signals.all, signals.any):
        yield from group


def _carries(phrases: set[str], signals: Signals) -> bool:
    """Whether every group of ``all``, and ``any`` unless it is empty, has one of the phrases."""
    groups = (*signals.all, signals.any) if signals.any else signals.all
    return bool(groups) and not any(phrases.isdisjoint(group) for group in groups)


def _placed(text: str, found: Sequence[Phrase], spans: Sequence[tuple[int, int]]) -> list[_Seen]:
    starts = [start for start, _ in spans]
    return [
        _Seen(
            phrase=each.phrase,
            surface=text[each.start : each.end],
            first=bisect_right(starts, each.start) - 1,
            last=bisect_right(starts, each.end - 1) - 1,
        )
        for each in found
    ]


def _best(seen: Sequence[_Seen], signals: Signals) -> _Window | None:
    windows = (window for window in _candidates(seen, signals.within) if _carries(set(window.phrases), signals))
    return min(windows, key=lambda one: (one.last - one.first, -len(one.phrases), one.first), default=None)


def _candidates(seen: Sequence[_Seen], within: int) -> Iterator[_Window]:
    """Runs of at most ``within`` sentences, a phrase in the first and in the last; ``seen`` is in order of place."""
    begin = 0
    for first in sorted({each.first for each in seen}):
        while seen[begin].first < first:
            begin += 1
        near: list[_Seen] = []
        for each in seen[begin:]:
            if each.first >= first + within:
                break
            near.append(each)
        for last in sorted({each.last for each in near if each.last < first + within}):
            yield _Window(first, last, tuple(each for each in near if each.last <= last))


def _description(
    article: Article, part: Field, window: _Window, spans: Sequence[tuple[int, int]], signals: Signals
) -> Description:
    start, end = spans[window.first][0], spans[window.last][1]
    mention = Mention(part, start, end, article.of(part)[start:end])
    return Description(mention, window.phrases, tuple(_evidence(window, signals)))


def _evidence(window: _Window, signals: Signals) -> Iterator[Evidence]:
    length = window.last - window.first + 1
    reach = "in one sentence" if length == 1 else f"within {length} sentences"
    for number, group in enumerate((*signals.all, signals.any), start=1):
        surfaces = list(dict.fromkeys(each.surface for each in window.seen if each.phrase in group))
        if surfaces:
            quoted = ", ".join(f"“{surface}”" for surface in surfaces)
            which = f"group {number} of all" if number <= len(signals.all) else "any"
            yield Evidence("signal", float(len(surfaces)), 1.0, f"{quoted} ({which}) {reach}")
