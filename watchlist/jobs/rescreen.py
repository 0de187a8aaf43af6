"""Stored articles held against lists that have changed: those that a change can touch are screened again, whole.

No article is screened against new lists before the stored ones are, so every screening is as if all had been screened
again. A changed configuration screens nothing again by itself: only what the lists changed in the meantime counts.
"""

import json
import logging
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from watchlist.jobs.steps import Stopped, Track, never, unseen
from watchlist.jobs.watch import Watch
from watchlist.matching.traces import Touch, Traces, changes, traces, words_of
from watchlist.store import Standpoint, Store

log = logging.getLogger(__name__)

Networks = Mapping[str, Sequence[str]]
"""Members of every network, by its name."""


@dataclass(frozen=True, slots=True)
class Rescreening:
    """What became of stored articles: ``parties`` changed, ``screened`` articles were screened again, in ``learned``
    something else was found; ``finished`` is False when it was stopped, and the next one goes on.
    """

    parties: int = 0
    screened: int = 0
    learned: int = 0
    finished: bool = True


def rescreen(
    store: Store,
    watch: Watch,
    *,
    now: datetime,
    since: datetime,
    every: bool = False,
    stopped: Stopped = never,
    track: Track = unseen,
) -> Rescreening:
    """Hold what was stored from ``since`` on against this watch: what changed lists touch, or ``every`` article."""
    known = store.changes.standpoints()
    here = watch.basis.digest
    if not every and [one.basis for one in known] == [here]:
        return Rescreening()
    standpoint = _standpoint(store, watch)
    store.changes.begin(standpoint)
    before = [one for one in known if one.basis != here]
    parties, numbers = _touched(store, watch, standpoint, before, since) if not every else (0, _all(store, since))
    done = _screen_again(store, watch, track(numbers, "stored articles", len(numbers)), now, stopped)
    if done.finished:
        store.changes.settle(standpoint)
    if done.screened:
        log.info("%d stored articles screened again, %d with something new", done.screened, done.learned)
    return Rescreening(parties, done.screened, done.learned, done.finished)


def _standpoint(store: Store, watch: Watch) -> Standpoint:
    known = traces(watch.screener.index, watch.parties)
    networks = {one.name: one.members for one in watch.networks}
    content = zlib.compress(json.dumps([known.dump().hex(), networks]).encode("ascii"))
    return Standpoint(watch.basis.digest, watch.basis.configuration, store.changes.newest(), content)


def _read(standpoint: Standpoint) -> tuple[Traces, Networks]:
    known, networks = json.loads(zlib.decompress(standpoint.content))
    return Traces.load(bytes.fromhex(known)), networks


def _all(store: Store, since: datetime) -> list[int]:
    return [number for number, _ in store.words.of_articles(since)]


def _touched(
    store: Store, watch: Watch, here: Standpoint, before: Iterable[Standpoint], since: datetime
) -> tuple[int, list[int]]:
    """How many parties changed since any of the states before, and the articles that this may concern."""
    after, networks = _read(here)
    changed: set[str] = set()
    numbers: set[int] = set()
    for standpoint in before:
        known, earlier = _read(standpoint)
        mine = changes(known, after)
        old, new = known, after
        if standpoint.configuration != here.configuration:
            mine = _of_lists(store, watch, standpoint, here, mine)
            old, new = known.of(mine), after.of(mine)
        changed.update(mine)
        numbers.update(_holding(store, Touch(old, new, mine), since))
        numbers.update(_of_networks(store, earlier, networks, since))
    return len(changed), sorted(numbers)


def _of_lists(
    store: Store, watch: Watch, before: Standpoint, here: Standpoint, parties: Iterable[str]
) -> tuple[str, ...]:
    """Those of the parties that lists changed; the others are otherwise because the configuration is."""
    listings = {one.change.listing for one in store.changes.between(before.change, here.change)}
    now = {party: watch.parties[party].listing_ids if party in watch.parties else (party,) for party in parties}
    return tuple(party for party, ids in now.items() if not listings.isdisjoint((party, *ids)))


def _holding(store: Store, touch: Touch, since: datetime) -> Iterator[int]:
    """Articles with words that a touch asks for; those whose words were never kept are looked at always."""
    if not touch:
        return
    meanings: dict[int, frozenset[str]] = defaultdict(frozenset)
    for key, word in store.words.all():
        if meaning := touch.meaning(word):
            meanings[key] |= meaning
    wanted = frozenset(meanings)
    for number, keys in store.words.of_articles(since):
        if keys is None or touch.touches(word for key in keys & wanted for word in meanings[key]):
            yield number


def _of_networks(store: Store, before: Networks, after: Networks, since: datetime) -> Iterator[int]:
    """Articles that name two members of a network that is new or has others than before."""
    for name, members in after.items():
        if before.get(name) == members:
            continue
        named: dict[int, set[str]] = defaultdict(set)
        for number, party in store.articles.with_matches(members, since):
            named[number].add(party)
        yield from (number for number, parties in named.items() if len(parties) > 1)


def _screen_again(store: Store, watch: Watch, numbers: Iterable[int], now: datetime, stopped: Stopped) -> Rescreening:
    screened = learned = 0
    for number in numbers:
        if stopped():
            return Rescreening(0, screened, learned, finished=False)
        if store.articles.screened_against(number, watch.basis):
            continue
        article = store.articles.read(number)
        try:
            screening = watch.screen(article)
        except Exception as bug:  # noqa: BLE001 - one poisonous text must not stop the others
            log.warning(
                "article %s of %s cannot be screened again (%s: %s)", article.id, article.source, type(bug), bug
            )
            continue
        words = words_of(watch.screener.index, article)
        learned += store.articles.screen_again(number, screening, words=words, basis=watch.basis, now=now)
        screened += 1
    return Rescreening(0, screened, learned)
