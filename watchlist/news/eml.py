"""Saved mails: newsletters, press releases, forwarded articles."""

from email import message_from_bytes, policy
from email.message import EmailMessage

from watchlist.errors import DocumentError
from watchlist.model import Found
from watchlist.news.articles import make_article, one_line
from watchlist.news.charset import decode
from watchlist.news.dates import instant
from watchlist.news.page import main_text


def read_eml(name: str, raw: bytes, source: str) -> Found:
    """One article: subject, the plain text part or else the HTML part, date; known by its Message-ID."""
    message = message_from_bytes(raw, policy=policy.default)
    text = _body(message)
    if not any(sign.isalnum() for sign in text):
        raise DocumentError(name, "is a mail without a text part")
    own = one_line(str(message["message-id"] or "")) or name
    title = one_line(str(message["subject"] or ""))
    return Found((make_article(source, own, title, text, url=name, published=instant(str(message["date"] or ""))),))


def _body(message: EmailMessage) -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    content = part.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    charset = str(part.get_param("charset") or "")
    return decode(raw, [charset]) if part.get_content_type() == "text/plain" else main_text(raw, charset)
