"""The tables of a run, the same for the terminal and for the page that an auditor keeps."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from watchlist.selftest.variations import kinds
from watchlist.selftest.verdicts import Effectiveness, Tally


class Table(NamedTuple):
    """A title, a head, rows of cells, and what to know about the numbers. ``detail`` tables are for the page only."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    detail: bool = False


_FATES = ("planted", "alert", "review", "other", "missed", "effective")


def tables(of: Effectiveness) -> tuple[Table, ...]:
    """Every table, most important first."""
    return (
        Table("Effectiveness", ("", *_FATES), (_row("exact names (control)", of.control),
              _row("manipulated names", of.manipulated)), _HOW),
        Table("Manipulated names by kind", ("", *_FATES),
              tuple(_row(name, each) for name, each in of.by["kind of manipulated"].items())),
        *(_view(of, view) for view in ("list", "type", "script")),
        *(_view(of, view)._replace(detail=True) for view in ("language", "context")),
        Table("Names that need support", _SUPPORT_HEAD, tuple(_supports(of)), _SUPPORT),
        _false_alarms(of),
    )  # fmt: skip


_HOW = (
    "effective: the share told as an alert of the right party; review: told of the right party, for review; other: "
    "told of another party only. A party that stands in `also` beside another counts as told."
)
_SUPPORT = (
    "Weak aliases, acronyms, single words, common names and the like: nobody could tell the party by them alone. They "
    "count in neither figure above. without, with: planted without support, where an alert would be wrong, and with "
    "it, where an alert is wanted. not: not told, or told of another party."
)
_SUPPORT_HEAD = ("", "without", "alert", "review", "not", "with", "alert", "review", "not")


def percent(share: float | None) -> str:
    """A share of one as a percentage."""
    return "–" if share is None else f"{100 * share:.1f} %"


def _row(name: str, of: Tally) -> tuple[str, ...]:
    counts = (of.planted, of.alert, of.review, of.other, of.missed)
    return (name, *map(str, counts), percent(of.effectiveness))


def _view(of: Effectiveness, view: str) -> Table:
    control, manipulated = of.by[f"{view} of control"], of.by[f"{view} of manipulated"]
    rows = tuple(
        (name, *_pair(control, name), *_pair(manipulated, name)) for name in dict.fromkeys((*control, *manipulated))
    )
    return Table(f"By {view}", ("", "exact", "effective", "manipulated", "effective"), rows)


def _pair(of: Mapping[str, Tally], name: str) -> tuple[str, str]:
    each = of.get(name, Tally())
    return str(each.planted), percent(each.effectiveness)


def _supports(of: Effectiveness) -> Iterator[tuple[str, ...]]:
    for kind in kinds():
        without, supported = of.unsupported.get(kind.name), of.supported.get(kind.name, Tally())
        if without is not None:
            yield (kind.name, *_fates(without), *_fates(supported))


def _fates(of: Tally) -> tuple[str, ...]:
    return str(of.planted), str(of.alert), str(of.review), str(of.missed + of.other)


def _false_alarms(of: Effectiveness) -> Table:
    alarms = of.false_alarms
    rows = (
        ("names on no list", str(alarms.invented), str(alarms.alert), str(alarms.review), percent(alarms.share)),
        (
            "words around the names",
            f"{alarms.articles} articles",
            str(alarms.stray_alert),
            str(alarms.stray_review),
            "",
        ),
    )
    return Table("False alarms", ("", "planted", "alert", "review", "share"), rows)
