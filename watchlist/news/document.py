"""One document of any kind → what it holds; whatever is wrong with it becomes a fault."""

from pathlib import PurePath

from watchlist.errors import DocumentError
from watchlist.model import Fault, Found
from watchlist.news import KINDS, Kind

MIB = 1024 * 1024


def kind_of(name: str) -> Kind | None:
    """The kind of a document by the ending of its name; None for one that is not read."""
    suffix = PurePath(name).suffix.lower()
    return next((kind for kind in KINDS if suffix in kind.suffixes), None)


def read_document(name: str, raw: bytes, source: str) -> Found:
    """Articles and faults of one document; never raises. ``name`` is its path in the source, by which it is known."""
    kind = kind_of(name)
    if kind is None:
        known = " ".join(suffix for each in KINDS for suffix in each.suffixes)
        return _failed(name, "is not of a kind that is read", f"give one of {known}")
    if len(raw) > kind.max_mib * MIB:
        return _failed(name, f"is larger than {kind.max_mib} MiB", "split it")
    try:
        return kind.load()(name, raw, source)
    except DocumentError as error:
        return _failed(name, error.what, "correct it or take it away")
    except Exception as error:  # noqa: BLE001 - hostile mails and pages find bugs in parsers
        return _failed(name, f"cannot be read ({type(error).__name__}: {error})", "correct it or take it away")


def _failed(name: str, what: str, remedy: str) -> Found:
    return Found(faults=(Fault(name, what, remedy),))
