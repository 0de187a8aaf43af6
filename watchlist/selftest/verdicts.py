"""How each planted name fared, and what that adds up to."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from watchlist.model import Field, Level, Match
from watchlist.selftest.passages import Context, Span
from watchlist.selftest.planting import Expected, Planted
from watchlist.selftest.variations import Group


class Found(StrEnum):
    """What became of a planted name: told of the right party as an alert or for review, of another party, or not."""

    ALERT = "alert"
    REVIEW = "review"
    OTHER = "other party"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One planted name and what was told of it; ``stray`` are matches on words of the article that nobody planted."""

    planted: Planted
    found: Found
    match: Match | None
    stray: tuple[Match, ...]

    @property
    def passed(self) -> bool:
        """Whether a reader was told what he would want to be told."""
        if self.planted.expected is Expected.ALERT:
            return self.found is Found.ALERT
        if self.planted.expected is Expected.NOTHING:
            return self.match is None
        return self.match is None or self.match.level is not Level.ALERT


def judge(planted: Planted, matches: Iterable[Match], bearers: frozenset[str]) -> Verdict:
    """The verdict on one article; ``bearers`` are ids of every party of exactly the planted name.

    A match on any letter of the planted name counts. It is right when its party, or one that it holds possible besides
    (``also``), bears the name.
    """
    touching = [match for match in matches if _touches(match, planted.passage.name)]
    known = (planted.passage.name, *planted.passage.others)
    stray = tuple(match for match in matches if not any(_touches(match, span) for span in known))
    right = [match for match in touching if not bearers.isdisjoint((match.party, *match.also))]
    best = max(right or touching, key=lambda match: (match.level is Level.ALERT, match.score), default=None)
    if best is None:
        found = Found.MISSED
    elif not right:
        found = Found.OTHER
    else:
        found = Found.ALERT if best.level is Level.ALERT else Found.REVIEW
    return Verdict(planted, found, best, stray)


def _touches(match: Match, span: Span) -> bool:
    return match.mention.field is Field.TEXT and match.mention.start < span.end and span.start < match.mention.end


@dataclass(frozen=True, slots=True)
class Tally:
    """How many names were planted, and what became of them."""

    planted: int = 0
    alert: int = 0
    review: int = 0
    other: int = 0
    missed: int = 0

    @property
    def effectiveness(self) -> float | None:
        """The share told as an alert of the right party; None where nothing was planted."""
        return self.alert / self.planted if self.planted else None

    @property
    def found(self) -> float | None:
        """The share told of the right party at all."""
        return (self.alert + self.review) / self.planted if self.planted else None


def tally(verdicts: Iterable[Verdict]) -> Tally:
    """The sum of verdicts."""
    counts = dict.fromkeys(Found, 0)
    for verdict in verdicts:
        counts[verdict.found] += 1
    return Tally(sum(counts.values()), *(counts[found] for found in Found))


Key = Callable[[Verdict], str]


def tallies(verdicts: Sequence[Verdict], key: Key) -> dict[str, Tally]:
    """Sums by a property of the planted name, in the order in which it first occurs."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(key(verdict), []).append(verdict)
    return {name: tally(group) for name, group in groups.items()}


@dataclass(frozen=True, slots=True)
class FalseAlarms:
    """Invented names, how many were told at each level, and matches on words of the articles that nobody planted."""

    invented: int
    alert: int
    review: int
    articles: int
    stray_alert: int
    stray_review: int

    @property
    def share(self) -> float | None:
        """The share of invented names that were told at all; None where there are none."""
        return (self.alert + self.review) / self.invented if self.invented else None


@dataclass(frozen=True, slots=True)
class Effectiveness:
    """What a run shows. ``supported`` and ``unsupported`` are names that no reader could tell by themselves."""

    control: Tally
    manipulated: Tally
    by: Mapping[str, Mapping[str, Tally]]
    supported: Mapping[str, Tally]
    unsupported: Mapping[str, Tally]
    false_alarms: FalseAlarms


def _list_of(verdict: Verdict) -> str:
    return "" if verdict.planted.subject is None else verdict.planted.subject.listing.list_name


_VIEWS: dict[str, Key] = {
    "kind": lambda verdict: verdict.planted.kind,
    "list": _list_of,
    "type": lambda verdict: verdict.planted.type.value,
    "script": lambda verdict: verdict.planted.script.value,
    "language": lambda verdict: verdict.planted.language,
    "context": lambda verdict: verdict.planted.context.value,
}


def effectiveness(verdicts: Sequence[Verdict]) -> Effectiveness:
    """Everything that is told of a run."""
    control = [verdict for verdict in verdicts if verdict.planted.group is Group.CONTROL]
    manipulated = [verdict for verdict in verdicts if verdict.planted.group is Group.MANIPULATED]
    needy = [verdict for verdict in verdicts if verdict.planted.group is Group.SUPPORT]
    with_support = [verdict for verdict in needy if verdict.planted.context is Context.SUPPORTING]
    without = [verdict for verdict in needy if verdict.planted.context is not Context.SUPPORTING]
    views = {f"{name} of {group}": tallies(of, key) for name, key in _VIEWS.items()
             for group, of in (("control", control), ("manipulated", manipulated))}  # fmt: skip
    return Effectiveness(
        control=tally(control),
        manipulated=tally(manipulated),
        by=views,
        supported=tallies(with_support, _VIEWS["kind"]),
        unsupported=tallies(without, _VIEWS["kind"]),
        false_alarms=_false_alarms(verdicts),
    )


def _false_alarms(verdicts: Sequence[Verdict]) -> FalseAlarms:
    invented = [verdict for verdict in verdicts if verdict.planted.group is Group.INVENTED]
    levels = [verdict.match.level for verdict in invented if verdict.match is not None]
    strays = [match.level for verdict in verdicts for match in verdict.stray]
    return FalseAlarms(
        invented=len(invented),
        alert=levels.count(Level.ALERT),
        review=levels.count(Level.REVIEW),
        articles=len(verdicts),
        stray_alert=strays.count(Level.ALERT),
        stray_review=strays.count(Level.REVIEW),
    )
