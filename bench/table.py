"""The measured rows as tables for people."""

from collections.abc import Sequence
from io import StringIO

from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Column, Table

from bench.command import Command
from bench.line_up import BASE, MANY, STEADY
from bench.measure import Row
from bench.planted import NONE, Kind, kinds_in_order


def speeds(rows: Sequence[Row]) -> Table:
    """One row for each contender, in units that people compare."""
    table = Table(
        "",
        *_right(
            "MB/s", "× base", "articles/s", "ms, long", "ms, any", "flags/article", "memory MB", "index s", "articles"
        ),
        "",
    )
    base = next((row.speed for row in rows if row.name == BASE), 0.0)
    for row in rows:
        if not row.articles:
            table.add_row(row.name, *[""] * 9, row.note)
            continue
        share = f"{row.speed / base:.3f}" if base else ""
        speed = (
            f"{row.speed:.3g}",
            share,
            f"{row.rate:,.0f}" if row.rate >= 10 else f"{row.rate:.2f}",
            f"{row.long:.2f}",
            f"{row.unseen:.2f}" if row.unseen else "",
        )
        rest = (f"{row.flags:.2f}", f"{row.memory:,.0f}", f"{row.index:.1f}", f"{row.articles:,}", row.note)
        table.add_row(row.name, *speed, *rest)
    return table


def growth(rows: Sequence[Row]) -> list[str]:
    """How much longer an article takes with eight times as many names, in words."""
    rates = {row.name: row.rate for row in rows if row.rate}
    if not rates.keys() >= {STEADY, MANY}:
        return []
    return [f"with eight times as many names an article takes {rates[STEADY] / rates[MANY]:.1f} times as long"]


def recalls(rows: Sequence[Row]) -> Table:
    """Share of planted names found, by kind; for invented names the share that was flagged all the same."""
    planted = [row for row in rows if row.kinds]
    table = Table("planted", *_right(*(row.name for row in planted)))
    for kind in kinds_in_order(row.kinds for row in planted):
        label = "on no list, flagged" if kind == NONE else kind
        table.add_row(label, *(_share(row.kinds.get(kind), kind) for row in planted))
    table.add_row("names of each kind", *(str(max(kind.names for kind in row.kinds.values())) for row in planted))
    return table


def _share(kind: Kind | None, name: str) -> str:
    if kind is None or not kind.names:
        return ""
    return f"{(kind.false if name == NONE else kind.found) / kind.names:.3f}"


def _right(*names: str) -> list[Column]:
    return [Column(name, justify="right") for name in names]


def commands(rows: Sequence[Command]) -> Table:
    """The program as people call it: reading lists, indexing, screening, writing."""
    table = Table("watchlist scan", *_right("articles", "seconds", "peak memory MB"))
    for row in rows:
        table.add_row(row.name, f"{row.articles:,}", f"{row.seconds:.1f}", f"{row.memory:,.0f}")
    return table


def markdown(tables: Sequence[Table], notes: Sequence[str]) -> str:
    """The same tables for a document."""
    paper = StringIO()
    for one in tables:
        one.box = MARKDOWN
        Console(width=400, file=paper).print(one)
    lines = (line.strip() for line in paper.getvalue().splitlines())
    return "\n".join([*lines, *(f"- {note}" for note in notes), ""])
