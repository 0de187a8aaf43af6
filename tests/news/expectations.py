"""What feedparser's own test documents say of titles, links and ids of entries, read from their header without eval."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

_EXPECT = re.compile(r"Expect:\s*(.+?)\s*(?:-->|\n)")
_HEADER = re.compile(r"Header:\s*([\w-]+):\s*(.+?)\s*(?:-->|\n)")
_FIELDS = {"title": "title", "link": "link", "id": "id", "guid": "id"}


@dataclass(frozen=True, slots=True)
class Expected:
    """``field`` (title, link or id) of entry number ``entry`` is ``value``."""

    entry: int
    field: str
    value: str


def headers(document: str) -> dict[str, str]:
    """The HTTP headers that a document is to be served with, by lower-case name."""
    return {name.lower(): value for name, value in _HEADER.findall(document)}


def expectations(document: str) -> Iterator[Expected]:
    """Every "entries[N]['title'] == '…'" that must hold, alone or joined by "and"."""
    found = _EXPECT.search(document)
    try:
        tree = ast.parse(found[1].removesuffix("-->").strip(), mode="eval") if found else None
    except SyntaxError:
        return
    for clause in _clauses(tree.body) if tree else ():
        match clause:
            case ast.Compare(left, [ast.Eq()], [ast.Constant(str(value))]):
                place = _place(left)
                if place is not None:
                    yield Expected(*place, value)


def _clauses(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        for part in node.values:
            yield from _clauses(part)
    else:
        yield node


def _place(node: ast.expr) -> tuple[int, str] | None:
    """``entries[0]['title']`` or ``entries[0].title``: the number and the field; None for anything else."""
    match node:
        case ast.Subscript(ast.Subscript(owner, ast.Constant("title_detail")), ast.Constant("value")):
            return _place(ast.Subscript(owner, ast.Constant("title")))
        case ast.Subscript(owner, ast.Constant(str(name))) | ast.Attribute(owner, name):
            match owner:
                case ast.Subscript(ast.Name("entries"), ast.Constant(int(number))) if name in _FIELDS:
                    return number, _FIELDS[name]
    return None
