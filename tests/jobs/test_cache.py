"""The cache: it saves time and never changes an answer, whatever happens to its files."""

import hashlib
import io
import os
import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.jobs.samples import NOW, UN, configured
from watchlist.config import Config
from watchlist.jobs import cache
from watchlist.jobs.cache import keep_words, key_of, local_digests
from watchlist.jobs.cycle import current_watch, local_watch, today
from watchlist.jobs.packing import OwnValues, dumped
from watchlist.jobs.watch import Watch, build, local_lists
from watchlist.matching.readings import How
from watchlist.model import Article, PartyType, Screening
from watchlist.store import Store

TEXTS = (
    "President Vladimir Putin spoke in Moscow with Kim Jong Un, and Poutine met Wladimir Putin's friends of Rosneft.",
    "Владимир Путин выступил в Москве. The vessel IMO 9187629 was seen off Syria.",
    "Nothing of the kind happened to the quiet people of the valley.",
)


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """Two sample lists, and a cache folder of their own."""
    return configured(tmp_path, more="cache: cache")


def watch_of(config: Config) -> Watch:
    """The watch as a scan gets it."""
    with Store.open(config.state, exclusive=False) as store:
        return local_watch(store, config, NOW)


def built(config: Config) -> Watch:
    """The watch without any cache."""
    with Store.open(config.state, exclusive=False) as store:
        return build(local_lists(store, config, NOW), config, today(config, NOW))


def answers(watch: Watch) -> list[Screening]:
    """What the watch says of some texts."""
    return [watch.screen(Article(str(number), "s", "", text)) for number, text in enumerate(TEXTS)]


def files(config: Config, ending: str = "watch") -> list[Path]:
    """What is in the cache."""
    return sorted(config.cache.glob(f"*.{ending}"))


def test_a_stored_watch_answers_like_a_built_one(config: Config) -> None:
    """First start, second start, no cache: the same."""
    plain, first, second = built(config), watch_of(config), watch_of(config)
    assert files(config)
    assert any(screening.matches for screening in answers(plain))
    assert answers(first) == answers(second) == answers(plain)
    for watch in (first, second):
        assert dict(watch.parties) == dict(plain.parties)
        assert list(watch.parties) == list(plain.parties)
        assert "nobody" not in watch.parties
        assert (watch.snapshots, watch.links, watch.networks) == (plain.snapshots, plain.links, plain.networks)
        assert (watch.basis, watch.selection) == (plain.basis, plain.selection)


def test_a_stored_watch_is_dated_anew(config: Config) -> None:
    """Lists by path were read at this start, however old the cache is."""
    watch_of(config)
    later = NOW + timedelta(hours=3)
    with Store.open(config.state, exclusive=False) as store:
        assert {each.retrieved for each in local_watch(store, config, later).snapshots} == {later}


