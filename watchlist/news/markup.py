"""Pieces of HTML → plain text: what a reader would see, one line per block."""

import re

from lxml import etree, html

_UNSEEN = ("script", "style", "noscript", "template", "head", "iframe", "object", "svg", "math", "select", "textarea")
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figcaption", "figure",
     "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
     "section", "table", "td", "th", "tr", "ul")
)  # fmt: skip
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\s*\n\s*")


def plain_text(markup: str) -> str:
    """The visible text of a piece of HTML; entities resolved, blocks on lines of their own, blanks collapsed."""
    if "<" in markup or "&" in markup:
        markup = "".join(_seen(html.fromstring(f"<div>{markup}</div>")))
    return _BREAKS.sub("\n", _SPACES.sub(" ", markup)).strip()


def _seen(root: html.HtmlElement) -> list[str]:
    etree.strip_elements(root, etree.Comment, etree.ProcessingInstruction, *_UNSEEN, with_tail=False)
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in _BLOCKS:
            pieces.append("\n")
        pieces.append((element.text if event == "start" else element.tail) or "")
    return pieces
