"""Is this file what it claims to be? Asked of the first bytes, before any list is read out of them."""

import codecs
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TypedDict, cast

from lxml import etree

from watchlist.errors import ListError

HEAD = 2048
CHUNK = 65536
ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


NAMESPACES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "sdnList": frozenset(
            {
                "http://tempuri.org/sdnList.xsd",
                "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
            }
        ),
        "sanctionsData": frozenset(
            {"https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML"}
        ),
        "CONSOLIDATED_LIST": frozenset({""}),
        "Designations": frozenset({""}),
        "export": frozenset({"http://eu.europa.ec/fpi/fsd/export"}),
    }
)
"""Namespaces that a root element has had. Another one is read all the same, and told: the format may have changed."""


class SafeXml(TypedDict):
    """Options of every XML parser of this package: list files are untrusted text."""

    resolve_entities: bool
    no_network: bool
    huge_tree: bool
    load_dtd: bool
    recover: bool


SAFE_XML = SafeXml(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=False)


@lru_cache(maxsize=4096)
def local(tag: str) -> str:
    """The name without its namespace: OFAC changed its own on 7 May 2024, and strict readers saw an empty list."""
    return tag.rpartition("}")[2]


def refuse_foreign(list_name: str, raw: bytes, wanted: str) -> None:
    """Refuse an empty file, and what servers send with status 200 in place of the file that was asked for."""
    refuse_page(list_name, raw, wanted)
    if _text(raw[:HEAD]).lstrip().startswith(("{", "[")):
        raise ListError(list_name, f"this is JSON, not {wanted}: an error message of the server?")


def refuse_page(list_name: str, raw: bytes, wanted: str) -> None:
    """Refuse an empty file and a page of HTML."""
    if not raw.strip(b"\0 \t\r\n\x1a" + codecs.BOM_UTF8):
        raise ListError(list_name, f"the file is empty; expected {wanted}")
    head = _text(raw[:HEAD]).lstrip().lower()
    if "<!doctype html" in head or "<html" in head:
        raise ListError(list_name, f"this is an HTML page, not {wanted}: a login or error page?")


def check_xml(list_name: str, raw: bytes, root: str) -> str:
    """Refuse what is not an XML document with root element ``root`` (in any namespace) or brings its own DTD.

    The namespace is returned where it is not one that this root has had, else nothing.
    """
    refuse_foreign(list_name, raw, f"an XML list (<{root}>)")
    first = _first_element(list_name, raw)
    if cast("etree.DTD | None", first.getroottree().docinfo.internalDTD) is not None:
        raise ListError(list_name, "the XML brings a document type or entities of its own; no official list does")
    found = local(str(first.tag))
    if found != root:
        raise ListError(list_name, f"the root element is <{found}>, expected <{root}>: another file or format?")
    namespace = str(first.tag).rpartition("}")[0].removeprefix("{")
    return "" if namespace in NAMESPACES.get(root, {namespace}) else namespace or "(none)"


def broken_xml(list_name: str, error: etree.XMLSyntaxError) -> ListError:
    """The error of a document that is not well-formed, with its place."""
    line = error.lineno or 1
    return ListError(list_name, f"the XML breaks off or is damaged at line {line} ({error.msg}); fetch it again")


def _first_element(list_name: str, raw: bytes) -> etree._Element:
    """Feed the parser only until the root element opens, so that nothing inside it is ever expanded."""
    parser = etree.XMLPullParser(events=("start",), **SAFE_XML)
    try:
        for start in range(0, len(raw), CHUNK):
            parser.feed(raw[start : start + CHUNK])
            for _, element in parser.read_events():
                if element is not None and not isinstance(element, tuple):
                    return element
        parser.close()
    except etree.XMLSyntaxError as error:
        raise broken_xml(list_name, error) from error
    raise ListError(list_name, "the file ends before the first XML element: the download was cut short; fetch it again")


def _text(head: bytes) -> str:
    encoding = next((name for mark, name in ENCODINGS if head.startswith(mark)), "utf-8")
    return head.decode(encoding, errors="replace")
