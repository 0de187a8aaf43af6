"""What holds for every run, whatever the lists."""

from collections import Counter

from tests.selftest.world import parties, planted, subjects
from watchlist.matching import Index, Screener
from watchlist.selftest import Bearers, Expected, Found, Group, Plan, effectiveness, judge, kinds, words_of
from watchlist.selftest.choosing import choose
from watchlist.selftest.passages import Context
from watchlist.text.normalize import fold

SMALL = Plan(per_kind=3, seed=7)


def test_the_same_seed_plants_the_same_articles() -> None:
    """An auditor repeats a run to the letter; another seed chooses other names."""
    assert planted(SMALL) == planted.__wrapped__(SMALL)
    assert {each.article for each in planted(SMALL)} != {each.article for each in planted(Plan(3, 8))}


def test_articles_differ() -> None:
    """No article is planted twice: each is a trial of its own."""
    made = planted(SMALL)
    assert len({each.article.id for each in made}) == len(made)


def test_the_planted_name_stands_where_it_is_said_to() -> None:
    """Offsets are those of the article's text, and no slot is left open."""
    for each in planted(SMALL):
        text = each.article.text
        assert text[each.passage.name.start : each.passage.name.end] == each.surface
        assert each.surface.strip() == each.surface != ""
        assert not set("{}") & set(each.article.title + text)


def test_control_names_are_those_of_the_list() -> None:
    """An exact name has the words of the alias, in whatever order and case."""
    for each in planted(SMALL):
        if each.group is Group.CONTROL:
            assert words_of(each.surface) <= words_of(each.subject.alias.text)


def test_manipulated_names_differ_from_what_is_listed() -> None:
    """A name that is printed as listed shows nothing about the kind it stands for."""
    for each in planted(SMALL):
        if each.group is Group.MANIPULATED:
            assert each.surface != each.subject.text


def test_what_is_planted_is_known_as_such() -> None:
    """Names that need support are never expected as an alert without it; every other listed name is."""
    for each in planted(SMALL):
        bare = each.group is Group.SUPPORT and each.context is Context.BARE
        wanted = (
            Expected.NOTHING if each.group is Group.INVENTED else Expected.REVIEW_AT_MOST if bare else Expected.ALERT
        )
        assert each.expected is wanted


def test_names_are_spread_over_lists() -> None:
    """Each kind takes its names from every list that has any, at most so many from each, one of a listing."""
    for kind in kinds():
        of_kind = [choice for choice in choose(subjects(), SMALL) if choice.variation is kind]
        often = Counter(choice.subject.listing.list_name for choice in of_kind)
        assert all(number <= SMALL.per_kind * (5 if kind.group is Group.CONTROL else 1) for number in often.values())
        listings = [choice.subject.listing.id for choice in of_kind]
        assert len(set(listings)) == len(listings)


def test_a_grown_list_gives_nearly_the_same_names() -> None:
    """What is chosen hangs on each name alone: without a tenth of the names, nine in ten choices stay."""
    every = {choice.subject.alias.text for choice in choose(subjects(), SMALL)}
    fewer = [subject for number, subject in enumerate(subjects()) if number % 10]
    left = {choice.subject.alias.text for choice in choose(fewer, SMALL)}
    assert len(every & left) > 0.7 * len(every)


def test_invented_names_are_on_no_list() -> None:
    """No party bears all words of an invented name, nor words that sound like them or are a slip away."""
    bearers = Bearers.of(parties())
    listed = [words_of(alias.text) for party in parties() for listing in party.listings for alias in listing.aliases]
    invented = [each for each in planted(SMALL) if each.group is Group.INVENTED]
    assert len(invented) > 20
    for each in invented:
        first, _, rest = each.surface.partition(" ")
        assert not bearers.share(first, rest.split()[0])
        assert not any({fold(first), *words_of(rest)} <= words for words in listed)


def test_counts_add_up() -> None:
    """Every planted name meets exactly one fate, and every view of the sums counts the same names."""
    screener = Screener(Index.build(parties()))
    verdicts = [
        judge(each, screener.screen(each.article), frozenset({each.subject.party.id} if each.subject else ()))
        for each in planted(SMALL)
    ]
    shown = effectiveness(verdicts)
    for group, tally in ((Group.CONTROL, shown.control), (Group.MANIPULATED, shown.manipulated)):
        assert tally.planted == sum(verdict.planted.group is group for verdict in verdicts)
        assert tally.planted == tally.alert + tally.review + tally.other + tally.missed
        for view, of_view in shown.by.items():
            if view.endswith(f"of {group}"):
                assert sum(each.planted for each in of_view.values()) == tally.planted
    alarms = shown.false_alarms
    assert alarms.invented == sum(verdict.planted.group is Group.INVENTED for verdict in verdicts)
    assert all(verdict.found is not Found.ALERT for verdict in verdicts if verdict.planted.group is Group.INVENTED)
    needy = sum(verdict.planted.group is Group.SUPPORT for verdict in verdicts)
    assert needy == sum(each.planted for of in (shown.supported, shown.unsupported) for each in of.values())
