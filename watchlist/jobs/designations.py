"""What one story says of parties that were put under sanctions and that no list has yet: each name once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchlist import alerts, report
from watchlist.designations import covers
from watchlist.jobs.findings import Period, Told, WatchFacts
from watchlist.model import Alias, AliasKind, Designation, Level, Match, MatchKind
from watchlist.store import Sighting, Store, Telling

STATUS = "unlisted-designation"


@dataclass(frozen=True, slots=True)
class _Said:
    """One sentence of one article."""

    sighting: Sighting
    designation: Designation

    @property
    def words(self) -> frozenset[str]:
        """The words of the name, whatever their case and order."""
        return frozenset(self.designation.name.casefold().split())


def tell_designations(store: Store, facts: WatchFacts, story: str, period: Period) -> Told:
    """Rows for names that were never told in this story; names that a list has by now are told by normal matching."""
    sightings = [one for one in store.sightings.of_story(story, period.upto) if not one.quiet]
    said = [_Said(one, each) for one in sightings for each in one.designations if not facts.listed(each.name)]
    told = {one.alert for one in store.reports.told(story)}
    findings: list[report.Finding] = []
    tellings: list[Telling] = []
    repeated = 0
    for group in _by_name(said):
        if group[-1].sighting.number <= period.after:
            continue
        if told.intersection(_alert(story, one) for one in group):
            repeated += 1
            continue
        findings.append(_finding(story, group, period))
        tellings.append(_telling(findings[-1]))
    return Told(tuple(findings), (), tuple(tellings), repeated)


def _by_name(said: Sequence[_Said]) -> Iterable[Sequence[_Said]]:
    """Sentences by the name that they are about; a name all of whose words another has is that other, said shortly."""
    fullest = sorted({one.designation.name for one in said}, key=lambda name: (-len(name.split()), name))
    groups: dict[str, list[_Said]] = {}
    for one in said:
        name = next(name for name in fullest if covers(name, one.designation.name))
        groups.setdefault(name, []).append(one)
    return groups.values()


def _alert(story: str, said: _Said) -> str:
    return alerts.alert_id(story, "designation " + " ".join(sorted(said.words)))


def _finding(story: str, group: Sequence[_Said], period: Period) -> report.Finding:
    best = max(group, key=lambda one: len(one.words))
    designation = best.designation
    return report.Finding(
        day=period.day,
        alert=_alert(story, best),
        story=story,
        priority=alerts.Priority.NORMAL.value,
        status=STATUS,
        why=f"Said to have been put under sanctions (“{designation.phrase}”); no loaded list has the name.",
        changed="",
        article=best.sighting.article,
        match=Match(
            mention=designation.mention,
            party="",
            also=(),
            alias=Alias(designation.name, AliasKind.PRIMARY),
            kind=MatchKind.EXACT,
            level=Level.REVIEW,
            score=0.0,
            evidence=designation.evidence,
        ),
        party=None,
        first_seen=group[0].sighting.seen,
        outlets=tuple(dict.fromkeys(one.sighting.article.source for one in group)),
        watchlists=(),
        networks=(),
        path=report.Way(),
        topics=best.sighting.topics,
        also_mentioned=(),
        also_possible=(),
        versions=(),
    )


def _telling(finding: report.Finding) -> Telling:
    outlets, characters = len(finding.outlets), len(finding.article.text)
    return Telling(
        finding.alert, finding.day, finding.story, "", (), Level.REVIEW.value, outlets, characters, finding.first_seen
    )
