"""Title, lead and body apart: nothing that a publisher says twice is screened twice, nothing it says once is lost."""

from watchlist.text.normalize import fold
from watchlist.text.scripts import UNSPACED, script_of
from watchlist.text.tokens import tokenize

# A summary that shares this part of its runs of words with the body is the beginning of it, cut or shortened.
_SHARED = 0.5
_RUN = 3


def with_lead(lead: str, body: str) -> str:
    """The body, after the lead as a paragraph of its own where the body does not say it; the longer one of the two.

    ``lead`` is what a feed gives of an article: mostly the beginning of the body, sometimes a sentence of its own that
    may name somebody whom the body does not. What stands there where the page gives less (a consent wall) stays alone.
    """
    if len(body) <= len(lead):
        return lead
    words = _words(lead)
    length = min(_RUN, len(words))
    said = _runs(words, length)
    if not said or len(said & _runs(_words(body), length)) >= _SHARED * len(said):
        return body
    return f"{lead.strip()}\n{body}"


def without_title(title: str, text: str) -> str:
    """The text without a first line that only repeats the title."""
    first, _, rest = text.partition("\n")
    return rest.lstrip() if rest.strip() and _words(first) == _words(title) else text


def _words(text: str) -> list[str]:
    """Folded words; where a script writes none apart, its signs."""
    folded = [fold(token.surface) for token in tokenize(text)]
    return [piece for word in folded for piece in (word if script_of(word) in UNSPACED else (word,))]


def _runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)} if length else set()
