"""Bytes → characters: never fails, never believes a label that the bytes contradict."""

import codecs
import re
from collections.abc import Iterable

import chardet

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    # Markup without a mark, told by its first "<" (XML 1.0, appendix F).
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)

# What browsers read under these labels: the Windows superset that publishers really use (WHATWG Encoding, 4.2).
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
# Encodings whose bytes are valid UTF-8 by design: the label goes first where their own sign is there.
_DISGUISED = {"iso2022": b"\x1b", "hz": b"~{"}
# Markup has many zero bytes in these.
_WIDE = ("utf-16", "utf-32")
# Text encodings of Python that no publisher sends, some of them dangerous or slow.
_REFUSED = frozenset({"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"})

# What browsers still read (WHATWG Encoding, 4.2), as the detector names it: no other code page is ever guessed.
_GUESSED = (
    "ascii", "utf-8", "utf-16", "utf-16-be", "utf-16-le", "utf-32", "big5hkscs", "cp932", "cp949", "euc_jis_2004",
    "gb18030", "hz", "iso2022_jp_2", "iso2022_jp_2004", "iso2022_jp_ext", "iso2022_kr", "shift_jis_2004", "cp866",
    "cp874", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8-r",
    "koi8-u", "iso8859-2", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-15",
    "mac-cyrillic",
)  # fmt: skip
# How sure a guess must be to overrule a label that the bytes allow; wrong guesses came to 0.21 at most. Labels that
# servers send when nobody told them otherwise weigh less (docs/decisions/023-news-text.md).
_SURE = 0.25
_SURE_AGAINST_DEFAULT = 0.15
_DEFAULTS = frozenset({"cp1252", "iso8859-15"})
# Signs of encodings whose bytes pass for ASCII: every other byte zero, or escape sequences (ISO 2022).
_PASSES_FOR_ASCII = re.compile(rb"\0|\x1b[$(]|\x0e")

# Above this share of broken signs among the non-ASCII ones, bytes are something else than damaged UTF-8.
_DAMAGED_SHARE = 0.05
_GUESS_BYTES = 64 * 1024

_TAGS = re.compile(rb"<[^<>]{1,500}>")
_XML_DECLARATION = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)


def decode(raw: bytes, labels: Iterable[str] = ()) -> str:
    """The characters of ``raw``: by byte order mark, UTF-8 when valid, the first label that fits, else a good guess."""
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return raw.decode(name, "replace").removeprefix("\ufeff")
    named = [codec for label in labels if (codec := _codec(label))]
    disguised = [
        codec for codec in named for family, sign in _DISGUISED.items() if codec.startswith(family) and sign in raw
    ]
    for codec in disguised:
        text = _strict(raw, codec)
        if text is not None:
            return text
    text = _strict(raw, "utf-8")
    if text is not None and not (text.isascii() and _PASSES_FOR_ASCII.search(raw)):
        return text
    return _damaged_utf8(raw) or _weighed(raw, named)


def header_charset(content_type: str) -> str:
    """The charset of a Content-Type header, or ""."""
    found = _HEADER.search(content_type)
    return found[1] if found else ""


def xml_charset(raw: bytes) -> str:
    """The encoding of an XML declaration, or ""."""
    found = _XML_DECLARATION.search(raw[:400])
    return found[1].decode("ascii", "ignore") if found else ""


def html_charset(raw: bytes) -> str:
    """The charset of a page's meta element, or "" when its first 4 KiB have none."""
    found = _META.search(raw[:4096])
    return found[1].decode("ascii", "ignore") if found else ""


def _codec(label: str) -> str:
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return ""
    return "" if name in _REFUSED else _MEANT.get(name, name)


def _strict(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except (UnicodeError, LookupError):
        # LookupError: codecs that turn bytes into bytes are known by name but decode no text.
        return None


def _damaged_utf8(raw: bytes) -> str:
    """UTF-8 with a few broken signs, as left by a cut or a careless template; "" when it is no such thing."""
    text = raw.decode("utf-8", "replace")
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return text if 0 < text.count("�") <= foreign * _DAMAGED_SHARE else ""


def _weighed(raw: bytes, named: list[str]) -> str:
    """By the first label that fits, unless what the bytes look like speaks against it."""
    guess, confidence = _guess(raw)
    for codec in named:
        text = None if codec.startswith(_WIDE) and b"\0" not in raw else _strict(raw, codec)
        if text is not None and confidence < (_SURE_AGAINST_DEFAULT if codec in _DEFAULTS else _SURE):
            return text
    return raw.decode(guess, "replace")


def _guess(raw: bytes) -> tuple[str, float]:
    """The encoding that the beginning looks like, tags apart, and how sure that is, from 0 to 1."""
    found = chardet.detect(
        _TAGS.sub(b" ", raw[:_GUESS_BYTES]), compat_names=False, include_encodings=_GUESSED, no_match_encoding="cp1252"
    )
    return found["encoding"] or "cp1252", found["confidence"]
