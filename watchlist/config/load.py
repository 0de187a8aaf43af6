"""A file → a checked configuration, or every mistake in it with its place."""

import hashlib
import json
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from watchlist.config import rules
from watchlist.config.keys import section_of
from watchlist.config.reading import Document, Location, Place, dotted, read
from watchlist.config.schema import Config
from watchlist.config.suggest import did_you_mean
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
    return [(_plain(fault["loc"]), _words(fault)) for fault in faults]


def _plain(loc: Location) -> Location:
    """Pydantic marks a wrong key of a mapping with ``[key]`` behind it; the key itself is the place."""
    return loc[:-1] if loc and loc[-1] == "[key]" else loc


def _words(fault: ErrorDetails) -> str:
    kind, context = fault["type"], fault.get("ctx", {})
    written = fault["input"]
    if kind == "extra_forbidden":
        return f"unknown key{did_you_mean(str(fault['loc'][-1]), _siblings(fault['loc']))}"
    if kind == "missing":
        return "this key is required"
    if kind == "value_error":
        return str(context["error"])
    if kind in {"enum", "literal_error"}:
        expected = str(context["expected"])
        known = [word.strip("'\" ") for word in expected.replace(" or ", ", ").split(",")]
        return f"{written!r} is not one of {expected}{did_you_mean(str(written), known)}"
    if kind == "string_pattern_mismatch":
        return f"{written!r} does not have the form {context['pattern']}"
    return f"{fault['msg'].replace('Input should', 'should')}, not {_shortly(written)}"


def _shortly(written: object) -> str:
    if isinstance(written, dict):
        return "keys and values"
    if isinstance(written, list | tuple):
        return f"a list of {len(written)}"
    text = repr(written)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _siblings(loc: Location) -> list[str]:
    """The keys that would have been right in place of the last part of ``loc``."""
    section: type[BaseModel] | None = Config
    for step in loc[:-1]:
        section = section_of(section, step) if section is not None else None
    return list(section.model_fields) if section is not None else []


def _mistakes(path: str, document: Document, broken: list[rules.Broken]) -> tuple[Mistake, ...]:
    placed = {(*_numbers(_where(document, at)), dotted(at) + what) for at, what in broken}
    return tuple(Mistake(path, *each) for each in sorted(placed))


def _where(document: Document, at: Location) -> Place:
    """The value's place; an unknown key's own place; for a missing key that of what should have held it."""
    while at and at not in document.places:
        at = at[:-1]
    return document.keys.get(at, document.places.get(at, Place(1, 1)))


def _numbers(place: Place) -> tuple[int, int]:
    return place.line, place.column
