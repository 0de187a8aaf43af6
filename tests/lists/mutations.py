"""What publishers do to their formats overnight: every mutation of a sample, by name, always the same ones.

Nothing that a file says is taken away: it only stands elsewhere, is called otherwise or written in another way. What
takes something away is in ``removals``.
"""

import csv
import io
import json
from collections.abc import Callable, Collection, Iterator, Sequence

import openpyxl

from tests.lists.conftest import read, sample
from tests.lists.xml_mutations import attributes, changed, is_kind, of_xml, of_xml_text

Files = dict[str, bytes]
Mutation = tuple[str, Files]
Table = list[list[str]]
HEADERLESS = "ofac-csv"


def mutations(format_name: str) -> Iterator[Mutation]:
    """Mutations of the sample of a format."""
    for key, raw in sample(format_name).items():
        for name, mutated in _of_file(format_name, raw):
            yield f"{key} {name}".strip(), {**sample(format_name), key: mutated}


def removals(format_name: str) -> Iterator[Mutation]:
    """Samples from which a part is missing everywhere: an element or attribute, a column, a key, a file."""
    files = sample(format_name)
    for key in list(files)[1:]:
        yield f"without the file {key}", {one: raw for one, raw in files.items() if one != key}
    for key, raw in files.items():
        for name, mutated in _without(format_name, raw):
            yield f"{key} {name}".strip(), {**files, key: mutated}


def _of_file(format_name: str, raw: bytes) -> Iterator[tuple[str, bytes]]:
    if format_name.endswith("xlsx"):
        yield from _of_workbook(raw, _words(format_name))
        return
    text = raw.decode()
    yield from _encodings(text)
    if format_name.endswith("xml"):
        yield from of_xml_text(text)
        yield from of_xml(raw, _words(format_name))
    elif format_name.endswith("csv"):
        yield from _of_csv(text, _words(format_name), titled=format_name != HEADERLESS)
    else:
        yield from _of_json(text)


def _words(format_name: str) -> frozenset[str]:
    """All references and the words of all names: what holds them is no kind of anything."""
    listings = read(format_name).listings
    names = (alias.text for listing in listings for alias in listing.aliases)
    words = (word for name in names for word in (name, *name.replace(",", " ").split()))
    return frozenset((*words, *(listing.reference for listing in listings)))


def _without(format_name: str, raw: bytes) -> Iterator[tuple[str, bytes]]:
    if format_name.endswith("xml"):
        yield from changed(raw, "removed", lambda element, _: element.getparent().remove(element))
        yield from attributes(raw, "removed", lambda element, name: element.attrib.pop(name))
    elif format_name.endswith("csv"):
        rows = _rows(raw.decode())
        for at in range(len(rows[0 if len(rows[0]) > 1 else 1])):
            yield f"column {at} removed", _csv([row[:at] + row[at + 1 :] if len(row) > 1 else row for row in rows])
    elif format_name.endswith("xlsx"):
        rows = _sheet(raw)
        for at in range(len(rows[0])):
            yield f"column {at} removed", _workbook([row[:at] + row[at + 1 :] for row in rows])
    else:
        yield from _keys(raw.decode(), "removed", lambda parent, key: parent.pop(key))


def _encodings(text: str) -> Iterator[tuple[str, bytes]]:
    utf16 = text.replace('encoding="UTF-8"', 'encoding="UTF-16"').replace('encoding="utf-8"', 'encoding="utf-16"')
    windows = text.replace('encoding="UTF-8"', 'encoding="windows-1252"').replace("utf-8", "windows-1252")
    yield "as UTF-8 with a byte order mark", b"\xef\xbb\xbf" + text.encode()
    yield "as UTF-16, said", utf16.encode("utf-16")
    yield "as UTF-16, not said", text.encode("utf-16-le")
    yield "as Windows-1252, said", windows.encode("cp1252", "xmlcharrefreplace")
    yield "as Windows-1252, not said", text.encode("cp1252", "replace")
    yield "with Unix line ends", text.replace("\r\n", "\n").encode()
    yield "with Windows line ends", text.replace("\r\n", "\n").replace("\n", "\r\n").encode()
    yield "with old Macintosh line ends", text.replace("\r\n", "\n").replace("\n", "\r").encode()
    yield "with zeros behind the end", text.encode() + b"\0\0\0"
    yield "twice in a row", text.encode() + text.encode()
    yield "with a second half of itself", text.encode() + text.encode()[len(text) // 2 :]


def _rows(text: str) -> Table:
    return list(csv.reader(io.StringIO(text.replace("\x1a", ""), newline="")))


def _csv(rows: Table, delimiter: str = ",", end: str = "\r\n", **how: object) -> bytes:
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=delimiter, lineterminator=end, **how).writerows(rows)  # type: ignore[arg-type]
    return target.getvalue().encode()


