"""A configuration is read whole or refused with every mistake in its place."""

import json
import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from watchlist.config import find, load
from watchlist.config.keys import section_of
from watchlist.config.reading import MAX_BYTES, Document, read
from watchlist.config.schema import Config
from watchlist.errors import ConfigError
from watchlist.model import PartyType

SMALL = "version: 1\nlists: [{name: un-sc, format: un-xml, path: un.xml}]\n"


def write(folder: Path, text: str) -> Path:
    """A configuration file in a folder of its own."""
    path = folder / "watchlist.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(folder: Path, text: str) -> list[str]:
    """Every mistake as ``line:column: what``."""
    with pytest.raises(ConfigError) as caught:
        load(write(folder, text))
    return [f"{each.line}:{each.column}: {each.what}" for each in caught.value.mistakes]


def test_only_version_and_lists_are_required(tmp_path: Path) -> None:
    """The smallest file gives the documented defaults, with paths beside the file."""
    config = load(write(tmp_path, SMALL))
    assert config.state == tmp_path.resolve() / "var"
    assert config.reports == tmp_path.resolve() / "reports"
    assert config.lists[0].path == tmp_path.resolve() / "un.xml"
    assert config.lists[0].every == timedelta(hours=1)
    assert (config.timezone, config.report.at, config.sources) == ("UTC", time(6), ())


def test_countries_are_words(tmp_path: Path) -> None:
    """Norway is no boolean, Namibia no missing value."""
    text = SMALL + "watchlists: [{name: north, include: {countries: [NO, NA, ON], types: [person]}}]\n"
    include = load(write(tmp_path, text)).watchlists[0].include
    assert include is not None
    assert include.countries == ("NO", "NA", "ON")
    assert include.types == (PartyType.PERSON,)


TEN = """\
version: 1
lists:
  - name: us-ofac-sdn
    format: ofac-enhanced-xlm
    path: sdn.xml
    evry: 1h
  - name: un-sc
    format: un-xml
  - name: un-sc
    format: un-xml
    path: un.xml
    bounds: {person: [900, 100]}
sources:
  - {name: news, feed: ftp://example.org/rss, every: soon}
  - {feed: "https://example.org/rss", folder: inbox}
timezone: Europe/Berln
watchlists:
  - name: arms
    include: {regimes: [rusia], lists: [un-cs]}
    threshold: {alert: 0.5, review: 0.7}
report: {at: 25:00}
"""


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    """Every mistake is told in the order of the file, with line, column, key and what was probably meant."""
    told = mistakes(tmp_path, TEN)
    expected = [
        "4:5: lists.0.format: unknown format 'ofac-enhanced-xlm' (did you mean 'ofac-enhanced-xml'?)",
        "6:5: lists.0.evry: unknown key (did you mean 'every'?)",
        "7:5: lists.1: says not where it comes from",
        "9:5: lists.2.name: the name 'un-sc' is taken by lists.1",
        "12:14: lists.2.bounds.person: the lower bound 900 is above the upper one 100",
        "14:18: sources.0.feed: not a web address: 'ftp://example.org/rss'",
        "14:47: sources.0.every: not a duration: 'soon'",
        "15:5: sources.1.name: this key is required",
        "15:39: sources.1.folder: beside 'feed'; give only one of feed, sitemap",
        "16:1: timezone: unknown time zone 'Europe/Berln' (did you mean 'Europe/Berlin'?)",
        "19:25: watchlists.0.include.regimes.0: unknown regime 'rusia' (did you mean 'russia'?)",
        "19:41: watchlists.0.include.lists.0: unknown list (did you mean 'un-sc'?)",
        "20:5: watchlists.0.threshold: review (0.7) is above alert (0.5)",
        "21:10: report.at: not a time of day: '25:00'",
    ]
    assert len(told) == len(expected)
    for line, beginning in zip(told, expected, strict=True):
        assert line.startswith(beginning)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (SMALL + "sources: [{name: a, page: 'https://e.example'}]\n", ": sources.0: needs 'links' beside 'page'"),
        (
            SMALL + "sources: [{name: a, feed: 'https://e.example', links: a}]\n",
            ": sources.0.links: beside 'feed'; it is about 'page'",
        ),
        (
            SMALL + "sources: [{name: a, page: 'https://e.example', links: 'a['}]\n",
            ": sources.0.links: is no CSS selector",
        ),
        (SMALL + "state: a\nstate: b\n", "4:1: state: said twice, first in line 3"),
        (SMALL + "contact: &me a@b.org\nreports: *me\n", "3:10: anchor &me: anchors and aliases are not read"),
        (SMALL + "contact: !!python/name:os.system x\n", "3:10: tag"),
        (SMALL + "1: 2\n", "3:1: a key must be a word"),
        (SMALL + "---\nversion: 1\n", "3:1: a second document begins here"),
        (SMALL + "mute: [{alias: A, reason: b}]\n", "3:8: mute.0.until: this key is required"),
        (SMALL + "networks: [{name: A}]\n", "3:12: networks.0: a network needs members, signals or both"),
        (SMALL + "networks: [{name: A, members: ['un-xx:1']}]\n", "'un-xx' is neither a list nor a watchlist"),
        (SMALL + "watchlists: [{name: a}]\n", "a watchlist needs include, parties or both"),
        (SMALL + "watchlists: [{name: a, include: {}, notify: [x]}]\n", "unknown receiver"),
        (SMALL + "network: {allow: [localhost]}\n", "not an address or a range: 'localhost'"),
        (SMALL + "network:\n  allow: [10.0.0.0/8\n", "not YAML"),
        ("", "1:1: the file is empty"),
        ("- a\n", "1:1: the file must hold keys and values"),
        ("version: 2\nlists: []\n", "2 is not one of 1"),
        (
            "version: 1\nlists: [{name: x, format: ofac-csv, url: 'https://example.org/a'}]\n",
            "several files; give urls",
        ),
        ("a: " + "[" * 60, "nested too deeply"),
        (SMALL + "mute: [{alias: A, reason: b, until: 2027-13-01}]\n", "3:30: mute.0.until: no such day: '2027-13-01'"),
        (SMALL + "mute: [{alias: A, reason: b, until: 20271301}]\n", "3:30: mute.0.until: not a date: 20271301"),
        (SMALL + "watchlists: [{name: a, include: {countries: [Russia]}}]\n", "two capital letters, as in RU"),
        (SMALL + "networks: [{name: A, members: [12]}]\n", "networks.0.members.0: should be text, not 12"),
        ("version: 1\nlists: []\n", "2:1: lists: is empty"),
        (SMALL + "watchlists: [{name: a, include: {}, threshold: {alert: 2}}]\n", "alert: should be 1 or less, not 2"),
    ],
)
def test_one_mistake(tmp_path: Path, text: str, what: str) -> None:
    """Each kind of mistake has words of its own."""
    assert any(what in line for line in mistakes(tmp_path, text))


