"""What somebody probably meant to write."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """``" (did you mean 'every'?)"`` for the nearest known word, or nothing where none is near."""
    words = {word.casefold(): word for word in known}
    near = get_close_matches(written.casefold(), words, n=1, cutoff=0.6)
    return f" (did you mean {words[near[0]]!r}?)" if near else ""
