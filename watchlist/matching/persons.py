"""When words of an article are the name of a listed person."""

from math import log10

from watchlist.matching.assessment import Judgement, kind_of, spelling, support
from watchlist.matching.candidates import Candidate, same_initial
from watchlist.matching.context import Context
from watchlist.matching.index import Index
from watchlist.matching.names import NameForm, Part
from watchlist.matching.page import Break, Page
from watchlist.matching.vocabulary import How
from watchlist.matching.weights import evidence
from watchlist.model import AliasKind, Evidence
from watchlist.text.normalize import fold
from watchlist.text.rarity import rarity

# log10 of listed bearers of the given name plus log10 of those of the family name: from here on a name of two words is common. "Sergei
# Ivanov" is (300 and 25 bearers), "Vladimir Putin" is not (300 and 6).
COMMON = 3.6


def judge_person(index: Index, candidate: Candidate, page: Page, context: Context) -> Judgement | None:
    """The judgement of a candidate person, or None when too little of the name is there."""
    form = index.forms[candidate.form]
    found = {step.part_at: step for step in candidate.steps}
    family = [at for at in found if form.parts[at] is Part.FAMILY]
    given = [at for at in found if form.parts[at] is Part.GIVEN and not found[at].initial]
    middle = [at for at in found if form.parts[at] is Part.MIDDLE and not found[at].initial]
    initials = [at for at in found if found[at].initial]
    lines, complete = _name(form, family, given, middle, initials)
    if not lines or not _is_plausible(candidate, page, form):
        return None
    span = (candidate.first, candidate.last)
    profile = index.profiles[form.party]
    lines += spelling(candidate, page, context)
    lines += _contradictions(form, candidate, page, found, index)
    added = support(index, profile, page, span, context)
    common = not middle and complete and _commonness(form, found) >= COMMON
    weak = is_weak(form, profile.strong_names)
    strong = {"role", "co-mention"} if common or weak else {"role", "co-mention", "country"}
    needs = common or not complete or weak
    return Judgement.of_words(
        index,
        candidate.form,
        page,
        span,
        words=len(found),
        kind=kind_of([step.reading for step in candidate.steps], complete=complete),
        supported=not needs or any(one.feature in strong for one in added),
        lines=(*lines, *added),
    )


def _name(
    form: NameForm, family: list[int], given: list[int], middle: list[int], initials: list[int]
) -> tuple[list[Evidence], bool]:
    """The evidence that starts the score, and whether the full name is there."""
    all_given = [at for at, part in enumerate(form.parts) if part is Part.GIVEN]
    all_family = [at for at, part in enumerate(form.parts) if part is Part.FAMILY]
    all_middle = [at for at, part in enumerate(form.parts) if part is Part.MIDDLE]
    name = form.alias.text
    if not all_given:
        return ([evidence("name-nickname", 1.0, name)], False) if family else ([], False)
    if family and len(given) == len(all_given):
        lines = [evidence("name-full-person", 1.0, name)]
        if middle and len(middle) == len(all_middle):
            lines.append(evidence("middle-name"))
        if len(all_family) > 1 and len(family) < len(all_family):
            lines.append(evidence("missing-word", 0.5))
        return lines, True
    if family and initials and not given:
        return [evidence("name-initials", 1.0, name)], False
    if not form.typed and len(middle) + len(given) + len(family) >= max(2, len(form.core) - 1) and len(form.core) >= 3:
        return [evidence("name-partial", 1.0, name), evidence("missing-word", 1.0)], False
    return [], False


def _is_plausible(candidate: Candidate, page: Page, form: NameForm) -> bool:
    """Every word of a person's name is capitalised, and not all of them are typos or ordinary words."""
    senses = [page.senses[step.at] for step in candidate.steps]
    if not all(page.names(step.at) for step in candidate.steps if form.parts[step.part_at] is not Part.FILLER):
        return False
    readings = [step.reading for step in candidate.steps]
    if sum(reading.how >= How.VOWELS for reading in readings) == len(readings) and len(readings) < 3:
        return all(reading.quality > 0.8 for reading in readings) and all(len(sense.folded) > 5 for sense in senses)
    return not all(sense.everyday for sense in senses)


def _contradictions(form: NameForm, candidate: Candidate, page: Page, found: dict[int, object], index: Index) -> list[Evidence]:
    lines = []
    missing = [form.words[at] for at, part in enumerate(form.parts) if part is Part.MIDDLE and at not in found]
    for place in candidate.extra:
        surface = page.tokens[place].surface
        agrees = any(same_initial(surface, word) for word in missing) if len(surface) == 1 else False
        if agrees:
            continue
        if missing and form.typed:
            lines.append(evidence("other-middle-name", 1.0, f"{surface}, listed {' '.join(missing)}"))
        elif len(surface) > 1:
            lines.append(evidence("extra-word", 1.0, surface))
    longer = [page.tokens[place].surface for place in _neighbours(candidate, page) if _goes_on(page, place, form)]
    if longer:
        lines.append(evidence("longer-name", float(len(longer)), ", ".join(longer)))
    return lines


def _neighbours(candidate: Candidate, page: Page) -> list[int]:
    """Words directly before and after the span, with nothing but a space or hyphen between."""
    places = []
    if candidate.first > 0 and page.breaks[candidate.first - 1] is Break.NONE:
        places.append(candidate.first - 1)
    if candidate.last + 1 < len(page.tokens) and page.breaks[candidate.last] is Break.NONE:
        places.append(candidate.last + 1)
    return places


def _goes_on(page: Page, place: int, form: NameForm) -> bool:
    """Whether a neighbouring word looks like one more part of the name: a capitalised word that names bear."""
    sense = page.senses[place]
    if not page.cased or not sense.capital or sense.filler or sense.everyday or sense.concepts or sense.countries or sense.upper:
        return False
    if page.starts_sentence(place) or sense.folded in form.words:
        return False
    count = rarity().of(sense.folded)
    return count.given + count.family >= 2


def _commonness(form: NameForm, found: dict[int, object]) -> float:
    given = max((rarity().of(form.words[at]).given for at in found if form.parts[at] is Part.GIVEN), default=0)
    family = min((rarity().of(form.words[at]).family for at in found if form.parts[at] is Part.FAMILY), default=0)
    return log10(1 + given) + log10(1 + family)


def is_weak(form: NameForm, strong_names: frozenset[str]) -> bool:
    """Whether a name is weak on every list that prints it: one that some list calls strong is never demoted."""
    return form.alias.kind is AliasKind.WEAK and fold(form.alias.text) not in strong_names
