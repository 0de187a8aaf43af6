"""A watch or a register → bytes and back: in one piece, but its parties each by itself, unpacked when one is told."""

import io
import pickle
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from mmap import ACCESS_READ, mmap
from types import MappingProxyType
from typing import Any, BinaryIO, cast

from watchlist.lasting import kept_for_good
from watchlist.model import Party

_PROTOCOL = 5
_FASTEST = 1

_PLAIN = frozenset(
    {
        ("builtins", "dict"),
        ("builtins", "list"),
        ("collections", "defaultdict"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("numpy", "dtype"),
        ("numpy", "ndarray"),
        # NumPy makes its arrays by these two, which only make arrays.
        ("numpy._core.multiarray", "_reconstruct"),
        ("numpy._core.numeric", "_frombuffer"),
    }
)

Places = Mapping[str, tuple[int, int]]


class PackedParties(Mapping[str, Party]):
    """Parties by id, each unpacked when it is asked for: of tens of thousands a scan tells dozens."""

    def __init__(self, places: Places, packed: bytes | mmap, first: int = 0) -> None:
        self._places = places
        self._packed = packed
        self._first = first

    def __getitem__(self, party: str) -> Party:
        start, end = (self._first + at for at in self._places[party])
        unpacked: Party = OwnValues(io.BytesIO(zlib.decompress(self._packed[start:end]))).load()
        return unpacked

    def __contains__(self, party: object) -> bool:
        return party in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class _Packer(pickle.Pickler):
    """Frozen dataclasses are made again by their own constructor, which is three times as fast as setting fields one by
    one; a read-only mapping, which pickle does not know, by what it shows; a member of an enumeration by its value,
    because Python before 3.11.4 would name ``getattr``, a function to call.
    """

    def reducer_override(self, each: Any) -> Any:
        if isinstance(each, MappingProxyType):
            return dict, (dict(each),)
        if isinstance(each, Enum):
            return type(each), (each.value,)
        if is_dataclass(each) and not isinstance(each, type):
            return type(each), tuple(getattr(each, field.name) for field in fields(each))
        return NotImplemented


class OwnValues(pickle.Unpickler):
    """Reads values of this program's own types and a few plain ones: a file cannot name a function to call."""

    def find_class(self, module: str, name: str) -> type:
        """The type of a value; ``UnpicklingError`` for everything that is not one of ours."""
        own = module.startswith("watchlist.")
        found: object = super().find_class(module, name) if own or (module, name) in _PLAIN else None
        if found is None or (own and not isinstance(found, type)):
            raise pickle.UnpicklingError(f"{module}.{name} is no type of values that are kept")
        return cast("type", found)


def pack(core: object, parties: Mapping[str, Party]) -> tuple[bytes, PackedParties]:
    """A value as bytes, and beside it the parties that it is about; what these held of the lists can be forgotten."""
    places: dict[str, tuple[int, int]] = {}
    parts = bytearray()
    for party in parties.values():
        start = len(parts)
        parts += zlib.compress(dumped(party), _FASTEST)
        places[party.id] = start, len(parts)
    packed = bytes(parts)
    return dumped((core, places)) + packed, PackedParties(places, packed)


def unpack(stream: BinaryIO) -> tuple[Any, PackedParties]:
    """The value and its parties out of what ``pack`` of this very program made."""
    with kept_for_good():
        core, places = OwnValues(stream).load()
    # Left on disk until one is told; the file is only ever replaced by another, never written into.
    packed = mmap(stream.fileno(), 0, access=ACCESS_READ)
    return core, PackedParties(places, packed, stream.tell())


def dumped(each: object) -> bytes:
    """A value as bytes that ``OwnValues`` reads."""
    stream = io.BytesIO()
    _Packer(stream, _PROTOCOL).dump(each)
    return stream.getvalue()