def _of_csv(text: str, words: frozenset[str], *, titled: bool) -> Iterator[tuple[str, bytes]]:
    rows = _rows(text)
    mark = b"\x1a" if text.endswith("\x1a") else b""
    for name, mutated in _of_table(rows, words, titled=titled):
        yield name, _csv(mutated) + mark
    for name, delimiter in (("semicolons", ";"), ("tabs", "\t"), ("bars", "|")):
        yield f"with {name} between cells", _csv(rows, delimiter) + mark
    yield "with all cells in quotes", _csv(rows, quoting=csv.QUOTE_ALL) + mark
    yield "with backslashes for quotes", _csv(rows, doublequote=False, escapechar="\\") + mark
    yield "with apostrophes for quotes", _csv(rows, quotechar="'") + mark
    yield "without quotes", text.replace('"', "").encode()
    yield "without the end of the last line", text.rstrip("\x1a").rstrip().encode() + mark


def _of_table(rows: Table, words: frozenset[str], *, titled: bool = True) -> Iterator[tuple[str, Table]]:
    """Mutations of a table: of its columns, its header (the first row of full width) and its rows."""
    width = max(map(len, rows))
    head = next(at for at, row in enumerate(rows) if len(row) == width)
    body = [at for at, row in enumerate(rows) if len(row) == width and (at > head or not titled)]
    for column in range(width):
        yield from _of_column(rows, column, head if titled else -1, body, words)
    if titled:
        yield "with the header again", [*rows, rows[head]]
        yield "without its header", rows[:head] + rows[head + 1 :]
    wide = {*body, head}
    blank = width if titled else width - 1
    yield "with an empty title twice", [[*row, "", ""] if at in wide else row for at, row in enumerate(rows)]
    yield "with a column more", [["new", *row] if at in wide else row for at, row in enumerate(rows)]
    yield "with a line above", [["Published by us"], *rows]
    yield "with an empty line", [*rows[: head + 1], [], *rows[head + 1 :]]
    yield "with a footer", [*rows, ["Total", *[""] * (width - 1)]]
    yield "from last to first", [*rows[: head + titled], *reversed(rows[head + titled :])]
    yield (
        "with blanks in cells",
        [[*(f"  {cell} " for cell in row[:blank]), *row[blank:]] if at in body else row for at, row in enumerate(rows)],
    )
    yield "with a row too long", [*rows[:-1], [*rows[-1], "x"]]
    yield "with a row too short", [*rows[:-1], rows[-1][:-1]]


def _of_column(
    rows: Table, column: int, head: int, body: Sequence[int], words: frozenset[str]
) -> Iterator[tuple[str, Table]]:
    """Mutations of one column; ``head`` is the row of titles, -1 where there is none."""
    places = {*body, head}

    def each(change: Callable[[list[str]], list[str]], chosen: Collection[int]) -> Table:
        return [change(list(row)) if at in chosen else row for at, row in enumerate(rows)]

    if head >= 0:
        title = rows[head][column]
        yield f"column {column} renamed", each(lambda row: _at(row, column, f"{title} new"), [head])
        yield f"column {column} in other letters", each(lambda row: _at(row, column, title.swapcase()), [head])
        yield f"column {column} with blanks", each(lambda row: _at(row, column, f"  {title}\u00a0 "), [head])
        yield f"column {column} twice", each(lambda row: [*row, title if row == rows[head] else ""], places)
    yield f"column {column} put last", each(lambda row: [*row[:column], *row[column + 1 :], row[column]], places)
    yield f"column {column} put first", each(lambda row: [row[column], *row[:column], *row[column + 1 :]], places)
    if is_kind([value for at in body if (value := rows[at][column])] or ["", ""], words):
        yield f"column {column} of a new kind", each(lambda row: _at(row, column, "Brand New"), body)


