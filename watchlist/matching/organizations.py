"""When words of an article are the name of a listed organisation."""

from collections.abc import Mapping

from watchlist.matching.assessment import Judgement, kind_of, left_over, place_of_words, spelling, support
from watchlist.matching.candidates import Candidate
from watchlist.matching.context import NEAR, Context, concepts_near
from watchlist.matching.index import Index
from watchlist.matching.names import LEAST_COVERAGE, PART_WEIGHT, SIGNIFICANT, NameForm, Part, said_otherwise
from watchlist.matching.neighbours import goes_on, has_capital_beside, says_case
from watchlist.matching.one_word import WELL_KNOWN_LISTS, is_word_of_its_own, one_word
from watchlist.matching.page import Break, Page, is_place
from watchlist.matching.persons import is_weak
from watchlist.matching.profiles import Profile
from watchlist.matching.uncased import is_any_spelled, is_of_common_words, may_be_one_word, may_be_organization
from watchlist.matching.weights import evidence
from watchlist.model import Evidence
from watchlist.text.inflection import after_elision
from watchlist.text.lexicon import lexicon

NEAR_GENERIC = 3
SENTENCE = 20
MAY_MEAN_ANOTHER = "a word that may mean another"
WITHOUT_LEGAL_FORM = "the name without its legal form"
# From here on a row of ordinary words is a name of its own: "Vostok Design Bureau" is (7), "Ministry of Defence" not
# (2.5). A legal form in it says that it is a name.
DISTINCTIVE_ROW = 5.0
DISTINCTIVE_COMPANY = 3.0
# One word that news does not write small makes a row of its own sooner: "Sky One" is not yet one.
DISTINCTIVE_NAME = 4.0
LONGEST_ACRONYM = 4
# A little known word so long is hardly anything else: Surgutneftegas, but not Baikal.
LONG_NAME = 9


def judge_organization(index: Index, candidate: Candidate, page: Page, context: Context) -> Judgement | None:
    """The judgement of a candidate organisation, or None when too little of the name is there."""
    form = index.forms[candidate.form]
    if not is_plausible(candidate, page, form) or not may_be_organization(candidate, page):
        return None
    generic_near = _generic_near(form, candidate, page)
    coverage = coverage_of(form, candidate, generic_near)
    profile = index.profiles[form.party]
    started = (
        _started(form, candidate, page, coverage, generic_near, armed=profile.armed)
        if coverage >= LEAST_COVERAGE
        else None
    )
    if started is None:
        return None
    lines = [started, *spelling(candidate, page, context), *order(form, candidate), *extra(candidate, page)]
    added = support(profile, page, (candidate.first, candidate.last), context)
    # An acronym of an armed group may be explained anywhere in its sentence.
    acronym = profile.armed and started.feature == "name-short-word"
    added += _kind_of_party(candidate, page, generic_near, SENTENCE if acronym else NEAR, armed=profile.armed)
    if acronym and form.lists > WELL_KNOWN_LISTS and not added and "cue:armed" in page.concepts:
        added.append(evidence("kind-of-party", 1.0, "armed groups in the article"))
    features = {one.feature for one in added}
    lean = started.feature in {"name-rare-word", "name-partial"} or _is_short_of_distinction(
        form, candidate, page, armed=profile.armed
    )
    if lean and not {"country", "kind-of-party"} & features:
        return None
    if is_of_common_words(candidate.steps, page, form) and "country" not in features:
        return None
    return Judgement(
        place=place_of_words(page, candidate.first, candidate.last),
        party=form.party,
        alias=form.alias,
        form=candidate.form,
        words=len(candidate.steps),
        kind=kind_of(form, [step.reading for step in candidate.steps], complete=coverage > 0.99),
        held=_held(form, candidate, page, started, features, profile),
        evidence=(*lines, *added),
        left_over=left_over(form, candidate),
    )


