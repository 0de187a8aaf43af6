"""Short forms of names: a surname after the full name, and a surname that only the article's context explains."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log2

from watchlist.matching.assessment import Judgement, inflects, place_of_words, support
from watchlist.matching.candidates import is_initial, same_initial
from watchlist.matching.context import Context
from watchlist.matching.index import Index
from watchlist.matching.names import NameForm, Part
from watchlist.matching.page import Break, Page, is_place
from watchlist.matching.readings import QUALITY, How, Reading
from watchlist.matching.vocabulary import Mark, Sense
from watchlist.matching.weights import evidence
from watchlist.model import AliasKind, Evidence, MatchKind, PartyType
from watchlist.text.lexicon import lexicon
from watchlist.text.rarity import rarity

RARE_GIVEN = 3
COMMON_GIVEN = 100
OFTENER_GIVEN = 5
LOWER_CASE = 5
# "A surname that few listed parties share": at most this many.
FEW_BEARERS = 6
RARE_IN_NEWS = 200
# A party is called by surname alone only when it is well known: on several lists, under several spellings.
WELL_KNOWN_NAMES = 6
FEW_LISTINGS = 14
# So many different given names may stand before a surname in news before it is too common to mean a listed party by
# itself.
FEW_NAMESAKES = 8
# What twice as many names on the lists are worth against a role beside the name when namesakes are told apart.
FAME = 0.04


def refer(
    index: Index, pages: Sequence[Page], named: Sequence[Judgement], taken: Mapping[int, set[int]], context: Context
) -> list[Judgement]:
    """Judgements of single words that are the family name of a person.

    ``named`` are the judgements that already stand as alerts; ``taken`` are the words they cover, by page number.
    """
    full = _families_of(index, named)
    others = _families_of_others(index, pages, context)
    found = []
    for number, page in enumerate(pages):
        for at in page.places(Mark.READS):
            sense = page.senses[at]
            if at in taken[number] or not page.names(at) or sense.everyday or is_place(sense):
                continue
            judgement = _later(index, page, at, full, context) or _bare(index, page, at, context, others)
            if judgement is not None:
                found.append(judgement)
    return found


def _families_of(index: Index, named: Iterable[Judgement]) -> dict[int, list[int]]:
    """Words that may stand for a named person later: family names, rare given names, names of one word."""
    words: dict[int, list[int]] = defaultdict(list)
    for judgement in named:
        if index.parties[judgement.party].type is not PartyType.PERSON:
            continue
        if judgement.form is None:
            continue
        for word, part in zip(index.form_words[judgement.form], index.forms[judgement.form].parts, strict=True):
            count = rarity().of(index.vocabulary.words[word])
            # Where more bear a word as given name, it means somebody else by itself (Muhammad, the prophet).
            surname = part is Part.FAMILY and count.given < max(COMMON_GIVEN, OFTENER_GIVEN * count.family)
            short = surname or (part is Part.GIVEN and count.given < RARE_GIVEN)
            if short and judgement.party not in words[word]:
                words[word].append(judgement.party)
        for word in index.nicknames.get(judgement.party, ()):
            if judgement.party not in words[word]:
                words[word].append(judgement.party)
    return words


def _later(index: Index, page: Page, at: int, full: Mapping[int, list[int]], context: Context) -> Judgement | None:
    for reading in page.senses[at].readings:
        if reading.how >= How.VOWELS:
            continue
        for party in full.get(reading.word, ()):
            bearing = (*index.families.get(reading.word, ()), *index.singles.get(reading.word, ()))
            form = next((number for number in bearing if index.forms[number].party == party), None)
            if form is not None and not _has_other_given_name(index, page, at, [party], context):
                lines = (evidence("name-reference", 1.0, index.parties[party].name), *_spelled(page, at, reading))
                return _short(index, form, page, at, MatchKind.REFERENCE, held="", lines=lines)
    return None


def _families_of_others(index: Index, pages: Sequence[Page], context: Context) -> frozenset[int]:
    """Family names that the article gives to somebody with a given name that no listed bearer has."""
    words: set[int] = set()
    for page in pages:
        for at in page.places(Mark.OPENS):
            families = [word for word in page.senses[at].words if word in index.families]
            if families and page.names(at):
                bearers = [index.forms[form].party for word in families for form in index.families[word]]
                if _has_other_given_name(index, page, at, bearers, context):
                    words.update(families)
    return frozenset(words)


def _bare(index: Index, page: Page, at: int, context: Context, others: frozenset[int]) -> Judgement | None:
    """A surname without any full name: nationality and few bearers, or a stated role, have to speak for it."""
    bearers: dict[int, tuple[int, Reading]] = {}
    for reading in page.senses[at].readings:
        if reading.how < How.VOWELS and reading.word not in others:
            for form in index.families.get(reading.word, ()):
                bearers.setdefault(index.forms[form].party, (form, reading))
    if not bearers or _has_other_given_name(index, page, at, list(bearers), context):
        return None
    party, (form, reading) = min(bearers.items(), key=lambda bearer: _rank(index, page, at, context, bearer[0]))
    profile = index.profiles[party]
    added = support(profile, page, (at, at), context)
    features = {one.feature for one in added}
    namesakes = max(rarity().of(page.senses[at].folded).namesakes, rarity().of(reading.folded).namesakes)
    known = profile.lists > 1 and profile.fame >= WELL_KNOWN_NAMES and _is_surname(index.forms[form], reading)
    few = known and len(bearers) <= FEW_BEARERS and namesakes <= FEW_NAMESAKES
    if not (few and "country" in features) and "role" not in features:
        return None
    possessive = page.tokens[at].surface.endswith(("'s", "’s"))
    if reading.how is How.INFLECTED and not possessive and not inflects(page, at, context):
        return None
    if reading.how is How.INFLECTED and _may_be_other_word(page.senses[at]):
        return None
    if few:
        added.append(evidence("few-bearers", 1.0, f"{len(bearers)} on all lists"))
    lines = (evidence("name-surname", 1.0, index.parties[party].name), *_spelled(page, at, reading), *added)
    supported = "country" in features and ("role" in features or few)
    return _short(index, form, page, at, MatchKind.PARTIAL, held="" if supported else "only a family name", lines=lines)


def _may_be_other_word(sense: Sense) -> bool:
    """Whether a declined word is a place (Львова) or an adjective that also stands in lower case (Белого дома)."""
    count = rarity().of(sense.folded)
    places = lexicon().places
    return count.lower_percent >= LOWER_CASE or any(sense.folded[:-cut] in places for cut in (1, 2))


def _short(
    index: Index, form: int, page: Page, at: int, kind: MatchKind, *, held: str, lines: tuple[Evidence, ...]
) -> Judgement:
    named = index.forms[form]
    return Judgement(place_of_words(page, at, at), named.party, named.alias, form, 1, kind, held, lines)


def _is_surname(form: NameForm, reading: Reading) -> bool:
    """Whether a list itself prints the word as family name of a strong name, and hardly ever as a given name."""
    count = rarity().of(reading.folded)
    strong = form.typed and form.alias.kind is not AliasKind.WEAK
    return strong and count.family <= FEW_LISTINGS and count.given <= count.family


def _spelled(page: Page, at: int, reading: Reading) -> list[Evidence]:
    shortfall = 1 - QUALITY[reading.how]
    return [evidence("spelling", shortfall, f"{page.tokens[at].surface} → {reading.folded}")] if shortfall > 0 else []


def _rank(index: Index, page: Page, at: int, context: Context, party: int) -> tuple[float, int, str]:
    """What the article and the lists say for a party: the better known, the likelier is it called by surname alone."""
    profile = index.profiles[party]
    added = support(profile, page, (at, at), context)
    known = FAME * log2(1 + profile.fame)
    return (-round(known + sum(one.weight for one in added), 4), -profile.fame, index.parties[party].id)


def _has_other_given_name(index: Index, page: Page, at: int, parties: Sequence[int], context: Context) -> bool:
    """Whether a given name (or initial) that none of the parties bears stands beside a surname: another person."""
    beside = [place for place in _beside(page, at) if _is_name_beside(page, place, at, context)]
    words = _words_of(index, frozenset(parties), page, at) if beside else set()
    return any(not _is_borne(page, place, words) for place in beside)


def _is_name_beside(page: Page, place: int, at: int, context: Context) -> bool:
    """Whether a word beside a surname is a given name or an initial at all."""
    sense = page.senses[place]
    if not page.cased or not sense.capital or lexicon().is_a("title", sense.folded):
        return False
    if is_initial(page, place):
        return True
    if sense.filler or sense.everyday or sense.concepts or sense.countries:
        return False
    if sense.upper and not page.tokens[at].surface.isupper():
        return False
    return _may_be_given(page, place, context)


def _is_borne(page: Page, place: int, words: set[str]) -> bool:
    """Whether a given name or an initial is one of these words."""
    if is_initial(page, place):
        return any(same_initial(page.tokens[place].surface, word) for word in words)
    return any(reading.folded in words for reading in page.senses[place].readings)


def _beside(page: Page, at: int) -> list[int]:
    """The word before, particles passed over ("Maher al-Assad"), and the word behind, with no mark between."""
    before = at - 1
    while before > 0 and page.senses[before].filler and page.breaks[before] is Break.NONE:
        before -= 1
    places = [before] if before >= 0 and page.breaks[before] is Break.NONE else []
    return places + ([at + 1] if at + 1 < len(page.tokens) and page.breaks[at] is Break.NONE else [])


def _may_be_given(page: Page, place: int, context: Context) -> bool:
    """Whether a capitalised word may be somebody's given name: lists know it as one, or news hardly knows it at all."""
    count = rarity().of(page.senses[place].folded)
    bearers = max((rarity().of(reading.folded).given for reading in page.senses[place].readings), default=0)
    return max(bearers, count.given) >= 2 or (not context.capital_nouns and count.articles < RARE_IN_NEWS)


def _words_of(index: Index, parties: frozenset[int], page: Page, at: int) -> set[str]:
    """Every word of the names of these parties that have the word at this place as family name."""
    numbers = {number for reading in page.senses[at].readings for number in index.families.get(reading.word, ())}
    bearing = (index.forms[number] for number in numbers)
    return {word for form in bearing if form.party in parties for word in form.words}
