"""What is not a whole list of its format is refused with a reason; nothing unknown is swallowed."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.lists.conftest import FILES, read, sample
from watchlist.errors import ListError
from watchlist.lists import FORMATS, parse

XML = [name for name in FORMATS if name.endswith("xml")]
PIECES = [(name, key) for name in FORMATS for key in FILES[name]]


def refused(format_name: str, files: dict[str, bytes]) -> str:
    """The reason for which the files are refused."""
    with pytest.raises(ListError) as caught:
        parse(format_name, files, "the-list")
    assert str(caught.value).startswith("list the-list: ")
    return caught.value.what


@pytest.mark.parametrize(("name", "key"), PIECES)
def test_a_cut_file_is_never_a_list(name: str, key: str) -> None:
    """Every file of every format, cut at 20 points, is refused."""
    whole = sample(name)
    raw = whole[key].rstrip()
    for point in range(1, 21):
        refused(name, {**whole, key: raw[: len(raw) * point // 21]})


@pytest.mark.parametrize("name", FORMATS)
def test_a_page_in_place_of_the_list(name: str) -> None:
    """A login page, an empty body and an error message in JSON, all sent with status 200."""
    first = FORMATS[name].files[0]
    page = b"\n<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>"
    assert "this is an HTML page" in refused(name, {first: page})
    assert "a login or error page?" in refused(name, {first: b"\xef\xbb\xbf<HTML><body>503</body></HTML>"})
    assert "the file is empty" in refused(name, {first: b" \r\n\x1a"})
    assert "JSON" in refused(name, {first: b'{"error": "token expired"}'})


@pytest.mark.parametrize("name", XML)
def test_another_document_is_not_the_list(name: str) -> None:
    """A feed, another list's file, and plain text."""
    assert "the root element is <rss>" in refused(name, {"": b"<rss><channel/></rss>"})
    other = next(one for one in XML if one != name)
    assert "expected <" in refused(name, sample(other))
    assert "line 1" in refused(name, {"": b"Forbidden"})


BOMB = b"".join(b'<!ENTITY a%d "%s">' % (n + 1, b"&a%d;" % n * 10) for n in range(9))
DTDS = {
    "bomb": b'<!DOCTYPE x [<!ENTITY a0 "ha">' + BOMB + b"]>",
    "file": b'<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>',
    "network": b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    "parameter": b'<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>',
}


@pytest.mark.parametrize("kind", DTDS)
@pytest.mark.parametrize("name", XML)
def test_documents_with_their_own_types_or_entities(name: str, kind: str) -> None:
    """Entity bombs, files and addresses of a DTD are refused before anything of them is expanded."""
    declaration, _, rest = sample(name)[""].partition(b"?>")
    for text in (rest, rest.replace(b"2026", b"&a9;", 1)):
        what = refused(name, {"": declaration + b"?>" + DTDS[kind] + text})
        assert "document type" in what or "line" in what


@settings(deadline=None)
@given(st.sampled_from(PIECES), st.integers(0), st.integers(0), st.binary(max_size=20))
def test_damage_is_refused_or_read(piece: tuple[str, str], start: int, length: int, new: bytes) -> None:
    """Whatever bytes stand in the middle of a file, nothing but the list's own error comes out."""
    name, key = piece
    files = sample(name)
    raw = files[key]
    at = start % len(raw)
    files[key] = raw[:at] + new + raw[at + length % 40 :]
    with suppress(ListError):
        parse(name, files, "list")


def test_numbers_of_any_length_are_no_bug() -> None:
    """Python refuses to convert 5,000 digits; a list may hold them."""
    digits = b"9" * 5000
    sdn = sample("ofac-sdn-xml")[""].replace(b"<Record_Count>4<", b"<Record_Count>" + digits + b"<")
    assert parse("ofac-sdn-xml", {"": sdn}, "list").declared is None
    un = sample("un-xml")[""].replace(b"<YEAR>1969<", b"<YEAR>" + digits + b"<")
    assert len(parse("un-xml", {"": un}, "list").listings) == 3


def test_a_bomb_in_utf16_is_refused_too() -> None:
    """The check reads the document as the parser does, not its bytes."""
    text = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE sdnList [<!ENTITY a "b">]><sdnList>&a;</sdnList>'
    assert "document type" in refused("ofac-sdn-xml", {"": text.encode("utf-16")})


def test_deep_nesting_is_refused() -> None:
    """A million open elements end in an error of the list, not of the process."""
    refused("un-xml", {"": b"<CONSOLIDATED_LIST>" + b"<a>" * 1_000_000})


def paths(root: etree._Element) -> dict[str, etree._Element]:
    """The first element of every path of a document that has elements in it."""
    first: dict[str, etree._Element] = {}
    for element in root.iter("*"):
        steps = [etree.QName(one).localname for one in (*reversed(list(element.iterancestors())), element)]
        if len(element):
            first.setdefault("/" + "/".join(steps), element)
    return first


