"""Looking into the lists, and advice about a configuration."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.jobs.samples import NOW, configured
from watchlist.config import load
from watchlist.jobs.advice import advice
from watchlist.jobs.lookup import (
    Register,
    links_of,
    networks_called,
    party_of,
    read_register,
    search_parties,
)
from watchlist.store import Store

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """All sample lists."""
    with Store.open(tmp_path_factory.mktemp("state") / "var", exclusive=False) as store:
        return read_register(store, load(ROOT / "config" / "offline.yaml"), NOW)


@pytest.mark.parametrize("name", ["Vladimir Putin", "Wladimir Putin", "Путин Владимир", "putin vladimir"])
def test_names_are_found_however_spelt(register: Register, name: str) -> None:
    """The party comes first, with the name that is like the one searched."""
    found = search_parties(register, name, 5)
    assert "PUTIN" in found[0].party.name
    assert found[0].score >= 0.85


def test_nothing_like_it_is_nothing(register: Register) -> None:
    """An unlisted name finds no one."""
    assert search_parties(register, "Xylophone Quartet", 5) == []


def test_a_party_is_found_by_any_of_its_listings(register: Register) -> None:
    """Every listing leads to the same party; its links lead on."""
    verus = party_of(register, "us-ofac-sdn:44544")
    assert verus is not None
    assert all(party_of(register, listing) == verus for listing in verus.listing_ids)
    assert "us-ofac-sdn:41736" in {link.target for link in links_of(register, verus)}
    assert party_of(register, "us-ofac-sdn:0") is None


def test_the_best_come_first(register: Register) -> None:
    """Whoever bears the very name stands before who only shares words of it, and no more are shown than wanted."""
    found = search_parties(register, "Putin Vladimir Vladimirovich", 3)
    assert "PUTIN" in found[0].party.name
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert len(search_parties(register, "Kim", 1)) <= 1


def test_who_looks_twice_waits_once(tmp_path: Path) -> None:
    """The second look reads what the first one kept; another edition, or a list that is gone, is seen at once."""
    config = configured(tmp_path, more="cache: cache")
    listed = config.lists[0].path
    assert listed is not None
    with Store.open(config.state, exclusive=False) as store:
        first = read_register(store, config, NOW)
        kept = list(config.cache.glob("*.register"))
        assert len(kept) == 1
        second = read_register(store, config, NOW)
        assert dict(second.parties) == dict(first.parties)
        assert replace(second, parties={}, names=first.names) == replace(first, parties={})
        for file in kept:
            file.write_bytes(file.read_bytes()[:-1])
        assert dict(read_register(store, config, NOW).parties) == dict(first.parties)
        listed.unlink()
        assert [each.where for each in read_register(store, config, NOW).missing] == [config.lists[0].name]


def test_programmes_are_counted_by_list_with_their_regimes(register: Register) -> None:
    """The counts of a code add up to the listings that bear it."""
    counts = {(each.list_name, each.code): each for each in register.programmes}
    assert counts["un-sc", "DPRK"].regimes == ("dprk",)
    assert counts["us-ofac-sdn", "RUSSIA-EO14024"].regimes == ("russia",)
    assert sum(each.listings for each in counts.values() if each.list_name == "un-sc") >= 20


def test_networks_by_part_of_their_name(register: Register) -> None:
    """Case and accents do not matter; an empty part gives all."""
    assert [each.name for each in networks_called(register, "ARMS trade")] == ["DPRK–Russia arms trade"]
    assert networks_called(register, "no such") == []
    assert len(networks_called(register, "")) == len(register.networks)


def test_advice_names_what_selects_or_does_nothing(tmp_path: Path) -> None:
    """An empty selection, a strange member, a missing folder, an expired mute, keys that are not active."""
    more = f"""
watchlists: [{{name: empty, include: {{programmes: [NO-SUCH-CODE]}}, notify: [team]}}]
networks: [{{name: ghosts, members: ["un-sc:none.1"]}}]
mute: [{{alias: A, reason: b, until: {(NOW - timedelta(days=1)).date()}}}]
notify: [{{name: team, webhook: "https://example.org/hook"}}]
report: {{html: true}}
"""
    config = configured(tmp_path, "[{name: inbox, folder: nowhere, tags: [a]}]", more)
    with Store.open(config.state, exclusive=False) as store:
        warnings = advice(store, config, NOW)
    lines = config.file.read_text(encoding="utf-8").splitlines()
    for each in warnings:
        last = [step for step in each.what.split(": ")[0].split(".") if not step.isdigit()][-1]
        assert last in lines[each.line - 1]
    told = "\n".join(map(str, warnings))
    for part in (
        "watchlists.0: 'empty' selects no party",
        "networks.0.members.0: 'un-sc:none.1' is on no list",
        "sources.0.folder",
        "mute.0",
        "notify: not active in this version",
        "report.html: not active in this version",
        "sources.0.tags: not active in this version",
    ):
        assert part in told


def test_no_advice_for_a_plain_configuration(tmp_path: Path) -> None:
    """What is right and complete is not warned about."""
    (tmp_path / "news").mkdir()
    config = configured(tmp_path, "[{name: inbox, folder: news}]")
    with Store.open(config.state, exclusive=False) as store:
        assert advice(store, config, NOW) == ()


def test_the_licence_of_a_list_is_told_once(tmp_path: Path) -> None:
    """Two lists of one licence, one notice, where the first of them stands."""
    (tmp_path / "news").mkdir()
    file = tmp_path / "licensed.yaml"
    file.write_text(
        "version: 1\nsources: [{name: inbox, folder: news}]\nlists:\n"
        "  - {name: a, format: opensanctions-ftm, path: news}\n"
        "  - {name: b, format: opensanctions-simple-csv, path: news}\n",
        encoding="utf-8",
    )
    licensed = load(file)
    with Store.open(licensed.state, exclusive=False) as store:
        told = [str(each) for each in advice(store, licensed, NOW) if "CC BY-NC 4.0" in str(each)]
    assert len(told) == 1
    assert "lists.0.format" in told[0]
