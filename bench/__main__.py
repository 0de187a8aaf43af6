"""Speed, memory and recall beside other tools, in one run on one machine: ``python -m bench [--quick] [--json FILE]``.

Speed counts articles of 1,000 characters and more, in megabytes of UTF-8 a second of processor time on one core.
"Cold" knows no word of the articles; "steady" has learned the words of other articles (60 % of the news), and is timed
on the rest. Peers get every name of two words and more, as printed and in reading order.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from bench import table
from bench.command import scans
from bench.contender import Contender
from bench.line_up import CONTENDERS
from bench.material import Material
from bench.measure import Row
from bench.planted import Kind

ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL", "RAYON")}


def main() -> None:
    """Prepare, measure each contender in its own process, print."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the articles: about two minutes")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="also write the tables to this file")
    parser.add_argument("--only", action="append", default=[], help="measure only contenders with this in their name")
    chosen = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 160)
    with tempfile.TemporaryDirectory() as folder:
        console.print("reading lists and news …")
        material, mode = Material(Path(folder)), "quick" if chosen.quick else "full"
        subprocess.run([sys.executable, "-m", "bench.material", folder, mode], check=True)  # noqa: S603 - own arguments
        notes = [*material.notes, _machine()]
        rows = list(_measured(console, material, chosen.only, mode))
        runs = [] if chosen.only else list(scans(material))
    notes += table.growth(rows)
    tables = [table.speeds(rows), *([table.recalls(rows)] if any(row.kinds for row in rows) else [])]
    tables += [table.commands(runs)] if runs else []
    console.print(*tables, *notes, sep="\n", highlight=False)
    if chosen.markdown is not None:
        chosen.markdown.write_text(table.markdown(tables, notes), encoding="utf-8")
    if chosen.json is not None:
        figures = {"notes": notes, "rows": [asdict(row) for row in rows], "scans": [asdict(run) for run in runs]}
        chosen.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _measured(console: Console, material: Material, only: Sequence[str], mode: str) -> Iterator[Row]:
    for contender in CONTENDERS:
        if only and not any(part in contender.name for part in only):
            continue
        if contender.only_full and mode == "quick":
            yield Row(contender.name, note="in the full run")
            continue
        console.print(f"measuring {contender.name} …", highlight=False)
        yield _in_own_process(contender, material, mode)


def _in_own_process(contender: Contender, material: Material, mode: str) -> Row:
    name, own = contender.name, Path(sys.prefix) / "peers" / contender.home / "bin" / "python"
    python = str(own) if contender.home and own.is_file() else sys.executable
    command = [python, "-m", "bench.measure", str(material.folder), name, mode]
    done = subprocess.run(  # noqa: S603 - own arguments
        command,
        env={**os.environ, **ONE_THREAD},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return Row(name, note=f"failed: {(done.stderr.strip().splitlines() or ['no words'])[-1]}")
    fields = json.loads(done.stdout.splitlines()[-1])
    return Row(**{**fields, "kinds": {kind: Kind(**counts) for kind, counts in fields["kinds"].items()}})


def _machine() -> str:
    model = platform.processor() or platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.is_file():
        names = (
            line.partition(":")[2].strip() for line in cpus.read_text().splitlines() if line.startswith("model name")
        )
        model = next(names, model)
    return f"{model}, Python {platform.python_version()}, one core"


if __name__ == "__main__":
    main()
