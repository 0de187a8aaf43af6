"""How much of the planted names a tool finds, by kind of variation; the shared scorer says which flags are right."""

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from bench.contender import Ready
from bench.material import Material

NONE = "none"
"""The kind whose names are on no list: every flag on one is wrong."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Planted names of one kind: how many, how many found as the right party, how many flagged though on no list."""

    names: int
    found: int
    false: int


def score(ready: Ready, material: Material, per_kind: int | None) -> dict[str, Kind]:
    """Counts by kind over the first ``per_kind`` articles of each, or over all."""
    articles = list(material.planted_articles(per_kind))
    wanted = {article.id for article in articles}
    flags = (_flag(article.id, article.text, one) for article in articles for one in ready.flags(article))
    tallies, _, _ = _scorer(material).score(flags, str(material.planted), "alert")
    names: dict[str, int] = {}
    for ident in wanted:
        kind = ident.split("/")[1].replace("-", " ")
        names[kind] = names.get(kind, 0) + 1
    return {
        kind: Kind(names.get(kind, 0), tally["gold found"], tally["traps flagged"]) for kind, tally in tallies.items()
    }


def _flag(article: str, text: str, flag: tuple[int, int, tuple[str, ...]]) -> dict[str, Any]:
    start, end, listings = flag
    return {"article": article, "start": start, "end": end, "surface": text[start:end], "listings": listings}


def _scorer(material: Material) -> ModuleType:
    spec = importlib.util.spec_from_file_location("evaluate", material.scorer)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(material.scorer)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def kinds_in_order(rows: Iterator[dict[str, Kind]]) -> list[str]:
    """All kinds as the planting script orders them, the invented names last."""
    seen = dict.fromkeys(kind for kinds in rows for kind in kinds)
    return [*(kind for kind in seen if kind != NONE), *(kind for kind in seen if kind == NONE)]
