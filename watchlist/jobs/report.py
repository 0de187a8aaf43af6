"""A day's report again, from the state: the same bytes, or a refusal."""

from datetime import date
from pathlib import Path

from watchlist import report
from watchlist.errors import ReportError
from watchlist.store import Store, StoredReport


def rewrite(store: Store, folder: Path, day: date | None) -> tuple[Path, ...]:
    """Put all reports of a day (None: of the newest day) back on disk as they were published.

    ``ReportError`` when there is no report of that day, when a file on disk was edited, or when this version would
    write other bytes than those that were published.
    """
    last = store.reports.last()
    kept = store.reports.of_day(day or last.day) if last is not None else ()
    if not kept:
        wanted = "" if day is None else f" of {day.isoformat()}"
        raise ReportError(f"{folder}: there is no report{wanted}; `watchlist run --once` makes one of today")
    paths: list[Path] = []
    for one in kept:
        paths.extend(report.publish(_same(one), folder))
    return tuple(paths)


def _same(kept: StoredReport) -> dict[str, bytes]:
    files = report.files(kept.content)
    if report.digests(files) != dict(kept.digests):
        raise ReportError(
            f"report {kept.day.isoformat()}: this version of the program writes it differently; "
            "use the version that its manifest names"
        )
    return files
