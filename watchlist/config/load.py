"""A file → a checked configuration, or every mistake in it with its place."""

import hashlib
import json
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from watchlist.config import rules
from watchlist.config.reading import Document, Location, Place, dotted, read
from watchlist.config.schema import Config
from watchlist.config.words import words
from watchlist.errors import ConfigError, Mistake

_PLACES = (Path("config/watchlist.yaml"), Path("watchlist.yaml"))


def find(explicit: Path | None, folder: Path) -> Path:
    """The configuration to use: the one named, else the first of the usual places under ``folder``.

    Raises ``ConfigError`` where there is none.
    """
    if explicit is not None:
        return explicit
    for place in _PLACES:
        if (folder / place).is_file():
            return folder / place
    what = f"no configuration: neither {_PLACES[0]} nor {_PLACES[1]} is in {folder}"
    raise ConfigError((Mistake(str(_PLACES[0]), 1, 1, f"{what}; write one with: watchlist init"),))


def load(path: Path) -> Config:
    """The configuration in ``path``; raises ``ConfigError`` with all its mistakes, in the order of the file."""
    try:
        raw = path.read_bytes()
    except OSError as fault:
        what = f"cannot be read: {fault.strerror}; name another with --config, or write one with: watchlist init"
        raise ConfigError((Mistake(str(path), 1, 1, what),)) from None
    document = read(raw)
    if not isinstance(document, Document):
        raise ConfigError(tuple(Mistake(str(path), *_numbers(each.place), each.what) for each in document))
    config, faults = _validate(document, path)
    broken = [*_reported(faults), *rules.broken(document.values)]
    if broken or config is None:
        raise ConfigError(_mistakes(str(path), document, broken))
    config._file = path  # noqa: SLF001 - private so that it is no key of the file
    config._document = document  # noqa: SLF001
    config._hash = _hash(document.values)  # noqa: SLF001
    return config


def _validate(document: Document, path: Path) -> tuple[Config | None, list[ErrorDetails]]:
    try:
        return Config.model_validate(document.values, context=path.resolve().parent), []
    except ValidationError as fault:
        return None, fault.errors(include_url=False)


def _hash(values: dict[str, object]) -> str:
    canonical = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _reported(faults: list[ErrorDetails]) -> list[rules.Broken]:
    return [(_plain(fault["loc"]), words(fault)) for fault in faults if not _follows(fault)]


def _follows(fault: ErrorDetails) -> bool:
    """Pydantic calls a sequence too short when its entries have mistakes, which are told themselves."""
    return fault["type"] == "too_short" and bool(fault["input"])


def _plain(loc: Location) -> Location:
    """Pydantic marks a wrong key of a mapping with ``[key]`` behind it; the key itself is the place."""
    return loc[:-1] if loc and loc[-1] == "[key]" else loc


def _mistakes(path: str, document: Document, broken: list[rules.Broken]) -> tuple[Mistake, ...]:
    placed = {(*_numbers(document.where(at)), dotted(at) + what) for at, what in broken}
    return tuple(Mistake(path, *each) for each in sorted(placed))


def _numbers(place: Place) -> tuple[int, int]:
    return place.line, place.column
