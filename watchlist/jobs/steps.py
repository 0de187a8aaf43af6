"""What long work owes the person who waits: to show its steps, and to stop when asked."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Track(Protocol):
    """Gives the steps of some work one by one, and may show how far it is; ``total`` where it is known."""

    def __call__(self, steps: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
        """The same steps in the same order."""
        ...


Stopped = Callable[[], bool]
"""Whether to leave the work after the step at hand."""


def never() -> bool:
    """For work that nobody stops."""
    return False


def unseen(steps: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:  # noqa: ARG001 - shape of Track
    """For work that nobody watches."""
    yield from steps
