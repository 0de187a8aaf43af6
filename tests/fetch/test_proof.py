"""A file that is not the one its server says, and redirects that leave the publisher."""

import base64
import gzip
import hashlib

import pytest

from tests.servers import LoopbackServer
from watchlist.fetch import Fetched, Fetcher
from watchlist.model import Fault
from watchlist.sites import may_lead, site

BODY = b"<list/>" * 50


def sha256(body: bytes) -> str:
    """As headers print it."""
    return base64.b64encode(hashlib.sha256(body).digest()).decode()


@pytest.mark.parametrize(
    "header",
    [
        ("Repr-Digest", "sha-256=:{}:"),
        ("Content-Digest", "sha-512=:AAAA:, sha-256=:{}:"),
        ("Digest", "SHA-256={},MD5=AAAA"),
        ("x-amz-checksum-sha256", "{}"),
    ],
)
def test_a_stated_sum_is_held_against_the_file(
    server: LoopbackServer, fetcher: Fetcher, header: tuple[str, str]
) -> None:
    """The right sum passes, whether of the file or of its compressed form; another one is a fault."""
    name, form = header
    url = server.answer("/list", BODY, headers={name: form.format(sha256(BODY))})
    assert isinstance(fetcher.get(url), Fetched)
    server.answer("/list", BODY, headers={name: form.format(sha256(b"another"))})
    answer = fetcher.get(url)
    assert isinstance(answer, Fault)
    assert "SHA-256" in answer.what
    packed = gzip.compress(BODY, mtime=0)
    for sum_ in (sha256(packed), sha256(BODY)):
        server.answer("/list", packed, headers={"Content-Encoding": "gzip", name: form.format(sum_)})
        assert isinstance(fetcher.get(url), Fetched)


@pytest.mark.parametrize("value", ["", "sha-256=:!!!:", "sha-256=:AAAA:", "nonsense", "AAAA-3", "sha-512=:AAAA:"])
def test_what_is_no_sum_says_nothing(server: LoopbackServer, fetcher: Fetcher, value: str) -> None:
    """Other algorithms, sums of parts, garbage: as if nothing had been said."""
    url = server.answer("/list", BODY, headers={"Repr-Digest": value, "x-amz-checksum-sha256": value})
    assert isinstance(fetcher.get(url), Fetched)


@pytest.mark.parametrize(
    ("host", "registered"),
    [
        ("sanctionslistservice.ofac.treas.gov", "treas.gov"),
        ("sanctionslist.fcdo.gov.uk", "fcdo.gov.uk"),
        ("webgate.ec.europa.eu.", "europa.eu"),
        ("WWW.DFAT.GOV.AU", "dfat.gov.au"),
        ("www.international.gc.ca", "international.gc.ca"),
        ("127.0.0.1", "127.0.0.1"),
        ("localhost", "localhost"),
    ],
)
def test_the_site_of_a_host(host: str, registered: str) -> None:
    """What somebody has registered; an address is its own."""
    assert site(host) == registered


def test_redirects_stay_with_the_publisher() -> None:
    """Its own site, and hosts that are named; a name that only ends alike is another's."""
    assert may_lead("scsanctions.un.org", "www.un.org", ())
    assert not may_lead("scsanctions.un.org", "un.org.example", ())
    assert not may_lead("sanctionslist.fcdo.gov.uk", "evil.gov.uk", ())
    assert may_lead("sanctionslistservice.ofac.treas.gov", "x.s3.us-gov-west-1.amazonaws.com", ("*.amazonaws.com",))
    assert not may_lead("sanctionslistservice.ofac.treas.gov", "amazonaws.com.example", ("*.amazonaws.com",))


def test_a_redirect_to_another_site_is_not_followed(server: LoopbackServer, fetcher: Fetcher) -> None:
    """Where hosts are given; where none are, as for news, it may lead anywhere."""
    target = server.answer("/file", BODY).replace("127.0.0.1", "localhost")
    url = server.redirect("/list", target)
    assert isinstance(fetcher.get(url, hosts=("localhost.localdomain",)), Fault)
    assert server.asked("/file") == []
    assert isinstance(fetcher.get(url, hosts=("localhost",)), Fetched)
