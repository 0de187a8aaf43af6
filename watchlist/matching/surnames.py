"""A surname without any full name: what the article and the lists have to say before it means a listed person."""

from collections.abc import Collection
from math import log2

from watchlist.matching.assessment import Judgement, inflects, place_of_words, support
from watchlist.matching.context import Context
from watchlist.matching.index import Index
from watchlist.matching.names import NameForm
from watchlist.matching.namesakes import has_other_given_name
from watchlist.matching.page import Page
from watchlist.matching.readings import QUALITY, How, Reading
from watchlist.matching.uncased import is_known_by_itself, may_be_surname
from watchlist.matching.vocabulary import Sense
from watchlist.matching.weights import evidence
from watchlist.model import AliasKind, Evidence, MatchKind
from watchlist.text.lexicon import lexicon
from watchlist.text.rarity import rarity
from watchlist.text.scripts import CASED

# "A surname that few listed parties share": at most so many that are half as well known as the best known of them.
FEW_BEARERS = 6
# A party is called by surname alone only when it is well known: on several lists, which tie so many others to it. How
# many spellings lists print says little: of the annotated surnames without any full name that this rule lets pass, 69
# of 70 are right, of those of parties with six spellings and fewer ties 1 of 46.
WELL_KNOWN_LINKS = 3
FEW_LISTINGS = 14
# So many different given names may stand before a surname in news before it is too common to mean a listed party by
# itself.
FEW_NAMESAKES = 8
# What twice as many names or links on the lists, or articles in news, are worth against a role beside the name when
# namesakes are told apart.
PROMINENCE = 0.04
LOWER_CASE = 5
SHORTEST_SURNAME = 3


def judge_surname(index: Index, page: Page, at: int, context: Context, others: frozenset[int]) -> Judgement | None:
    """A surname without any full name: nationality and few bearers, or a stated role, have to speak for it.

    ``others`` are family names that the article gives to somebody else.
    """
    bearers = _bearers(index, page, at, others)
    sense = page.senses[at]
    if (sense.upper and page.cased) or len(sense.folded) < SHORTEST_SURNAME:
        return None
    if not bearers or has_other_given_name(index, page, at, list(bearers), context):
        return None
    party, (form, reading) = min(
        bearers.items(), key=lambda bearer: _rank(index, page, at, context, bearer[0], bearer[1][1])
    )
    if reading.how is How.INFLECTED and not _may_be_declined(page, at, context):
        return None
    added = support(index.profiles[party], page, (at, at), context)
    features = {one.feature for one in added}
    rivals = _rivals(index, party, bearers)
    few = rivals <= FEW_BEARERS and _is_known_by_surname(index, page, at, form, reading)
    if not (few and "country" in features) and "role" not in features:
        return None
    if sense.script not in CASED and not ("country" in features and is_known_by_itself(page, at, reading)):
        return None
    if few:
        added.append(evidence("few-bearers", 1.0, f"{rivals} as well known on all lists"))
    lines = (evidence("name-surname", 1.0, index.parties[party].name), *respelled(page, at, reading), *added)
    supported = "country" in features and ("role" in features or few)
    return one_word_of(
        index, form, page, at, MatchKind.PARTIAL, held="" if supported else "only a family name", lines=lines
    )


def one_word_of(
    index: Index, form: int, page: Page, at: int, kind: MatchKind, *, held: str, lines: tuple[Evidence, ...]
) -> Judgement:
    """The judgement of one word that stands for a name."""
    named = index.forms[form]
    return Judgement(place_of_words(page, at, at), named.party, named.alias, form, 1, kind, held, lines)


def respelled(page: Page, at: int, reading: Reading) -> list[Evidence]:
    """How far the word is from the listed one."""
    shortfall = 1 - QUALITY[reading.how]
    return [evidence("spelling", shortfall, f"{page.tokens[at].surface} → {reading.folded}")] if shortfall > 0 else []


def _bearers(index: Index, page: Page, at: int, others: frozenset[int]) -> dict[int, tuple[int, Reading]]:
    """Parties that bear the family name, each with a form that has it and the likeliest way the word was read."""
    bearers: dict[int, tuple[int, Reading]] = {}
    readings = sorted(page.senses[at].readings, key=lambda one: (one.how, -rarity().of(one.folded).articles))
    for reading in readings:
        families = index.families.get(reading.word, ())
        if not families or reading.how >= How.VOWELS or reading.word in others:
            continue
        if reads_as_surname(index, page, at, reading):
            for form in families:
                bearers.setdefault(index.forms[form].party, (form, reading))
    return bearers


def reads_as_surname(index: Index, page: Page, at: int, reading: Reading) -> bool:
    """Whether the word may stand for the family name by itself as its script writes it."""
    forms = (index.forms[number] for number in index.families.get(reading.word, ()))
    return may_be_surname(page, at, reading, forms)


def _rivals(index: Index, party: int, bearers: Collection[int]) -> int:
    """How many bearers, the party among them, are at least half as well known: relatives do not hide a famous man."""
    fame = index.profiles[party].fame
    return sum(2 * index.profiles[other].fame >= fame for other in bearers)


def _is_known_by_surname(index: Index, page: Page, at: int, form: int, reading: Reading) -> bool:
    """Whether the lists know the party well, and neither lists nor news know many others of the surname."""
    party = index.forms[form].party
    namesakes = max(rarity().of(page.senses[at].folded).namesakes, rarity().of(reading.folded).namesakes)
    known = index.profiles[party].lists > 1 and len(index.linked.get(party, ())) >= WELL_KNOWN_LINKS
    return known and namesakes <= FEW_NAMESAKES and _is_surname(index.forms[form], reading)


def _is_surname(form: NameForm, reading: Reading) -> bool:
    """Whether a list itself prints the word as family name of a strong name, and hardly ever as a given name."""
    count = rarity().of(reading.folded)
    strong = form.typed and form.alias.kind is not AliasKind.WEAK
    return strong and count.family <= FEW_LISTINGS and count.given <= count.family


def _may_be_declined(page: Page, at: int, context: Context) -> bool:
    """Whether an ending may be a case: names decline here, and the word is not known as another one."""
    possessive = page.tokens[at].surface.endswith(("'s", "’s"))
    return possessive or (inflects(page, at, context) and not _may_be_other_word(page.senses[at]))


def _may_be_other_word(sense: Sense) -> bool:
    """Whether a declined word is a place (Львова) or an adjective that also stands in lower case (Белого дома)."""
    count = rarity().of(sense.folded)
    places = lexicon().places
    return count.lower_percent >= LOWER_CASE or any(sense.folded[:-cut] in places for cut in (1, 2))


def _rank(index: Index, page: Page, at: int, context: Context, party: int, reading: Reading) -> tuple[float, int, str]:
    """What article, lists and news say for a party: the better known, the likelier is it called by surname alone.

    Between a listed Putin and a listed Putina, the one whose name news writes oftener is meant.
    """
    profile = index.profiles[party]
    added = support(profile, page, (at, at), context)
    names, links = profile.fame, len(index.linked.get(party, ()))
    known = PROMINENCE * log2((1 + names) * (1 + links) * (1 + rarity().of(reading.folded).articles))
    return (-round(known + sum(one.weight for one in added), 4), -names, index.parties[party].id)
