"""Which names that stand in the place of a target are parties: no countries, dates, publishers, authorities."""

from collections.abc import Sequence

from watchlist.designations.names import Run, concepts, is_country, is_date, is_place
from watchlist.designations.sentence import Word
from watchlist.designations.words import classes
from watchlist.text.lexicon import lexicon
from watchlist.text.rarity import rarity

_SAID_BEFORE = ("role:",)
_LETTERS_ALONE = 3


def trimmed(words: Sequence[Word], run: Run) -> Run:
    """A name without the titles, roles and nationalities before it ("Russian Oligarch Ivan Petrov")."""
    first = run.first
    while first < run.last - 1 and not words[first].quote and _is_said_before(words, first, run.last):
        first += 1
    return Run(first, run.last)


def _is_said_before(words: Sequence[Word], first: int, last: int) -> bool:
    folded = words[first].folded
    if lexicon().is_a("title", folded) or any(label.startswith(_SAID_BEFORE) for label in concepts(folded)):
        return True
    rest = words[first + 1 : last]
    personal = len(rest) >= 2 and not any(is_word(word.folded) for word in rest)
    return is_country(folded) and personal


def is_word(folded: str) -> bool:
    """Whether news writes the word in lower case, or it says the kind of an organisation."""
    said = any(label.startswith(("org:", "cue:")) for label in concepts(folded))
    return said or rarity().is_everyday(folded) or lexicon().is_a("everyday", folded) or lexicon().is_a("legal", folded)


def is_party(words: Sequence[Word], run: Run, language: str, *, begins: bool) -> bool:
    """Whether the name may be a party's; ``begins`` says that its capital is that of the sentence."""
    named = words[run.first : run.last]
    if is_place(named) or all(_says_nothing(word, language) for word in named):
        return False
    own = [classes(language, word.folded) for word in named]
    if any("never" in each for each in own) and sum("never" in each for each in own) * 2 >= len(named):
        return False
    if len(named) == 1:
        return _stands_alone(named[0], begins=begins)
    return not all("authority" in each or is_country(word.folded) for each, word in zip(own, named, strict=True))


def _says_nothing(word: Word, language: str) -> bool:
    own = classes(language, word.folded)
    return (
        is_country(word.folded)
        or is_date(word.folded)
        or word.folded.isdigit()
        or bool(own.intersection({"never", "office", "court", "sport", "before", "joins", "clause"}))
        or (is_word(word.folded) and not word.quote)
        or any(label.startswith("role:") for label in concepts(word.folded))
    )


def _stands_alone(word: Word, *, begins: bool) -> bool:
    if len(word.surface) < _LETTERS_ALONE or any(lexicon().is_a(each, word.folded) for each in ("function", "title")):
        return False
    return word.quote > 0 or not begins or rarity().of(word.folded).lower_percent == 0
