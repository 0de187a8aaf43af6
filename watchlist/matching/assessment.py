"""From a candidate to a judgement: which evidence speaks for it, and how far it can rise without support."""

from dataclasses import dataclass
from typing import NamedTuple

from watchlist.matching.candidates import Candidate
from watchlist.matching.context import Context, roles_near
from watchlist.matching.names import NameForm, Part
from watchlist.matching.page import Page
from watchlist.matching.profiles import Profile
from watchlist.matching.readings import How, Reading
from watchlist.matching.weights import evidence
from watchlist.model import Alias, Evidence, MatchKind
from watchlist.text.inflection import after_elision
from watchlist.text.lexicon import lexicon
from watchlist.text.scripts import Script


class Place(NamedTuple):
    """Where a judgement stands: words ``first`` to ``last`` touch it, characters ``start`` to ``end`` are it."""

    page: Page
    first: int
    last: int
    start: int
    end: int


def place_of_words(page: Page, first: int, last: int) -> Place:
    """The place of whole words, without an elided article before the name or a possessive 's behind it."""
    start, end = page.tokens[first].start, page.tokens[last].end
    opening, closing = page.tokens[first].surface, page.tokens[last].surface
    if opening[0].islower() and (name := after_elision(opening)):
        start += len(opening) - len(name)
    if closing.endswith(("'s", "’s")):
        end -= len("'s")
    return Place(page, first, last, start, end)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A place held against an alias of a party: evidence, and why it is ``held`` back from an alert (empty when not).

    ``form`` is None for names that are not matched by words. ``words`` counts the words of the name that were found,
    ``left_over`` those that were not; they rank competing judgements of the same place.
    """

    place: Place
    party: int
    alias: Alias
    form: int | None
    words: int
    kind: MatchKind
    held: str
    evidence: tuple[Evidence, ...]
    left_over: int = 0

    @property
    def supported(self) -> bool:
        """Whether the rule of support carries it to an alert."""
        return not self.held

    @property
    def score(self) -> float:
        """Sum of the evidence, between 0 and 1, to four places: a sum of 0.71, 0.05 and 0.09 is 0.85."""
        return round(max(0.0, min(1.0, sum(one.weight for one in self.evidence))), 4)

    @property
    def unexplained(self) -> int:
        """How many words stand inside the name that the list does not have."""
        return sum(one.feature in {"extra-word", "other-word"} for one in self.evidence)

    @property
    def agreement(self) -> float:
        """The score without what only says how well known the party is: what tells two namesakes apart."""
        return sum(one.weight for one in self.evidence if one.feature != "known")


def left_over(form: NameForm, candidate: Candidate) -> int:
    """How many words of the listed name, particles apart, the text does not have."""
    found = {step.part_at for step in candidate.steps}
    return sum(part is not Part.FILLER and at not in found for at, part in enumerate(form.parts))


def support(profile: Profile, page: Page, span: tuple[int, int], context: Context) -> list[Evidence]:
    """What the article adds to any name: role beside it, country, linked parties."""
    found = []
    roles = sorted(profile.roles & roles_near(page, *span))
    if roles:
        found.append(evidence("role", 1.0, ", ".join(role.partition(":")[2].replace("_", " ") for role in roles)))
    countries = sorted(profile.countries & context.countries)
    if countries:
        names = lexicon().country_names
        found.append(evidence("country", 1.0, ", ".join(names.get(code, code) for code in countries)))
    if profile.lists > 1:
        found.append(evidence("known", 1.0, f"{profile.lists} lists"))
    return found


def spelling(candidate: Candidate, page: Page, context: Context) -> list[Evidence]:
    """How far the words of the text are from the listed ones."""
    readings = [step.reading for step in candidate.steps if not step.initial]
    found = []
    shortfall = 1 - sum(reading.quality for reading in readings) / len(readings)
    if shortfall > 0.001:
        pairs = (
            f"{page.tokens[step.at].surface} → {step.reading.folded} ({step.reading.how.name.lower()})"
            for step in candidate.steps
            if not step.initial and step.reading.how is not How.SAME
        )
        found.append(evidence("spelling" if len(readings) > 1 else "spelling-alone", shortfall, "; ".join(pairs)))
    inflected = any(reading.how is How.INFLECTED for reading in readings)
    if inflected and not inflects(page, candidate.first, context) and not _has_apostrophe(candidate, page):
        found.append(evidence("uninflected-language", 1.0 if len(readings) > 1 else 2.0))
    return found


def inflects(page: Page, at: int, context: Context) -> bool:
    """Whether names decline here: by the language of the article, and always in other alphabets than the Latin one."""
    return context.inflecting or page.senses[at].script is not Script.LATIN


def _has_apostrophe(candidate: Candidate, page: Page) -> bool:
    return any(mark in page.tokens[step.at].surface for step in candidate.steps for mark in "'’ʼ")


def kind_of(form: NameForm, readings: list[Reading], *, complete: bool) -> MatchKind:
    """The kind of a match, by the furthest way in which a word was read; an exonym is never the exact name."""
    if not complete:
        return MatchKind.PARTIAL
    furthest = max(reading.how for reading in readings)
    if furthest is How.SAME and form.exonym is None:
        return MatchKind.EXACT
    if furthest <= How.TRANSLITERATED:
        return MatchKind.TRANSLITERATED
    return MatchKind.INFLECTED if furthest is How.INFLECTED else MatchKind.VARIANT
