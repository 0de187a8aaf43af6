"""What a page says of itself: its address and when it was published."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from watchlist.news.address import own_address
from watchlist.news.dates import instant

# Words about the page stand in its head; pages that put megabytes before their body are not followed so far.
_HEAD_CHARACTERS = 400_000
_TAG = re.compile(r"<(meta|link|time)\b([^<>]{0,2000})>(?:([^<>]{1,100})</time)?", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_LINKED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,64})"')
# The surest first: Open Graph and schema.org, then Dublin Core, then what programs for publishers use.
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "parsely-pub-date",
    "sailthru.date", "citation_publication_date", "publish-date", "publish_date", "publishdate", "pubdate",
    "publication_date", "article.published", "cxenseparse:recs:publishtime", "published-date", "date",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stated:
    """``address`` in canonical form, "" where the page states none of its own; ``published`` in UTC."""

    address: str
    published: datetime | None


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    attributes: dict[str, str]
    text: str


def stated(markup: str, url: str, language: str = "") -> Stated:
    """Address and date as a page states them; ``url`` is where it was found, ``language`` is of its printed dates."""
    tags = list(_tags(markup[:_HEAD_CHARACTERS]))
    metas = {name: tag.attributes.get("content", "") for tag in reversed(tags) if (name := _meta_name(tag))}
    links = (tag.attributes.get("href", "") for tag in tags if tag.attributes.get("rel", "").lower() == "canonical")
    addresses = (own_address(address, url) for address in (*links, metas.get("og:url", "")))
    dates = (instant(date, language) for date in _dates(markup, tags, metas))
    return Stated(next(filter(None, addresses), ""), next(filter(None, dates), None))


def _tags(markup: str) -> Iterator[_Tag]:
    for found in _TAG.finditer(markup):
        attributes = {
            name.lower(): html.unescape(double or single or bare)
            for name, double, single, bare in _ATTRIBUTE.findall(found[2])
        }
        yield _Tag(found[1].lower(), attributes, html.unescape(found[3] or ""))


def _meta_name(tag: _Tag) -> str:
    if tag.name != "meta":
        return ""
    names = (tag.attributes.get(key, "") for key in ("property", "name", "itemprop"))
    return next(filter(None, names), "").lower()


def _dates(markup: str, tags: Iterable[_Tag], metas: dict[str, str]) -> Iterator[str]:
    """Dates as printed, the surest first: for machines, then the first that readers see."""
    yield from (metas[name] for name in _DATE_NAMES[:2] if name in metas)
    yield from (found[1] for found in _LINKED.finditer(markup[:_HEAD_CHARACTERS]))
    yield from (metas[name] for name in _DATE_NAMES[2:] if name in metas)
    times = [tag for tag in tags if tag.name == "time"]
    times.sort(key=lambda tag: "pubdate" not in tag.attributes and tag.attributes.get("itemprop") != "datePublished")
    yield from (date for tag in times[:3] for date in (tag.attributes.get("datetime", ""), tag.text) if date)
