"""The command that puts the running configuration to the test: selftest."""

from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.app import app
from watchlist.cli.options import Code, ConfigOption, QuietOption, VerboseOption, given, now, warn, warn_of_lists


@app.command()
def selftest(
    context: typer.Context,
    per_kind: Annotated[
        int, typer.Option("--per-kind", metavar="N", min=1, max=10_000, help="Names of each kind from each list.")
    ] = 20,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="The same seed chooses the same names.")] = 1,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="PATH", help="A folder for the files that an auditor keeps.")
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option(
            "--fail-under", metavar="PERCENT", min=0, max=100, help="Fail where effectiveness is lower than this."
        ),
    ] = None,
    config: ConfigOption = None,
    verbose: VerboseOption = 0,
    quiet: QuietOption = False,
) -> None:
    """Measure how well names of the configured lists are found, exact and manipulated, and how many others are told."""
    from watchlist.cli.show_selftest import shown, too_low
    from watchlist.jobs import selftest as job
    from watchlist.jobs.selftest_files import files, write
    from watchlist.jobs.selftest_page import page
    from watchlist.selftest import Plan

    options = given(context, config, verbose, quiet)
    with options.opened(exclusive=False) as (configuration, store):
        done = job.run(store, configuration, Plan(per_kind, seed), now(), options.track)
    warn_of_lists(done.missing)
    if not done.snapshots:
        raise typer.Exit(Code.INCOMPLETE)
    options.say(shown(done, verbose=options.verbose > 0))
    if out is not None:
        written = write(files(done, page(done)), out, done.day.isoformat())
        options.say("\n" + "\n".join(map(str, written)))
    if low := too_low(done, fail_under):
        warn(low)
        raise typer.Exit(Code.FAILED)
    raise typer.Exit(Code.INCOMPLETE if done.missing else Code.DONE)
