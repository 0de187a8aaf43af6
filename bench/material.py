"""What is measured, laid out in one folder: parties, names, articles to learn from and to be timed on, planted names.

``python -m bench.material FOLDER full|quick`` writes it, in a process of its own: what a process once held counts as
the peak memory of those that it starts.
"""

import json
import pickle
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.variation import varied
from watchlist.config import load
from watchlist.jobs.editions import local_files, read_edition
from watchlist.model import Article, Listing, Party
from watchlist.news.folder import read_folder
from watchlist.parties import join
from watchlist.text.language import detect_language

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
LEARNED = 0.6
LONG = 1_000
QUICK = 10
TIMES = 8


@dataclass(frozen=True, slots=True)
class Material:
    """A prepared folder; every measured process reads from it what it needs, and nothing else into its memory."""

    folder: Path

    @property
    def config(self) -> Path:
        """A configuration with the lists, whose state and cache are in the folder."""
        return self.folder / "watchlist.yaml"

    @property
    def notes(self) -> list[str]:
        """What the figures are of, in words."""
        return (self.folder / "notes.txt").read_text(encoding="utf-8").splitlines()

    @property
    def timed_path(self) -> Path:
        """The file of the timed articles."""
        return self.folder / "timed.jsonl"

    @property
    def planted(self) -> Path:
        """Articles with planted names and their gold; absent where there is no planting script."""
        return self.folder / "planted"

    @property
    def scorer(self) -> Path:
        """The script that says which flags are right."""
        return SHARED / "bench" / "evaluate.py"

    def parties(self, times: int) -> list[Party]:
        """The parties of the lists, or ``times`` as many."""
        with (self.folder / f"parties-{times}.pkl").open("rb") as file:
            parties: list[Party] = pickle.load(file)  # noqa: S301 - written by this program a moment ago
        return parties

    def names(self) -> dict[str, tuple[str, ...]]:
        """Every name of two words or more, as printed and in reading order, with the listings that print it."""
        return {name: tuple(listings) for name, listings in map(json.loads, _lines(self.folder / "names.jsonl"))}

    def learned(self) -> Iterator[Article]:
        """The articles that a memo may learn from."""
        return map(_article, _lines(self.folder / "learned.jsonl"))

    def timed(self) -> Iterator[Article]:
        """The articles that are timed; none of them is among the learned ones."""
        return map(_article, _lines(self.timed_path))

    def planted_articles(self, per_kind: int | None) -> Iterator[Article]:
        """Articles with one planted name each, the first ``per_kind`` of each kind or all."""
        for row in map(json.loads, _lines(self.planted / "articles.jsonl")):
            if per_kind is None or int(row["id"].rpartition("/")[2]) < per_kind:
                yield Article(row["id"], "plant", "", row["text"], language=detect_language(row["text"]))


def prepare(folder: Path, *, quick: bool) -> None:
    """Lay everything out in ``folder``: the shared data beside the project where it is, else the bundled samples."""
    real = (SHARED / "bench" / "lists.yaml").is_file()
    lists = SHARED / "bench" / "lists.yaml" if real else ROOT / "config" / "offline.yaml"
    parties = parties_of(lists)
    _write_config(folder, lists)
    _write_parties(folder, parties, (1,) if quick else (1, TIMES))
    _write_names(folder / "names.jsonl", [listing for party in parties for listing in party.listings])
    articles = list(_corpora(SHARED / "data" / "news") if real else _bundled())
    random.Random(3).shuffle(articles)  # noqa: S311 - the same order every time, not a secret one
    if quick and real:
        articles = articles[: len(articles) // QUICK]
    cut = int(len(articles) * LEARNED)
    _write_articles(folder / "learned.jsonl", articles[:cut])
    _write_articles(folder / "timed.jsonl", articles[cut:])
    notes = [f"{len(parties):,} parties; memo learned on {cut:,} articles, {len(articles) - cut:,} others timed"]
    if not real:
        notes.append("no ../shared/data: bundled sample lists and news, too little to compare speeds by")
    if not _plant(folder / "planted", 40 if quick else 200):
        notes.append("no ../shared/bench/plant.py: no planted names")
    (folder / "notes.txt").write_text("\n".join(notes), encoding="utf-8")


def size(article: Article) -> int:
    """Bytes that a tool has to read."""
    return len(f"{article.title}\n{article.text}".encode())


def is_long(article: Article) -> bool:
    """Whether an article counts for the throughput: short ones measure the call, not the work."""
    return len(article.text) >= LONG


def parties_of(lists: Path) -> Sequence[Party]:
    """The parties of a configuration's lists that stand in files."""
    config = load(lists)
    editions = [
        read_edition(entry, local_files(entry), url="", retrieved=datetime.now(UTC))
        for entry in config.lists
        if entry.path is not None
    ]
    listings = [listing for edition in editions for listing in edition.parsed.listings]
    return join(listings, [entry.name for entry in config.lists])


def _write_config(folder: Path, lists: Path) -> None:
    entries = [
        {"name": entry.name, "format": entry.format, "path": str(entry.path)}
        for entry in load(lists).lists
        if entry.path is not None
    ]
    settings = {"version": 1, "state": str(folder / "state"), "cache": str(folder / "cache"), "lists": entries}
    (folder / "watchlist.yaml").write_text(json.dumps(settings), encoding="utf-8")  # JSON is YAML


def _write_parties(folder: Path, parties: Sequence[Party], sizes: Iterable[int]) -> None:
    for times in sizes:
        with (folder / f"parties-{times}.pkl").open("wb") as file:
            pickle.dump(list(varied(parties, times)), file)


def _plant(folder: Path, per_kind: int) -> bool:
    """Run the shared planting script; whether there is one."""
    script = SHARED / "bench" / "plant.py"
    if not script.is_file():
        return False
    command = [sys.executable, str(script), str(folder), "--seed", "1", "--per-kind", str(per_kind)]
    subprocess.run(command, check=True)  # noqa: S603 - own arguments
    return True


def _write_names(path: Path, listings: Iterable[Listing]) -> None:
    names: dict[str, dict[str, None]] = {}
    for listing in listings:
        for alias in listing.aliases:
            for name in {alias.text, _reading_order(alias.text)}:
                if len(name.split()) > 1:
                    names.setdefault(name, {})[listing.id] = None
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps([name, list(ids)]) + "\n" for name, ids in sorted(names.items()))


def _reading_order(name: str) -> str:
    """Given name first, as news prints it."""
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma and "," not in given else name


def _corpora(folder: Path) -> Iterator[Article]:
    for path in sorted(folder.glob("*/articles.jsonl")):
        for row in map(json.loads, _lines(path)):
            yield Article(row["id"], path.parent.name, row["title"], row["text"], language=row["lang"])


def _bundled() -> Iterator[Article]:
    for found in read_folder(ROOT / "seeds" / "news", "bench"):
        yield from found.articles


def _write_articles(path: Path, articles: Iterable[Article]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for one in articles:
            row = {"id": one.id, "source": one.source, "title": one.title, "text": one.text, "lang": one.language}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _article(line: str) -> Article:
    row = json.loads(line)
    return Article(row["id"], row["source"], row["title"], row["text"], language=row["lang"])


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from file


if __name__ == "__main__":
    prepare(Path(sys.argv[1]), quick=sys.argv[2] == "quick")
