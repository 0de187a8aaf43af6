"""Parquet files → an article a row, by pyarrow, which the extra "archive" brings; a few rows in memory at a time."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from watchlist.model import Found
from watchlist.news.extra import extra
from watchlist.news.jsonl import from_content
from watchlist.news.table import columns_of

_ROWS = 256


def read_parquet(file: Path, name: str, source: str) -> Iterator[Found]:
    """Columns by name as in CSV files; articles are known by their id, or else by the number of their row.

    DocumentError without pyarrow, and for a file without a column of texts.
    """
    parquet = extra("pyarrow.parquet", "archive", name)
    with parquet.ParquetFile(file, memory_map=True) as table:
        names = table.schema_arrow.names
        columns = {key: names[at] for key, at in columns_of(name, names).items()}
        row = 0
        for batch in table.iter_batches(batch_size=_ROWS, columns=list(columns.values())):
            for cells in batch.to_pylist():
                row += 1
                content = {key: _plain(cells[column]) for key, column in columns.items()}
                where = f"{name}:{row}"
                yield from_content(where, {**content, "id": content.get("id") or where}, source)


def _plain(cell: Any) -> Any:
    """As JSON would have it."""
    return cell.isoformat() if isinstance(cell, date) else cell