def _at(row: list[str], column: int, cell: str) -> list[str]:
    return [*row[:column], cell, *row[column + 1 :]]


def _sheet(raw: bytes) -> list[list[object]]:
    return [list(row) for row in openpyxl.load_workbook(io.BytesIO(raw)).worksheets[0].values]


def _workbook(rows: Sequence[Sequence[object]], title: str = "Sheet", more: bool = False) -> bytes:
    book = openpyxl.Workbook()
    if more:
        book.create_sheet("Read me", 0).append(["Read me first"])
    sheet = book.worksheets[-1]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _of_workbook(raw: bytes, words: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    rows = [["" if cell is None else str(cell) for cell in row] for row in _sheet(raw)]
    for name, mutated in _of_table(rows, words):
        yield name, _workbook(mutated)
    yield "with a sheet in front", _workbook(rows, more=True)
    yield "with its sheet renamed", _workbook(rows, "Data")
    yield "with empty rows in front", _workbook([[], [], [], *rows])
    yield "in two sheets", _two_sheets(rows)
    yield "as CSV", _csv(rows)
    yield "as UTF-16 text", _csv(rows).decode().encode("utf-16")


def _two_sheets(rows: Table) -> bytes:
    book = openpyxl.Workbook()
    half = len(rows) // 2
    for number, part in enumerate((rows[:half], rows[half:])):
        sheet = book.worksheets[0] if number == 0 else book.create_sheet()
        for row in part:
            sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _of_json(text: str) -> Iterator[tuple[str, bytes]]:
    yield from _keys(text, "renamed", lambda parent, key: parent.update({f"{key}New": parent.pop(key)}))
    yield from _keys(text, "in capitals", lambda parent, key: parent.update({key.swapcase(): parent.pop(key)}))
    yield from _keys(text, "in a wrapper", lambda parent, key: parent.update({key: {"value": parent[key]}}))
    yield from _keys(text, "in a list", lambda parent, key: parent.update({key: [parent[key]]}))
    yield from _keys(text, "as one text", lambda parent, key: parent.update({key: _joined(parent[key])}))
    yield from _keys(text, "as objects", lambda parent, key: parent.update({key: _objects(parent[key])}))
    yield from _keys(text, "put last", lambda parent, key: parent.update({key: parent.pop(key)}))
    yield from _keys(text, "twice", lambda parent, key: parent.update({f"{key} ": parent[key]}), same=True)
    values = _values(text)
    yield "as an array", json.dumps(values, ensure_ascii=False).encode()
    yield "in an object", (json.dumps({"data": values}, ensure_ascii=False) + "\n").encode()
    yield "with bad letters", text.encode().replace(b'": "', b'": "\xff', 1)


def _values(text: str) -> list[object]:
    """The JSON values of a file: one, or one a line."""
    try:
        return [json.loads(text)]
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines()]


def _keys(
    text: str, what: str, change: Callable[[dict[str, object], str], object], *, same: bool = False
) -> Iterator[tuple[str, bytes]]:
    """One mutation for each path of keys: all its places changed; ``same`` gives back the key as it was."""
    one_value = len(_values(text)) == 1
    for path in dict.fromkeys(path for path, _, _ in _places(_values(text))):
        values = _values(text)
        for found, parent, key in list(_places(values)):
            if found == path and key in parent:
                change(parent, key)
        made = "\n".join(json.dumps(value, ensure_ascii=False) for value in values)
        if same:
            made = made.replace(f'"{path[-1]} "', f'"{path[-1]}"')
        yield f"{'/'.join(path)} {what}", made.encode() + (b"" if one_value else b"\n")


def _places(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, object], str]]:
    if isinstance(value, dict):
        for key in list(value):
            yield (*path, key), value, key
            if key in value:
                yield from _places(value[key], (*path, key))
    elif isinstance(value, list):
        for one in value:
            yield from _places(one, path)


def _joined(value: object) -> object:
    return "; ".join(map(str, value)) if isinstance(value, list) else value


def _objects(value: object) -> object:
    return [{"value": one} for one in value] if isinstance(value, list) else value
