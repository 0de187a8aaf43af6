"""One story, walked once: from what the state holds of it to the rows that a report tells."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

from watchlist import alerts, report
from watchlist.jobs.counted import to_tell
from watchlist.jobs.ways import Ways
from watchlist.model import Link, Network, NetworkMention, Party
from watchlist.store import Sighting, Store, Telling

USUAL_TIER = 2
"""Trust in a source for which the configuration says nothing."""


def _on_no_list(_: str) -> bool:
    return False


@dataclass(frozen=True)
class WatchFacts:
    """What is known at report time: parties by id, networks by name, watchlists by party id, tiers by source name, and
    whether any list has a name.
    """

    parties: Mapping[str, Party]
    networks: Mapping[str, Network]
    configuration: str
    software: str
    watchlists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tiers: Mapping[str, int] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    listed: Callable[[str], bool] = _on_no_list

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

    @cached_property
    def ways(self) -> Ways:
        """How parties are linked; the user's own are those that a watchlist spells out."""
        wanted = {name for names in self.watchlists.values() for name in names}
        own = (party for listing, party in self.party_of.items() if listing.partition(":")[0] in wanted)
        return Ways(self.links, self.names, frozenset(own))

    def way(self, party: str, mentioned: Iterable[str]) -> report.Way:
        """From a party to whom the user watches, in the networks that its story is about, else in all of its own."""
        own = sorted(self.networks_of.get(party, ()), key=lambda name: (-len(self.networks[name].members), name))
        names = [name for name in mentioned if name in self.networks] or own
        return self.ways.to_interest(party, [self.members(self.networks[name]) for name in names])

    def members(self, network: Network | NetworkMention) -> tuple[str, ...]:
        """The parties that the members of a network now belong to, in its order."""
        return tuple(dict.fromkeys(self.party_of.get(member, member) for member in network.members))

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
    """The day of a report and the sightings, numbered above ``after`` up to ``upto``, that it is made from.

    ``listed`` are the listings that lists added in it, with the list that did.
    """

    day: date
    after: int
    upto: int
    listed: Mapping[str, str] = field(default_factory=dict)


def delisted(store: Store, facts: WatchFacts, telling: Telling, changed: str, period: Period) -> Told:
    """The row of a party that no list has any more, from the story in which it was told last; nothing to add to it."""
    at_hand = _Story(
        telling.story, store, facts, to_tell(store.sightings.of_story(telling.story, period.upto)), (), period
    )
    cases = _cases(at_hand)
    case = next((one for one in cases if one.party in telling.listings), None)
    if case is None:
        return Told()
    verdict = alerts.Verdict(alerts.Status.DELISTED, changed)
    finding = _finding(at_hand, case, cases, telling.alert, verdict)
    return Told((finding,), (), (replace(telling, day=period.day),))


def tell(store: Store, facts: WatchFacts, story: str, period: Period) -> Told:
    """What a report says of one story: parties and networks of which something was learned in the period."""
    sightings = to_tell(store.sightings.of_story(story, period.upto))
    at_hand = _Story(story, store, facts, sightings, store.reports.told(story), period)
    return together((*_parties(at_hand), *_networks(at_hand)))


def together(parts: Sequence[Told]) -> Told:
    """All rows as docs/priority.md orders them; networks with most members first."""
    findings = _ordered([finding for part in parts for finding in part.findings])
    networks = _with_others([finding for part in parts for finding in part.networks])
    networks.sort(key=lambda one: (-len(one.mention.named), one.mention.network, one.story))
    return Told(
        findings,
        tuple(networks),
        tuple(telling for part in parts for telling in part.tellings),
        sum(part.repeated for part in parts),
    )


def _with_others(findings: Sequence[report.NetworkFinding]) -> list[report.NetworkFinding]:
    """Each row with the members and stories of all rows that are about its network."""
    members: dict[str, dict[str, None]] = {}
    stories: dict[str, dict[str, None]] = {}
    for one in findings:
        members.setdefault(one.mention.network, {}).update(dict.fromkeys(one.mention.named))
        stories.setdefault(one.mention.network, {})[one.story] = None
    return [
        replace(one, members_today=tuple(members[network]), stories_today=tuple(stories[network]))
        for one, network in ((each, each.mention.network) for each in findings)
    ]


