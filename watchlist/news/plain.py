"""Plain text files: the whole file is the text, character by character."""

from watchlist.model import Found
from watchlist.news.articles import make_article
from watchlist.news.charset import decode


def read_plain(name: str, raw: bytes, source: str) -> Found:
    """One article without a title, as a first line need not be one; line ends stay: offsets count in the file."""
    return Found((make_article(source, name, "", decode(raw), url=name),))