def _started(
    form: NameForm, candidate: Candidate, page: Page, coverage: float, generic_near: Mapping[int, str], *, armed: bool
) -> Evidence | None:
    """The evidence that starts the score: how the name was found."""
    if form.exonym is not None and not _says_all(form, candidate, page):
        return None
    if form.ordinary and not _stands_as_name(form, candidate, page, coverage):
        return None
    distinctive = [step for step in candidate.steps if form.parts[step.part_at] is Part.NAME]
    with_legal_form = any(form.parts[step.part_at] is Part.LEGAL for step in candidate.steps)
    if len(distinctive) == 1 and (candidate.extra or not _is_one_phrase(candidate, page)):
        return None
    if len(distinctive) == 1 and not may_be_one_word(
        distinctive[0], page, form, strong=armed or form.lists >= WELL_KNOWN_LISTS, said=_is_business(generic_near)
    ):
        return None
    if len(distinctive) == 1 and form.parts.count(Part.NAME) == 1 and not with_legal_form:
        whole = coverage > 0.99 and sum(form.parts[step.part_at] in SIGNIFICANT for step in candidate.steps) > 1
        if not whole and not is_word_of_its_own(distinctive[0], page, form, alone=len(candidate.steps) == 1):
            return None
        if sum(part in SIGNIFICANT for part in form.parts) == 1:
            return one_word(form, candidate, page, armed=armed)
        if goes_on(candidate, page):
            return None
    return _several_words(form, coverage, generic_near)


_BUSINESS = frozenset(
    f"org:{kind}" for kind in ("bank", "company", "airline", "shipping", "university", "institute", "agency", "group")
)


def _is_business(generic_near: Mapping[int, str]) -> bool:
    return any(lexicon().concepts.labels(word) & _BUSINESS for word in generic_near.values())


def _held(
    form: NameForm, candidate: Candidate, page: Page, started: Evidence, features: set[str], profile: Profile
) -> str:
    """Why the rule of support holds the name back from an alert; empty when the article carries it."""
    found = {step.part_at for step in candidate.steps}
    drops_legal_form = Part.LEGAL in form.parts and not any(form.parts[at] is Part.LEGAL for at in found)
    kind, country, role = (feature in features for feature in ("kind-of-party", "country", "role"))
    if _is_short_of_distinction(form, candidate, page, armed=profile.armed):
        # Words for a kind of party stand beside any such name, most of all where they are the name.
        return "" if country or (kind and profile.armed) else "ordinary words"
    if started.feature == "name-rare-word":
        upper = page.cased and page.senses[candidate.first].upper
        called = bool(_KINDS_BESIDE & concepts_near(page, candidate.first, candidate.last, 1))
        own = upper or called or len(form.only_word) >= LONG_NAME
        legal = _has_legal_form_beside(candidate, page)
        return "" if legal or (kind and country and own) else MAY_MEAN_ANOTHER
    if started.feature == "name-short-word":
        same_kind = bool(profile.kinds & concepts_near(page, candidate.first, candidate.last))
        strong = form.lists >= WELL_KNOWN_LISTS or (profile.armed and kind)
        acronym = len(form.only_word) <= LONGEST_ACRONYM and not profile.armed
        carried = country or (same_kind if acronym else kind) if strong else kind and country
        return "" if carried else MAY_MEAN_ANOTHER
    if is_weak(form, profile.strong_names):
        return "" if role or (form.exonym is not None and (kind or country)) else "a weak alias"
    # Without its legal form the name of a company is also that of its product: a pipeline, a ship, a channel.
    return "" if kind or role or not drops_legal_form else WITHOUT_LEGAL_FORM


