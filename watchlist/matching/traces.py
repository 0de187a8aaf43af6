"""What an index needs of an article before a party can matter there: which stored articles a change of lists touches.

A trace promises too much rather than too little: an article that holds none of a changed party's openers and signs, and
no word that is new to the vocabulary or gone from it, is screened to the same matches before and after the change.
"""

import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from watchlist.matching.identifiers import values_in
from watchlist.matching.index import Index
from watchlist.matching.invisible import visible
from watchlist.matching.page import Page
from watchlist.matching.readings import Reader
from watchlist.matching.vocabulary import DECLINES, LONGEST_WORD, SMALL, Mark
from watchlist.model import Article, Field, Party
from watchlist.text.normalize import fold, unmask
from watchlist.text.scripts import CASED, Script, script_of

SIGN = "\x01"
"""Opens what is no word but has to be equal: the start of a name in native characters, an identifier."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One party: a digest of all that matching knows of it, and what an article must hold to name it.

    ``openers`` are listed words, one or two that must be read together; ``signs`` have to be equal.
    """

    digest: str
    openers: tuple[tuple[str, ...], ...]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Traces:
    """All parties of an index by id, and its vocabulary: each word with its right to decline or be written small."""

    parties: Mapping[str, Trace]
    words: frozenset[str]

    def of(self, parties: Collection[str]) -> "Traces":
        """The traces of some parties alone, with no more of the vocabulary than opens their names."""
        chosen = {party: trace for party, trace in self.parties.items() if party in parties}
        opening = {word for trace in chosen.values() for opener in trace.openers for word in opener}
        return Traces(chosen, frozenset(word for word in self.words if word.rstrip(DECLINES + SMALL) in opening))

    def dump(self) -> bytes:
        """As compressed JSON."""
        parties = [[party, one.digest, one.openers, one.signs] for party, one in sorted(self.parties.items())]
        return zlib.compress(json.dumps([parties, sorted(self.words)]).encode("ascii"))

    @classmethod
    def load(cls, content: bytes) -> "Traces":
        """What ``dump`` made."""
        parties, words = json.loads(zlib.decompress(content))
        return cls(
            {
                party: Trace(digest, tuple(map(tuple, openers)), tuple(signs))
                for party, digest, openers, signs in parties
            },
            frozenset(words),
        )


def traces(index: Index, parties: Mapping[str, Party]) -> Traces:
    """The traces of an index that was built from ``parties``."""
    openers, signs = _openers(index), _signs(index)
    linked = {
        number: ",".join(sorted(index.parties[other].id for other in others)) for number, others in index.linked.items()
    }
    return Traces(
        {
            bearer.id: Trace(
                _digest(parties[bearer.id], linked.get(number, "")),
                tuple(sorted(openers.get(number, ()))),
                tuple(sorted(signs.get(number, ()))),
            )
            for number, bearer in enumerate(index.parties)
        },
        frozenset(index.vocabulary.rights()),
    )


def words_of(index: Index, article: Article) -> frozenset[str]:
    """Everything that the index is asked about an article: its words as they are looked up, and its signs."""
    seen, _ = visible(article)
    texts = [seen.of(field) for field in Field]
    pages = [Page(field, text, index.vocabulary) for field, text in zip(Field, texts, strict=True) if text]
    found = set(chain.from_iterable(page.asked for page in pages))
    for page in pages:
        for at in page.places(Mark.NATIVE):
            found.update(SIGN + start for start in index.native.starts(page.text, page.tokens[at]))
        if page.has(Mark.NUMBERED):
            found.update(SIGN + value for value in values_in(page.text))
    return frozenset(found)


class Touch:
    """What an article must hold to be touched by the step from one state of the lists to another."""

    def __init__(self, before: Traces, after: Traces, changed: Iterable[str]) -> None:
        """``changed`` are ids of parties, as ``changes`` gives them; those of one state only are known to it alone."""
        known = [of.parties[party] for party in changed for of in (before, after) if party in of.parties]
        vocabulary = {rights.rstrip(DECLINES + SMALL) for rights in before.words ^ after.words}
        declining = {rights.rstrip(SMALL) for rights in before.words | after.words}
        self._signs = frozenset(sign for trace in known for sign in trace.signs)
        self._alone = set(vocabulary)
        self._pairs: dict[str, set[str]] = defaultdict(set)
        for opener in (opener for trace in known for opener in trace.openers):
            if len(opener) == 1:
                self._alone.update(opener)
            else:
                self._pairs[opener[0]].add(opener[1])
        words = sorted({*self._alone, *self._pairs, *chain.from_iterable(self._pairs.values())})
        self._reader = Reader(words, frozenset(at for at, word in enumerate(words) if word + DECLINES in declining))

    def __bool__(self) -> bool:
        """Whether any article can be touched at all."""
        return bool(self._signs or self._reader.words)

    def meaning(self, asked: str) -> frozenset[str]:
        """What something that an article was asked about may mean here: listed words, or the sign itself."""
        if asked.startswith(SIGN):
            return frozenset({asked} if asked[1:] in self._signs else ())
        if len(asked) > LONGEST_WORD:
            return frozenset()
        folded = unmask(fold(asked))
        script = script_of(folded)
        capital = asked != asked.lower() or (script not in CASED and script is not Script.NONE)
        return frozenset(reading.folded for reading in self._reader.read(asked, folded, script, capital=capital))

    def touches(self, meanings: Iterable[str]) -> bool:
        """Whether an article that may mean all these is touched."""
        held = set(meanings)
        if not self._alone.isdisjoint(held) or any(one.startswith(SIGN) for one in held):
            return True
        return any(not held.isdisjoint(self._pairs[one]) for one in held if one in self._pairs)


def changes(before: Traces, after: Traces) -> tuple[str, ...]:
    """Ids of the parties that matching knows otherwise than before, or only before, or only now; sorted."""
    old, new = before.parties, after.parties
    return tuple(sorted(party for party in old.keys() | new.keys() if old.get(party) != new.get(party)))


def _openers(index: Index) -> Mapping[int, set[tuple[str, ...]]]:
    """By party the words by which any of its names may be opened: what the index itself looks up."""
    words, forms = index.vocabulary.words, index.forms
    found: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for anchor, partners in index.pairs.items():
        for other, numbers in partners.items():
            pair = tuple(sorted((words[anchor], words[other])))
            for number in numbers:
                found[forms[number].party].add(pair)
    for word, numbers in chain(index.singles.items(), index.families.items()):
        for number in numbers:
            found[forms[number].party].add((words[word],))
    return found


def _signs(index: Index) -> Mapping[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for start, party in index.native.bearers():
        found[party].add(start)
    for value, numbers in index.identifiers.items():
        for number in numbers:
            found[number].add(value)
    return found


def _digest(party: Party, linked: str) -> str:
    """Over what matching reads of a party; remarks and dates of listing change often and change nothing here."""
    listings = [
        (one.id, one.aliases, one.programmes, one.countries, one.births, one.gender, one.roles, one.identifiers)
        for one in party.listings
    ]
    return hashlib.sha256(repr((party.id, party.type, party.name, listings, linked)).encode()).hexdigest()[:32]
