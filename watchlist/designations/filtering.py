"""Which names that stand in the place of a target are parties: no countries, dates, publishers, authorities."""

from collections.abc import Sequence

from watchlist.designations.names import (
    CAPITAL_NOUNS,
    DECLINING,
    Run,
    concepts,
    has_role,
    is_country,
    is_date,
    is_noun,
    is_place,
)
from watchlist.designations.sentence import Line, Word
from watchlist.designations.words import classes
from watchlist.text.lexicon import lexicon
from watchlist.text.rarity import rarity

# Ends of Russian, Ukrainian and Polish patronymics in all cases, folded.
_PATRONYMICS = ("вич", "вича", "вичу", "вичем", "виче", "вна", "вну", "вны", "вной", "вне", "вні", "вною", "wicz")
_LETTERS_ALONE = 3
_FEWEST_OF_INSTITUTION = 3


def trimmed(words: Sequence[Word], run: Run, language: str) -> Run:
    """A name without the titles, roles, employers and nationalities before it ("Rosneft CEO Igor Sechin")."""
    if words[run.first].quote:
        return run
    first = run.first
    while first < run.last - 1 and _is_said_before(words, first, run.last, language):
        first += 1
    for place in range(run.last - 3, first, -1):
        if _is_office(words[place]) and _is_personal(words[place + 1 : run.last]):
            first = place + 1
            break
    if language in DECLINING and has_role(words, first, language) and run.last - first > 2:
        patronymic = words[run.last - 2].folded.endswith(_PATRONYMICS)
        first = run.last - 3 if patronymic else run.last - 2
    return Run(first, run.last)


def _is_said_before(words: Sequence[Word], first: int, last: int, language: str) -> bool:
    personal = _is_personal(words[first + 1 : last])
    given = rarity().of(words[first].folded).given > 0  # Israel, Salvador, Jordan
    if lexicon().is_a("title", words[first].folded) or "authority" in classes(language, words[first].folded):
        return personal
    return _is_office(words[first]) or (is_country(words[first].folded) and personal and not given)


def _is_office(word: Word) -> bool:
    labels = concepts(word.folded)
    said = any(label.startswith("role:") for label in labels) and not any(label.startswith("org:") for label in labels)
    return said or lexicon().is_a("title", word.folded)


def _is_personal(rest: Sequence[Word]) -> bool:
    """Whether the words can be the name of a person."""
    return len(rest) >= 2 and not any(is_word(word.folded) for word in rest)


def is_word(folded: str) -> bool:
    """Whether news writes the word in lower case, or it says the kind of an organisation."""
    said = any(label.startswith(("org:", "cue:")) for label in concepts(folded))
    return said or rarity().is_everyday(folded) or lexicon().is_a("everyday", folded) or lexicon().is_a("legal", folded)


def is_party(line: Line, run: Run, language: str) -> bool:
    """Whether the name may be a party's."""
    named = line.words[run.first : run.last]
    if len(named) == 1:
        return _stands_alone(line, run.first, language)
    own = [classes(language, word.folded) for word in named]
    never = sum("never" in each for each in own)
    if is_place(named) or (never and never * 2 >= len(named)):
        return False
    if all(_says_nothing(word, language) for word in named):
        return _is_institution(named, own)
    return not all("authority" in each or is_country(word.folded) for each, word in zip(own, named, strict=True))


def _is_institution(named: Sequence[Word], own: Sequence[frozenset[str]]) -> bool:
    """Whether words that say nothing each make the name of an organisation ("Moscow State Technical University")."""
    kinds = any(label.startswith("org:") for word in named for label in concepts(word.folded))
    return (
        kinds and len(named) >= _FEWEST_OF_INSTITUTION and not any(each & {"office", "court", "sport"} for each in own)
    )


def _says_nothing(word: Word, language: str) -> bool:
    own = classes(language, word.folded)
    return (
        is_country(word.folded)
        or is_date(word.folded)
        or word.folded.isdigit()
        or bool(own.intersection({"never", "authority", "office", "court", "sport", "before", "joins", "clause"}))
        or (is_word(word.folded) and not word.quote)
        or any(label.startswith("role:") for label in concepts(word.folded))
    )


def _stands_alone(line: Line, at: int, language: str) -> bool:
    """Whether one word is a name: in quotation marks, or a word that is nothing else."""
    word = line.words[at]
    if len(word.surface) < _LETTERS_ALONE or is_place([word]) or _says_nothing(word, language):
        return False
    if word.quote or any(letter.isupper() or letter.isdigit() for letter in word.surface[1:]):
        return True
    if language in CAPITAL_NOUNS:
        return at > 0 and is_noun(line.words[at - 1].folded, language)
    if line.headline or any(lexicon().is_a(each, word.folded) for each in ("function", "title")):
        return False
    return at > 0 or rarity().of(word.folded).lower_percent == 0
