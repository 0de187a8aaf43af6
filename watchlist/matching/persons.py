"""When words of an article are the name of a listed person."""

from collections.abc import Collection, Mapping
from math import log10

from rapidfuzz.distance import OSA

from watchlist.matching.assessment import (
    Judgement,
    Place,
    inflects,
    kind_of,
    left_over,
    place_of_words,
    spelling,
    support,
)
from watchlist.matching.candidates import Candidate, Step, is_initial, same_initial
from watchlist.matching.context import Context
from watchlist.matching.index import Index
from watchlist.matching.names import NameForm, Part
from watchlist.matching.page import Break, Page
from watchlist.matching.personal import personal
from watchlist.matching.profiles import Profile
from watchlist.matching.readings import How, same_given_name
from watchlist.matching.uncased import bearers_of, is_any_spelled, is_given_name, may_be_person
from watchlist.matching.weights import evidence
from watchlist.model import Evidence
from watchlist.text.normalize import fold
from watchlist.text.rarity import rarity
from watchlist.text.scripts import CASED

# log10 of bearers of the given name plus log10 of those of the family name, on the lists and in news: from here on a
# name of two words is common. "Sergei Ivanov" is (300 and 40), "Konstantin Kosachev" is not (100 and 6).
COMMON = 3.6
# So alike is a misspelled patronymic to the listed one (Petarovich, Petrovich), but not Ivanovich to Petrovich.
SAME_MIDDLE_NAME = 0.75
# So few bearers of a family name that the name stays the same whatever stands beside it (Brechalov, but not Hassan).
FEW_KIN = 6
# One name with a title or "father of" is common from so many bearers on.
COMMON_TITLED = 0.9
# What hardly any listed party is known for; those that are have it stated.
CALLINGS = frozenset({"role:scholar", "role:athlete", "role:artist", "role:journalist"})
# A given name with one of two family names is a name that many more bear.
COMMON_SHORTENED = 1.8
# Who leaves out so many names of somebody means somebody else (Sher Khan, Sher Mohammad Abbas Stanekzai Padshah Khan).
MANY_LEFT_OUT = 3
# A spelling without vowels stands for several names, each with its own bearers.
COMMON_SPELLED = 3.0


def judge_person(index: Index, candidate: Candidate, page: Page, context: Context) -> Judgement | None:
    """The judgement of a candidate person, or None when too little of the name is there."""
    form = index.forms[candidate.form]
    found = {step.part_at: step for step in candidate.steps}
    family = [at for at in found if form.parts[at] is Part.FAMILY]
    middle = [at for at in found if form.parts[at] is Part.MIDDLE and not found[at].initial]
    initials = [at for at in found if found[at].initial]
    given = [at for at in found if form.parts[at] is Part.GIVEN and not found[at].initial]
    bearers, kin = _bearers(form, found, page)
    lines, complete = _name(form, found, family, given, middle, initials)
    if candidate.extra and not complete:
        return None
    if not lines or not _is_plausible(candidate, page, form) or not may_be_person(candidate, page, form):
        return None
    profile = index.profiles[form.party]
    place = place_of_words(page, candidate.first, candidate.last)
    lines += _weighed(index, candidate, place, context, rare=bool(middle) or kin < FEW_KIN)
    added = support(profile, page, (candidate.first, candidate.last), context)
    titled = lines[0].feature == "name-titled"
    one_of_two = len(family) < form.parts.count(Part.FAMILY)
    limit = COMMON_TITLED if titled else COMMON_SHORTENED if one_of_two else _common(candidate, page)
    common = len(given) + len(family) < 3 and not middle and complete and bearers >= limit
    if titled and not _stands_titled(candidate, page, form):
        return None
    lean = (initials and not given) or (titled and common)
    if initials and not given and any(page.senses[found[at].at].countries for at in family):
        return None
    if lean and not {"role", "country"} & {one.feature for one in added}:
        return None
    weak = is_weak(form, profile.strong_names)
    goes_on = any(one.feature == "longer-name" for one in lines) and kin >= FEW_KIN and not middle
    reason = _reason(weak=weak, common=common or goes_on, complete=complete)
    support_enough = {"role", "age"} if common or goes_on or weak else {"role", "age", "country"}
    return Judgement(
        place=place,
        party=form.party,
        alias=form.alias,
        form=candidate.form,
        words=len(found),
        kind=kind_of(form, [step.reading for step in candidate.steps], complete=complete),
        held="" if any(one.feature in support_enough for one in (*lines, *added)) else reason,
        evidence=(*lines, *added),
        left_over=left_over(form, candidate),
    )


