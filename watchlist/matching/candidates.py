"""Rare words open candidate names, and the other words of the name must follow in a window around them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from watchlist.matching.index import Index
from watchlist.matching.lone import may_be_of_its_own
from watchlist.matching.misspelled import misspelled_given, places_beside
from watchlist.matching.names import DISTINCTIVE, NameForm, Part
from watchlist.matching.page import Break, Page
from watchlist.matching.readings import QUALITY, How, Reading
from watchlist.matching.vocabulary import Mark, Sense
from watchlist.model import PartyType
from watchlist.text.inflection import keeps_article
from watchlist.text.rarity import rarity
from watchlist.text.scripts import Script, script_of
from watchlist.text.sounds import sound_keys

WINDOW = 6
WINDOW_OF_ORGANIZATION = 10
# A family name of more listed names is too common to try each of them for a misspelled given name.
MOST_FORMS = 40
# So many listings know the word as a given name: Omar is nobody's family name for certain.
COMMON_GIVEN = 10


class Step(NamedTuple):
    """Word ``part_at`` of the form stands at word ``at`` of the page; ``initial`` when only its first letter does."""

    part_at: int
    at: int
    reading: Reading
    initial: bool = False


class Candidate(NamedTuple):
    """A form aligned with words ``first`` to ``last`` of a page; ``extra`` are unexplained words in between."""

    form: int
    first: int
    last: int
    steps: tuple[Step, ...]
    extra: tuple[int, ...]


def find_candidates(index: Index, page: Page) -> list[Candidate]:
    """Every alignment of a form with the page in which two words of it, or its only distinctive one, are found."""
    found: dict[tuple[int, int, int], Candidate] = {}
    for run in _runs(page):
        opening = [at for at in run if page.senses[at].marks & Mark.OPENS]
        anchors = [at for at in opening if page.names(at) or page.senses[at].marks & Mark.PEOPLE]
        near = set().union(*(page.senses[at].words for at in run)) if anchors else set()
        for at in anchors:
            for candidate in _candidates_at(index, page, at, near):
                key = (candidate.form, candidate.first, candidate.last)
                if key not in found or len(candidate.steps) > len(found[key].steps):
                    found[key] = candidate
    return list(found.values())


_NO_PARTNERS: Mapping[int, tuple[int, ...]] = {}


def _runs(page: Page) -> Iterator[list[int]]:
    """Places of listed words, parted where no window reaches from one to the next."""
    run: list[int] = []
    for at in page.places(Mark.READS) if page.has(Mark.OPENS) else ():
        if run and (at - run[-1] > WINDOW_OF_ORGANIZATION or Break.HARD in page.breaks[run[-1] : at]):
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _candidates_at(index: Index, page: Page, at: int, near: AbstractSet[int]) -> Iterator[Candidate]:
    opened = _opened(index, page, at, near)
    where = _readings_around(page, at) if opened else {}
    for form in opened:
        candidate = _align(index, page, form, at, where)
        if candidate is not None:
            yield candidate


def _opened(index: Index, page: Page, at: int, near: AbstractSet[int]) -> dict[int, None]:
    """Forms that the word at a place opens; ``near`` are the listed words of its run."""
    sense = page.senses[at]
    opened: dict[int, None] = {}
    for reading in sense.readings:
        partners = index.pairs.get(reading.word, _NO_PARTNERS)
        if not partners.keys().isdisjoint(near):
            for word, places in _readings_around(page, at).items():
                if word in partners and any(place != at for place, _ in places):
                    opened.update(dict.fromkeys(partners[word]))
        if (names := index.lone.get(reading.word)) is not None:
            own = may_be_of_its_own(sense, reading)
            opened.update((name.form, None) for name in names if name.may_stand(near, page.concepts, own=own))
        if reading.word in index.families and _initials_around(page, at):
            opened.update(dict.fromkeys(index.families[reading.word]))
        opened.update(dict.fromkeys(_opened_by_misspelled(index, page, at, reading)))
    return opened


def _opened_by_misspelled(index: Index, page: Page, at: int, reading: Reading) -> tuple[int, ...]:
    """Forms of a rare family name beside which a given name of theirs stands misspelled."""
    forms = index.families.get(reading.word, ())
    if not forms or len(forms) > MOST_FORMS or reading.how >= How.VOWELS or not places_beside(page, at):
        return ()
    if rarity().of(reading.folded).given >= COMMON_GIVEN:
        return ()
    return tuple(form for form in forms if misspelled_given(index.forms[form], page, at) is not None)


def _readings_around(page: Page, at: int) -> dict[int, list[tuple[int, Reading]]]:
    """Listed words that the words of the window may stand for, with their places, nearest to ``at`` first."""
    where: dict[int, list[tuple[int, Reading]]] = defaultdict(list)
    for place in _window(page, at):
        for reading in page.senses[place].readings:
            where[reading.word].append((place, reading))
    return where


def _window(page: Page, at: int) -> list[int]:
    """Places around ``at`` that no sentence end separates from it, nearest first."""
    places = [at]
    left = right = True
    for distance in range(1, WINDOW_OF_ORGANIZATION + 1):
        before, after = at - distance, at + distance
        left = left and before >= 0 and page.breaks[before] is not Break.HARD
        if left:
            places.append(before)
        right = right and after < len(page.senses) and page.breaks[after - 1] is not Break.HARD
        if right:
            places.append(after)
    return places


def _align(
    index: Index, page: Page, number: int, at: int, where: dict[int, list[tuple[int, Reading]]]
) -> Candidate | None:
    form = index.forms[number]
    reach = WINDOW if form.type is PartyType.PERSON else WINDOW_OF_ORGANIZATION
    taken: dict[int, Step] = {}
    for part_at, word in enumerate(index.form_words[number]):
        for place, reading in where.get(word, ()):
            if place not in taken and abs(place - at) <= reach and _may_stand(form, page.senses[place], reading):
                taken[place] = Step(part_at, place, reading)
                break
    if at not in taken:
        return None
    for step in _initial_steps(form, page, taken, at):
        taken[step.at] = step
    if (step_beside := _misspelled_step(index, number, page, taken, at)) is not None:
        taken[step_beside.at] = step_beside
    steps = _connected(form, page, taken, at)
    while len(steps) > 1 and form.parts[steps[-1].part_at] is Part.FILLER and steps[-1].part_at < steps[-2].part_at:
        steps.pop()
    while len(steps) > 1 and form.parts[steps[0].part_at] is Part.FILLER and steps[0].part_at > steps[1].part_at:
        steps.pop(0)
    if not any(form.parts[step.part_at] in DISTINCTIVE for step in steps):
        return None
    first, last = steps[0].at, steps[-1].at
    inside = {step.at for step in steps}
    extra = tuple(place for place in range(first, last + 1) if place not in inside and not page.senses[place].filler)
    return Candidate(number, first, last, tuple(steps), extra)


def _misspelled_step(index: Index, number: int, page: Page, taken: dict[int, Step], at: int) -> Step | None:
    """The given name beside the family name at ``at``, where none was read and one stands misspelled."""
    form = index.forms[number]
    if form.type is not PartyType.PERSON or form.parts[taken[at].part_at] is not Part.FAMILY:
        return None
    if any(form.parts[step.part_at] is Part.GIVEN for step in taken.values()):
        return None
    found = misspelled_given(form, page, at)
    if found is None or found[1] in taken:
        return None
    part_at, place = found
    word = index.form_words[number][part_at]
    return Step(part_at, place, Reading(word, QUALITY[How.TYPO], How.TYPO, form.words[part_at]))


def _may_stand(form: NameForm, sense: Sense, reading: Reading) -> bool:
    """Whether a word may stand for one of the form: an exonym is only ever read in its own script and its own cases."""
    if form.exonym is None or reading.how is How.SAME:
        return True
    if script_of(reading.folded) is not sense.script:
        return False
    if reading.how is How.INFLECTED:
        prefixed = sense.script in {Script.ARABIC, Script.HEBREW} and keeps_article(sense.folded, reading.folded)
        return form.exonym.declines or prefixed or "'" in sense.folded
    return reading.how is How.TRANSLITERATED and form.type is PartyType.PERSON


def _connected(form: NameForm, page: Page, taken: dict[int, Step], at: int) -> list[Step]:
    """The steps that stand together with ``at``: between neighbours only fillers, and one unexplained word at most."""
    places = sorted(taken)
    centre = places.index(at)
    steps = [taken[at]]
    for direction in (1, -1):
        here = centre
        while 0 <= here + direction < len(places) and _is_joined(
            form, page, taken, places[here], places[here + direction]
        ):
            here += direction
            steps.append(taken[places[here]])
    return sorted(steps, key=lambda step: step.at)


def _is_joined(form: NameForm, page: Page, taken: dict[int, Step], here: int, there: int) -> bool:
    left, right = min(here, there), max(here, there)
    between = [page.senses[place] for place in range(left + 1, right)]
    unexplained = [sense for sense in between if not (sense.filler or len(sense.folded) == 1)]
    allowed = 1 if form.type is PartyType.PERSON else 2
    if len(unexplained) > allowed or len(between) > 3:
        return False
    breaks = page.breaks[left:right]
    if Break.HARD in breaks:
        return False
    if Break.COMMA in breaks and form.type is PartyType.ORGANIZATION and "," in form.alias.text:
        return not unexplained
    if Break.COMMA in breaks:
        written_so = page.senses[left].upper or not page.cased
        return written_so and _is_list_order(form, taken[left], taken[right]) and not unexplained
    return form.type is not PartyType.PERSON or all(sense.capital or not page.cased for sense in unexplained)


def _is_list_order(form: NameForm, left: Step, right: Step) -> bool:
    """Whether a comma stands where lists put it: "PUTIN, Vladimir"."""
    return form.parts[left.part_at] is Part.FAMILY and form.parts[right.part_at] in {Part.GIVEN, Part.MIDDLE}


def _initials_around(page: Page, at: int) -> tuple[int, ...]:
    """Places of up to two initials directly before or after a word, nearest first."""
    found = []
    for step in (-1, 1):
        place = at + step
        while 0 <= place < len(page.senses) and abs(place - at) <= 2 and is_initial(page, place):
            if page.breaks[min(place, place - step)] is not Break.NONE:
                break
            found.append(place)
            place += step
    return tuple(found)


def is_initial(page: Page, at: int) -> bool:
    """Whether a word is one capital letter."""
    sense = page.senses[at]
    return bool(sense.marks & Mark.LETTER) and sense.capital and not sense.number


def _initial_steps(form: NameForm, page: Page, taken: dict[int, Step], at: int) -> list[Step]:
    """Initials beside the family name that agree with given names not found in full."""
    if form.type is not PartyType.PERSON or form.parts[taken[at].part_at] is not Part.FAMILY:
        return []
    used = {step.part_at for step in taken.values()}
    steps = []
    for place in _initials_around(page, at):
        for part_at, part in enumerate(form.parts):
            if (
                part in {Part.GIVEN, Part.MIDDLE}
                and part_at not in used
                and same_initial(page.tokens[place].surface, form.words[part_at])
            ):
                reading = page.senses[at].readings[0]
                steps.append(Step(part_at, place, reading._replace(folded=form.words[part_at]), initial=True))
                used.add(part_at)
                break
    return steps


def same_initial(letter: str, word: str) -> bool:
    """Whether an initial may be the first letter of a word, in any script ("С." of Sergei)."""
    firsts = {key[0] for key in sound_keys(letter) if key} | {letter.casefold()}
    return word[:1] in firsts or any(key[:1] in firsts for key in sound_keys(word))
