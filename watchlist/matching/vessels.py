"""When words of an article are the name of a listed vessel or aircraft."""

from watchlist.matching.assessment import Judgement, kind_of, left_over, place_of_words, spelling, support
from watchlist.matching.candidates import Candidate
from watchlist.matching.context import Context, concepts_near
from watchlist.matching.index import Index
from watchlist.matching.lone import CUES
from watchlist.matching.names import NameForm
from watchlist.matching.neighbours import goes_on
from watchlist.matching.organizations import coverage_of, extra, is_plausible, order
from watchlist.matching.page import Page, is_place
from watchlist.matching.persons import is_weak
from watchlist.matching.readings import How
from watchlist.matching.weights import evidence
from watchlist.model import Evidence

NEAR_VESSEL = 4


def judge_vessel(index: Index, candidate: Candidate, page: Page, context: Context) -> Judgement | None:
    """The judgement of a candidate vessel or aircraft, or None without the whole name and a word for one beside it."""
    form = index.forms[candidate.form]
    if not is_plausible(candidate, page, form) or coverage_of(form, candidate, {}) < 1 or goes_on(candidate, page):
        return None
    started = _started(form, candidate, page)
    if started is None:
        return None
    profile = index.profiles[form.party]
    lines = [started, *spelling(candidate, page, context), *order(form, candidate), *extra(candidate, page)]
    return Judgement(
        place=place_of_words(page, candidate.first, candidate.last),
        party=form.party,
        alias=form.alias,
        form=candidate.form,
        words=len(candidate.steps),
        kind=kind_of(form, [step.reading for step in candidate.steps], complete=True),
        held="a weak alias" if is_weak(form, profile.strong_names) else "",
        evidence=(*lines, *support(profile, page, (candidate.first, candidate.last), context)),
        left_over=left_over(form, candidate),
    )


def _started(form: NameForm, candidate: Candidate, page: Page) -> Evidence | None:
    """Vessels bear everyday names, so a word for a vessel has to stand beside the name (likewise for aircraft)."""
    senses = [page.senses[step.at] for step in candidate.steps]
    one_word = len(senses) == 1
    if one_word and (
        senses[0].everyday
        or senses[0].concepts
        or is_place(senses[0])
        or candidate.steps[0].reading.how is not How.SAME
    ):
        return None
    if CUES[form.type] not in concepts_near(
        page, candidate.first, candidate.last, NEAR_VESSEL // 2 if one_word else NEAR_VESSEL
    ):
        return None
    return evidence("name-vessel", 1.0, form.alias.text)
