"""Mutations of XML documents: each for one path, at all of its places."""

from collections.abc import Callable, Iterator, Sequence

from lxml import etree


def of_xml_text(text: str) -> Iterator[tuple[str, bytes]]:
    """Other ways to write the same document."""
    head, _, body = text.rpartition("?>")
    head = f"{head}?>" if head else ""
    yield "without an XML declaration", body.strip().encode()
    yield "on one line", (head + " ".join(body.split()).replace("> <", "><")).encode()
    yield "with entities for letters", (head + body).encode("ascii", "xmlcharrefreplace")
    yield "with comments between elements", (head + body.replace("><", "><!-- x --><")).encode()
    root = etree.fromstring(text.encode())
    for name, namespace in (("another namespace", "urn:new"), ("no namespace", "")):
        yield f"in {name}", etree.tostring(_renamespaced(root, namespace), encoding="utf-8")
    prefixed = etree.tostring(_renamespaced(root, "urn:new"), encoding="unicode").replace("xmlns=", "xmlns:n=")
    for tag in sorted({etree.QName(one).localname for one in root.iter("*")}):
        for mark in ("<", "</"):
            for end in (" ", ">", "/"):
                prefixed = prefixed.replace(f"{mark}{tag}{end}", f"{mark}n:{tag}{end}")
    yield "with prefixes", prefixed.replace("xmlns:ns0", "xmlns:n").replace("ns0:", "n:").encode()


def _renamespaced(root: etree._Element, namespace: str) -> etree._Element:
    made = etree.fromstring(etree.tostring(root))
    for element in made.iter("*"):
        local = etree.QName(element).localname
        element.tag = f"{{{namespace}}}{local}" if namespace else local
    etree.cleanup_namespaces(made)
    return made


Change = Callable[[etree._Element, etree._Element], object]


def of_xml(raw: bytes, words: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    """Elements and attributes renamed, moved, wrapped, doubled, written otherwise; ``words`` are no kinds."""
    yield from changed(raw, "renamed", lambda element, _: setattr(element, "tag", _tag(element, "New")))
    yield from changed(raw, "in capitals", lambda element, _: setattr(element, "tag", _capitals(element)))
    yield from changed(raw, "in a wrapper", _wrapped)
    yield from changed(raw, "put last", lambda element, _: element.getparent().append(element))
    yield from changed(raw, "put first", lambda element, _: element.getparent().insert(0, element))
    yield from changed(raw, "moved up", _moved_up)
    yield from changed(raw, "moved to the sibling before", _moved_aside)
    yield from changed(raw, "given twice", _given_twice)
    yield from changed(raw, "with its text as attribute", _text_as_attribute)
    yield from changed(raw, "with its text in a child", _text_in_child)
    yield from changed(raw, "with blanks around its text", _blanks)
    yield from changed(raw, "with a comment in its text", _commented)
    yield from changed(raw, "of a new kind", lambda element, _: setattr(element, "text", "Brand New"), but=words)
    yield from attributes(raw, "renamed", _attribute_renamed)
    yield from attributes(raw, "of a new kind", lambda element, name: element.set(name, "brand-new"), but=words)
    yield from attributes(raw, "in a child", _attribute_in_child)


def _paths(root: etree._Element) -> dict[str, list[etree._Element]]:
    found: dict[str, list[etree._Element]] = {}
    for element in root.iter("*"):
        steps = [etree.QName(one).localname for one in (*reversed(list(element.iterancestors())), element)]
        found.setdefault("/".join(steps), []).append(element)
    return found


def changed(raw: bytes, what: str, change: Change, *, but: frozenset[str] | None = None) -> Iterator[tuple[str, bytes]]:
    """One mutation for each path below the root: all its elements changed; with ``but`` only where they are kinds."""
    for path in list(_paths(etree.fromstring(raw)))[1:]:
        root = etree.fromstring(raw)
        elements = _paths(root)[path]
        if but is not None and not is_kind([one.text or "" for one in elements], but):
            continue
        for element in elements:
            change(element, root)
        yield f"{path} {what}", etree.tostring(root, encoding="utf-8", xml_declaration=True)


def attributes(
    raw: bytes, what: str, change: Callable[[etree._Element, str], object], *, but: frozenset[str] | None = None
) -> Iterator[tuple[str, bytes]]:
    """One mutation for each attribute of each path; with ``but`` only where its values are kinds."""
    plain = etree.fromstring(raw)
    for path, elements in _paths(plain).items():
        for name in dict.fromkeys(name for one in elements for name in one.attrib):
            root = etree.fromstring(raw)
            bearers = [one for one in _paths(root)[path] if name in one.attrib]
            if but is not None and not is_kind([one.get(name, "") for one in bearers], but):
                continue
            for element in bearers:
                change(element, str(name))
            yield f"{path}/@{name} {what}", etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _tag(element: etree._Element, suffix: str) -> str:
    return f"{element.tag}{suffix}"


def _capitals(element: etree._Element) -> str:
    name = etree.QName(element)
    local = name.localname.swapcase()
    return f"{{{name.namespace}}}{local}" if name.namespace else local


def _wrapped(element: etree._Element, _: etree._Element) -> None:
    parent = element.getparent()
    wrapper = etree.Element("wrapper")
    parent.replace(element, wrapper)
    wrapper.append(element)


def _moved_up(element: etree._Element, root: etree._Element) -> None:
    above = element.getparent()
    if above is not root:
        above.getparent().append(element)


def _moved_aside(element: etree._Element, _: etree._Element) -> None:
    before = element.getprevious()
    if before is not None:
        before.append(element)


def _given_twice(element: etree._Element, _: etree._Element) -> None:
    """The element again, in front of itself and empty: who takes the first one only would take nothing."""
    element.addprevious(etree.Element(element.tag))


def _blanks(element: etree._Element, _: etree._Element) -> None:
    element.text = f"\n {element.text or ''} "


def _text_as_attribute(element: etree._Element, _: etree._Element) -> None:
    if element.text and element.text.strip():
        element.set("value", element.text.strip())
        element.text = None


def _text_in_child(element: etree._Element, _: etree._Element) -> None:
    if element.text and element.text.strip():
        etree.SubElement(element, "text").text = element.text.strip()
        element.text = None


def _commented(element: etree._Element, _: etree._Element) -> None:
    text = element.text or ""
    if text.strip():
        comment = etree.Comment("x")
        comment.tail = text[1:]
        element.text = text[:1]
        element.insert(0, comment)


def _attribute_renamed(element: etree._Element, name: str) -> None:
    element.set(f"{etree.QName(name).localname}New", element.attrib.pop(name))


def _attribute_in_child(element: etree._Element, name: str) -> None:
    etree.SubElement(element, etree.QName(name).localname).text = element.attrib.pop(name)


def is_kind(values: Sequence[str], but: frozenset[str]) -> bool:
    """Whether values are words of a small table: no names, none of two words, and fewer of them than places."""
    plain = [value.strip() for value in values]
    return all(len(value.split()) == 1 and value not in but for value in plain) and len(set(plain)) < len(plain)