def _ordered(findings: Sequence[report.Finding]) -> tuple[report.Finding, ...]:
    """Most urgent first (so reviews last), rows of one story together, the story with the best row first."""
    urgency = [priority.value for priority in alerts.Priority]
    best: dict[str, tuple[int, float, datetime]] = {}
    for one in findings:
        rank = (urgency.index(one.priority), -one.match.score, one.first_seen)
        best[one.story] = min(best.get(one.story, rank), rank)

    def place(one: report.Finding) -> tuple[object, ...]:
        name = one.match.party if one.party is None else one.party.name
        return urgency.index(one.priority), best[one.story], one.story, -one.match.score, name, one.alert

    return tuple(sorted(findings, key=place))


def versions(store: Store, lists: Iterable[tuple[str, str]]) -> tuple[report.ListVersion, ...]:
    """Lists by name and digest, with the dates of their snapshots."""
    found = ((name, digest, store.lists.snapshot(name, digest)) for name, digest in lists)
    return tuple(report.ListVersion(name, digest, one.published if one else None) for name, digest, one in found)


@dataclass(frozen=True, slots=True)
class _Story:
    """One story at hand: what was seen of it, and what was told of it before."""

    id: str
    store: Store
    facts: WatchFacts
    sightings: tuple[Sighting, ...]
    before: tuple[Telling, ...]
    period: Period


def _cases(story: _Story) -> tuple[alerts.Case, ...]:
    tiers = story.facts.tiers
    observations = [
        alerts.Observation(one.number, one.article, one.seen, tiers.get(one.article.source, USUAL_TIER), match)
        for one in story.sightings
        for match in one.matches
    ]
    return alerts.cases(observations, story.facts.party_of)


def _parties(story: _Story) -> Iterable[Told]:
    cases = _cases(story)
    claimed: set[str] = set()
    for case in cases:
        if case.newest > story.period.after:
            yield _party(story, case, cases, claimed)


def _party(story: _Story, case: alerts.Case, cases: Sequence[alerts.Case], claimed: set[str]) -> Told:
    listings = story.facts.listings(case.party)
    known = (one for one in story.before if not one.network and set(one.listings).intersection(listings))
    earlier = next(known, None)
    extent = alerts.Extent(case.level.value, len(case.outlets), case.characters)
    verdict = alerts.verdict(extent, _extent(earlier), earlier.day if earlier else None)
    if verdict.status is alerts.Status.REPEATED:
        return Told(repeated=1)
    verdict = alerts.since_listed(verdict, [by for one, by in story.period.listed.items() if one in listings])
    verdict = alerts.since_changed(verdict, _text_before(story, case.newest))
    alert = alerts.alert_id(story.id, case.party)
    if earlier is not None and earlier.alert not in claimed:
        alert = earlier.alert  # of two parties that were one, the first keeps the alert
    claimed.add(alert)
    finding = _finding(story, case, cases, alert, verdict)
    heard = tuple(dict.fromkeys((*listings, *(earlier.listings if earlier else ()))))
    return Told((finding,), (), (_telling(story, alert, "", heard, extent, case.first_seen),))


def _text_before(story: _Story, newest: int) -> date | None:
    """When the text was read that the newest sighting replaced, if it was replaced in this period."""
    article = next(one.article for one in story.sightings if one.number == newest)
    before = story.store.sightings.text_before(article)
    return before[1].date() if before and before[0] > story.period.after else None


