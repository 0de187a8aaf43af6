"""The command ``watchlist scan`` as people call it, first with nothing prepared, then again."""

import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bench.material import Material

ARTICLES = 100


@dataclass(frozen=True, slots=True)
class Command:
    """One run: seconds of processor time, megabytes of peak memory."""

    name: str
    articles: int
    seconds: float
    memory: float


def scans(material: Material) -> Iterator[Command]:
    """Scan a few articles twice: the second run may use what the first one kept."""
    few = material.folder / "few.jsonl"
    with material.timed_path.open(encoding="utf-8") as lines:
        rows = list(islice(lines, ARTICLES))
    few.write_text("".join(rows), encoding="utf-8")
    out = material.folder / "found.jsonl"
    command = [sys.executable, "-m", "watchlist", "scan", str(few), "--config", str(material.config), "--out", str(out)]
    for name in ("first", "again"):
        started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - own arguments
        _, _, usage = os.wait4(started.pid, 0)
        memory = usage.ru_maxrss / (1e6 if platform.system() == "Darwin" else 1e3)
        yield Command(name, len(rows), usage.ru_utime + usage.ru_stime, memory)
