"""What joining looks at in a listing, worked out once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from watchlist.model import BirthDate, CrossReference, Listing, PartyType
from watchlist.parties.identifiers import Proof, exclusive, proofs
from watchlist.parties.names import SOUNDED, Name, names, reduced, words
from watchlist.text.regimes import regimes

_UN_NUMBER = re.compile(r"\b[A-Z]{2}[ie]\.\d{3}\b")
_EU_NUMBER = re.compile(r"EU\.\d+\.\d+")
_CIRCA = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Profile:
    """A listing as joining sees it; ``rank`` is its place in the order of lists and references.

    ``names`` are by their keys, ``heading`` is the key of the one under which the list has it, and ``published`` are
    its words with legal forms; ``acts`` are the programmes as printed; ``references`` are official numbers as (scheme,
    number), ``numbers`` those registers of which a target has one.
    """

    rank: int
    id: str
    list_name: str
    type: PartyType
    heading: str
    published: str
    acts: frozenset[str]
    names: Mapping[str, Name]
    references: frozenset[tuple[str, str]]
    proofs: tuple[Proof, ...]
    numbers: Mapping[str, frozenset[str]]
    births: tuple[tuple[date, date], ...]
    birth_is_exact: bool
    born: frozenset[date]
    gender: str
    regimes: frozenset[str]
    countries: frozenset[str]

    def words(self) -> set[str]:
        """The words of all its names."""
        return {word for key in self.names if not key.startswith(SOUNDED) for word in key.split()}

    def supports(self, other: "Profile") -> bool:
        """Whether a regime or a country is common to both."""
        return bool(self.regimes & other.regimes or self.countries & other.countries)

    def disagrees(self, other: "Profile") -> bool:
        """Whether both state regimes and countries, and none is common."""
        stated = self.regimes and other.regimes and self.countries and other.countries
        return bool(stated) and not self.supports(other)


def ranked(listings: Sequence[Listing], order: Sequence[str]) -> list[Listing]:
    """Listings by list (those that ``order`` does not name last), then by reference, digits read as numbers."""
    places = {name: place for place, name in enumerate(order)}
    return sorted(
        listings,
        key=lambda one: (places.get(one.list_name, len(places)), one.list_name, _natural(one.reference), one.id),
    )


def profile(rank: int, listing: Listing) -> Profile:
    """Everything that joining needs of one listing."""
    found = proofs(listing.identifiers)
    births = tuple(sorted({span for birth in listing.births for span in _spans(birth)}))
    compared = names(listing.aliases, listing.type)
    title = listing.name
    heading = next((name for name in compared.values() if name.text == title), None) or reduced(title, listing.type)
    return Profile(
        rank=rank,
        id=listing.id,
        list_name=listing.list_name,
        type=listing.type,
        heading=heading.key,
        published=heading.key if listing.type is PartyType.PERSON else " ".join(sorted(words(title))),
        acts=frozenset(listing.programmes),
        names=compared,
        references=frozenset(_references(listing)),
        proofs=found,
        numbers=exclusive(found),
        births=births,
        birth_is_exact=bool(births) and all(earliest == latest for earliest, latest in births),
        born=frozenset(earliest for earliest, latest in births if earliest == latest),
        gender=listing.gender.strip()[:1].casefold(),
        regimes=frozenset(regime for code in listing.programmes for regime in regimes(code)),
        countries=frozenset(listing.countries),
    )


def nearly(left: Profile, right: Profile) -> tuple[date, date] | None:
    """Two birth dates that differ in one part, or in the order of day and month: lists mistype and misread them."""
    near = (
        (mine, theirs)
        for mine in sorted(left.born)
        for theirs in sorted(right.born)
        if _parts_apart(mine, theirs) == 1
        or (mine.year, mine.month, mine.day) == (theirs.year, theirs.day, theirs.month)
    )
    return next(near, None)


def _parts_apart(one: date, other: date) -> int:
    return (one.year != other.year) + (one.month != other.month) + (one.day != other.day)


def overlap(left: Profile, right: Profile) -> tuple[date, date] | None:
    """The most exact span of days that one states and the other allows; None when no births agree.

    Of a day within a year it is the year: a birth is known only as well as the vaguer of the two lists knows it.
    """
    common = [
        max(first, second, key=_length)
        for first in left.births
        for second in right.births
        if first[0] <= second[1] and second[0] <= first[1]
    ]
    return min(common, key=lambda span: (_length(span), span), default=None)


def _length(span: tuple[date, date]) -> timedelta:
    return span[1] - span[0]


def _spans(birth: BirthDate) -> Iterator[tuple[date, date]]:
    """The days that the list allows; a year more on both sides where it only estimates.

    The first of January also stands for the whole year: registers print it where only the year is known.
    """
    first, last = birth.earliest, birth.latest
    if birth.circa:
        yield max(first, date.min + _CIRCA) - _CIRCA, min(last, date.max - _CIRCA) + _CIRCA
        return
    yield first, last
    if first == last and (first.month, first.day) == (1, 1):
        yield first, date(first.year, 12, 31)


def _references(listing: Listing) -> Iterator[tuple[str, str]]:
    """The listing's own number as other lists quote it, and the numbers of others that it quotes."""
    own = listing.reference.strip()
    if _UN_NUMBER.fullmatch(own):
        yield "un", own
    elif _EU_NUMBER.fullmatch(own):
        yield "eu", own
    elif "ofac" in listing.list_name:
        yield "ofac", own
    for reference in listing.references:
        if number := _number(reference):
            yield reference.scheme, number


def _number(reference: CrossReference) -> str:
    """The quoted number; of the UN's only the permanent part, and nothing when it is mistyped ("QDi.43")."""
    value = reference.value.strip()
    if reference.scheme != "un":
        return value
    found = _UN_NUMBER.search(value)
    return found.group() if found else ""


def _natural(reference: str) -> tuple[tuple[int, int, str], ...]:
    """A key by which "RUS9" comes before "RUS10"."""
    pieces = re.findall(r"[0-9]+|[^0-9]+", reference)
    return tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces)
