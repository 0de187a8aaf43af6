"""A self-test for people: its tables at the width of a terminal."""

from collections.abc import Iterator, Sequence
from io import StringIO

from rich import box
from rich.console import Console
from rich.table import Table as Grid

from watchlist.cli.words import count, line, plain
from watchlist.jobs.selftest import SelfTest
from watchlist.jobs.selftest_page import basis
from watchlist.selftest import Group, Table, Verdict, tables

WIDTH = 80


def shown(of: SelfTest, *, verbose: bool) -> str:
    """The tables; ``verbose`` adds those by language and context, every name that failed, and what the run rests on."""
    out = StringIO()
    console = Console(file=out, width=WIDTH, highlight=False, markup=False, color_system=None)
    articles = count(len(of.verdicts), "made-up article")
    console.print(f"{articles} with names from {count(len(of.snapshots), 'list')}, seed {of.plan.seed}")
    for table in tables(of.effectiveness):
        if verbose or not table.detail:
            console.print()
            console.print(_grid(table))
            if table.note:
                console.print(table.note)
    text = "\n".join(row.rstrip() for row in out.getvalue().splitlines())
    return "\n\n".join([text, *(["\n".join(_failed(of.verdicts)), "\n".join(map(line, basis(of)))] if verbose else [])])


def _grid(table: Table) -> Grid:
    grid = Grid(title=table.title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 0, 0, 1))
    grid.add_column(table.head[0], no_wrap=True)
    for head in table.head[1:]:
        grid.add_column(head, justify="right")
    for row in table.rows:
        grid.add_row(*map(plain, row))
    return grid


def _failed(verdicts: Sequence[Verdict]) -> Iterator[str]:
    for verdict in verdicts:
        if not verdict.passed:
            planted = verdict.planted
            listed = "no list" if planted.subject is None else planted.subject.alias.text
            fate = verdict.match.level if planted.group is Group.INVENTED and verdict.match else verdict.found
            yield line(f"{planted.kind}: {planted.surface} ({listed}): {fate}")


def too_low(of: SelfTest, floor: float | None) -> str:
    """Which effectiveness is under the floor, in words; empty where none is."""
    if floor is None:
        return ""
    low = [name for name, tally in (("exact", of.effectiveness.control), ("manipulated", of.effectiveness.manipulated))
           if tally.effectiveness is not None and 100 * tally.effectiveness < floor]  # fmt: skip
    return f"{' and '.join(low)} names are under {floor:g} %" if low else ""