def test_an_impossible_date_hides_no_other_mistake(tmp_path: Path) -> None:
    """One message at its own line, among all the others; a bad entry does not make its list empty."""
    assert len(mistakes(tmp_path, "version: 1\nlists: [{name: UN, format: un-xml, path: a}]\n")) == 1
    told = mistakes(tmp_path, SMALL + "mute:\n  - alias: A\n    reason: b\n    until: 2027-13-01\nreport: {at: noon}\n")
    assert [line.split(": ")[0:2] for line in told] == [["6:5", "mute.0.until"], ["7:10", "report.at"]]


def test_a_possible_date_is_read(tmp_path: Path) -> None:
    """With and without quotes, and a date in a text stays text."""
    text = (
        SMALL
        + "mute: [{alias: 2027-01-01, reason: b, until: 2027-06-30}, {alias: B, reason: b, until: '2027-06-30'}]\n"
    )
    config = load(write(tmp_path, text))
    assert {each.until for each in config.mute} == {date(2027, 6, 30)}
    assert config.mute[0].alias == "2027-01-01"


def slots(section: type[BaseModel]) -> Iterator[tuple[str, ...]]:
    """Every key of the schema, through the first entry of sequences (``-``)."""
    for name, field in section.model_fields.items():
        inner = section_of(section, name)
        many = ("-",) if get_origin(field.annotation) is tuple else ()
        yield (name,)
        yield (name, *many, *(("-",) if inner is None else ()))
        yield from ((name, *many, *rest) for rest in (slots(inner) if inner else ()))


def holding(path: tuple[str, ...], value: object) -> object:
    """A value at a path of keys and entries."""
    for key in reversed(path):
        value = [value] if key == "-" else {key: value}
    return value


@pytest.mark.parametrize(
    "wrong", ["", "?", -1, 7.5, True, None, [], {}, [[1, 2, 3]], {"a": {"b": 1}}, "x" * 3000], ids=repr
)
def test_no_mistake_is_told_in_words_of_a_library(tmp_path: Path, wrong: object) -> None:
    """Whatever stands at whatever key, what is said of it is plain."""
    for path in dict.fromkeys(slots(Config)):
        try:
            load(write(tmp_path, json.dumps(holding(path, wrong))))
        except ConfigError as error:
            told = str(error)
            assert not re.search(r"Input|Tuple|String|Dict|valid|instance|\^", told), told


def test_unreadable_files_are_mistakes(tmp_path: Path) -> None:
    """A missing file, bytes that are no text and a file without end are refused, never raised as they are."""
    with pytest.raises(ConfigError, match="watchlist init"):
        load(tmp_path / "absent.yaml")
    assert "not UTF-8" in str(read(b"version: 1\nlists: \xff"))
    assert "more than" in str(read(b"#" * (MAX_BYTES + 1)))


@given(st.binary(max_size=300) | st.text("[]{}:,-&*!|>%@`'\"# \n\tabv1.~?", max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """Whatever the file holds, reading gives values or problems."""
    assert isinstance(read(raw), Document | tuple)


def test_the_hash_is_of_the_values(tmp_path: Path) -> None:
    """Comments, layout and the folder do not move the hash; a value does."""
    first = load(write(tmp_path, SMALL)).hash
    elsewhere = tmp_path / "other"
    elsewhere.mkdir()
    block = "# a comment\nlists:\n  - path: un.xml\n    name: un-sc\n    format: un-xml\nversion: 1\n"
    assert load(write(elsewhere, block)).hash == first
    assert load(write(tmp_path, SMALL + "timezone: UTC\n")).hash != first


def test_the_usual_places(tmp_path: Path) -> None:
    """The named file first, then config/watchlist.yaml, then watchlist.yaml, else a line that names init."""
    with pytest.raises(ConfigError, match="watchlist init"):
        find(None, tmp_path)
    near = write(tmp_path, SMALL)
    assert find(None, tmp_path) == near
    (tmp_path / "config").mkdir()
    usual = tmp_path / "config" / "watchlist.yaml"
    usual.write_text(SMALL)
    assert find(None, tmp_path) == usual
    assert find(near, tmp_path) == near
