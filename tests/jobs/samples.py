"""A small world for flows: two sample lists, a folder or feeds of news, a state in a temporary folder."""

from datetime import UTC, datetime
from pathlib import Path

from tests.servers import LOOPBACK
from watchlist.config import Config, load

LISTS = Path(__file__).parents[2] / "seeds" / "lists"
UN = (LISTS / "un.xml").read_bytes()
OFAC = (LISTS / "ofac-enhanced.xml").read_bytes()
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def configured(folder: Path, sources: str = "[]", more: str = "", un: str = "path: un.xml") -> Config:
    """A configuration in ``folder`` with copies of the OFAC and UN samples beside it."""
    for name, content in {"un.xml": UN, "ofac.xml": OFAC}.items():
        if not (folder / name).exists():
            (folder / name).write_bytes(content)
    path = folder / "watchlist.yaml"
    path.write_text(
        f"""\
version: 1
lists:
  - {{name: us-ofac-sdn, format: ofac-enhanced-xml, path: ofac.xml}}
  - {{name: un-sc, format: un-xml, {un}}}
sources: {sources}
network: {{allow: [{LOOPBACK[0]}]}}
{more}
""",
        encoding="utf-8",
    )
    return load(path)


def rss(*entries: str) -> bytes:
    """A feed of ready-made entries."""
    return f'<rss version="2.0"><channel><title>News</title>{"".join(entries)}</channel></rss>'.encode()


def entry(guid: str, title: str, text: str, link: str = "", date: str = "Mon, 23 Nov 2026 09:00:00 GMT") -> str:
    """One entry of a feed."""
    return (
        f"<item><guid isPermaLink='false'>{guid}</guid><title>{title}</title><description>{text}</description>"
        f"<link>{link}</link><pubDate>{date}</pubDate></item>"
    )


LONG = "President Vladimir Putin spoke in Moscow. " + "The weather was mild and the streets were quiet. " * 20
"""Long enough to count as a whole article."""