def is_plausible(candidate: Candidate, page: Page, form: NameForm) -> bool:
    """Distinctive words are capitalised and not places; numbers agree, in the name and behind it."""
    distinctive = [step for step in candidate.steps if form.parts[step.part_at] is Part.NAME]
    named = sum(page.names(step.at) or form.writes_small(step.part_at) for step in distinctive)
    if not distinctive or 2 * named < len(distinctive):
        return False
    if all(is_place(page.senses[step.at]) for step in distinctive):
        return False
    numbers = {form.words[at] for at, part in enumerate(form.parts) if part is Part.NUMBER}
    found = {form.words[step.part_at] for step in candidate.steps if form.parts[step.part_at] is Part.NUMBER}
    return numbers == found and not _number_follows(candidate, page)


def _says_all(form: NameForm, candidate: Candidate, page: Page) -> bool:
    """Whether every word of a name in another language is there, in order and with its capitals."""
    order = [step.part_at for step in candidate.steps]
    whole = {at for at, part in enumerate(form.parts) if part in SIGNIFICANT} <= set(order)
    capitals = all(
        _is_capital(page, step.at) or not page.cased or form.writes_small(step.part_at)
        for step in candidate.steps
        if form.parts[step.part_at] is Part.NAME
    )
    return whole and capitals and order == sorted(order) and not candidate.extra


def _number_follows(candidate: Candidate, page: Page) -> bool:
    """Whether the name goes on with a number ("Nord Stream 2"); behind a legal form it is over."""
    after = candidate.last + 1
    if after >= len(page.senses) or page.breaks[candidate.last] is not Break.NONE or _is_legal(page, candidate.last):
        return False
    return page.senses[after].number and len(page.senses[after].folded) <= 2


def coverage_of(form: NameForm, candidate: Candidate, generic_near: Mapping[int, str]) -> float:
    """The share of the weight of a name that was found, or said beside it in other words."""
    total = sum(PART_WEIGHT[part] for part in form.parts)
    found = {step.part_at for step in candidate.steps} | set(generic_near)
    covered = sum(PART_WEIGHT[part] for at, part in enumerate(form.parts) if at in found)
    return covered / total if total else 0.0


def _generic_near(form: NameForm, candidate: Candidate, page: Page) -> dict[int, str]:
    """Generic words of the name that the text says in other words (Group: grupo), by their place in the form."""
    found = {step.part_at for step in candidate.steps}
    reach = 1 if is_any_spelled(candidate.steps, page) else NEAR_GENERIC
    near = concepts_near(page, candidate.first, candidate.last, reach)
    said: dict[int, str] = {}
    for at, part in enumerate(form.parts):
        if part is Part.GENERIC and at not in found and said_otherwise(form.words[at]) & near:
            said[at] = form.words[at]
    return said


def _several_words(form: NameForm, coverage: float, generic_near: Mapping[int, str]) -> Evidence | None:
    name = form.told
    if coverage > 0.99:
        detail = f"{name} ({', '.join(generic_near.values())} said in the article's words)" if generic_near else name
        return evidence("name-full-organization", 1.0, detail)
    if sum(part is Part.NAME for part in form.parts) < 2:
        return None
    return evidence("name-partial", coverage, name)


# "The firm Verus": the word directly beside the name says what bears it.
_KINDS_BESIDE = frozenset(
    {"org:company", "org:bank", "org:group", "org:fund", "org:airline", "org:shipping", "cue:company"}
)
_ARMED = frozenset(
    {
        "cue:armed",
        "org:movement",
        "org:front",
        "org:army",
        "org:brigade",
        "org:group",
        "org:organization",
        "org:mercenary",
        "org:network",
        "org:party",
    }
)


def _kind_of_party(
    candidate: Candidate, page: Page, generic_near: Mapping[int, str], reach: int, *, armed: bool
) -> list[Evidence]:
    """Words beside the name for what the party is: companies and authorities on one side, armed groups on the other."""
    near = concepts_near(page, candidate.first, candidate.last, reach)
    kinds = {label for label in near if label.startswith(("org:", "cue:"))} - {
        "cue:vessel",
        "cue:aircraft",
    }
    # A word that already stands for a part of the name says nothing more about its bearer.
    kinds -= {label for word in generic_near.values() for label in lexicon().concepts.labels(word)}
    seen = sorted(kinds & _ARMED if armed else kinds - {"cue:armed"})
    seen += _legal_forms_beside(candidate, page)
    return [evidence("kind-of-party", 1.0, ", ".join(label.rpartition(":")[2] for label in seen))] if seen else []


