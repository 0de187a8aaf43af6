"""Mailboxes: many mails in one file, each after a line that begins with "From " (RFC 4155)."""

import re

from watchlist.errors import DocumentError
from watchlist.model import Fault, Found
from watchlist.news.eml import read_eml
from watchlist.news.jsonl import merged

_BEGIN = re.compile(rb"^From [^\r\n]*\r?\n", re.MULTILINE)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_mbox(name: str, raw: bytes, source: str) -> Found:
    """One article a mail; a mail that cannot be read becomes a fault with its number. DocumentError for no mailbox."""
    before, *mails = _BEGIN.split(raw)
    if before.strip() or not mails:
        raise DocumentError(name, 'is no mailbox: it does not begin with a line "From …"')
    return merged(_mail(f"{name}:{number}", mail, source) for number, mail in enumerate(mails, 1))


def _mail(name: str, raw: bytes, source: str) -> Found:
    try:
        return read_eml(name, _QUOTED.sub(rb"\1", raw), source)
    except DocumentError as error:
        return Found(faults=(Fault(name, error.what, "the other mails were read"),))