@pytest.mark.parametrize("name", XML)
def test_an_unknown_element_is_reported_with_its_count(name: str) -> None:
    """Two new elements, anywhere: they stand under ``unknown``, or in a part of which nothing is used at all."""
    whole = read(name)
    for path in paths(etree.fromstring(sample(name)[""])):
        root = etree.fromstring(sample(name)[""])
        element = paths(root)[path]
        element.extend([etree.Element("newThing"), etree.Element("newThing")])
        parsed = parse(name, {"": etree.tostring(root)}, "list")
        assert parsed.listings == whole.listings
        if not any(text.endswith("newThing ×2") for text in parsed.unknown):
            element.clear(keep_tail=True)
            assert parse(name, {"": etree.tostring(root)}, "list").listings == whole.listings, path


def test_unknown_attributes_nested_parts_and_values_are_reported() -> None:
    """Attributes of known elements, children of leaves, a group beside the known ones, labels and types."""
    text = sample("ofac-sdn-xml")[""].decode()
    text = text.replace("<uid>35173</uid>", '<uid sort="1">35173</uid>')
    text = text.replace("<lastName>SHOIGU</lastName>", "<lastName>SHOIGU<part/></lastName><lastName>SHOYGU</lastName>")
    text = text.replace("<idType>Gender</idType>", "<idType>Shoe Size</idType>")
    text = text.replace("<sdnType>Entity</sdnType>", "<sdnType>Network</sdnType>")
    text = text.replace("</sdnList>", "<footer/></sdnList>")
    assert parse("ofac-sdn-xml", {"": text.encode()}, "list").unknown == (
        "/sdnList/footer ×1",
        "/sdnList/sdnEntry/lastName ×1",
        "/sdnList/sdnEntry/lastName/part ×1",
        "/sdnList/sdnEntry/sdnType=Network ×1",
        "/sdnList/sdnEntry/uid/@sort ×1",
        "/sdnList/sdnEntry: label 'Shoe Size' ×1",
    )


def test_an_unknown_column_is_reported_and_a_lost_one_refused() -> None:
    """The UK may add a column; without the unique id there is no list."""
    text = sample("uk-csv")[""].decode()
    assert parse("uk-csv", {"": text.replace("Website", "Web site", 1).encode()}, "list").unknown == (
        "column 'web site' ×1",
    )
    assert "no column 'unique id'" in refused("uk-csv", {"": text.replace("Unique ID", "Ref", 1).encode()})


def test_csv_rows_of_another_width_and_stray_quotes_name_their_line() -> None:
    """A missing column, a quote that does not close, and a first cell that is no number."""
    files = sample("ofac-csv")
    lines = files["alt"].split(b"\r\n")
    narrow = b"\r\n".join([lines[0], b'20157,1,"aka"', *lines[2:]])
    assert "line 2 has 3 columns, expected 5" in refused("ofac-csv", {**files, "alt": narrow})
    open_quote = files["alt"].replace(b'"KIM', b'""KIM', 1)
    assert "quotes around line 2" in refused("ofac-csv", {**files, "alt": open_quote})
    named = files["alt"].replace(b"20157,", b"ent_num,", 1)
    assert "row 2 of the alt file starts with 'ent_num'" in refused("ofac-csv", {**files, "alt": named})
    assert "end mark" in refused("ofac-csv", {**files, "add": files["add"].rstrip(b"\x1a")})


def test_comments_without_a_continuation_are_incomplete() -> None:
    """A comments file that was cut at the end of a line lacks the continuation of some remarks."""
    files = sample("ofac-csv")
    assert "no continuation" in refused("ofac-csv", {**files, "comments": b'36,"x"\r\n'})


def test_unknown_formats_and_files() -> None:
    """The mistake names what is known."""
    assert "known are ofac-enhanced-xml" in refused("ofac-xml", {"": b""})
    assert "'sdn' is missing; its files are sdn, alt, add, comments" in refused("ofac-csv", {"alt": b""})
    assert "has no file 'alt'; it is one file" in refused("un-xml", {"": b"", "alt": b""})


def test_doubles_and_nameless_entries_are_kept_or_told() -> None:
    """Two entries of one reference keep all their names; an entry without a name is counted aloud."""
    text = sample("un-xml")[""].decode()
    text = text.replace("KPi.033", "QDi.322").replace("<FIRST_NAME>JAMA'ATU", "<FIRST_NAMES>JAMA'ATU")
    text = text.replace("WAL-JIHAD</FIRST_NAME>", "WAL-JIHAD</FIRST_NAMES>")
    text = text.replace("<ALIAS_NAME>Boko Haram</ALIAS_NAME>", "").replace(">Western Education is a Sin<", "><")
    parsed = parse("un-xml", {"": text.encode()}, "list")
    assert [listing.reference for listing in parsed.listings] == ["QDi.322"]
    assert "RI WON HO" in {alias.text for alias in parsed.listings[0].aliases}
    assert parsed.warnings == (
        "list:QDe.138 has no name and cannot be screened ×1",
        "list:QDi.322 stands twice in the list; the names of both entries are kept ×1",
        "there is no ENTITY/FIRST_NAME anywhere in it: have names moved? ×1",
    )
    assert parsed.unknown == ("/CONSOLIDATED_LIST/ENTITIES/ENTITY/FIRST_NAMES ×1",)
