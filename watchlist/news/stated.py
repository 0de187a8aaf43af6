"""What a page says of itself: title, address, language, and when it was published."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from watchlist.news.address import own_address
from watchlist.news.articles import one_line
from watchlist.news.dates import instant
from watchlist.news.markup import plain_text

# Words about the page stand in its head; pages that put megabytes before their body are not followed so far.
_HEAD_CHARACTERS = 400_000
_TAG = re.compile(r"<(meta|link|time)\b([^<>]{0,2000})>(?:([^<>]{1,100})</time)?", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]++))""")
_LINKED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,64})"')
_LANGUAGE = re.compile(r"""<html\b[^<>]{0,500}?\blang\s*=\s*["']?([\w-]{2,10})""", re.IGNORECASE)
_HEADING = re.compile(r"<(h1|title)\b[^<>]{0,500}>((?:[^<]++|<(?!/?(?:h1|title)\b)){1,300}+)</\1", re.IGNORECASE)
_IN_PATH = re.compile(r"/((?:19|20)\d\d/\d{1,2}/\d{1,2})(?=/)")
# The surest first: Open Graph and schema.org, then Dublin Core, then what programs for publishers use.
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "parsely-pub-date",
    "sailthru.date", "citation_publication_date", "publish-date", "publish_date", "publishdate", "pubdate",
    "publication_date", "article.published", "cxenseparse:recs:publishtime", "published-date", "date",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stated:
    """``title`` on one line; ``address`` in canonical form; ``language`` as printed; "" for what is not stated."""

    title: str
    address: str
    language: str
    published: datetime | None


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    attributes: dict[str, str]
    text: str


def stated(markup: str, url: str) -> Stated:
    """What a page states; ``url`` is where it was found, "" when that is not known."""
    markup = markup[:_HEAD_CHARACTERS]
    tags = list(_tags(markup))
    metas = {name: tag.attributes.get("content", "") for tag in reversed(tags) if (name := _meta_name(tag))}
    links = (tag.attributes.get("href", "") for tag in tags if tag.attributes.get("rel", "").lower() == "canonical")
    addresses = (own_address(address, url) for address in (*links, metas.get("og:url", "")))
    spoken = _LANGUAGE.search(markup)
    language = spoken[1] if spoken else ""
    dates = (instant(date, language) for date in (*_dates(markup, tags, metas), *_IN_PATH.findall(url)))
    return Stated(
        title=next(filter(None, _titles(markup, metas)), ""),
        address=next(filter(None, addresses), ""),
        language=language,
        published=next(filter(None, dates), None),
    )


def _titles(markup: str, metas: dict[str, str]) -> Iterator[str]:
    """What the publisher gives to others, what readers see above the text, and the name of the window."""
    yield from (one_line(metas.get(name, "")) for name in ("og:title", "twitter:title"))
    headings = sorted(_HEADING.finditer(markup), key=lambda found: found[1].lower())
    yield from (one_line(plain_text(found[2])) for found in headings)


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
    yield from (found[1] for found in _LINKED.finditer(markup))
    yield from (metas[name] for name in _DATE_NAMES[2:] if name in metas)
    times = [tag for tag in tags if tag.name == "time"]
    times.sort(key=lambda tag: "pubdate" not in tag.attributes and tag.attributes.get("itemprop") != "datePublished")
    yield from (date for tag in times[:3] for date in (tag.attributes.get("datetime", ""), tag.text) if date)