def _weighed(index: Index, candidate: Candidate, place: Place, context: Context, *, rare: bool) -> list[Evidence]:
    """How well the words agree, and what the article says of the person beside them."""
    form, page = index.forms[candidate.form], place.page
    profile = index.profiles[form.party]
    return [
        *spelling(candidate, page, context),
        *_contradictions(form, candidate, page, index.middle_names.get(form.party, frozenset()), rare=rare),
        *_order(form, candidate),
        *_other_sex(form, candidate, page, context),
        *_other_calling(profile, page, (candidate.first, candidate.last)),
        *personal(profile, place, context),
    ]


def _reason(*, weak: bool, common: bool, complete: bool) -> str:
    """Why a name is held back without support; empty when it is not."""
    if weak:
        return "a weak alias"
    return "a common name" if common else "" if complete else "a part of the name"


def _common(candidate: Candidate, page: Page) -> float:
    return COMMON_SPELLED if is_any_spelled(candidate.steps, page) else COMMON


def _stands_titled(candidate: Candidate, page: Page, form: NameForm) -> bool:
    """Whether the one name is a name (no office, no nation) and does not go on ("Abu Mussab al-Zarqawi")."""
    name = next(step for step in candidate.steps if form.parts[step.part_at] is Part.FAMILY)
    sense = page.senses[name.at]
    if sense.concepts or sense.countries or sense.everyday or name.reading.how >= How.VOWELS:
        return False
    return not any(
        page.senses[place].capital and not page.starts_sentence(place) and not page.senses[place].concepts
        for place in _neighbours(candidate, page)
    )


def _name(
    form: NameForm, found: Collection[int], family: list[int], given: list[int], middle: list[int], initials: list[int]
) -> tuple[list[Evidence], bool]:
    """The evidence that starts the score, and whether the full name is there."""
    all_given = [at for at, part in enumerate(form.parts) if part is Part.GIVEN]
    all_family = [at for at, part in enumerate(form.parts) if part is Part.FAMILY]
    all_middle = [at for at, part in enumerate(form.parts) if part is Part.MIDDLE]
    name = form.told
    if family and not all_given and form.by_names and all(at in found for at in form.by_names):
        # One name with a title or by-name: "Maulana Fazlullah", "Abdul Bari".
        return [evidence("name-titled", 1.0, name)], True
    if family and given and len(given) == len(all_given):
        lines = [evidence("name-full-person", 1.0, name)]
        if middle and len(middle) == len(all_middle):
            lines.append(evidence("middle-name"))
        absent = len(all_family) - len(family)
        if absent > 1:
            return [], False
        # Spanish names keep the first of two family names when they are shortened.
        first_missing = absent > 0 and form.typed and all_family[0] not in family
        if absent:
            lines.append(evidence("missing-word", 0.25 * absent + first_missing))
        left_out = len(all_middle) - len(middle)
        return lines, absent < 2 and not first_missing and left_out < MANY_LEFT_OUT
    if family and initials and not given:
        return [evidence("name-initials", 1.0, name)], False
    if (
        not form.typed
        and len(given) == len(all_given)
        and len(middle) + len(given) + len(family) >= max(2, len(form.core) - 1)
        and len(form.core) >= 3
    ):
        return [evidence("name-partial", 1.0, name), evidence("missing-word", 1.0)], False
    return [], False


def _is_plausible(candidate: Candidate, page: Page, form: NameForm) -> bool:
    """Every word of a person's name is capitalised, and not all of them are typos or ordinary words."""
    senses = [page.senses[step.at] for step in candidate.steps]
    if not all(page.names(step.at) or _is_syllable(form, step) for step in candidate.steps):
        return False
    readings = [step.reading for step in candidate.steps]
    if sum(reading.how >= How.VOWELS for reading in readings) == len(readings) and len(readings) < 3:
        return all(reading.quality > 0.8 for reading in readings) and all(len(sense.folded) > 5 for sense in senses)
    return not all(sense.everyday for sense in senses)


def _is_syllable(form: NameForm, step: Step) -> bool:
    """Whether a word may be written small: a particle, or the second syllable of a given name ("Tong chol Kim")."""
    part, at = form.parts[step.part_at], step.part_at
    return part is Part.FILLER or (part is Part.GIVEN and at > 0 and form.parts[at - 1] is Part.GIVEN)


def _contradictions(
    form: NameForm, candidate: Candidate, page: Page, middle: frozenset[str], *, rare: bool
) -> list[Evidence]:
    """Words that speak against the party: another middle name than any it bears, a name that goes on."""
    lines = []
    inside = range(candidate.first + 1, candidate.last)
    explained = {step.at for step in candidate.steps}
    initials = [place for place in inside if place not in explained and is_initial(page, place)]
    for place in sorted({*candidate.extra, *initials}):
        surface = page.tokens[place].surface
        if any(_agrees(page, place, word) for word in middle):
            continue
        if middle:
            lines.append(evidence("other-middle-name", 1.0, f"{surface}, listed {', '.join(sorted(middle))}"))
        elif len(surface) > 1:
            lines.append(evidence("extra-word", 1.0, surface))
    longer = [page.tokens[place].surface for place in _neighbours(candidate, page) if _goes_on(page, place, form)]
    if longer:
        # A name that hardly anybody bears stays that name whatever stands beside it.
        lines.append(evidence("longer-name", (0.4 if rare else 1.0) * len(longer), ", ".join(longer)))
    return lines


