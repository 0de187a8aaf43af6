"""Progress bars on standard error, for work that takes long enough to wonder."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

PATIENCE_S = 0.5


def unshown(steps: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:  # noqa: ARG001 - shape of Track
    """The steps, when nobody watches."""
    yield from steps


def shown(steps: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """The steps, with a bar once they have taken a while; it disappears at the end."""
    began = time.monotonic()
    taken = 0
    remaining = iter(steps)
    for step in remaining:
        yield step
        taken += 1
        if time.monotonic() - began > PATIENCE_S:
            break
    else:
        return
    yield from _with_bar(remaining, what, total, taken)


def _with_bar(steps: Iterator[T], what: str, total: int | None, taken: int) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total, completed=taken)
        for step in steps:
            yield step
            progress.advance(task)
