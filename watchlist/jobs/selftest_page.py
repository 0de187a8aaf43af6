"""A self-test as one page: what it rests on, the tables, what was missed, and how to repeat it."""

from collections.abc import Iterator, Sequence

from watchlist.jobs.selftest import SelfTest
from watchlist.selftest import Expected, Found, Group, Table, Verdict, kinds, percent, tables

EXAMPLES = 5


def page(of: SelfTest) -> str:
    """The page, in Markdown."""
    shown = of.effectiveness
    told = (
        f"Of {shown.control.planted} exact names (control) {percent(shown.control.effectiveness)} and of "
        f"{shown.manipulated.planted} manipulated names {percent(shown.manipulated.effectiveness)} were told as an "
        f"alert of the right party. Of {shown.false_alarms.invented} names that are on no list "
        f"{shown.false_alarms.alert} were told as an alert and {shown.false_alarms.review} for review. "
        "How to read this: docs/selftest.md."
    )
    head = [
        f"# Self-test of {of.day.isoformat()}",
        told,
        "## What it rests on",
        "\n".join(f"- {line}" for line in basis(of)),
    ]
    body = [part for table in tables(shown) for part in _table(table)]
    return "\n\n".join([*head, *body, *_missed(of.verdicts), *_alarms(of.verdicts)]) + "\n"


def basis(of: SelfTest) -> Iterator[str]:
    """What somebody needs to repeat the run exactly, a line each."""
    yield f"watchlist {of.basis.software}, configuration sha256:{of.basis.configuration}"
    for each in of.snapshots:
        dated = f"of {each.published.isoformat()}" if each.published else "undated"
        yield f"{each.list_name} {dated}: {each.listings} listings, {each.names} names, sha256:{each.digest}"
    for fault in of.missing:
        yield f"missing: {fault.where}: {fault.what}"
    for name, threshold in of.thresholds.items():
        yield f"thresholds ({name}): alert {threshold.alert}, review {threshold.review}"
    yield f"{of.names} names can be planted; {of.muted} are muted"
    yield f"repeat: watchlist selftest --per-kind {of.plan.per_kind} --seed {of.plan.seed}"


def _table(table: Table) -> Iterator[str]:
    yield f"## {table.title}"
    if table.note:
        yield table.note
    rule = "|---|" + "---:|" * (len(table.head) - 1)
    yield "\n".join(
        ["| " + " | ".join(table.head) + " |", rule, *("| " + " | ".join(row) + " |" for row in table.rows)]
    )


def _missed(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Names that should have been an alert, by kind, the worst first."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.planted.expected is Expected.ALERT:
            groups.setdefault(verdict.planted.kind, []).append(verdict)
    examples = {kind.name: kind.example for kind in kinds()}
    yield f"## What was missed, up to {EXAMPLES} of each kind"
    for kind, of_kind in sorted(groups.items(), key=lambda pair: sum(each.passed for each in pair[1]) / len(pair[1])):
        missed = [verdict for verdict in of_kind if not verdict.passed]
        if missed:
            lines = "\n".join(f"- {_told(verdict)}" for verdict in missed[:EXAMPLES])
            meant = f" ({examples[kind]})" if examples.get(kind) else ""
            yield f"{kind}{meant}: {len(missed)} of {len(of_kind)}\n\n{lines}"


def _told(verdict: Verdict) -> str:
    planted, match = verdict.planted, verdict.match
    listed = (
        "" if planted.subject is None else f" for {_code(planted.subject.alias.text)} ({planted.subject.listing.id})"
    )
    fate = {Found.MISSED: "missed", Found.REVIEW: "for review", Found.OTHER: "another party", Found.ALERT: "alert"}
    score = "" if match is None else f" {match.score:.2f}, matched {_code(match.alias.text)}"
    return f"{_code(planted.surface)}{listed}: {fate[verdict.found]}{score}"


def _alarms(verdicts: Sequence[Verdict]) -> Iterator[str]:
    told = [each for each in verdicts if each.planted.group is Group.INVENTED and each.match is not None]
    yield "## False alarms, every one"
    yield "\n".join(f"- {_told(verdict)} ({verdict.match.level})" for verdict in told if verdict.match) or "None."


def _code(text: str) -> str:
    """Untrusted text that Markdown shows and never obeys."""
    return "`" + " ".join(text.replace("`", "'").split()) + "`"
