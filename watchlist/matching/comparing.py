"""How two names score against each other without an article: words are read as in text, and all of both count."""

from collections.abc import Sequence
from dataclasses import dataclass

from watchlist.matching.names import PART_WEIGHT, NameForm, Part, forms_of, is_native
from watchlist.matching.readings import QUALITY, How
from watchlist.matching.vocabulary import Vocabulary
from watchlist.matching.weights import evidence
from watchlist.model import Alias, AliasKind, Evidence, Listing, Party, PartyType
from watchlist.text import hangul
from watchlist.text.normalize import fold
from watchlist.text.tokens import tokenize

# An initial may be any name that begins with it; two of them are all that a name usually has.
INITIAL_QUALITY = 0.5
MOST_INITIALS = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """The best of several candidate names: its ``score`` in [0, 1], the name itself and the evidence."""

    score: float
    alias: str
    evidence: tuple[Evidence, ...]


def compare(query: str, candidates: Sequence[str], party_type: PartyType | None = None) -> Comparison:
    """Score ``query`` against each candidate and return the best; without a type both readings are tried."""
    types = (party_type,) if party_type is not None else (PartyType.PERSON, PartyType.ORGANIZATION)
    found = [_compare_one(query, candidate, kind) for candidate in candidates for kind in types]
    return max(found, key=lambda comparison: comparison.score, default=Comparison(0.0, "", ()))


def _compare_one(query: str, candidate: str, party_type: PartyType) -> Comparison:
    if not fold(query).strip() or not fold(candidate).strip():
        return Comparison(0.0, candidate, ())
    if fold(query) == fold(candidate):
        return Comparison(1.0, candidate, (evidence("same-name", 1.0, candidate),))
    if any(map(_is_romanised, (query, candidate), (candidate, query))):
        return Comparison(QUALITY[How.TRANSLITERATED], candidate, (evidence("same-name", 1.0, candidate),))
    if is_native(query) or is_native(candidate):
        return Comparison(0.0, candidate, ())
    pairs = [(left, right) for left in _forms(query, party_type) for right in _forms(candidate, party_type)]
    scored = [_score(*pair) for left, right in pairs for pair in ((left, right), (right, left))]
    score, lines = max(scored, key=lambda entry: entry[0], default=(0.0, ()))
    return Comparison(round(score, 4), candidate, lines)


def _is_romanised(native: str, latin: str) -> bool:
    """Whether a full name in Hangul is spelled by a Latin one."""
    characters = fold(native).replace(" ", "")
    words = tuple(token.surface for token in tokenize(fold(latin)))
    return hangul.is_syllables(characters) and hangul.spells(characters, words)


def _forms(name: str, party_type: PartyType) -> list[NameForm]:
    alias = Alias(name, AliasKind.PRIMARY)
    listing = Listing("compare:1", "compare", "1", party_type, (alias,))
    return list(forms_of(Party(listing.id, party_type, name, (listing,)), 0))


def _score(query: NameForm, listed: NameForm) -> tuple[float, tuple[Evidence, ...]]:
    """Weight of the words that agree, of all words of both names; numbers have to agree and initials count half."""
    if _numbers(query) != _numbers(listed):
        return 0.0, ()
    agreed = _agreed(query, listed)
    left = [at for at in range(len(query.words)) if at not in {place for place, _, _ in agreed}]
    rest = [at for at in range(len(listed.words)) if at not in {at for _, at, _ in agreed}]
    initials = [(place, at) for place in left for at in rest if _is_initial_of(query.words[place], listed.words[at])]
    pairs = [*agreed, *((place, at, INITIAL_QUALITY) for place, at in initials[:MOST_INITIALS])]
    got = sum(quality * (_weight(query, place) + _weight(listed, at)) for place, at, quality in pairs)
    everything = sum(_weight(form, at) for form in (query, listed) for at in range(len(form.words)))
    score = got / everything if everything else 0.0
    said = ", ".join(f"{query.words[place]} = {listed.words[at]}" for place, at, _ in pairs)
    missing = ", ".join([*(query.words[at] for at in left), *(listed.words[at] for at in rest)])
    lines = [evidence("same-words", score, said)] if said else []
    return score, (*lines, evidence("missing-word", 0.0, missing)) if missing else tuple(lines)


def _agreed(query: NameForm, listed: NameForm) -> list[tuple[int, int, float]]:
    """Words of the query and of the listed name that are the same word, each used once, with how well they agree."""
    vocabulary = Vocabulary(listed.words)
    left = dict(enumerate(query.words))
    agreed: list[tuple[int, int, float]] = []
    for at, word in enumerate(listed.words):
        found = [
            (reading.quality, -place)
            for place, other in left.items()
            for reading in vocabulary.sense(other.capitalize()).readings
            if reading.folded == word
        ]
        if found:
            quality, place = max(found)
            agreed.append((-place, at, quality))
            del left[-place]
    return agreed


def _weight(form: NameForm, at: int) -> float:
    return PART_WEIGHT[form.parts[at]]


def _is_initial_of(short: str, word: str) -> bool:
    return (len(short) == 1 and word.startswith(short)) or (len(word) == 1 and short.startswith(word))


def _numbers(form: NameForm) -> frozenset[str]:
    return frozenset(word for word, part in zip(form.words, form.parts, strict=True) if part is Part.NUMBER)
