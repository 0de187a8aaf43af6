"""Names made searchable: pairs of words that open a candidate, single words that are a whole name, family names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from sys import intern
from typing import NamedTuple

from watchlist.lasting import kept_for_good
from watchlist.matching.echoes import without_echoes
from watchlist.matching.exonyms import forms_said, names_said
from watchlist.matching.lone import Lone, lone_names
from watchlist.matching.names import DISTINCTIVE, PART_WEIGHT, SIGNIFICANT, NameForm, Part, forms_of
from watchlist.matching.native import NativeNames
from watchlist.matching.profiles import Profile, profile_of
from watchlist.matching.vocabulary import Vocabulary
from watchlist.model import Alias, AliasKind, Party, PartyType
from watchlist.text.normalize import fold
from watchlist.text.rarity import rarity


@dataclass(frozen=True, slots=True)
class Mute:
    """An alias that is quiet on purpose, with a reason and an end."""

    alias: str
    reason: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class MatchingOptions:
    """Thresholds of the two levels, muted aliases, and the names of the lists that are the user's own."""

    alert: float = 0.85
    review: float = 0.60
    mute: tuple[Mute, ...] = ()
    own: frozenset[str] = frozenset()


class Bearer(NamedTuple):
    """What a match says of the party that bears a name; ``alias`` is the name that its lists print first."""

    id: str
    name: str
    type: PartyType
    alias: Alias


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that screening looks up. Numbers stand for parties, forms and vocabulary words.

    ``pairs`` maps an anchor word and another word to the forms that hold both; ``singles`` maps a word to the forms
    that have no other distinctive word, ``lone`` those of them that may be told by it; ``families`` maps a word to the
    forms that have it as family name; ``linked`` are parties that a list relates to it; ``middle_names`` are a
    person's, where a list types them; ``nicknames`` maps a person to the words that are a whole name of it.
    """

    parties: tuple[Bearer, ...]
    profiles: tuple[Profile, ...]
    forms: tuple[NameForm, ...]
    form_words: tuple[tuple[int, ...], ...]
    vocabulary: Vocabulary
    pairs: Mapping[int, Mapping[int, tuple[int, ...]]]
    singles: Mapping[int, tuple[int, ...]]
    lone: Mapping[int, tuple[Lone, ...]]
    families: Mapping[int, tuple[int, ...]]
    nicknames: Mapping[int, tuple[int, ...]]
    middle_names: Mapping[int, frozenset[str]]
    linked: Mapping[int, frozenset[int]]
    native: NativeNames
    identifiers: Mapping[str, tuple[int, ...]]
    options: MatchingOptions

    @classmethod
    def build(cls, parties: Sequence[Party], options: MatchingOptions | None = None) -> "Index":
        """Index of all names of ``parties``; the same parties in the same order give the same index."""
        with kept_for_good():
            return cls._built(parties, options or MatchingOptions())

    @classmethod
    def _built(cls, parties: Sequence[Party], chosen: MatchingOptions) -> "Index":
        heard = tuple(map(without_echoes, parties))
        muted = frozenset(fold(mute.alias) for mute in chosen.mute)
        forms = tuple(
            form
            for number, party in enumerate(heard)
            for form in forms_of(party, number, chosen.own)
            if muted.isdisjoint((fold(form.alias.text), " ".join(form.words)))
        )
        said = names_said(forms)
        forms += tuple(
            form for form in forms_said(said) if muted.isdisjoint((fold(form.alias.text), fold(form.writing)))
        )
        forms = _sharing(forms)
        words = dict.fromkeys(word for form in forms for word in form.words)
        numbers = {word: number for number, word in enumerate(words)}
        form_words = tuple(tuple(numbers[word] for word in form.words) for form in forms)
        pairs, singles = _postings(forms, form_words)
        anchors = frozenset(pairs) | frozenset(singles)
        profiles = _lean(map(profile_of, heard), forms)
        return cls(
            parties=tuple(map(_bearer, parties)),
            profiles=profiles,
            forms=forms,
            form_words=form_words,
            vocabulary=Vocabulary(words, anchors, *_said_words(forms, numbers)),
            pairs=pairs,
            singles=singles,
            lone=lone_names(forms, form_words),
            families=_families(forms, form_words),
            nicknames=_nicknames(forms, singles),
            middle_names=_middle_names(forms),
            linked=_linked(parties),
            native=NativeNames.build(heard, muted, said),
            identifiers=_identifiers(profiles),
            options=chosen,
        )


def _said_words(forms: Iterable[NameForm], numbers: Mapping[str, int]) -> tuple[frozenset[int], frozenset[int]]:
    """Words of exonyms that decline, and those of exonyms that are written small from the first word to the last."""
    declining: set[str] = set()
    small: set[str] = set()
    for form in forms:
        if (exonym := form.exonym) is not None:
            declining.update(form.words if exonym.declines else ())
            small.update(form.words if exonym.small.issuperset(form.words) else ())
    return frozenset(numbers[word] for word in declining), frozenset(numbers[word] for word in small)


def _sharing(forms: Iterable[NameForm]) -> tuple[NameForm, ...]:
    """The same forms, in which equal words and parts are one object each: a third of the memory, and of the time that
    reading a stored index takes.
    """
    parts: dict[tuple[Part, ...], tuple[Part, ...]] = {}
    return tuple(
        form._replace(words=tuple(map(intern, form.words)), parts=parts.setdefault(form.parts, form.parts))
        for form in forms
    )


def _lean(profiles: Iterable[Profile], forms: Iterable[NameForm]) -> tuple[Profile, ...]:
    """The same profiles, in which equal sets are one object each (most parties share programme and country), and of
    strong names only those that are asked for: that another list calls weak.
    """
    sets: dict[frozenset[str], frozenset[str]] = {}
    weak = {(form.party, fold(form.writing)) for form in forms if form.weak}
    strong = [
        (profile, frozenset(name for name in profile.strong_names if (number, name) in weak))
        for number, profile in enumerate(profiles)
    ]
    return tuple(
        replace(
            profile,
            countries=sets.setdefault(profile.countries, profile.countries),
            roles=sets.setdefault(profile.roles, profile.roles),
            identifiers=sets.setdefault(profile.identifiers, profile.identifiers),
            kinds=sets.setdefault(profile.kinds, profile.kinds),
            programmes=sets.setdefault(profile.programmes, profile.programmes),
            strong_names=sets.setdefault(strong_names, strong_names),
        )
        for profile, strong_names in strong
    )


def _bearer(party: Party) -> Bearer:
    aliases = [alias for listing in party.listings for alias in listing.aliases]
    first = next((alias for alias in aliases if alias.kind is AliasKind.PRIMARY), aliases[0])
    return Bearer(party.id, party.name, party.type, first)


def _postings(
    forms: Sequence[NameForm], form_words: Sequence[tuple[int, ...]]
) -> tuple[dict[int, dict[int, tuple[int, ...]]], dict[int, tuple[int, ...]]]:
    pairs: dict[int, dict[int, dict[int, None]]] = defaultdict(lambda: defaultdict(dict))
    singles: dict[int, dict[int, None]] = defaultdict(dict)
    for number, (form, words) in enumerate(zip(forms, form_words, strict=True)):
        significant = [at for at, part in enumerate(form.parts) if part in SIGNIFICANT]
        distinctive = [at for at in significant if form.parts[at] in DISTINCTIVE]
        if len(distinctive) == 1:
            singles[words[distinctive[0]]][number] = None
        anchors = _anchors(form, significant)
        # A person whose family and given names are typed is never told without one of each.
        others = anchors if form.type is PartyType.PERSON and form.typed else significant
        for anchor in anchors:
            for other in others:
                if other != anchor:
                    pairs[words[anchor]][words[other]][number] = None
    shared: dict[tuple[int, ...], tuple[int, ...]] = {}
    return {
        anchor: {other: shared.setdefault(numbers := tuple(found), numbers) for other, found in others.items()}
        for anchor, others in pairs.items()
    }, {word: tuple(found) for word, found in singles.items()}


def _anchors(form: NameForm, significant: Sequence[int]) -> list[int]:
    """Places of the words that open a candidate: family and first given name, else the rarest words of the name."""
    if form.type is PartyType.PERSON:
        return [at for at in significant if form.parts[at] in {Part.FAMILY, Part.GIVEN}]
    weighed = sorted(
        significant, key=lambda at: (-PART_WEIGHT[form.parts[at]], rarity().of(form.words[at]).parties, at)
    )
    return weighed[:2]


def _families(forms: Sequence[NameForm], form_words: Sequence[tuple[int, ...]]) -> dict[int, tuple[int, ...]]:
    families: dict[int, dict[int, None]] = defaultdict(dict)
    for number, (form, words) in enumerate(zip(forms, form_words, strict=True)):
        # Of an exonym of three words or more nobody says which are the family name.
        if form.type is PartyType.PERSON and Part.GIVEN in form.parts and (form.typed or form.exonym is None):
            last = [at for at, part in enumerate(form.parts) if part is Part.FAMILY]
            for at in last[:2]:
                families[words[at]][number] = None
    return {word: tuple(found) for word, found in families.items()}


def _nicknames(forms: Sequence[NameForm], singles: Mapping[int, tuple[int, ...]]) -> dict[int, tuple[int, ...]]:
    words: dict[int, dict[int, None]] = defaultdict(dict)
    for word, numbers in singles.items():
        for number in numbers:
            if forms[number].type is PartyType.PERSON:
                words[forms[number].party][word] = None
    return {party: tuple(found) for party, found in words.items()}


def _middle_names(forms: Sequence[NameForm]) -> dict[int, frozenset[str]]:
    """Middle names and patronymics of each person, where a list types them."""
    words: dict[int, set[str]] = defaultdict(set)
    for form in forms:
        if form.typed:
            words[form.party].update(
                word for word, part in zip(form.words, form.parts, strict=True) if part is Part.MIDDLE
            )
    return {party: frozenset(found) for party, found in words.items() if found}


def _linked(parties: Sequence[Party]) -> dict[int, frozenset[int]]:
    """Parties that some list relates to each other, both ways."""
    of_listing = {listing: number for number, party in enumerate(parties) for listing in party.listing_ids}
    found: dict[int, set[int]] = defaultdict(set)
    for number, party in enumerate(parties):
        for listing in party.listings:
            for relation in listing.relations:
                other = of_listing.get(relation.target, number)
                if other != number:
                    found[number].add(other)
                    found[other].add(number)
    return {number: frozenset(others) for number, others in found.items()}


def _identifiers(profiles: Sequence[Profile]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        for value in profile.identifiers:
            found[value].append(number)
    return {value: tuple(numbers) for value, numbers in found.items()}
