"""One contender in a process of its own, so that its memory is its own.

``python -m bench.measure FOLDER ROW full|quick`` prints one line of JSON. Times are processor time of this process, so
that neighbours on the machine count little.
"""

import json
import platform
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median

from bench import planted
from bench.contender import Contender, Ready
from bench.line_up import CONTENDERS
from bench.material import Material, is_long, size
from watchlist.model import Article

FLAGGED = 300
"""Articles on which flags are counted."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured of one contender; seconds of processor time, bytes, megabytes of peak memory.

    ``speed`` is MB/s and ``rate`` articles/s over long articles, ``long`` and ``unseen`` the median milliseconds of a
    long article and of any, ``wall`` the seconds that the timed articles took by the clock, ``flags`` those of an
    article.
    """

    name: str
    articles: int = 0
    speed: float = 0.0
    rate: float = 0.0
    long: float = 0.0
    unseen: float = 0.0
    wall: float = 0.0
    index: float = 0.0
    flags: float = 0.0
    memory: float = 0.0
    note: str = ""
    kinds: dict[str, planted.Kind] = field(default_factory=dict)


@dataclass(slots=True)
class _Pass:
    """Sums over one run through the timed articles."""

    bytes: int = 0
    long: list[float] = field(default_factory=list)
    each: list[float] = field(default_factory=list)


def measure(contender: Contender, material: Material, *, quick: bool) -> Row:
    """Build, learn, time, plant; ImportError where the tool is not installed."""
    most, per_kind = contender.bounds(quick=quick)
    build = contender.prepare(material)
    start = time.process_time()
    ready = build()
    index = time.process_time() - start
    if contender.learns:
        for article in material.learned():
            ready.scan(article)
    began = time.perf_counter()
    passes = [_timed(ready, _few(material.timed(), most)) for _ in range(contender.passes)]
    wall = (time.perf_counter() - began) / contender.passes
    memory = _peak()
    flagged = [len(ready.flags(article)) for article in _few(material.timed(), min(most or FLAGGED, FLAGGED))]
    kinds = planted.score(ready, material, per_kind) if contender.plants and material.planted.is_dir() else {}
    seconds = median(sum(one.long) for one in passes) or float("inf")
    first = passes[0]
    return Row(
        name=contender.name,
        articles=len(first.each),
        speed=first.bytes / 1e6 / seconds,
        rate=len(first.long) / seconds,
        long=median(1000 * took for one in passes for took in one.long or (0.0,)),
        unseen=0.0 if most else median(1000 * took for one in passes for took in one.each),
        wall=wall,
        index=index,
        flags=sum(flagged) / len(flagged) if flagged else 0.0,
        memory=memory,
        kinds=kinds,
    )


def _timed(ready: Ready, articles: Iterable[Article]) -> _Pass:
    sums = _Pass()
    for article in articles:
        start = time.process_time()
        ready.scan(article)
        took = time.process_time() - start
        sums.each.append(took)
        if is_long(article):
            sums.long.append(took)
            sums.bytes += size(article)
    return sums


def _few(articles: Iterator[Article], most: int | None) -> Iterator[Article]:
    """All articles, or the first long ones where a tool is too slow for all."""
    return articles if most is None else islice(filter(is_long, articles), most)


def _peak() -> float:
    """Peak memory of this process in MB, from the system's own count where it can be read.

    ``ru_maxrss`` (kilobytes on Linux, bytes on macOS) also counts what a parent held before it started the process.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        peaks = (line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(next(peaks)) / 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if platform.system() == "Darwin" else 1e3)


def main() -> None:
    """Measure the row that the arguments name and print it; a tool that is not there is a row with the reason."""
    folder, name, mode = sys.argv[1:]
    contender = next(one for one in CONTENDERS if one.name == name)
    try:
        row = measure(contender, Material(Path(folder)), quick=mode == "quick")
    except ImportError as fault:
        row = Row(name, note=f"not installed ({fault.name})")
    print(json.dumps(asdict(row)))


if __name__ == "__main__":
    main()
