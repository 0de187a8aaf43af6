"""Rows as CSV that Excel opens rightly: UTF-8 with BOM, CRLF, every field quoted, no cell that runs."""

import csv
from collections.abc import Mapping, Sequence

from watchlist.report.cells import Kind, cell


def csv_bytes(columns: Sequence[tuple[str, Kind]], rows: Sequence[Mapping[str, str]]) -> bytes:
    """One CSV file (RFC 4180) with these columns in this order."""
    import pandas as pd  # noqa: PLC0415  # takes over a second: only who writes a report pays for it

    names = [name for name, _ in columns]
    cells = [[cell(row[name], kind) for name, kind in columns] for row in rows]
    frame = pd.DataFrame(cells, columns=names, dtype="str")
    text = frame.to_csv(index=False, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    return text.encode("utf-8-sig")
