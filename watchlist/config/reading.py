"""YAML bytes → plain values and the place of each, or every reason why not.

YAML 1.2, so that ``NO`` stays a country; dates stay text, so that an impossible one is a mistake among the others. Keys
said twice, anchors, aliases, tags and further documents are refused: what a person reads in the file is what the
program gets.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, StringMark, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

MAX_BYTES = 1024 * 1024
_MAX_DEPTH = 24
_TEXT, _TIMESTAMP = "tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"

Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """1-based line and column."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a place, in words."""

    place: Place
    what: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says: ``values`` are plain, ``keys`` and ``places`` tell where each key and value stands."""

    values: dict[str, object]
    keys: dict[Location, Place]
    places: dict[Location, Place]

    def where(self, at: Location) -> Place:
        """The value's place; an unknown key's own place; for a missing key that of what should have held it."""
        while at and at not in self.places:
            at = at[:-1]
        return self.keys.get(at, self.places.get(at, Place(1, 1)))


def read(raw: bytes) -> Document | tuple[Problem, ...]:
    """The document, or every problem that keeps it from being read."""
    if len(raw) > MAX_BYTES:
        return (Problem(Place(1, 1), f"the file has {len(raw)} bytes, more than the {MAX_BYTES} that are read"),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        return (Problem(Place(line, 1), "not UTF-8 text; save the file as UTF-8"),)
    try:
        return _read(text)
    except MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        return (Problem(_place(mark), f"not YAML: {fault.problem or fault.context}"),)
    except (YAMLError, ValueError) as fault:
        return (Problem(Place(1, 1), f"not YAML: {str(fault).splitlines()[0]}"),)


def _read(text: str) -> Document | tuple[Problem, ...]:
    problems = tuple(_refused(text))
    if problems:
        return problems
    yaml = YAML(typ="safe", pure=True)
    yaml.allow_duplicate_keys = True
    root = yaml.compose(text)
    if not isinstance(root, MappingNode):
        what = "the file is empty" if root is None else "the file must hold keys and values"
        return (Problem(Place(1, 1), f"{what}; begin with version: 1 and lists:, or run watchlist init"),)
    keys: dict[Location, Place] = {}
    places: dict[Location, Place] = {(): Place(1, 1)}
    problems = tuple(_walk(root, (), keys, places))
    if problems:
        return problems
    return Document(yaml.constructor.construct_document(root), keys, places)


def _refused(text: str) -> Iterator[Problem]:
    """Constructs of YAML that hide what a file says; looked for in the event stream, which never recurses."""
    depth = documents = 0
    for event in YAML(typ="safe", pure=True).parse(text):
        place = _place(event.start_mark)
        if isinstance(event, AliasEvent):
            yield Problem(place, f"alias *{event.anchor}: anchors and aliases are not read; write the values out")
        elif isinstance(event, NodeEvent) and event.anchor is not None:
            yield Problem(place, f"anchor &{event.anchor}: anchors and aliases are not read; write the values out")
        if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent) and event.tag is not None:
            yield Problem(place, f"tag {event.tag}: tags are not read")
        documents += isinstance(event, DocumentStartEvent)
        depth += isinstance(event, MappingStartEvent | SequenceStartEvent)
        depth -= isinstance(event, MappingEndEvent | SequenceEndEvent)
        if documents > 1 or depth > _MAX_DEPTH:
            yield Problem(place, "a second document begins here" if documents > 1 else "nested too deeply")
            return


def _walk(node: Node, at: Location, keys: dict[Location, Place], places: dict[Location, Place]) -> Iterator[Problem]:
    places[at] = _place(node.start_mark)
    if isinstance(node, SequenceNode):
        for number, child in enumerate(node.value):
            yield from _walk(child, (*at, number), keys, places)
    elif isinstance(node, ScalarNode) and node.tag == _TIMESTAMP:
        node.tag = _TEXT
    elif isinstance(node, MappingNode):
        for key, child in node.value:
            yield from _walk_key(key, child, at, keys, places)


def _walk_key(
    key: Node, child: Node, at: Location, keys: dict[Location, Place], places: dict[Location, Place]
) -> Iterator[Problem]:
    place = _place(key.start_mark)
    if not isinstance(key, ScalarNode) or key.tag != _TEXT:
        yield Problem(place, f"{dotted(at)}a key must be a word; put it in quotes")
        return
    here = (*at, key.value)
    if here in keys:
        yield Problem(place, f"{dotted(here)}said twice, first in line {keys[here].line}")
        return
    keys[here] = place
    yield from _walk(child, here, keys, places)


def dotted(at: Location) -> str:
    """The location as a prefix of a message: ``lists.0.every: ``."""
    return ".".join(map(str, at)) + ": " if at else ""


def _place(mark: StringMark | None) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark is not None else Place(1, 1)