def _has_legal_form_beside(candidate: Candidate, page: Page) -> bool:
    """Whether a legal form stands directly behind or, as Russian companies have it, before the name."""
    return bool(_legal_forms_beside(candidate, page))


def _legal_forms_beside(candidate: Candidate, page: Page) -> list[str]:
    before, after = candidate.first - 1, candidate.last + 1
    found = []
    if before >= 0 and page.breaks[before] is Break.NONE and page.senses[before].capital and _is_legal(page, before):
        found.append(page.tokens[before].surface)
    if after < len(page.tokens) and page.breaks[candidate.last] is not Break.HARD and _is_legal(page, after):
        found.append(page.tokens[after].surface)
    return found


def _is_legal(page: Page, place: int) -> bool:
    """Whether a legal form stands here; the short ones are words of other languages where they are written small."""
    sense = page.senses[place]
    return lexicon().is_a("legal", sense.folded) and (sense.capital or len(sense.folded) > 3)


def order(form: NameForm, candidate: Candidate) -> list[Evidence]:
    """Distinctive words in another order than the list prints."""
    order = [step.part_at for step in candidate.steps if form.parts[step.part_at] in {Part.NAME, Part.NUMBER}]
    return [evidence("other-order")] if order != sorted(order) else []


def extra(candidate: Candidate, page: Page) -> list[Evidence]:
    """Words inside the name that the list does not have."""
    return [
        evidence(
            "other-word" if page.cased and page.senses[place].capital else "extra-word", 1.0, page.tokens[place].surface
        )
        for place in candidate.extra
    ]


def _is_short_of_distinction(form: NameForm, candidate: Candidate, page: Page, *, armed: bool) -> bool:
    """Whether a name is a few words that may stand together by chance, ordinary ones most of all."""
    if form.exonym is not None:
        return False
    found = any(form.parts[step.part_at] is Part.LEGAL for step in candidate.steps)
    company = found or _has_legal_form_beside(candidate, page)
    if form.ordinary:
        return form.distinction < (DISTINCTIVE_COMPANY if company else DISTINCTIVE_ROW)
    return len(form.core) > 1 and not company and not armed and form.distinction < DISTINCTIVE_NAME


def _stands_as_name(form: NameForm, candidate: Candidate, page: Page, coverage: float) -> bool:
    """Ordinary words are a name only whole, in order, capitalised, and not as a part of a longer one."""
    order = [step.part_at for step in candidate.steps]
    capital = all(_is_capital(page, step.at) for step in candidate.steps if form.parts[step.part_at] is not Part.FILLER)
    whole = (
        coverage > 0.99 and not candidate.extra and order == sorted(order) and not has_capital_beside(candidate, page)
    )
    return (
        whole and says_case(candidate, page) and capital and len(candidate.steps) > 1 and not goes_on(candidate, page)
    )


def _is_capital(page: Page, at: int) -> bool:
    """Whether a word has a capital of its own: in "L'état" it is the article's."""
    return page.senses[at].capital and not after_elision(page.tokens[at].surface)[:1].islower()


def _is_one_phrase(candidate: Candidate, page: Page) -> bool:
    """Whether the words follow each other, or at least stand in the order of the listed name ("Osaka Trading", not
    "trading of Osaka").
    """
    order = [step.part_at for step in candidate.steps]
    together = candidate.last - candidate.first + 1 == len(order)
    # "Rosneft to trade" is not Rosneft Trade.
    written = together or all(page.names(step.at) for step in candidate.steps)
    return together or (order == sorted(order) and (written or not page.cased))
