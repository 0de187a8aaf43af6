"""Commands that hold a text or a name against the lists: scan, compare."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchlist.cli.app import app
from watchlist.cli.options import Code, ConfigOption, Given, QuietOption, VerboseOption, given, now, warn, warn_of_lists
from watchlist.cli.words import fault

if TYPE_CHECKING:
    from watchlist.config import Config
    from watchlist.jobs.watch import Watch
    from watchlist.model import Fault

PASTED = Path("-")


@app.command()
def scan(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="PATH", help="One line per mention, .jsonl or .csv.")
    ] = None,
    networks: Annotated[
        Path | None, typer.Option("--networks", metavar="PATH", help="One line per network, .jsonl.")
    ] = None,
    config: ConfigOption = None,
    verbose: VerboseOption = 0,
    quiet: QuietOption = False,
) -> None:
    """Screen local texts (.jsonl .json .csv .txt .html .eml .mbox .pdf .docx) against the configured lists."""
    options = given(context, config, verbose, quiet)
    if out is not None and out.suffix.lower() not in {".jsonl", ".csv"}:
        raise typer.BadParameter(f"{out} ends neither in .jsonl nor in .csv", param_hint="--out")
    from watchlist.jobs.cache import keep_words

    configuration, watch = _local_watch(options)
    if watch is None:
        raise typer.Exit(Code.INCOMPLETE)
    faults = (
        _scan_to_files(options, watch, paths, out, networks)
        if out or networks
        else _scan_to_people(options, watch, paths)
    )
    keep_words(configuration, watch)
    for each in faults:
        warn(fault(each))
    raise typer.Exit(Code.INCOMPLETE if watch.missing or faults else Code.DONE)


@app.command()
def compare(
    context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="Two names.")] = None,
    kind: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="Person, Organization, Vessel, …")] = None,
    pairs: Annotated[
        Path | None, typer.Option("--pairs", metavar="PATH", help="Lines {query, candidate | candidate_names, type}.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="PATH", help="The same lines with score and match.")
    ] = None,
    config: ConfigOption = None,
    verbose: VerboseOption = 0,
    quiet: QuietOption = False,
) -> None:
    """Say how two names score and why, or score a file of pairs."""
    options = given(context, config, verbose, quiet)
    if pairs is not None and out is not None and not names:
        _compare_file(options, pairs, out)
    elif names is not None and len(names) == 2 and pairs is None and out is None:
        _compare_two(names[0], names[1], kind)
    else:
        raise typer.BadParameter("give two names, or --pairs FILE and --out FILE")


def _local_watch(options: Given) -> "tuple[Config, Watch | None]":
    """The watch over what can be read; None, said on standard error, where no list can."""
    from watchlist.jobs.cycle import local_watch

    with options.opened(exclusive=False) as (configuration, store):
        watch = local_watch(store, configuration, now(), options.track)
    warn_of_lists(watch.missing)
    return configuration, watch if watch.snapshots else None


def _scan_to_files(
    options: Given, watch: "Watch", paths: list[Path], out: Path | None, networks: Path | None
) -> "tuple[Fault, ...]":
    from watchlist.cli.show_scan import totals
    from watchlist.jobs.scan import articles_in, pasted, write_lines

    found = iter([pasted(_standard_input())]) if paths == [PASTED] else articles_in(paths)
    scanned = write_lines(watch, found, out, networks, options.track)
    options.say(totals(scanned.articles, scanned.mentions, scanned.networks))
    return scanned.faults


def _scan_to_people(options: Given, watch: "Watch", paths: list[Path]) -> "tuple[Fault, ...]":
    from watchlist.cli.show_scan import checked_lists, findings, page, totals
    from watchlist.jobs.scan import articles_in, pasted, screenings
    from watchlist.model import Fault

    if paths == [PASTED]:
        screening = watch.screen(pasted(_standard_input()))
        print(page(watch, screening, colour=sys.stdout.isatty()))
        print("\n" + checked_lists(watch.snapshots))
        return ()
    faults: list[Fault] = []
    counts = [0, 0, 0]
    for each in screenings(watch, articles_in(paths)):
        if isinstance(each, Fault):
            faults.append(each)
            continue
        counts = [counts[0] + 1, counts[1] + len(each.matches), counts[2] + len(each.networks)]
        if each.matches or each.networks:
            print(f"== {each.article.title or each.article.url or each.article.id}\n{findings(watch, each)}\n")
    options.say(f"{totals(*counts)}\n{checked_lists(watch.snapshots)}")
    return tuple(faults)


def _standard_input() -> str:
    return sys.stdin.buffer.read().decode("utf-8", "replace")


def _compare_file(options: Given, pairs: Path, out: Path) -> None:
    from watchlist.config import Threshold
    from watchlist.jobs.compare import compare_pairs

    written = compare_pairs(pairs, out, Threshold().alert, options.track)
    options.say(f"{written:,} pairs → {out}")


def _compare_two(one: str, other: str, kind: str | None) -> None:
    from watchlist.cli.words import columns
    from watchlist.config import Threshold
    from watchlist.jobs.compare import TYPE_NAMES, compare_pair, known_type

    if kind is not None and not known_type(kind):
        raise typer.BadParameter(f"{kind!r} is none of {', '.join(TYPE_NAMES)}", param_hint="--type")
    compared = compare_pair("names", {"query": one, "candidate": other, "type": kind})
    threshold = Threshold().alert
    verdict = "match" if compared.score >= threshold else "no match"
    print(f"{compared.score:.2f} {verdict} (a match from {threshold} on)")
    print(columns((f"{each.weight:+.2f}", each.feature, each.detail) for each in compared.evidence))
