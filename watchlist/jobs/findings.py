"""One story, walked once: from what the state holds of it to the rows that a report tells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from watchlist import alerts, report
from watchlist.model import Network, NetworkMention, Party
from watchlist.store import Sighting, Store, Telling

USUAL_TIER = 2
"""Trust in a source for which the configuration says nothing."""


@dataclass(frozen=True)
class WatchFacts:
    """What is known at report time: parties by id, networks by name, watchlists by party id, tiers by source name."""

    parties: Mapping[str, Party]
    networks: Mapping[str, Network]
    configuration: str
    software: str
    watchlists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tiers: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def party_of(self) -> Mapping[str, str]:
        """The present party of every listing."""
        return {listing: party.id for party in self.parties.values() for listing in party.listing_ids}

    @cached_property
    def networks_of(self) -> Mapping[str, tuple[str, ...]]:
        """Names of the networks of every party."""
        found: dict[str, list[str]] = {}
        for network in self.networks.values():
            for member in self.present(network.members):
                found.setdefault(member, []).append(network.name)
        return {party: tuple(sorted(names)) for party, names in found.items()}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of the party of every listing."""
        return {listing: self.parties[party].name for listing, party in self.party_of.items()}

    def present(self, members: Iterable[str]) -> frozenset[str]:
        """The parties that these listings, or former parties, now belong to."""
        return frozenset(self.party_of.get(member, member) for member in members)

    def listings(self, party: str) -> tuple[str, ...]:
        """The listings of a party, or its id alone when it is on no list any more."""
        return self.parties[party].listing_ids if party in self.parties else (party,)


@dataclass(frozen=True, slots=True)
class Told:
    """Rows to tell, the memory of having told them, and how many subjects were only counted."""

    findings: tuple[report.Finding, ...] = ()
    networks: tuple[report.NetworkFinding, ...] = ()
    tellings: tuple[Telling, ...] = ()
    repeated: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """The day of a report and the sightings, numbered above ``after`` up to ``upto``, that it is made from."""

    day: date
    after: int
    upto: int


def tell(store: Store, facts: WatchFacts, story: str, period: Period) -> Told:
    """What a report says of one story: parties and networks of which something was learned in the period."""
    sightings = [one for one in store.sightings.of_story(story, period.upto) if not one.quiet]
    before = store.reports.told(story)
    parties = _parties(store, facts, sightings, [one for one in before if not one.network], period)
    networks = _networks(facts, sightings, {one.network: one for one in before if one.network}, period)
    return together((*parties, *networks))


def together(parts: Sequence[Told]) -> Told:
    """All rows, most urgent first (so reviews last), then by score and time; networks with most members first."""
    urgency = [priority.value for priority in alerts.Priority]
    findings = [finding for part in parts for finding in part.findings]
    findings.sort(key=lambda one: (urgency.index(one.priority), -one.match.score, one.first_seen, one.alert))
    networks = [finding for part in parts for finding in part.networks]
    networks.sort(key=lambda one: (-len(one.mention.named), one.mention.network, one.story))
    return Told(
        tuple(findings),
        tuple(networks),
        tuple(telling for part in parts for telling in part.tellings),
        sum(part.repeated for part in parts),
    )


def versions(store: Store, lists: Iterable[tuple[str, str]]) -> tuple[report.ListVersion, ...]:
    """Lists by name and digest, with the dates of their snapshots."""
    found = ((name, digest, store.lists.snapshot(name, digest)) for name, digest in lists)
    return tuple(report.ListVersion(name, digest, one.published if one else None) for name, digest, one in found)


def _parties(
    store: Store, facts: WatchFacts, sightings: Sequence[Sighting], before: Sequence[Telling], period: Period
) -> Iterable[Told]:
    observations = [
        alerts.Observation(one.number, one.article, one.seen, facts.tiers.get(one.article.source, USUAL_TIER), match)
        for one in sightings
        for match in one.matches
    ]
    cases = alerts.cases(observations, facts.party_of)
    claimed: set[str] = set()
    for case in (case for case in cases if case.newest > period.after):
        listings = facts.listings(case.party)
        earlier = next((one for one in before if set(one.listings).intersection(listings)), None)
        extent = alerts.Extent(case.level.value, len(case.outlets), case.characters)
        verdict = alerts.verdict(extent, _extent(earlier), earlier.day if earlier else None)
        if verdict.status is alerts.Status.REPEATED:
            yield Told(repeated=1)
            continue
        story = sightings[0].story
        alert = alerts.alert_id(story, case.party)
        if earlier is not None and earlier.alert not in claimed:
            alert = earlier.alert  # of two parties that were one, the first keeps the alert
        claimed.add(alert)
        heard = tuple(dict.fromkeys((*listings, *(earlier.listings if earlier else ()))))
        yield Told(
            findings=(_finding(store, facts, case, cases, sightings, _Decision(alert, verdict, period.day)),),
            tellings=(
                Telling(
                    alert,
                    period.day,
                    story,
                    "",
                    heard,
                    extent.level,
                    extent.outlets,
                    extent.characters,
                    case.first_seen,
                ),
            ),
        )