def _finding(
    story: _Story, case: alerts.Case, cases: Sequence[alerts.Case], alert: str, verdict: alerts.Verdict
) -> report.Finding:
    facts, match = story.facts, case.best.match
    sighting = next(one for one in story.sightings if one.number == case.best.number)
    mentioned = [one for seen in story.sightings for one in seen.networks if case.party in facts.present(one.named)]
    return report.Finding(
        day=story.period.day,
        alert=alert,
        story=story.id,
        priority=alerts.priority(_weighing(facts, case, sighting, linked=bool(mentioned))).value,
        status=verdict.status.value,
        why=alerts.why(match),
        changed=verdict.changed,
        article=case.best.article,
        match=match,
        party=facts.parties.get(case.party),
        first_seen=case.first_seen,
        outlets=case.outlets,
        watchlists=facts.watchlists.get(case.party, ()),
        networks=facts.networks_of.get(case.party, ()),
        path=facts.way(case.party, [one.network for one in mentioned]),
        topics=sighting.topics,
        also_mentioned=tuple(_name(facts, other) for other in cases if other.party != case.party),
        also_possible=tuple(facts.names.get(other, other) for other in match.also),
        versions=_own_versions(story, case.party, sighting.basis),
    )


def _name(facts: WatchFacts, case: alerts.Case) -> str:
    return facts.names.get(case.party, case.best.match.alias.text)


def _own_versions(story: _Story, party: str, digest: str) -> tuple[report.ListVersion, ...]:
    """The lists that name the party, as they were when the article was screened."""
    basis = story.store.sightings.basis(digest)
    own = {listing.partition(":")[0] for listing in story.facts.listings(party)}
    return versions(story.store, (one for one in (basis.lists if basis else ()) if one[0] in own))


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


def _networks(story: _Story) -> Iterable[Told]:
    by_network: dict[str, list[tuple[Sighting, NetworkMention]]] = {}
    for sighting in story.sightings:
        for mention in sighting.networks:
            by_network.setdefault(mention.network, []).append((sighting, mention))
    for name, seen in by_network.items():
        if seen[-1][0].number > story.period.after:
            yield _network(story, name, seen)


def _network(story: _Story, name: str, seen: Sequence[tuple[Sighting, NetworkMention]]) -> Told:
    earlier = next((one for one in story.before if one.network == name), None)
    members = frozenset(member for _, mention in seen for member in mention.named)
    outlets = tuple(dict.fromkeys(sighting.article.source for sighting, _ in seen))
    extent = alerts.Extent("", len(outlets), max(len(sighting.article.text) for sighting, _ in seen), members)
    verdict = alerts.verdict(extent, _extent(earlier), earlier.day if earlier else None)
    if verdict.status is alerts.Status.REPEATED:
        return Told(repeated=1)
    known = frozenset(earlier.listings if earlier else ())
    sighting, mention = min(seen, key=lambda one: (-len(one[1].named), one[0].number))
    finding = report.NetworkFinding(
        day=story.period.day,
        story=story.id,
        status=verdict.status.value,
        article=sighting.article,
        mention=mention,
        new_members=tuple(one for one in dict.fromkeys((*mention.members, *sorted(members))) if one in members - known),
        outlets=outlets,
        names=story.facts.names,
        path=_connection(story.facts, mention),
    )
    alert = alerts.alert_id(story.id, f"network {name}")
    heard = tuple(sorted(members | known))
    return Told((), (finding,), (_telling(story, alert, name, heard, extent, seen[0][0].seen),))


def _connection(facts: WatchFacts, mention: NetworkMention) -> report.Way:
    return facts.ways.among(facts.members(mention), [facts.party_of.get(member, member) for member in mention.named])


def _telling(
    story: _Story, alert: str, network: str, heard: tuple[str, ...], extent: alerts.Extent, first: datetime
) -> Telling:
    outlets, characters = extent.outlets, extent.characters
    return Telling(alert, story.period.day, story.id, network, heard, extent.level, outlets, characters, first)


def _extent(earlier: Telling | None) -> alerts.Extent | None:
    if earlier is None:
        return None
    members = frozenset(earlier.listings if earlier.network else ())
    return alerts.Extent(earlier.level, earlier.outlets, earlier.characters, members)
