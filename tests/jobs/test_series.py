"""Real editions of lists, one after another from a server, each served twice a day apart: what changed, and what of it
reaches the stored articles.
"""

import csv
import gzip
import io
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from lxml import etree

from tests.jobs.histories import BEGIN, found, recomputed, take
from tests.lists.conftest import SHARED
from tests.servers import LOOPBACK, LoopbackServer, serving
from watchlist.changes import ChangeKind
from watchlist.config import Config, load
from watchlist.fetch import Fetcher
from watchlist.jobs.cycle import current_watch, fetch_options, look_back
from watchlist.jobs.refresh import refresh
from watchlist.model import Article
from watchlist.store import Store

pytestmark = pytest.mark.shared
DAY = timedelta(days=1)
Entries = Mapping[str, object]
"""What a file states of every target that the lists room reads, by reference, as somebody else would read it."""


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    """A server on loopback."""
    with serving() as running:
        yield running


def editions(folder: str, pattern: str) -> list[bytes]:
    """The editions in a folder of the shared lists, oldest first."""
    paths = sorted((SHARED / folder).glob(pattern))
    if not paths:
        pytest.skip("the large data folder is not beside the project")
    return [gzip.decompress(path.read_bytes()) for path in paths]


def rows(raw: bytes) -> Entries:
    """OFAC's rows by their number."""
    read = csv.reader(io.StringIO(raw.decode()))
    return {row[0]: [" ".join(cell.split()) for cell in row] for row in read if len(row) > 1}


UNUSED = {
    *("VERSIONNUM", "LIST_TYPE", "LAST_DAY_UPDATED", "SORT_KEY", "SORT_KEY_LAST_MOD", "SUBMITTED_BY", "SUBMITTED_ON"),
    *("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS", "NOTE", "DATE_OF_ISSUE", "CITY_OF_ISSUE", "NATIONALITY2", "STREET"),
    *(
        "DATAID",
        "INDIVIDUAL_ALIAS/CITY_OF_BIRTH",
        "INDIVIDUAL_ALIAS/COUNTRY_OF_BIRTH",
        "INDIVIDUAL_ALIAS/DATE_OF_BIRTH",
    ),
}


def leaves(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Everything that an entry of the UN states, with the place where it stands."""
    for leaf in element.iter():
        steps = [above.tag for above in leaf.iterancestors() if above in element.iterdescendants()][::-1]
        path = "/".join((*steps, leaf.tag))
        text = " ".join((leaf.text or "").split())
        if not len(leaf) and text and UNUSED.isdisjoint({*path.split("/"), path}):
            yield path, text


def entries(raw: bytes) -> Entries:
    """The UN's individuals and entities by their reference."""
    found = etree.fromstring(raw).iter("INDIVIDUAL", "ENTITY")
    return {(one.findtext("REFERENCE_NUMBER") or "").strip(): sorted(leaves(one)) for one in found}


def compared(before: Entries, after: Entries) -> dict[ChangeKind, set[str]]:
    """What changed from one file to the next, by their own words."""
    return {
        ChangeKind.ADD: after.keys() - before.keys(),
        ChangeKind.DEL: before.keys() - after.keys(),
        ChangeKind.MOD: {one for one in after.keys() & before.keys() if before[one] != after[one]},
    }


def learned(store: Store, after: int) -> dict[ChangeKind, set[str]]:
    """What the state learned since a change."""
    known = store.changes.between(after, store.changes.newest())
    return {
        kind: {one.change.listing.partition(":")[2] for one in known if one.change.kind is kind} for kind in ChangeKind
    }


def configured(folder: Path, form: str, where: str) -> Config:
    """One list from a server."""
    path = folder / "watchlist.yaml"
    path.write_text(
        f"""\
version: 1
lists: [{{name: the-list, format: {form}, {where}}}]
cache: cache
network: {{allow: [{LOOPBACK[0]}]}}
""",
        encoding="utf-8",
    )
    return load(path)


def archive(store: Store, config: Config, number: int) -> None:
    """News about listings that the newest edition has, beside others that it may lose or change later."""
    now = BEGIN + number * 3 * DAY
    watch = current_watch(store, config, now)
    parties = sorted(watch.parties.values(), key=lambda one: one.id)
    for at, party in enumerate(parties[number :: len(parties) // 12]):
        plain = " ".join(reversed(party.name.split(", ")))
        other = parties[(at * 997 + number) % len(parties)].listings[0].aliases[-1].text
        text = f"Officials spoke of {plain} on Tuesday, and of {other}, in Moscow. The rest of the day was quiet."
        take(store, watch, Article(f"a{number}-{at}", "wire", "", text, digest=f"{number}-{at}"), now)


def walk(
    folder: Path, config: Config, raws: list[bytes], serve: Callable[[bytes], None], read: Callable[[bytes], Entries]
) -> None:
    """Serve every edition twice, a day apart; compare what is learned, and what the archive says in the end."""
    with Store.open(folder / "var", exclusive=True) as store:
        for number, raw in enumerate(raws):
            serve(raw)
            change = store.changes.newest()
            for now in (BEGIN + number * 3 * DAY, BEGIN + (number * 3 + 1) * DAY):
                with Fetcher(fetch_options(config)) as fetcher:
                    [outcome] = refresh(store, config.lists, fetcher, now=now)
                assert outcome.good, outcome.reason
                look_back(store, config, current_watch(store, config, now), now)
            if number:
                assert learned(store, change) == compared(read(raws[number - 1]), read(raw)), number
            archive(store, config, number)
        watch = current_watch(store, config, BEGIN + 99 * DAY)
        assert found(store) == recomputed(store, watch)


def serve_un(server: LoopbackServer, raw: bytes) -> None:
    """One file."""
    server.answer("/un.xml", raw)


OTHERS = {
    "alt": b'36,12,"aka","AERO-CARIBBEAN",-0- \r\n\x1a',
    "add": b'36,25,-0- ,"Havana","Cuba",-0- \r\n\x1a',
    "comments": b'99999,"no entry"\r\n\x1a',
}
"""The files beside the primary one, which the series does not have: always the same, so that they change nothing."""


def serve_ofac(server: LoopbackServer, raw: bytes) -> None:
    """The primary file of an edition and those beside it."""
    for part, content in {"sdn": raw, **OTHERS}.items():
        server.answer(f"/{part}.csv", content)


def test_some_editions_of_the_un(tmp_path: Path, server: LoopbackServer) -> None:
    """Three editions, 2021 to 2023, in which the schema changed: every ADD, MOD and DEL."""
    config = configured(tmp_path, "un-xml", f"url: {server.url('/un.xml')}")
    walk(tmp_path, config, editions("un/series", "*.gz")[::4], partial(serve_un, server), entries)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_all_editions_of_the_un(tmp_path: Path, server: LoopbackServer) -> None:
    """All ten."""
    config = configured(tmp_path, "un-xml", f"url: {server.url('/un.xml')}")
    walk(tmp_path, config, editions("un/series", "*.gz"), partial(serve_un, server), entries)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_all_editions_of_ofac(tmp_path: Path, server: LoopbackServer) -> None:
    """Five editions of the SDN list, 2021 to 2024, the eve and the day of a war among them."""
    parts = (f"{part}: {server.url(f'/{part}.csv')}" for part in ("sdn", "alt", "add", "comments"))
    config = configured(tmp_path, "ofac-csv", f"urls: {{{', '.join(parts)}}}")
    walk(tmp_path, config, editions("ofac/sdn_csv_series", "*.gz"), partial(serve_ofac, server), rows)
