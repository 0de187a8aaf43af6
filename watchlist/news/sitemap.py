"""Sitemaps → articles still to be fetched, and the sitemaps that an index names (https://www.sitemaps.org/protocol.html).

News sitemaps add title, date and language (https://www.google.com/schemas/sitemap-news/0.9).
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO

from lxml import etree

from watchlist.errors import SourceError
from watchlist.model import Fault, Found
from watchlist.news.articles import publisher_hint, web_address
from watchlist.news.dates import instant
from watchlist.news.entries import Entry, found_in
from watchlist.news.prolog import from_root

MAX_SITEMAPS = 10
"""Sitemaps of one index that are read, the newest ones."""
MAX_BYTES = 50 * 1024 * 1024
"""What the protocol allows a sitemap to be, unpacked."""

_GZIP = b"\x1f\x8b"
_PLACES = ("url", "sitemap")
_UNDATED = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class _Read:
    """What the parser has met: the root's name, and the texts of every place by their name without namespace."""

    root: str = ""
    places: list[dict[str, str]] = field(default_factory=list)
    damage: str = ""


def read_sitemap(body: bytes, source: str, url: str, content_type: str) -> Found:  # noqa: ARG001 - shape of readers
    """The pages of a sitemap as articles without text, newest first, each to be followed; of an index its sitemaps.

    Plain or gzip. SourceError when it is neither, or is damaged before its first place.
    """
    read = _parse(from_root(_unpacked(body, source), content_type, source, "sitemap"), source)
    faults = (_damaged(source, read),) if read.damage else ()
    newest = sorted(read.places, key=lambda place: _date(place) or _UNDATED, reverse=True)
    if read.root == "sitemapindex":
        return _sitemaps(newest, source, faults)
    return found_in([_entry(place) for place in newest], source, faults)


def _unpacked(body: bytes, source: str) -> bytes:
    if not body.startswith(_GZIP):
        return body
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        plain = unpacker.decompress(body, MAX_BYTES)
    except zlib.error as error:
        raise SourceError(source, f"is a damaged gzip file ({error}): it is tried again") from error
    if unpacker.unconsumed_tail:
        raise SourceError(source, f"is larger than {MAX_BYTES // 2**20} MiB unpacked: give a smaller sitemap")
    if not unpacker.eof:
        raise SourceError(source, "is a gzip file that is cut short: it is tried again")
    return plain


def _parse(text: str, source: str) -> _Read:
    """Every whole place; each is cleared at once, so that a large sitemap needs little memory."""
    read = _Read()
    walk = etree.iterparse(
        BytesIO(text.encode()), events=("start", "end"), remove_comments=True, remove_pis=True,
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False,
    )  # fmt: skip
    try:
        for event, element in walk:
            name = _name(element)
            if event == "start":
                read.root = read.root or name
            elif name in _PLACES:
                read.places.append(dict(_texts(element)))
                element.clear()
    except etree.XMLSyntaxError as error:
        read.damage = str(error)
    if read.root not in {"urlset", "sitemapindex"}:
        raise SourceError(source, "is no sitemap: give the address of the sitemap itself")
    if read.damage and not read.places:
        raise SourceError(source, f"is a sitemap damaged before its first place ({read.damage}): it is tried again")
    return read


def _name(element: "etree._Element") -> str:
    """Without namespace, which differs from version to version."""
    return str(element.tag).rpartition("}")[2]


def _texts(place: "etree._Element") -> Iterator[tuple[str, str]]:
    """Names and texts, the first of a name last, as later ones (of pictures and videos) must not stand for it."""
    for element in reversed(list(place.iter(etree.Element))):
        if element.text and element.text.strip():
            yield _name(element), element.text.strip()


def _date(place: dict[str, str]) -> datetime | None:
    return instant(place.get("publication_date", "")) or instant(place.get("lastmod", ""))


def _entry(place: dict[str, str]) -> Entry:
    """Only a date of publication is one: a page may be changed years later."""
    link = web_address(place.get("loc"))
    return Entry(
        own=link,
        title=place.get("title", "") if "publication_date" in place else "",
        link=link,
        published=instant(place.get("publication_date", "")),
        hint=publisher_hint(place.get("language")),
    )


def _sitemaps(newest: Sequence[dict[str, str]], source: str, faults: tuple[Fault, ...]) -> Found:
    links = list(dict.fromkeys(filter(None, (web_address(place.get("loc")) for place in newest))))
    over = len(links) - MAX_SITEMAPS
    if over > 0:
        what = f"{over} sitemaps beyond the newest {MAX_SITEMAPS} of its index are not read"
        faults = (*faults, Fault(source, what, "give the address of its news sitemap"))
    return Found(follow=tuple(links[:MAX_SITEMAPS]), faults=faults)


def _damaged(source: str, read: _Read) -> Fault:
    what = f"the sitemap is damaged after entry {len(read.places)} ({read.damage})"
    return Fault(source, what, "it is tried again at the next turn")
