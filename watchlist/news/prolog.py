"""What stands before the root element of XML from the web, and what may not stand there."""

import re

from watchlist.errors import SourceError
from watchlist.news.articles import storable
from watchlist.news.charset import decode, header_charset, xml_charset

# Blanks, declarations and comments: what may stand before the root element, document types apart.
_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
# A document type without entities of its own, as RSS 0.91 has: without use, and left out.
_PLAIN_DOCTYPE = re.compile(r"<!DOCTYPE\s[^\[<>]*>", re.IGNORECASE)
_ROOT = re.compile(r"<([A-Za-z_][\w.:-]*)")


def from_root(body: bytes, content_type: str, source: str, what: str) -> str:
    """The characters from the root element on, without declarations; ``what`` it should be is for the error.

    Entities are never expanded, so none may be declared. SourceError for an empty body, a page, a document type with
    declarations of its own.
    """
    text = storable(decode(body, [header_charset(content_type), xml_charset(body)]))
    rest = _PROLOG.sub("", text, count=1)
    rest = _PROLOG.sub("", _PLAIN_DOCTYPE.sub("", rest, count=1), count=1) if _PLAIN_DOCTYPE.match(rest) else rest
    beginning = rest[:200].lower()
    if not beginning.strip():
        raise SourceError(source, "is empty: check the address")
    if beginning.startswith(("<html", "<head", "<body", "<title", "<meta", "<!doctype html")):
        raise SourceError(source, f"is a web page, not a {what}: give the address of the {what} itself")
    if beginning.startswith(("<!doctype", "<!entity")):
        raise SourceError(source, f"declares a document type of its own, which is never followed: use another {what}")
    return rest


def root_name(text: str) -> str:
    """The name of the root element as written, prefix included; "" where the text begins with none."""
    root = _ROOT.match(text)
    return root[1] if root else ""
