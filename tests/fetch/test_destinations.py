"""Where a fetch may go: public addresses, allowed networks, checked again at every redirect."""

import socket
import ssl
import subprocess
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.servers import LOOPBACK, LoopbackServer, serving
from watchlist.fetch import Fetched, Fetcher, FetchOptions, Limits, NotModified
from watchlist.fetch.addresses import is_public, networks, parse_address, refusal
from watchlist.fetch.causes import shown
from watchlist.fetch.client import check_destination
from watchlist.fetch.network import DestinationError, resolve_public
from watchlist.model import Fault

QUICK = Limits(wire_bytes=10_000, decoded_bytes=10_000, deadline_s=3, redirects=3)


def what(answer: Fetched | NotModified | Fault) -> str:
    """The cause in the fault that an answer must be."""
    assert isinstance(answer, Fault), answer
    return answer.what


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104
        "10.1.2.3",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.8.8.8",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
    ],
)
def test_addresses_that_are_not_public_are_refused(address: str) -> None:
    """Private, local, reserved, multicast and tunnel ranges, however they are wrapped."""
    assert not is_public(parse_address(address))
    assert refusal(address, 443, ())


@pytest.mark.parametrize("address", ["1.1.1.1", "8.8.8.8", "93.184.215.14", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses_are_not_refused(address: str) -> None:
    """What everyone can reach may be fetched from, on web ports."""
    assert refusal(address, 443, ()) == ""
    assert "port 22" in refusal(address, 22, ())


def test_allowed_networks_may_be_private_and_on_any_port() -> None:
    """`network.allow` opens what it names and nothing beside it."""
    allow = networks(["192.168.7.0/24"])
    assert refusal("192.168.7.9", 5000, allow) == ""
    assert refusal("::ffff:192.168.7.9", 5000, allow) == ""
    assert refusal("192.168.8.9", 5000, allow)


@pytest.mark.parametrize(
    "host",
    ["127.1", "0", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001", "localhost", "localhost."],
)
def test_every_spelling_of_loopback_is_refused(host: str) -> None:
    """The resolver's answer is checked, not the spelling."""
    with pytest.raises(DestinationError):
        resolve_public(host, 80, ())


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/x",
        "gopher://example.org",
        "data:text/plain,x",
        "javascript:alert(1)",
        "unix:/run/x",
        "//example.org/feed",
        "feed.xml",
        "http:///x",
        "http://[::1]/",
        "http://127.0.0.1:631/",
        "https://169.254.169.254/latest",
        "http://8.8.8.8:6379/",
    ],
)
def test_addresses_that_are_not_web_addresses_are_refused(url: str) -> None:
    """Only http and https, only to literal addresses that are public."""
    with pytest.raises(DestinationError):
        check_destination(httpx.URL(url), ())


def test_a_redirect_is_followed_and_the_final_address_reported(server: LoopbackServer, fetcher: Fetcher) -> None:
    """Relative and absolute targets are followed."""
    final = server.answer("/c", b"here")
    server.redirect("/b", final, 308)
    answer = fetcher.get(server.redirect("/a", "b", 301))
    assert isinstance(answer, Fetched)
    assert (answer.body, answer.url) == (b"here", final)


def test_a_redirect_loop_ends(server: LoopbackServer, fetcher: Fetcher) -> None:
    """The number of hops is bounded."""
    url = server.redirect("/loop", "/loop")
    assert "more than 3 redirects" in what(fetcher.get(url, limits=QUICK))
    assert len(server.asked("/loop")) == 4


def test_a_redirect_without_a_target_is_a_fault(server: LoopbackServer, fetcher: Fetcher) -> None:
    """302 without Location is no answer."""
    assert "302" in what(fetcher.get(server.answer("/a", status=302)))


def test_a_redirect_to_a_private_address_is_refused_before_connecting(server: LoopbackServer, fetcher: Fetcher) -> None:
    """A feed cannot lead to another listener on this machine: not one connection arrives there."""
    with socket.create_server(("127.0.0.2", 0)) as listener:
        listener.settimeout(0.1)
        url = server.redirect("/feed", f"http://127.0.0.2:{listener.getsockname()[1]}/secret")
        assert "127.0.0.2 is not a public address" in what(fetcher.get(url, limits=QUICK))
        with pytest.raises(TimeoutError):
            listener.accept()


def test_loopback_is_refused_unless_allowed(server: LoopbackServer) -> None:
    """By number or by name, nothing arrives without `network.allow`."""
    server.answer("/feed", b"x")
    with Fetcher(FetchOptions()) as fetcher:
        for host in ("127.0.0.1", "localhost"):
            assert "not a public address" in what(fetcher.get(server.url("/feed", host), limits=QUICK))
    assert server.asked("/feed") == []


@pytest.mark.parametrize(
    "target",
    ["http://169.254.169.254/latest/meta-data", "file:///etc/passwd", "http://[::ffff:10.0.0.1]/", "//0x7f.2/"],
)
def test_a_redirect_to_a_forbidden_place_is_refused(server: LoopbackServer, fetcher: Fetcher, target: str) -> None:
    """Every hop is checked like the first."""
    assert "was not fetched" in what(fetcher.get(server.redirect("/feed", target), limits=QUICK))


@pytest.mark.parametrize(
    "url",
    ["", "http://", "http://[", "http://a b/", "http://x:99999/", "http://\ud800/", "http://" + "a" * 70 + ".org/"],
)
def test_nonsense_addresses_are_faults(fetcher: Fetcher, url: str) -> None:
    """What no parser or resolver accepts is said to be so."""
    assert what(fetcher.get(url, limits=QUICK))


@given(st.text(max_size=60))
def test_an_address_can_always_be_shown(text: str) -> None:
    """Faults can name any address, without line breaks or what stands before an @."""
    for url in (text, f"http://{text}", f"https://user:secretword@{text}"):
        assert "secretword@" not in shown(url)
        assert "\n" not in shown(url)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Key and self-signed certificate for the name localhost in one file, fresh."""
    path = tmp_path_factory.mktemp("tls") / "localhost.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
    arguments = [*command.split(), "-addext", "subjectAltName=DNS:localhost", "-keyout", str(path), "-out", str(path)]
    try:
        subprocess.run(arguments, check=True, capture_output=True, timeout=60)
    except FileNotFoundError:
        pytest.skip("openssl is not installed, so no certificate can be made")
    key_and_certificate = path.read_text()
    assert "BEGIN CERTIFICATE" in key_and_certificate
    return path


def tls(certificate: Path) -> ssl.SSLContext:
    """A server's context with this certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_an_untrusted_certificate_is_refused(certificate: Path) -> None:
    """There is no way around verification."""
    with serving(tls(certificate)) as server, Fetcher(FetchOptions(allow=(*LOOPBACK, "::1/128"))) as fetcher:
        server.answer("/feed", b"x")
        assert "certificate that is not valid" in what(fetcher.get(server.url("/feed", "localhost"), limits=QUICK))
        assert server.asked("/feed") == []


def test_a_trusted_certificate_counts_for_its_name_only(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of the address is verified, although the connection goes to the checked number; TLS is never left."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with serving(tls(certificate)) as server, Fetcher(FetchOptions(allow=(*LOOPBACK, "::1/128"))) as fetcher:
        server.answer("/feed", b"x")
        server.redirect("/down", f"http://localhost:{server.port}/feed")
        assert isinstance(fetcher.get(server.url("/feed", "localhost"), limits=QUICK), Fetched)
        assert "certificate that is not valid" in what(fetcher.get(server.url("/feed"), limits=QUICK))
        assert "leaves TLS" in what(fetcher.get(server.url("/down", "localhost"), limits=QUICK))
