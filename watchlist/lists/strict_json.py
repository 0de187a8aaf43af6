"""JSON lists read strictly: no key twice, no endless depth or number, nothing behind the end, or refused with a place.

Python's json module keeps the last of two equal keys, reads NaN, and takes half a surrogate pair for a letter that no
file can hold: all are refused here.
"""

import io
import json
import re
from collections.abc import Collection, Iterator
from typing import NoReturn

from watchlist.errors import ListError
from watchlist.lists.identity import refuse_page
from watchlist.lists.names import clean
from watchlist.lists.rows import decode

SPACE = re.compile(r"[ \t\r\n]*")
SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
LONGEST_NUMBER = 40
"""Digits; no list has a longer number, and Python takes quadratic time to read one."""


class Part:
    """One JSON object whose members are taken one by one; the remainder can be audited."""

    __slots__ = ("_members", "_taken")

    def __init__(self, members: dict[str, object]) -> None:
        self._members = members
        self._taken: list[tuple[str, Part]] = []

    def text(self, key: str) -> str:
        """Take a text or a number, white space collapsed; empty where it is missing or null. Anything else stays."""
        value = self._members.get(key)
        if value is None or isinstance(value, str | int | float):
            self._members.pop(key, None)
        return _text(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts, or the only one, without empty ones. Anything else stays."""
        value = self._members.get(key)
        several = value if isinstance(value, list) else [value]
        if all(one is None or isinstance(one, str | int | float) for one in several):
            self._members.pop(key, None)
        return tuple(text for one in several if (text := _text(one)))

    def parts(self, key: str) -> tuple["Part", ...]:
        """Take a list of objects, or the only one. Anything else stays."""
        value = self._members.get(key)
        several = value if isinstance(value, list) else [value]
        found = tuple(Part(one) for one in several if isinstance(one, dict))
        if len(found) == len(several) or value is None:
            self._members.pop(key, None)
        self._taken.extend((key, part) for part in found)
        return found

    def single(self) -> tuple[str, ...]:
        """The keys whose value is no list."""
        return tuple(key for key, value in self._members.items() if not isinstance(value, list))

    def keys(self) -> tuple[str, ...]:
        """The keys that nobody took yet."""
        return tuple(self._members)

    def leftovers(self, path: str, ignored: Collection[str]) -> Iterator[tuple[str, int]]:
        """Every path that nobody took, that holds anything and that no table ignores, with its count.

        ``ignored`` holds whole paths, or bare keys that are known wherever they stand.
        """
        for key, value in self._members.items():
            if value not in (None, "", [], {}) and key not in ignored and f"{path}/{key}" not in ignored:
                yield f"{path}/{key}", len(value) if isinstance(value, list) else 1
        for key, part in self._taken:
            yield from part.leftovers(f"{path}/{key}", ignored)


def read_array(list_name: str, raw: bytes, key: str) -> Iterator[Part]:
    """Walk the objects of the array ``key`` of one JSON object, and the object itself without them, last.

    One element at a time is turned into Python's values. The document is complete only when the iterator ends: callers
    keep what they read and hand it on after that.
    """
    refuse_page(list_name, raw, f'a JSON list ("{key}": …)')
    walk = _Walk(list_name, decode(list_name, raw))
    frame: dict[str, object] = {}
    found = False
    for name in walk.members():
        if name != key:
            frame[name] = walk.value()
            continue
        found = True
        for number, value in enumerate(walk.elements(), 1):
            if not isinstance(value, dict):
                raise ListError(list_name, f'element {number:,} of "{key}" is no JSON object; another file or format?')
            yield Part(value)
    walk.end()
    if not found:
        raise ListError(list_name, f'the JSON has no "{key}", only {_quoted(frame)}: an error message of the server?')
    yield Part(frame)


def read_lines(list_name: str, raw: bytes) -> Iterator[Part]:
    """Walk the objects of a file with one JSON object on each line; every line has to have its end.

    One line at a time is turned into text: the largest of these files have hundreds of megabytes.
    """
    refuse_page(list_name, raw, "a list of JSON lines")
    if not raw.endswith(b"\n"):
        raise ListError(list_name, "the JSON stops in the middle of a line: the download was cut short; fetch it again")
    for number, line in enumerate(io.BytesIO(raw), 1):
        if not line.strip():
            continue
        walk = _Walk(list_name, decode(list_name, line), f"line {number:,}, ")
        value = walk.value()
        walk.end()
        if not isinstance(value, dict):
            raise ListError(list_name, f"line {number:,} is no JSON object; another file or format?")
        yield Part(value)


class _Walk:
    """A place in a JSON text, moved on value by value."""

    def __init__(self, list_name: str, text: str, where: str = "") -> None:
        self._list_name = list_name
        self._text = text
        self._where = where
        self._at = 0
        self._decoder = json.JSONDecoder(
            object_pairs_hook=_unique, parse_int=_whole, parse_float=_fraction, parse_constant=_no_number
        )

    def members(self) -> Iterator[str]:
        """The keys of the object that starts here; the caller moves on over the value of each."""
        seen: set[str] = set()
        self._expect("{")
        if self._found("}"):
            return
        while True:
            key = self.value()
            if not isinstance(key, str) or key in seen:
                self._refuse(f"{key!r} is no key, or stands twice")
            seen.add(key)
            self._expect(":")
            yield key
            if self._found("}"):
                return
            self._expect(",")

    def elements(self) -> Iterator[object]:
        """The values of the array that starts here."""
        self._expect("[")
        if self._found("]"):
            return
        while True:
            yield self.value()
            if self._found("]"):
                return
            self._expect(",")

    def value(self) -> object:
        """The value that starts here, whole."""
        start = self._skip()
        try:
            value, self._at = self._decoder.raw_decode(self._text, start)
        except json.JSONDecodeError as error:
            self._at = error.pos
            self._refuse(error.msg)
        except RecursionError:
            self._refuse("it is nested too deeply")
        except ValueError as error:
            self._refuse(str(error))
        if SURROGATE.search(self._text, start, self._at) and not _encodable(value):
            self._refuse("half a surrogate pair stands for a letter")
        return value

    def end(self) -> None:
        """Refuse anything but white space from here on."""
        self._at = self._skip()
        if self._at != len(self._text):
            self._refuse("something else follows the end")

    def _skip(self) -> int:
        space = SPACE.match(self._text, self._at)
        return self._at if space is None else space.end()

    def _found(self, mark: str) -> bool:
        at = self._skip()
        if self._text.startswith(mark, at):
            self._at = at + 1
            return True
        return False

    def _expect(self, mark: str) -> None:
        if not self._found(mark):
            self._at = self._skip()
            self._refuse(f"expected {mark!r}")

    def _refuse(self, what: str) -> NoReturn:
        line = self._text.count("\n", 0, self._at) + 1
        where = self._where or (f"line {line:,}, " if line > 1 else "")
        place = f"{where}character {self._at - self._text.rfind(chr(10), 0, self._at):,}"
        raise ListError(self._list_name, f"the JSON breaks off or is damaged at {place} ({what}); fetch it again")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key {next(key for key in keys if keys.count(key) > 1)!r} stands twice")
    return members


def _whole(digits: str) -> int:
    return int(_bounded(digits))


def _fraction(digits: str) -> float:
    return float(_bounded(digits))


def _bounded(digits: str) -> str:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(f"a number of {len(digits):,} characters")
    return digits


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _encodable(value: object) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _text(value: object) -> str:
    return clean(str(value)) if isinstance(value, str | int | float) else ""


def _quoted(members: Collection[str]) -> str:
    return ", ".join(f'"{key}"' for key in list(members)[:3]) or "nothing"
