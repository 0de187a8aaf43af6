"""Speed of screening, beside what a script with rapidfuzz does, in the same run on the same articles.

usage: python -m bench.screening [CONFIG ARTICLES.jsonl]

Without arguments: the bundled sample lists and news. The peer holds every name against every article with
``partial_ratio``, as scripts do; it sees so few articles as it needs to be timed.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from rapidfuzz.fuzz import partial_ratio
from rapidfuzz.process import extract
from rich.console import Console
from rich.table import Table

from watchlist.config import load
from watchlist.jobs.watch import build, local_lists
from watchlist.matching import Index, Screener
from watchlist.model import Article, Party
from watchlist.news.folder import read_folder
from watchlist.store import Store

ROOT = Path(__file__).resolve().parent.parent
PEER_ARTICLES = 5


def articles_of(path: Path) -> list[Article]:
    """Articles of a JSON lines file, or of the bundled news."""
    if path.is_dir():
        return [article for found in read_folder(path, "bench") for article in found.articles]
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Article(row["id"], "bench", row["title"], row["text"], language=row.get("lang", "")) for row in rows]


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(parties: Sequence[Party], articles: Sequence[Article]) -> Table:
    """One row for each way of screening."""
    table = Table("what", "articles/s", "MB/s", "seconds")
    megabytes = sum(len(article.text.encode()) for article in articles) / 1e6
    index: list[Index] = []
    took = timed(lambda: index.append(Index.build(parties)))
    table.add_row(f"index of {len(index[0].forms):,} name forms", "", "", f"{took:.2f}")
    screener = Screener(index[0])
    half = len(articles) // 2
    for what, part in (("cold memo", articles[:half]), ("unseen text, memo warmed on the rest", articles[half:])):
        took = timed(lambda part=part: [screener.screen(article) for article in part])
        size = megabytes * len(part) / len(articles)
        table.add_row(f"screening, {what}", f"{len(part) / took:.0f}", f"{size / took:.2f}", f"{took:.2f}")
    names = sorted({alias.text for party in parties for listing in party.listings for alias in listing.aliases})
    few = articles[:PEER_ARTICLES]
    took = timed(lambda: [extract(a.text, names, scorer=partial_ratio, score_cutoff=90, limit=None) for a in few])
    table.add_row(f"rapidfuzz partial_ratio, {len(names):,} names", f"{len(few) / took:.2f}", "", f"{took:.2f}")
    return table


def main() -> None:
    """Load, measure, print."""
    given = [Path(argument) for argument in sys.argv[1:]]
    config = load(given[0] if given else ROOT / "config" / "offline.yaml")
    articles = articles_of(given[1] if given else ROOT / "seeds" / "news")
    now = datetime.now(UTC)
    with Store.open(config.state, exclusive=False) as store:
        watch = build(local_lists(store, config, now), config, now.date())
    Console().print(measure(list(watch.parties.values()), articles))


if __name__ == "__main__":
    main()
