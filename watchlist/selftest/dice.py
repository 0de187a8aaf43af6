"""Choices that fall the same on every machine: numbers drawn from a digest of what they are for, never from a clock."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


def digest(*purpose: object) -> int:
    """A number in [0, 2^64) that depends on ``purpose`` alone."""
    text = "\x1f".join(map(str, purpose))
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest())


class Dice:
    """A series of choices for one purpose; the same purpose gives the same series."""

    def __init__(self, *purpose: object) -> None:
        self._purpose = purpose
        self._thrown = 0

    def below(self, limit: int) -> int:
        """A number from 0 to ``limit`` - 1."""
        self._thrown += 1
        return digest(*self._purpose, self._thrown) % limit

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self.below(len(options))]

    def some(self, options: Sequence[T], count: int) -> list[T]:
        """``count`` different options, or all of them where there are fewer, in any order."""
        left = list(options)
        return [left.pop(self.below(len(left))) for _ in range(min(count, len(left)))]