def _agrees(page: Page, place: int, middle_name: str) -> bool:
    if is_initial(page, place):
        return same_initial(page.tokens[place].surface, middle_name)
    sense = page.senses[place]
    if same_given_name(sense.folded, middle_name):
        return True
    return any(reading.folded == middle_name for reading in sense.readings) or bool(
        OSA.normalized_similarity(sense.folded, middle_name, score_cutoff=SAME_MIDDLE_NAME)
    )


def _order(form: NameForm, candidate: Candidate) -> list[Evidence]:
    """Family name first is how lists and some languages write; with a word missing it is likelier two other names."""
    solid = [step for step in candidate.steps if form.parts[step.part_at] is not Part.FILLER]
    whole = len(solid) == len(form.core)
    family_first = form.parts[solid[0].part_at] is Part.FAMILY
    listed_first = next(part for part in form.parts if part is not Part.FILLER) is Part.FAMILY
    return (
        [evidence("other-order", 0.5)]
        if family_first and not whole and not (form.typed and listed_first and candidate.last - candidate.first > 1)
        else []
    )


def _other_sex(form: NameForm, candidate: Candidate, page: Page, context: Context) -> list[Evidence]:
    """Where names do not decline, another ending makes another given name: Francesca is not Francesco."""
    for step in candidate.steps:
        if form.parts[step.part_at] is Part.GIVEN and step.reading.how is How.INFLECTED and not step.initial:
            surface, listed = page.tokens[step.at].surface, form.words[step.part_at]
            if surface.endswith("a") is not listed.endswith("a") and not inflects(page, step.at, context):
                return [evidence("other-given-name", 1.0, f"{surface}, listed {listed}")]
    return []


def _other_calling(profile: Profile, page: Page, span: tuple[int, int]) -> list[Evidence]:
    """A calling directly before the name that the lists, which state what the party does, do not state."""
    before = span[0] - 1
    beside = before >= 0 and page.breaks[before] is Break.NONE
    said = CALLINGS & page.senses[before].concepts if beside else frozenset()
    if not said or not profile.roles or said & profile.roles:
        return []
    return [evidence("other-calling", 1.0, ", ".join(sorted(role.partition(":")[2] for role in said)))]


def _neighbours(candidate: Candidate, page: Page) -> list[int]:
    """The nearest words before and after the span that are no particles, with nothing but a space or hyphen between."""
    places = []
    before = candidate.first - 1
    while before > 0 and page.senses[before].filler and page.breaks[before] is Break.NONE:
        before -= 1
    if before >= 0 and page.breaks[before] is Break.NONE:
        places.append(before)
    after = candidate.last + 1
    while (
        after + 1 < len(page.tokens)
        and page.senses[after].filler
        and page.breaks[after] is page.breaks[after - 1] is Break.NONE
    ):
        after += 1
    if after < len(page.tokens) and page.breaks[after - 1] is Break.NONE:
        places.append(after)
    return places


def _goes_on(page: Page, place: int, form: NameForm) -> bool:
    """Whether a neighbouring word looks like one more part of the name: a capitalised word that names bear."""
    sense = page.senses[place]
    if sense.script not in CASED:
        return sense.folded not in form.words and is_given_name(sense)
    if (
        not page.cased
        or not sense.capital
        or sense.filler
        or sense.everyday
        or sense.concepts
        or sense.countries
        or sense.upper
    ):
        return False
    if page.starts_sentence(place) or sense.folded in form.words:
        return False
    count = rarity().of(sense.folded)
    return count.given + count.family >= 2


def _bearers(form: NameForm, found: Mapping[int, Step], page: Page) -> tuple[float, int]:
    """How many bear the name and the family name, as far as lists and news can tell.

    The first is orders of magnitude of the words of the name added up, the second a number of people.
    """
    given = [bearers_of(step, page) for at, step in found.items() if form.parts[at] is Part.GIVEN]
    family = [bearers_of(step, page) for at, step in found.items() if form.parts[at] is Part.FAMILY]
    namesakes = max((count.given + count.articles for counts in given for count in counts), default=0)
    # A family name that is a given name as well (Mustafa Mohammed) is borne by all whose father had it.
    kin = min((max(count.family + count.namesakes + count.given for count in counts) for counts in family), default=0)
    return log10(1 + namesakes) + log10(1 + kin), kin


def is_weak(form: NameForm, strong_names: frozenset[str]) -> bool:
    """Whether a name is weak on every list that prints it: one that some list calls strong is never demoted."""
    return form.weak and fold(form.writing) not in strong_names
