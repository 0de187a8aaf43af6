"""Words of a text that never forget where they stood."""

import re
from typing import NamedTuple

# Vowel signs of Indian scripts are marks too: पुतिन is one word.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u05b0-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"
    "\u0900-\u0963\u0966-\u0d7f"
)
_UNSPACED = "\u3005\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTERS = rf"[^\W_{_UNSPACED}]+"
# Persian parts the syllables of one word by a mark without width.
_APOSTROPHES = "'’ʼ‘`ʻ\u200c"
# A word is letters and digits with inner apostrophes (Qa'ida, don't); scripts without spaces give one token a run.
_PIECE = rf"{_LETTERS}(?:[{_MARKS}]+(?:{_LETTERS})?)*"
_WORD = re.compile(rf"{_PIECE}(?:[{_APOSTROPHES}]{_PIECE})*|[{_UNSPACED}]+")
_APART = re.compile(f"({_WORD.pattern})")


class Token(NamedTuple):
    """One word: ``text[start:end] == surface``."""

    start: int
    end: int
    surface: str


def tokenize(text: str) -> list[Token]:
    """Words of ``text`` in order; runs of Han and Kana are one token each."""
    return [Token(found.start(), found.end(), found.group()) for found in _WORD.finditer(text)]


def words_and_gaps(text: str) -> tuple[list[str], list[str]]:
    """The words of ``text``, and what stands before, between and behind them: one gap more than words.

    Written in turn, gap first, they are the text, so that places are known without a token for every word.
    """
    parts = _APART.split(text)
    return parts[1::2], parts[::2]
