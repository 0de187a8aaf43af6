"""One article against the index: candidates, judgements, references, overlaps settled, levels given."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from watchlist.matching.assessment import Judgement
from watchlist.matching.candidates import find_candidates
from watchlist.matching.context import Context, read_context
from watchlist.matching.identifiers import judge_identifiers
from watchlist.matching.index import Index
from watchlist.matching.invisible import in_place, visible
from watchlist.matching.native_names import judge_native
from watchlist.matching.organizations import MAY_MEAN_ANOTHER, WITHOUT_LEGAL_FORM, judge_organization
from watchlist.matching.page import Page
from watchlist.matching.persons import judge_person
from watchlist.matching.references import refer
from watchlist.matching.settling import settle
from watchlist.matching.vessels import judge_vessel
from watchlist.matching.vocabulary import Vocabulary
from watchlist.matching.weights import evidence
from watchlist.model import Article, Evidence, Field, Level, Match, Mention, PartyType

_JUDGES = {
    PartyType.PERSON: judge_person,
    PartyType.ORGANIZATION: judge_organization,
    PartyType.VESSEL: judge_vessel,
    PartyType.AIRCRAFT: judge_vessel,
}


# Names in a row stand within so many words.
ROW = 8


class Screener:
    """Screens articles; the same index and the same article give the same matches, in any order."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @property
    def index(self) -> Index:
        """What articles are held against."""
        return self._index

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the index, and what was learned of words of articles."""
        return self._index.vocabulary

    def screen(self, article: Article) -> tuple[Match, ...]:
        """Matches of an article in reading order, title first."""
        seen, kept = visible(article)
        return tuple(in_place(match, article, kept) for match in self._screen(seen))

    def _screen(self, article: Article) -> tuple[Match, ...]:
        pages = tuple(
            Page(part, article.of(part), self._index.vocabulary)
            for part in (Field.TITLE, Field.TEXT)
            if article.of(part)
        )
        context = read_context(pages, article.language, article.published.year if article.published else None)
        judged = [judgement for page in pages for judgement in self._judge(page, context)]
        settled = settle(self._index, judged)
        full: dict[int, int] = {}
        for judgement in settled:
            if self._level(judgement) is Level.ALERT:
                full[judgement.party] = max(full.get(judgement.party, 0), judgement.words)
        beside = [judgement for judgement in settled if self._level(judgement) is Level.ALERT]
        settled = [self._lifted(judgement, full, beside) for judgement in settled]
        named = sorted((one for one in settled if self._level(one) is Level.ALERT), key=_reading_order)
        short = refer(self._index, pages, named, _taken(pages, named), context)
        settled = settle(self._index, [*settled, *short])
        rivals = _by_place(judged)
        told = [judgement for judgement in settled if self._level(judgement) is not None]
        matches = [self._match(judgement, rivals.get(_where(judgement), ())) for judgement in told]
        return tuple(
            sorted(matches, key=lambda match: (match.mention.field is Field.TEXT, match.mention.start, match.party))
        )

    def _judge(self, page: Page, context: Context) -> Iterable[Judgement]:
        for candidate in find_candidates(self._index, page):
            judge = _JUDGES[self._index.forms[candidate.form].type]
            judgement = judge(self._index, candidate, page, context)
            if judgement is not None:
                yield judgement
        yield from judge_native(self._index, page, context)
        yield from judge_identifiers(self._index, page)

    def _lifted(self, judgement: Judgement, full: Mapping[int, int], alerts: Sequence[Judgement]) -> Judgement:
        """A weak, common or short name is supported by the full name elsewhere, by a linked party that is named, or,
        for a word that may mean another, by a party of the same sanctions programme in the same row.

        ``full`` gives the most words by which a party stands as an alert.
        """
        if self._level(judgement) is Level.ALERT:
            return judgement
        linked = sorted(
            self._index.parties[other].name
            for other in self._index.linked.get(judgement.party, frozenset()) & full.keys()
        )
        added: tuple[Evidence, ...] = (evidence("co-mention", 1.0, "; ".join(linked)),) if linked else ()
        # The full name of a company elsewhere does not make its product, of the same name, the company.
        may_lift = judgement.held != WITHOUT_LEGAL_FORM
        if full.get(judgement.party, 0) > judgement.words and may_lift:
            added = (*added, evidence("full-name", 1.0, self._index.parties[judgement.party].name))
        row = self._in_a_row(judgement, alerts)
        added = (*added, *row)
        held = "" if may_lift and (judgement.party in full or linked or row) else judgement.held
        return replace(judgement, held=held, evidence=(*judgement.evidence, *added))

    def _in_a_row(self, judgement: Judgement, alerts: Sequence[Judgement]) -> tuple[Evidence, ...]:
        """A short word beside a party of its own programme: "Sberbank, VTB and Gazprombank"."""
        if judgement.held != MAY_MEAN_ANOTHER:
            return ()
        own = self._index.profiles[judgement.party].programmes
        for other in alerts:
            near = abs(other.place.first - judgement.place.first) <= ROW and other.place.page is judgement.place.page
            shared = own & self._index.profiles[other.party].programmes
            if near and shared and other.party != judgement.party:
                name = self._index.parties[other.party].name
                return (evidence("named-beside", 1.0, f"{name}, {min(shared)}"),)
        return ()

    def _level(self, judgement: Judgement) -> Level | None:
        options = self._index.options
        if judgement.supported and judgement.score >= options.alert:
            return Level.ALERT
        return Level.REVIEW if judgement.score >= options.review else None

    def _match(self, judgement: Judgement, rivals: Sequence[Judgement]) -> Match:
        index, place = self._index, judgement.place
        level = self._level(judgement) or Level.REVIEW
        held = judgement.held and level is Level.REVIEW
        score = min(judgement.score, index.options.alert - 0.01) if held else judgement.score
        return Match(
            mention=Mention(place.page.field, place.start, place.end, place.page.text[place.start : place.end]),
            party=index.parties[judgement.party].id,
            also=_indistinguishable(index, judgement, rivals),
            alias=judgement.alias,
            kind=judgement.kind,
            level=level,
            score=round(score, 4),
            evidence=(*judgement.evidence, *_held_back(judgement, level, score)),
        )


def _held_back(judgement: Judgement, level: Level, score: float) -> tuple[Evidence, ...]:
    """The line that says why a match is for review, and by how much its score was held down for it."""
    if not judgement.held or level is not Level.REVIEW:
        return ()
    total = sum(one.weight for one in judgement.evidence)
    return (evidence("unsupported", max(0.0, total - score) if score < judgement.score else 0.0, judgement.held),)


def _reading_order(judgement: Judgement) -> tuple[bool, int]:
    """Title before text: of two who share a surname, the one named first is meant by it."""
    return judgement.place.page.field is Field.TEXT, judgement.place.start


def _taken(pages: Sequence[Page], settled: Iterable[Judgement]) -> dict[int, set[int]]:
    """Words that settled judgements cover, by number of the page."""
    numbers = {id(page): number for number, page in enumerate(pages)}
    taken: dict[int, set[int]] = defaultdict(set)
    for judgement in settled:
        place = judgement.place
        taken[numbers[id(place.page)]].update(range(place.first, place.last + 1))
    return taken


def _where(judgement: Judgement) -> tuple[int, int, int]:
    return id(judgement.place.page), judgement.place.start, judgement.place.end


def _by_place(judged: Iterable[Judgement]) -> dict[tuple[int, int, int], list[Judgement]]:
    """Judgements by the characters they claim."""
    places: dict[tuple[int, int, int], list[Judgement]] = defaultdict(list)
    for judgement in judged:
        places[_where(judgement)].append(judgement)
    return places


def _indistinguishable(index: Index, chosen: Judgement, rivals: Iterable[Judgement]) -> tuple[str, ...]:
    """Other parties that the same words name just as well, and that the article tells apart no better."""
    same = {
        index.parties[other.party].id
        for other in rivals
        if other.party != chosen.party and abs(other.agreement - chosen.agreement) < 0.011
    }
    return tuple(sorted(same))
