"""When words of an article are the name of a listed organisation, vessel or aircraft."""

from watchlist.matching.assessment import Judgement, kind_of, spelling, support
from watchlist.matching.candidates import Candidate
from watchlist.matching.context import Context, concepts_near
from watchlist.matching.index import Index
from watchlist.matching.names import PART_WEIGHT, SIGNIFICANT, NameForm, Part
from watchlist.matching.page import Break, Page
from watchlist.matching.persons import is_weak
from watchlist.matching.vocabulary import How
from watchlist.matching.weights import evidence
from watchlist.model import Evidence, PartyType
from watchlist.text.lexicon import lexicon

NEAR_GENERIC = 3
NEAR_VESSEL = 4
WELL_KNOWN_NAMES = 3
WELL_KNOWN_LISTS = 2
LEAST_COVERAGE = 0.72


def judge_organization(index: Index, candidate: Candidate, page: Page, context: Context) -> Judgement | None:
    """The judgement of a candidate organisation, vessel or aircraft, or None when too little of the name is there."""
    form = index.forms[candidate.form]
    if not _is_plausible(candidate, page, form):
        return None
    names = [step for step in candidate.steps if form.parts[step.part_at] is Part.NAME]
    started = _vessel(form, candidate, page) if form.type in {PartyType.VESSEL, PartyType.AIRCRAFT} else None
    if form.type in {PartyType.VESSEL, PartyType.AIRCRAFT} and started is None:
        return None
    profile = index.profiles[form.party]
    generic_near = _generic_near(form, candidate, page)
    coverage = _coverage(form, candidate, generic_near=generic_near)
    if coverage < LEAST_COVERAGE:
        return None
    alone = len(names) == 1 and sum(part in SIGNIFICANT for part in form.parts) == 1
    if started is None:
        started = _one_word(index, form, candidate, page) if alone else _several_words(form, coverage, generic_near=generic_near)
    if started is None:
        return None
    lines = [started, *spelling(candidate, page, context), *_order(candidate), *_extra(candidate, page)]
    added = support(index, profile, page, (candidate.first, candidate.last), context)
    added += _kind_of_party(form, candidate, page)
    known = {one.feature for one in added}
    weak = is_weak(form, profile.strong_names)
    rare_word = started.feature == "name-rare-word"
    supported = (not rare_word or {"country", "kind-of-party"} <= known) and (not weak or bool({"country", "kind-of-party", "role"} & known))
    return Judgement.of_words(
        index,
        candidate.form,
        page,
        (candidate.first, candidate.last),
        words=len(candidate.steps) + bool(generic_near),
        kind=kind_of([step.reading for step in candidate.steps], complete=coverage > 0.99),
        supported=supported,
        lines=(*lines, *added),
    )


def _is_plausible(candidate: Candidate, page: Page, form: NameForm) -> bool:
    """Distinctive words are capitalised and not places; numbers agree, in the name and behind it."""
    distinctive = [step for step in candidate.steps if form.parts[step.part_at] is Part.NAME]
    if not distinctive or not any(page.names(step.at) for step in distinctive):
        return False
    if 2 * sum(page.names(step.at) for step in distinctive) < len(distinctive):
        return False
    if all(page.senses[step.at].countries or page.senses[step.at].folded in lexicon().places for step in candidate.steps):
        return False
    if all(page.senses[step.at].everyday for step in distinctive) and any(step.reading.how is not How.SAME for step in distinctive):
        return False
    numbers = {form.words[at] for at, part in enumerate(form.parts) if part is Part.NUMBER}
    found = {form.words[step.part_at] for step in candidate.steps if form.parts[step.part_at] is Part.NUMBER}
    return numbers == found and not _number_follows(candidate, page)


def _number_follows(candidate: Candidate, page: Page) -> bool:
    after = candidate.last + 1
    return after < len(page.senses) and page.senses[after].number and len(page.senses[after].folded) <= 2 and page.breaks[candidate.last] is Break.NONE


def _coverage(form: NameForm, candidate: Candidate, *, generic_near: str) -> float:
    total = sum(PART_WEIGHT[part] for part in form.parts)
    found = {step.part_at for step in candidate.steps}
    covered = sum(PART_WEIGHT[part] for at, part in enumerate(form.parts) if at in found or (generic_near and part is Part.GENERIC))
    return covered / total if total else 0.0


def _generic_near(form: NameForm, candidate: Candidate, page: Page) -> str:
    """The generic words that the listed name has and the text says beside it in any language (Group: grupo, группа)."""
    found = {step.part_at for step in candidate.steps}
    missing = [form.words[at] for at, part in enumerate(form.parts) if part is Part.GENERIC and at not in found]
    if not missing:
        return ""
    wanted = {label for word in missing for label in lexicon().concepts.labels(word) if label.startswith("org:")}
    wanted |= {"org:mercenary"} if "org:military" in wanted else set()
    return ", ".join(sorted(wanted & concepts_near(page, candidate.first, candidate.last, NEAR_GENERIC)))


def _several_words(form: NameForm, coverage: float, *, generic_near: str) -> Evidence | None:
    name = form.alias.text
    if coverage > 0.99:
        detail = f"{name} ({generic_near.replace('org:', '')} said in the article's words)" if generic_near else name
        return evidence("name-full-organization", 1.0, detail)
    if sum(part is Part.NAME for part in form.parts) < 2:
        return None
    return evidence("name-partial", coverage, name)


def _one_word(index: Index, form: NameForm, candidate: Candidate, page: Page) -> Evidence | None:
    """A name of one word: strong when several lists know it well, else it needs support; everyday words and places never."""
    step = candidate.steps[0]
    sense, surface = page.senses[step.at], page.tokens[step.at].surface
    words = lexicon()
    if sense.everyday or sense.countries or sense.folded in words.places or len(surface) < 3:
        return None
    if len(surface) <= 4 and surface.isascii() and not (sense.upper and page.cased):
        return None
    if sense.concepts or (step.reading.how >= How.VOWELS and len(surface) < 7):
        return None
    profile = index.profiles[form.party]
    known = profile.lists >= WELL_KNOWN_LISTS and profile.fame >= WELL_KNOWN_NAMES and len(surface) > 3
    return evidence("name-one-word" if known else "name-rare-word", 1.0, form.alias.text)


def _vessel(form: NameForm, candidate: Candidate, page: Page) -> Evidence | None:
    """Vessels bear everyday names, so a word for a vessel has to stand beside the name (likewise for aircraft)."""
    cue = "cue:vessel" if form.type is PartyType.VESSEL else "cue:aircraft"
    if cue not in concepts_near(page, candidate.first, candidate.last, NEAR_VESSEL):
        return None
    return evidence("name-vessel", 1.0, form.alias.text)


def _kind_of_party(form: NameForm, candidate: Candidate, page: Page) -> list[Evidence]:
    if form.type is not PartyType.ORGANIZATION:
        return []
    near = concepts_near(page, candidate.first, candidate.last)
    seen = sorted(label for label in near if label.startswith("org:") or label in {"cue:company", "cue:armed"})
    return [evidence("kind-of-party", 1.0, ", ".join(label.partition(":")[2] for label in seen))] if seen else []


def _order(candidate: Candidate) -> list[Evidence]:
    order = [step.part_at for step in candidate.steps]
    return [evidence("other-order")] if order != sorted(order) else []


def _extra(candidate: Candidate, page: Page) -> list[Evidence]:
    return [evidence("extra-word", 1.0, page.tokens[place].surface) for place in candidate.extra]
