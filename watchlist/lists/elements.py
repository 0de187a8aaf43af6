"""XML lists read entry by entry: every part is taken out by name, and what nobody took is reported."""

import io
from collections.abc import Collection, Iterator

from lxml import etree

from watchlist.lists.audit import Audit
from watchlist.lists.identity import SAFE_XML, broken_xml, check_xml, local

SCHEMA_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"


class Node:
    """One element whose attributes and children are taken one by one; the remainder can be audited."""

    __slots__ = ("_attributes", "_children", "_met", "_taken", "own")

    def __init__(self, element: etree._Element, met: set[str] | None = None) -> None:
        """``met`` collects "parent/child" and "parent/@attribute" of everything that is looked into."""
        self._met = met
        text = element.text
        self.own = " ".join(text.split()) if text else ""
        self._attributes = {
            local(str(name)): str(value) for name, value in element.items() if not str(name).startswith(SCHEMA_INSTANCE)
        }
        self._children: dict[str, list[etree._Element]] = {}
        self._taken: list[tuple[str, Node]] = []
        for child in element:
            self._children.setdefault(local(str(child.tag)), []).append(child)
        if met is not None:
            tag = local(str(element.tag))
            met.update(f"{tag}/{name}" for name in self._children)
            met.update(f"{tag}/@{name}" for name in self._attributes)

    def attribute(self, name: str) -> str:
        """Take an attribute; empty where it is missing."""
        return self._attributes.pop(name, "").strip()

    def children(self, tag: str) -> list["Node"]:
        """Take all children of a name."""
        nodes = [Node(element, self._met) for element in self._children.pop(tag, ())]
        self._taken.extend((tag, node) for node in nodes)
        return nodes

    def child(self, tag: str) -> "Node":
        """Take the first child of a name; an empty node where there is none. A second one stays and is reported."""
        elements = self._children.get(tag)
        if not elements:
            return _EMPTY
        node = Node(elements.pop(0), self._met)
        if not elements:
            del self._children[tag]
        self._taken.append((tag, node))
        return node

    def text(self, tag: str) -> str:
        """Take the text of the first child of a name, white space collapsed; empty where there is none."""
        elements = self._children.get(tag)
        if not elements:
            return ""
        element = elements[0]
        if len(element) or element.attrib:
            return self.child(tag).own
        elements.pop(0)
        if not elements:
            del self._children[tag]
        return " ".join((element.text or "").split())

    def texts(self, tag: str) -> tuple[str, ...]:
        """Take the texts of all children of a name, without empty ones."""
        return tuple(node.own for node in self.children(tag) if node.own)

    def leftovers(self, path: str, ignored: Collection[str]) -> Iterator[tuple[str, int]]:
        """Every path that nobody took and no table ignores, with its count.

        ``ignored`` holds whole paths, or bare names ("@id", "addresses") that are known wherever they stand.
        """
        for name in self._attributes:
            if f"@{name}" not in ignored and f"{path}/@{name}" not in ignored:
                yield f"{path}/@{name}", 1
        for tag, elements in self._children.items():
            if tag not in ignored and f"{path}/{tag}" not in ignored:
                yield f"{path}/{tag}", len(elements)
        for tag, node in self._taken:
            yield from node.leftovers(f"{path}/{tag}", ignored)


_EMPTY = Node(etree.Element("empty"))
"""Stands for every element that is missing: nothing can be taken out of it."""


def read_elements(
    raw: bytes,
    audit: Audit,
    root: str,
    paths: Collection[str],
    ignored: Collection[str],
    names: Collection[str] = (),
) -> Iterator[tuple[str, Node]]:
    """Walk the entries at ``paths`` ("/list/group/entry") in document order, and the root itself, emptied, last.

    Each is freed when the next one is asked for. The document is complete only when the iterator ends: callers keep
    what they read and hand it on after that. ``names`` are the parts that hold names ("aka/lastName", "name/@whole"):
    one that stands nowhere in the file is told, for it may have moved to where nobody looks.
    Raises ListError for anything but a well-formed document with that root.
    """
    namespace = check_xml(audit.list_name, raw, root)
    if namespace:
        audit.unknown([(f"namespace {namespace}", 1)])
    tags = {f"{{*}}{path.rpartition('/')[2]}" for path in paths}
    walk = etree.iterparse(
        io.BytesIO(raw), events=("end",), tag=tuple(tags), remove_comments=True, remove_pis=True, **SAFE_XML
    )
    done: etree._Element | None = None
    met: set[str] = set()
    try:
        for _, element in walk:
            path = _path(element)
            if path not in paths:
                continue
            _drop(done)
            node = Node(element, met)
            yield path, node
            audit.unknown(node.leftovers(path, ignored))
            element.clear()
            done = element
    except etree.XMLSyntaxError as error:
        raise broken_xml(audit.list_name, error) from error
    _drop(done)
    audit.lacks(name for name in names if name not in met)
    frame = Node(walk.root)
    _open_containers(frame, paths)
    yield f"/{root}", frame
    audit.unknown(frame.leftovers(f"/{root}", ignored))


def _open_containers(frame: Node, paths: Collection[str]) -> None:
    """Take the containers of the entries: whatever is left in them afterwards is unknown."""
    containers = {tuple(path.split("/")[2:-1]) for path in paths}
    opened: dict[tuple[str, ...], Node] = {(): frame}
    for container in sorted({steps[: n + 1] for steps in containers for n in range(len(steps))}):
        opened[container] = opened[container[:-1]].child(container[-1])


def _drop(element: etree._Element | None) -> None:
    parent = None if element is None else element.getparent()
    if element is not None and parent is not None:
        parent.remove(element)


def _path(element: etree._Element) -> str:
    steps = [local(str(element.tag)), *(local(str(above.tag)) for above in element.iterancestors())]
    return "/" + "/".join(reversed(steps))
