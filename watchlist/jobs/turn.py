"""One visit to one source: every article it offers goes one counted way, and is kept whole or not at all."""

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from watchlist import stories
from watchlist.coverage import Funnel
from watchlist.jobs.watch import Watch
from watchlist.matching.traces import words_of
from watchlist.model import Article, Fault
from watchlist.news.address import canonical
from watchlist.news.dates import believable
from watchlist.store import CheckOutcome, SourceCheck, Standing, Store

log = logging.getLogger(__name__)

Quiet = Callable[[Article], bool]
"""Whether an article is counted without being told."""


def told(article: Article) -> bool:  # noqa: ARG001 - shape of Quiet
    """For sources that tell everything."""
    return False


class Turn:
    """What becomes of the articles of one source, this time."""

    def __init__(self, store: Store, watch: Watch, source: str, now: datetime, quiet: Quiet = told) -> None:
        self.source = source
        self._store = store
        self._watch = watch
        self._now = now
        self.quiet = quiet
        self._counts: Counter[str] = Counter()
        self._faults: list[Fault] = []

    def offer(self, article: Article) -> None:
        """Screen an article that is new or revised, and count every one."""
        published = believable(article.published, self._now)
        article = replace(article, published=published, url=canonical(article.url) or article.url)
        standing = self._store.articles.standing(article, self._watch.basis)
        if standing is Standing.DUPLICATE:
            self._store.articles.add_duplicate(article, now=self._now, quiet=self.quiet(article))
        elif standing in {Standing.NEW, Standing.REVISED}:
            self._screen(article)
            return
        self._counts[standing.value] += 1

    def leave(self, articles: int, why: str) -> None:
        """Leave articles for another turn."""
        self.drop(articles)
        self.note(Fault(self.source, f"{articles} {why}", "they wait for the next turn"))

    def drop(self, articles: int) -> None:
        """Count articles beyond a bound, of which a fault tells."""
        self._counts["dropped"] += articles

    def pass_over(self) -> None:
        """Count an article that is known as it is."""
        self._counts[Standing.UNCHANGED.value] += 1

    def note(self, *faults: Fault) -> None:
        """Keep what could not be read."""
        self._faults += faults
        for fault in faults:
            log.info("source %s: %s: %s", self.source, fault.where, fault.what)

    def close(self, outcome: CheckOutcome, reason: str = "") -> SourceCheck:
        """Write the visit down; nothing is offered afterwards."""
        if reason:
            log.warning("source %s: %s: %s", self.source, outcome, reason)
        counts = {part: self._counts[part] for part in ("screened", "duplicate", "unchanged", "quarantined", "dropped")}
        funnel = Funnel(fetched=sum(counts.values()), **counts)
        check = SourceCheck(self.source, self._now, outcome, reason, funnel, tuple(self._faults))
        self._store.sources.add_check(check)
        return check

    def _screen(self, article: Article) -> None:
        try:
            screening = self._watch.screen(article)
        except Exception as bug:  # noqa: BLE001 - one poisonous text must not stop the others
            self._quarantine(article, bug)
            return
        articles = self._store.articles
        signature = stories.signature(article)
        known = self._store.stories
        anchors = known.anchors(signature.keys, since=self._now - stories.JOIN_WINDOW)
        own = known.of_article(article)
        story = stories.assign(article, signature, anchors, known.first, own) or stories.story_id(article)
        quiet = self.quiet(article)
        articles.add(
            screening,
            story=story,
            signature=signature,
            basis=self._watch.basis,
            now=self._now,
            words=words_of(self._watch.screener.index, article),
            quiet=quiet,
        )
        self._counts["screened"] += 1

    def _quarantine(self, article: Article, bug: Exception) -> None:
        reason = f"screening failed ({type(bug).__name__}: {bug})"
        log.warning("article %s of %s: %s", article.id, self.source, reason)
        log.debug("screening of %s", article.id, exc_info=bug)
        self._store.articles.fail(article, reason=reason, now=self._now)
        self._counts["quarantined"] += 1
        self.note(Fault(f"{self.source} {article.url or article.id}", reason, "please report this with the text"))
