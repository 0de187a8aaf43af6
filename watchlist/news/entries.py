"""What entries of feeds, sitemaps and index pages have in common: how they become articles, and how many are read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from watchlist.model import Article, Fault, Found
from watchlist.news.address import canonical
from watchlist.news.articles import make_article, one_line

SUMMARY_CHARACTERS = 600
"""An entry with less text than this is a summary: its link is followed."""

MAX_ENTRIES = 2000
MAX_TITLE = 4096

_UNDATED = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news as its publisher lists it: plain title and text, ``link`` a web address; "" for what is absent.

    ``own`` is what the publisher calls it, ``hint`` the language that it states.
    """

    own: str = ""
    title: str = ""
    text: str = ""
    link: str = ""
    published: datetime | None = None
    hint: str = ""


def found_in(entries: Sequence[Entry], source: str, faults: tuple[Fault, ...] = ()) -> Found:
    """The articles of the newest ``MAX_ENTRIES`` entries, in the publisher's order, and the links of mere summaries.

    Entries without title, text and link are none. What stands beyond the bound is counted and told as a fault.
    """
    some = [entry for entry in entries if entry.title or entry.text or entry.link]
    kept = _newest(some)
    uses = Counter(entry.own for entry in kept)
    articles = tuple(_article(entry, source, unique=uses[entry.own] == 1) for entry in kept)
    short = (article.url for article in articles if article.url and len(article.text) < SUMMARY_CHARACTERS)
    over = len(some) - len(kept)
    if over:
        what = f"{over} entries beyond the newest {MAX_ENTRIES} were not read"
        faults = (*faults, Fault(source, what, "take a source with fewer entries"))
    return Found(articles, tuple(dict.fromkeys(short)), faults, over)


def _newest(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The newest by their dates, in the order given; undated ones are taken last, the first ones first."""
    if len(entries) <= MAX_ENTRIES:
        return entries
    order = sorted(range(len(entries)), key=lambda at: entries[at].published or _UNDATED, reverse=True)
    return [entries[at] for at in sorted(order[:MAX_ENTRIES])]


def _article(entry: Entry, source: str, *, unique: bool) -> Article:
    title = one_line(entry.title)[:MAX_TITLE]
    own = entry.own if unique else ""
    # An id that several entries share, or none, names nothing: address and title then tell entries apart.
    own = own or (f"{canonical(entry.link)}\x00{title}" if entry.link or title else entry.text)
    return make_article(source, own, title, entry.text, entry.link, entry.published, entry.hint)