def test_learned_words_change_no_answer(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that an earlier start has learned are not learned again, and mean the same."""
    monkeypatch.setattr(cache, "WORTH_KEEPING", 1)
    first = watch_of(config)
    told = answers(first)
    keep_words(config, first)
    again = watch_of(config)
    assert answers(again) == told
    assert again.screener.vocabulary.learned == 0


def test_enumerations_are_read_back_on_every_python() -> None:
    """No member is kept as a call of ``getattr``, which Python before 3.11.4 makes of it and our reader refuses."""
    kept = dumped([*PartyType, *How])
    assert b"getattr" not in kept
    assert OwnValues(io.BytesIO(kept)).load() == [*PartyType, *How]


def test_few_words_are_not_written(config: Config) -> None:
    """What is learned in no time is not worth a file."""
    watch = watch_of(config)
    answers(watch)
    keep_words(config, watch)
    assert files(config, "words") == []


def cut(path: Path) -> None:
    """Lose the end of a file."""
    path.write_bytes(path.read_bytes()[:-100])


def spoil(path: Path) -> None:
    """Change one byte in the middle of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def empty(path: Path) -> None:
    """Leave nothing."""
    path.write_bytes(b"")


def open_up(path: Path) -> None:
    """Let others write."""
    path.chmod(0o666)


def link(path: Path) -> None:
    """Put a link in the place of a file."""
    path.rename(path.with_suffix(".elsewhere"))
    path.symlink_to(path.with_suffix(".elsewhere"))


@pytest.mark.parametrize("harm", [cut, spoil, empty, open_up, link])
def test_a_file_that_is_not_whole_or_not_ours_is_replaced(config: Config, harm: Callable[[Path], None]) -> None:
    """It is never read into the program, and the next start finds a good one."""
    expected = answers(watch_of(config))
    (path,) = files(config)
    good = path.read_bytes()
    harm(path)
    assert answers(watch_of(config)) == expected
    assert path.read_bytes() == good
    assert not path.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o600


class Evil:
    """A value that would make a folder when it is read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.folder),)


def test_a_file_cannot_call_anything(tmp_path: Path, config: Config) -> None:
    """Not even one with the right digests, which only this user can have written."""
    expected = answers(watch_of(config))
    (path,) = files(config)
    body = pickle.dumps(Evil(tmp_path / "owned"))
    head = path.read_bytes()[:48]
    path.write_bytes(head + hashlib.sha256(body).digest() + body)
    assert answers(watch_of(config)) == expected
    assert not (tmp_path / "owned").exists()


def test_spoiled_words_are_not_used(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are learned again."""
    monkeypatch.setattr(cache, "WORTH_KEEPING", 1)
    first = watch_of(config)
    told = answers(first)
    keep_words(config, first)
    for path in files(config, "words"):
        spoil(path)
    assert answers(watch_of(config)) == told


def test_another_program_has_another_cache(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one version stored, no other reads."""
    watch_of(config)
    before = files(config)
    monkeypatch.setattr(cache, "_program", lambda: "another")
    watch_of(config)
    assert len(files(config)) == len(before) + 1


def test_the_key_follows_lists_configuration_day_and_way(tmp_path: Path, config: Config) -> None:
    """Whatever an answer depends on is in the name; what it does not depend on is not."""
    day = today(config, NOW)
    with Store.open(config.state, exclusive=False) as store:
        digests = local_digests(store, config)
        assert digests is not None
        key = key_of(digests, config, day, "local")
        (tmp_path / "un.xml").write_bytes(UN + b"\n")
        changed = local_digests(store, config)
    until = day + timedelta(days=1)
    mute = f"mute: [{{alias: Rosneft, reason: loud, until: {until}}}]"
    muted = configured(tmp_path, more=mute)
    assert changed is not None
    assert changed != digests
    assert key != key_of(changed, config, day, "local")
    assert key != key_of(digests, config, day, "stored")
    assert key == key_of(digests, config, until, "local")
    assert key != key_of(digests, muted, day, "local")
    assert key_of(digests, muted, day, "local") != key_of(digests, muted, until + timedelta(days=1), "local")


def test_a_changed_list_is_seen(tmp_path: Path, config: Config) -> None:
    """Two starts with different files are two watches."""
    first = watch_of(config)
    (tmp_path / "un.xml").write_bytes(UN.replace(b"JONG", b"JUNG"))
    second = watch_of(config)
    assert first.basis != second.basis
    assert dict(second.parties) == dict(built(config).parties)


def test_a_watch_without_a_list_is_not_kept(tmp_path: Path, config: Config) -> None:
    """The list may be there at the next start."""
    (tmp_path / "un.xml").unlink()
    assert watch_of(config).missing
    assert files(config) == []


def test_a_list_that_was_never_fetched_is_not_kept(config: Config) -> None:
    """So too where the lists come out of the state."""
    with Store.open(config.state, exclusive=False) as store:
        assert current_watch(store, config, NOW).missing
    assert files(config) == []


def test_two_watches_stay(tmp_path: Path, config: Config) -> None:
    """The cache does not grow: the two that were used last stay."""
    for number in range(4):
        (tmp_path / "un.xml").write_bytes(UN + b"\n" * number)
        watch_of(config)
        for path in files(config):
            about = path.stat()
            os.utime(path, (about.st_atime - 10, about.st_mtime - 10))
    assert len(files(config)) == 2


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path, config: Config) -> None:
    """It only takes longer."""
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert answers(watch_of(config)) == answers(built(config))


def test_a_watch_that_is_not_kept_keeps_no_words(config: Config) -> None:
    """Nor does one that was built beside the cache."""
    plain = built(config)
    answers(plain)
    keep_words(config, replace(plain, key=""))
    assert not config.cache.exists()