@dataclass(frozen=True, slots=True)
class _Decision:
    alert: str
    verdict: alerts.Verdict
    day: date


def _finding(
    store: Store,
    facts: WatchFacts,
    case: alerts.Case,
    cases: Sequence[alerts.Case],
    sightings: Sequence[Sighting],
    decision: _Decision,
) -> report.Finding:
    match = case.best.match
    sighting = next(one for one in sightings if one.number == case.best.number)
    mentioned = [one for seen in sightings for one in seen.networks if case.party in facts.present(one.named)]
    basis = store.sightings.basis(sighting.basis)
    own_lists = {listing.split(":", 1)[0] for listing in facts.listings(case.party)}
    return report.Finding(
        day=decision.day,
        alert=decision.alert,
        story=sighting.story,
        priority=alerts.priority(_weighing(facts, case, sighting, linked=bool(mentioned))).value,
        status=decision.verdict.status.value,
        why=alerts.why(match),
        changed=decision.verdict.changed,
        article=case.best.article,
        match=match,
        party=facts.parties.get(case.party),
        first_seen=case.first_seen,
        outlets=case.outlets,
        watchlists=facts.watchlists.get(case.party, ()),
        networks=facts.networks_of.get(case.party, ()),
        path=next((tuple(facts.names.get(step, step) for step in one.path) for one in mentioned if one.path), ()),
        topics=sighting.topics,
        also_mentioned=tuple(
            facts.names.get(other.party, other.best.match.alias.text) for other in cases if other.party != case.party
        ),
        also_possible=tuple(facts.names.get(other, other) for other in match.also),
        versions=versions(store, (one for one in (basis.lists if basis else ()) if one[0] in own_lists)),
    )


def _weighing(facts: WatchFacts, case: alerts.Case, sighting: Sighting, *, linked: bool) -> alerts.Weighing:
    return alerts.Weighing(
        level=case.level,
        score=case.best.match.score,
        alias_kind=case.best.match.alias.kind,
        tier=case.best.tier,
        topics=len(sighting.topics),
        linked=linked,
        watched=bool(facts.watchlists.get(case.party)),
        outlets=len(case.outlets),
    )


def _networks(
    facts: WatchFacts, sightings: Sequence[Sighting], before: Mapping[str, Telling], period: Period
) -> Iterable[Told]:
    by_network: dict[str, list[tuple[Sighting, NetworkMention]]] = {}
    for sighting in sightings:
        for mention in sighting.networks:
            by_network.setdefault(mention.network, []).append((sighting, mention))
    for name, seen in by_network.items():
        if seen[-1][0].number > period.after:
            yield _network(facts, name, seen, before.get(name), period.day)


def _network(
    facts: WatchFacts,
    name: str,
    seen: Sequence[tuple[Sighting, NetworkMention]],
    earlier: Telling | None,
    day: date,
) -> Told:
    members = frozenset(member for _, mention in seen for member in mention.named)
    outlets = tuple(dict.fromkeys(sighting.article.source for sighting, _ in seen))
    characters = max(len(sighting.article.text) for sighting, _ in seen)
    verdict = alerts.verdict(
        alerts.Extent("", len(outlets), characters, members), _extent(earlier), earlier.day if earlier else None
    )
    if verdict.status is alerts.Status.REPEATED:
        return Told(repeated=1)
    known = frozenset(earlier.listings if earlier else ())
    sighting, mention = min(seen, key=lambda one: (-len(one[1].named), one[0].number))
    finding = report.NetworkFinding(
        day=day,
        story=sighting.story,
        status=verdict.status.value,
        article=sighting.article,
        mention=mention,
        new_members=tuple(sorted(members - known)),
        outlets=outlets,
        names=facts.names,
    )
    alert = alerts.alert_id(sighting.story, f"network {name}")
    heard = tuple(sorted(members | known))
    first = seen[0][0].seen
    telling = Telling(alert, day, sighting.story, name, heard, "", len(outlets), characters, first)
    return Told(networks=(finding,), tellings=(telling,))


def _extent(earlier: Telling | None) -> alerts.Extent | None:
    if earlier is None:
        return None
    members = frozenset(earlier.listings if earlier.network else ())
    return alerts.Extent(earlier.level, earlier.outlets, earlier.characters, members)
