"""The rows of a report that was just written, read back from its JSON lines."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ReportRow = dict[str, Any]


def rows(files: Sequence[Path]) -> list[ReportRow]:
    """Every row of the report whose files these are, in its order; none for no files."""
    texts = [path.read_text(encoding="utf-8") for path in files if path.suffix == ".jsonl"]
    return [json.loads(line) for text in texts for line in text.split("\n") if line]
