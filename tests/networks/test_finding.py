"""Articles name a network by its members, or describe it by its signals."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.networks.builders import (
    ARMS_TRADE,
    MKRTYCHEV,
    SIGNALS,
    TOPICS,
    VERSOR,
    VERUS,
    match,
    owned_by,
    parties,
    party,
)
from watchlist.model import Article, Field, Level, Network, NetworkMention, Signals
from watchlist.networks import NetworkFinder, links, networks

SEED = Path(__file__).parents[2] / "../shared/seeds/000_eeefa1e2a74c8fe2.txt"
SENTENCES = st.sampled_from(
    [
        "El Tesoro ya sancionó una red.",
        "Corea del Norte lo niega.",
        "Rusia paga.",
        "Hay municiones y armamento.",
        "No pasó nada.",
        "La red de EE.UU. cayó.",
        "制裁与俄罗斯和朝鲜的武器网络。",
        "\n",
    ]
)


def finder(*configured: Network) -> NetworkFinder:
    """A finder over the sample parties."""
    some = parties()
    return NetworkFinder(networks(some, links(some), configured), some, links(some), TOPICS)


def article(text: str, title: str = "") -> Article:
    """An article of nothing but words."""
    return Article("a1", "wire", title, text)


def described(text: str, title: str = "", signals: Signals = SIGNALS) -> tuple[NetworkMention, ...]:
    """What is found when no member is named."""
    return finder(Network("N", (VERUS,), signals, configured=True)).find(article(text, title), ())


@pytest.mark.shared
def test_the_seed_article_describes_the_network_that_it_does_not_name() -> None:
    """One mention, described, with the sentence of the sanctions in it; its matches of others change nothing."""
    if not SEED.exists():
        pytest.skip("the shared data folder is not beside the project")
    seed = article(SEED.read_text(encoding="utf-8"))
    matches = [match(seed, "us-ofac-sdn:35096", "Vladimir Putin"), match(seed, "us-ofac-sdn:22543", "Wagner")]
    (found,) = finder(ARMS_TRADE).find(seed, matches)
    assert (found.network, found.how, found.named) == ("DPRK–Russia arms trade", "described", ())
    assert found.members == ARMS_TRADE.members
    assert "ya sancionó una red involucrada en eludir sanciones" in found.mention.surface
    assert found.mention.surface == seed.text[found.mention.start : found.mention.end]
    assert found.topics == ("arms", "sanctions-evasion")
    assert found.evidence


@given(st.lists(SENTENCES, max_size=14).map(" ".join), st.lists(SENTENCES, max_size=2).map(" ".join), st.integers(1, 4))
def test_a_described_network_is_whole_sentences_with_a_word_of_every_group(text: str, title: str, within: int) -> None:
    """The surface is at its offsets, holds every group, and there is at most one mention."""
    one = article(text, title)
    found = described(text, title, Signals(SIGNALS.all, SIGNALS.any, within))
    assert len(found) <= 1
    for each in found:
        mention = each.mention
        assert one.of(mention.field)[mention.start : mention.end] == mention.surface
        assert mention.surface == mention.surface.strip()
        for group in (*SIGNALS.all, SIGNALS.any):
            assert set(each.signals) & set(group)
        assert described(mention.surface, signals=Signals(SIGNALS.all, SIGNALS.any, within))


def test_signals_must_meet_within_the_sentences_allowed() -> None:
    """Four sentences are not within three; the title is no sentence of the text."""
    near = "El Tesoro sancionó una red. Rusia paga. Corea del Norte envía municiones."
    far = "El Tesoro sancionó una red. Rusia paga. No pasó nada. Corea del Norte envía municiones."
    assert [each.mention.surface for each in described(near)] == [near]
    assert described(far) == ()
    assert described("Corea del Norte envía municiones.", "Rusia y una red con sanciones") == ()
    (found,) = described("", near)
    assert found.mention.field is Field.TITLE


def test_the_sentences_with_most_signals_are_shown() -> None:
    """Of two places that describe the network, the one that says more; of equal ones the shorter, then the first."""
    short = "Sancionó una red de armamentos de Rusia y Corea del Norte."
    rich = "Sancionó una red de armamentos y municiones de Rusia y Corea del Norte."
    assert described(f"{short} No. No. No. No. {rich}")[0].mention.surface == rich
    assert described(f"{rich} No. No. No. No. {rich}")[0].mention.start == 0


@pytest.mark.parametrize(
    "text",
    [
        "OFAC sanctioned a network behind arms deals between Russia and North Korea.",
        "Минфин США ввёл санкции против людей: сеть поставляла оружие из Северной Кореи в Россию.",
        "美国财政部制裁了一个为俄罗斯和朝鲜武器交易服务的网络。",
    ],
)
def test_networks_are_described_in_many_languages(text: str) -> None:
    """The words of the configuration are found in scripts with and without spaces."""
    assert [each.how for each in described(text)] == ["described"]


def test_signals_without_any_need_only_their_groups() -> None:
    """An empty ``any`` asks for nothing."""
    assert len(described("Una red, Rusia.", signals=Signals((("una red",), ("Rusia",)), ()))) == 1


def test_one_member_names_a_configured_network_and_two_a_stated_one() -> None:
    """The mention is the sentence with most of the members; members are told in the order of the network."""
    one = article("Verus paid. Versor s.r.o. and Verus belong to Ashot Mkrtychev.")
    verus, versor = match(one, VERUS, "Verus"), match(one, VERSOR, "Versor s.r.o.")
    assert finder().find(one, [verus]) == ()
    (stated,) = finder().find(one, [versor, verus])
    assert (stated.network, stated.how, stated.named) == ("MKRTYCHEV, Ashot (DPRK)", "named", (VERUS, VERSOR))
    assert stated.path == (VERUS, MKRTYCHEV, VERSOR)
    (configured,) = finder(ARMS_TRADE).find(one, [versor])
    assert (configured.network, configured.named) == ("DPRK–Russia arms trade", (VERSOR,))
    assert configured.mention.surface == "Versor s.r.o. and Verus belong to Ashot Mkrtychev."
    assert [each.feature for each in configured.evidence] == ["member"]


def test_only_alerts_name_a_network() -> None:
    """A member that may be somebody else describes nothing by itself."""
    one = article("Verus and Versor s.r.o. paid.")
    matches = [match(one, VERUS, "Verus", Level.REVIEW), match(one, VERSOR, "Versor s.r.o.", Level.REVIEW)]
    assert finder(ARMS_TRADE).find(one, matches) == ()


def test_a_named_network_is_told_once_with_the_signals_that_describe_it_too() -> None:
    """Naming wins over describing."""
    one = article("OFAC sanctioned the network of Verus behind arms deals between Russia and North Korea.")
    (found,) = finder(ARMS_TRADE).find(one, [match(one, VERUS, "Verus")])
    assert found.how == "named"
    assert "arms deal*" in found.signals


def test_members_that_stand_in_several_stated_networks_are_told_in_one() -> None:
    """A father and his company are each a hub; an article that names both tells of the one with fewest members."""
    some = (
        party("us-ofac-sdn:1", "FATHER"),
        party("us-ofac-sdn:2", "COMPANY", owned_by("us-ofac-sdn:1")),
        party("us-ofac-sdn:3", "SON", owned_by("us-ofac-sdn:1")),
        *(party(f"us-ofac-sdn:{number}", "SHIP", owned_by("us-ofac-sdn:2")) for number in (4, 5, 6)),
    )
    stated = networks(some, links(some), ())
    one = article("FATHER and COMPANY.")
    matches = [match(one, "us-ofac-sdn:1", "FATHER"), match(one, "us-ofac-sdn:2", "COMPANY")]
    assert len(stated) == 2
    assert [each.network for each in NetworkFinder(stated, some, links(some), {}).find(one, matches)] == [
        "FATHER (DPRK)"
    ]
