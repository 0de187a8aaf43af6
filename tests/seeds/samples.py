"""What the tests of this folder share: the sample lists by format, the sample news, and what is expected of both."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from watchlist import lists
from watchlist.model import Article, Field
from watchlist.news.document import read_document

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
CONFIG = ROOT / "config"

# Format → (list name, key of each file → path in seeds/lists).
SAMPLES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "ofac-enhanced-xml": ("us-ofac-sdn", {"": "ofac-enhanced.xml"}),
    "ofac-sdn-xml": ("us-ofac-sdn", {"": "ofac-sdn.xml"}),
    "ofac-csv": (
        "us-ofac-sdn",
        {
            "sdn": "ofac-csv/sdn.csv",
            "alt": "ofac-csv/alt.csv",
            "add": "ofac-csv/add.csv",
            "comments": "ofac-csv/sdn_comments.csv",
        },
    ),
    "un-xml": ("un-sc", {"": "un.xml"}),
    "eu-fsf-xml": ("eu-fsf", {"": "eu-fsf.xml"}),
    "uk-xml": ("uk-sanctions", {"": "uk.xml"}),
    "uk-csv": ("uk-sanctions", {"": "uk.csv"}),
    "ch-seco-xml": ("ch-seco", {"": "ch-seco.xml"}),
    "us-csl-json": ("us-csl", {"": "us-csl.json"}),
}
OFFLINE = ("ofac-enhanced-xml", "un-xml", "eu-fsf-xml", "uk-xml", "ch-seco-xml", "us-csl-json")


@cache
def parsed(format_name: str) -> lists.ParsedList:
    """The sample list of a format."""
    list_name, _ = SAMPLES[format_name]
    return lists.parse(format_name, _files(format_name), list_name)


def first_file(format_name: str) -> bytes:
    """The file of a sample that holds an entry for every listing."""
    return next(iter(_files(format_name).values()))


def _files(format_name: str) -> Mapping[str, bytes]:
    _, paths = SAMPLES[format_name]
    return {key: (SEEDS / "lists" / path).read_bytes() for key, path in paths.items()}


@cache
def listing_ids() -> frozenset[str]:
    """Ids of all listings that the offline configuration loads."""
    return frozenset(listing.id for name in OFFLINE for listing in parsed(name).listings)


@dataclass(frozen=True, slots=True)
class Expected:
    """One entry of seeds/expected.yaml beside the article it speaks of."""

    article: Article
    entry: Mapping[str, Any]

    @property
    def name(self) -> str:
        """How test reports call it."""
        return name_of(self.entry)

    def places(self, must: Mapping[str, Any]) -> tuple[tuple[int, int], ...]:
        """Where a ``must`` surface stands, without the places inside a longer one of the same field."""
        part = Field(must.get("field", "text"))
        longer = [
            span
            for other in self.entry.get("must", ())
            if other.get("field", "text") == part and len(other["surface"]) > len(must["surface"])
            for span in spans(self.article.of(part), other["surface"])
        ]
        found = spans(self.article.of(part), must["surface"])
        return tuple(span for span in found if not any(start <= span[0] and span[1] <= end for start, end in longer))


def name_of(entry: Mapping[str, Any]) -> str:
    """The file, and the id within it."""
    return "#".join(filter(None, (entry["file"], entry.get("id", ""))))


def spans(text: str, surface: str) -> Iterator[tuple[int, int]]:
    """Every place of ``surface`` in ``text``."""
    start = text.find(surface)
    while start >= 0:
        yield start, start + len(surface)
        start = text.find(surface, start + 1)


@cache
def entries() -> tuple[Mapping[str, Any], ...]:
    """The entries of seeds/expected.yaml."""
    return tuple(YAML(typ="safe").load(SEEDS / "expected.yaml")["articles"])


@cache
def articles() -> Mapping[str, Article]:
    """The sample news by the name that ``name_of`` gives them."""
    return dict(pair for path in sorted((SEEDS / "news").iterdir()) for pair in _of_file(path))


def _of_file(path: Path) -> Iterator[tuple[str, Article]]:
    several = path.suffix in {".json", ".jsonl"}
    for article in read_document(path.name, path.read_bytes(), "sample-news").articles:
        yield (f"{path.name}#{article.id}" if several else path.name), article


def expected() -> tuple[Expected, ...]:
    """Every entry with its article."""
    return tuple(Expected(articles()[name_of(entry)], entry) for entry in entries())
