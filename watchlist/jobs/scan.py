"""Local texts against the lists, without touching the state."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from watchlist.errors import ReportError
from watchlist.jobs.lines import MENTION_COLUMNS, flat, mention_lines, network_lines
from watchlist.jobs.steps import Track, unseen
from watchlist.jobs.watch import Watch
from watchlist.model import Article, Fault, Screening
from watchlist.news.articles import make_article
from watchlist.news.folder import read_folder

SOURCE = "scan"


def articles_in(paths: Sequence[Path]) -> Iterator[Article | Fault]:
    """Every article in files and folders, and every document that could not be read; ``SourceError`` for no path."""
    for path in paths:
        for found in read_folder(path, SOURCE):
            yield from found.faults
            yield from found.articles


def pasted(text: str) -> Article:
    """A text that somebody typed or piped in."""
    return make_article(SOURCE, "standard input", "", text)


@dataclass(frozen=True, slots=True)
class Scanned:
    """How much was scanned and found."""

    articles: int
    mentions: int
    networks: int
    faults: tuple[Fault, ...]


def screenings(watch: Watch, found: Iterable[Article | Fault]) -> Iterator[Screening | Fault]:
    """What each article holds; a text that cannot be screened becomes a fault, and the rest goes on."""
    for each in found:
        if isinstance(each, Fault):
            yield each
            continue
        try:
            yield watch.screen(each)
        except Exception as bug:  # noqa: BLE001 - one poisonous text must not stop the others
            reason = f"screening failed ({type(bug).__name__}: {bug})"
            yield Fault(each.id, reason, "please report this with the text")


class Lines:
    """The files that a scan writes: they appear whole at the end, or not at all."""

    def __init__(self, watch: Watch, mentions: Path | None, networks: Path | None) -> None:
        self._watch = watch
        self._targets = {
            path: path.with_name(f".{path.name}.part") for path in (mentions, networks) if path is not None
        }
        self._paths = (mentions, networks)
        self._stack = ExitStack()
        self._mentions: TextIO | None = None
        self._networks: TextIO | None = None

    def __enter__(self) -> Self:
        mentions, networks = self._paths
        try:
            self._mentions = self._open(mentions)
            self._networks = self._open(networks)
        except ReportError as error:
            self.__exit__(type(error), error, None)
            raise
        if self._mentions is not None and _is_table(mentions):
            self._mentions.write("\ufeff")
            csv.writer(self._mentions).writerow(MENTION_COLUMNS)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._stack.close()
        for path, part in self._targets.items():
            if kind is None:
                part.replace(path)
            else:
                part.unlink(missing_ok=True)

    def write(self, screening: Screening) -> None:
        """The lines of one article."""
        if self._mentions is not None:
            for line in mention_lines(self._watch, screening):
                if _is_table(self._paths[0]):
                    csv.DictWriter(self._mentions, MENTION_COLUMNS).writerow(flat(line))
                else:
                    self._mentions.write(json.dumps(line, ensure_ascii=False) + "\n")
        if self._networks is not None:
            for line in network_lines(self._watch, screening):
                self._networks.write(json.dumps(line, ensure_ascii=False) + "\n")

    def _open(self, path: Path | None) -> TextIO | None:
        if path is None:
            return None
        try:
            return self._stack.enter_context(self._targets[path].open("w", encoding="utf-8", newline=""))
        except OSError as error:
            raise ReportError(f"{path} cannot be written: {error.strerror}") from error


def _is_table(path: Path | None) -> bool:
    return path is not None and path.suffix.lower() == ".csv"


def write_lines(
    watch: Watch,
    found: Iterator[Article | Fault],
    mentions: Path | None,
    networks: Path | None,
    track: Track = unseen,
) -> Scanned:
    """Screen everything into files."""
    faults: list[Fault] = []
    articles = mentions_found = networks_found = 0
    with Lines(watch, mentions, networks) as lines:
        for each in screenings(watch, track(found, "articles")):
            if isinstance(each, Fault):
                faults.append(each)
                continue
            lines.write(each)
            articles += 1
            mentions_found += len(each.matches)
            networks_found += len(each.networks)
    return Scanned(articles, mentions_found, networks_found, tuple(faults))
