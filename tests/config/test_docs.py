"""docs/configuration.md and the schema say the same."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_origin

import pytest
from pydantic import BaseModel

from watchlist.config import load
from watchlist.config.keys import section_of
from watchlist.config.schema import Config
from watchlist.lists import FORMATS
from watchlist.text.regimes import REGIMES

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", DOCS, re.DOTALL)


def keys(section: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """Every key of the schema as the tables write it."""
    for name, field in section.model_fields.items():
        inner = section_of(section, name)
        many = get_origin(field.annotation) is tuple
        here = f"{prefix}{name}"
        if inner is None:
            yield here
        else:
            yield from keys(inner, f"{here}{'[]' if many else ''}.")


def test_every_key_is_documented_and_exists() -> None:
    """No key without a row, no row without a key; sections may have rows of their own."""
    rows = set(re.findall(r"^\| `([^`]+)` \|", DOCS, re.MULTILINE))
    leaves = set(keys(Config))
    assert leaves - rows == set()
    sections = {leaf[: at.start()] for leaf in leaves for at in re.finditer(r"\[\]\.|\.", leaf)}
    assert rows - leaves <= sections


def test_every_regime_is_documented() -> None:
    """The row of regimes names all of them, and no other."""
    row = next(line for line in DOCS.splitlines() if line.startswith("| `watchlists[].include.regimes` |"))
    assert tuple(re.findall(r"`([^`]+)`", row))[1:] == tuple(REGIMES)


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_load(tmp_path: Path, example: str) -> None:
    """Every example of the page is a whole, right configuration."""
    path = tmp_path / "watchlist.yaml"
    path.write_text(example, encoding="utf-8")
    assert load(path).version == 1


def test_every_format_is_documented() -> None:
    """The table of formats has a row for each, and calls those unverified of which no original file was at hand."""
    rows = re.findall(r"^\|[^`|]*\| `([a-z-]+)`( \*unverified\*)? \|", DOCS, re.MULTILINE)
    assert dict(rows) == {name: "" if form.verified else " *unverified*" for name, form in FORMATS.items()}
