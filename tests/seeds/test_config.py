"""The two shipped configurations: valid, telling the same networks and topics, and at home in the samples."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.seeds.samples import CONFIG, SEEDS, articles, listing_ids
from watchlist.config import load
from watchlist.text.phrases import PhraseFinder

SEED_ARTICLE = articles()["000_eeefa1e2a74c8fe2.txt"]
each_file = pytest.mark.parametrize(
    "path", [CONFIG / "offline.yaml", CONFIG / "watchlist.yaml"], ids=lambda path: path.name
)


@each_file
def test_a_shipped_configuration_is_valid(path: Path) -> None:
    """The strict schema takes it as it is."""
    assert load(path).version == 1


@each_file
def test_networks_have_members_on_the_lists(path: Path) -> None:
    """Listing ids are the same in the samples and on the real lists."""
    for network in load(path).networks:
        assert set(network.members) <= listing_ids()


@each_file
def test_no_word_is_written_twice(path: Path) -> None:
    """Long lists of words invite doubles."""
    config = load(path)
    groups = list(config.topics.values())
    for network in config.networks:
        assert network.signals is not None
        groups += [*network.signals.all, network.signals.any]
    for group in groups:
        assert len(set(group)) == len(group), sorted(word for word in group if group.count(word) > 1)


def test_both_configurations_tell_the_same_networks_and_topics() -> None:
    """What the first run shows offline is what a user gets online."""
    offline, online = (YAML(typ="safe").load(CONFIG / name) for name in ("offline.yaml", "watchlist.yaml"))
    assert offline["networks"] == online["networks"]
    assert offline["topics"] == online["topics"]


def test_the_offline_configuration_needs_no_network() -> None:
    """Everything it reads comes with the project."""
    config = load(CONFIG / "offline.yaml")
    assert all(each.path is not None and each.path.is_relative_to(SEEDS) for each in config.lists)
    assert all(each.folder is not None and each.folder.is_relative_to(SEEDS) for each in config.sources)


def test_the_online_configuration_bounds_every_list() -> None:
    """A truncated download must never become the list."""
    config = load(CONFIG / "watchlist.yaml")
    assert all(each.url is not None and each.bounds for each in config.lists)
    assert len(config.sources) >= 12


def test_the_signals_describe_the_sentence_of_the_seed_article() -> None:
    """Every group finds a word in the one sentence that speaks of the sanctioned network."""
    (network,) = load(CONFIG / "offline.yaml").networks
    assert network.signals is not None
    start = SEED_ARTICLE.text.index("ya sancionó una red")
    sentence = SEED_ARTICLE.text[start : SEED_ARTICLE.text.index(".", start)]
    for group in (*network.signals.all, network.signals.any):
        assert PhraseFinder(group).find(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "Un concurso municipal reunió a los vecinos del municipio en sus casas.",
        "He raised both arms and broke his left arm. The arms of the chair were worn.",
        "Russia and North Korea share a railway network; sanctions slow its repair.",
    ],
)
def test_everyday_words_are_no_arms(text: str) -> None:
    """Towns, limbs and chairs are not munitions."""
    config = load(CONFIG / "offline.yaml")
    assert config.networks[0].signals is not None
    assert not PhraseFinder(config.topics["arms"]).find(text)
    assert not PhraseFinder(config.networks[0].signals.any).find(text)
