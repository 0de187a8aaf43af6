"""Commands for the watch as a whole: run, report, networks, status, check, init."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.app import app
from watchlist.cli.options import Code, ConfigOption, Given, QuietOption, VerboseOption, given, now, warn, warn_of_lists

MOST_NETWORKS = 10
"""Networks that are shown with their members where many are called alike."""


@app.command()
def run(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="One whole cycle, then exit.")] = False,
    rescreen: Annotated[
        bool,
        typer.Option("--rescreen", help="With --once: screen all stored articles of the look-back again first."),
    ] = False,
    config: ConfigOption = None,
    verbose: VerboseOption = 0,
    quiet: QuietOption = False,
) -> None:
    """Refresh lists, fetch news, screen it, write reports, for good. SIGTERM stops, SIGHUP reloads."""
    options = given(context, config, verbose, quiet)
    if once:
        raise typer.Exit(_run_once(options, again=rescreen))
    if rescreen:
        raise typer.BadParameter("goes with --once; the daemon then goes on from there", param_hint="--rescreen")
    from watchlist.config import find
    from watchlist.daemon import watch_for_good

    watch_for_good(find(options.config, Path.cwd()), verbose=options.verbose, quiet=options.quiet)


@app.command()
def report(
    context: typer.Context,
    date: Annotated[
        datetime | None,
        typer.Option(
            metavar="DATE", formats=["%Y-%m-%d"], help="The day, as YYYY-MM-DD; else that of the newest report."
        ),
    ] = None,
    config: ConfigOption = None,
    verbose: VerboseOption = 0,
    quiet: QuietOption = False,
) -> None:
    """Write a day's report again from the state, byte for byte; a file that somebody edited is not replaced."""
    from watchlist.jobs.report import rewrite

    options = given(context, config, verbose, quiet)
    with options.opened(exclusive=False) as (configuration, store):
        paths = rewrite(store, configuration.reports, None if date is None else date.date())
    options.say("\n".join(map(str, paths)))


@app.command()
def networks(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Part of the name of a network, or of one of its members.")
    ] = None,
    whole: Annotated[bool, typer.Option("--all", help="Every network that there is, however many.")] = False,
    config: ConfigOption = None,
    verbose: VerboseOption = 0,
    quiet: QuietOption = False,
) -> None:
    """List the networks most in the news; with a name, members, how these are linked, and their stories."""
    from watchlist.cli.show_network import MOST_ROWS, one_network
    from watchlist.cli.show_networks import all_networks
    from watchlist.cli.words import NO_EDITION
    from watchlist.jobs.lookup import networks_called
    from watchlist.jobs.network_news import headlines, read_networks

    options = given(context, config, verbose, quiet)
    with options.opened(exclusive=False) as (configuration, store):
        register, news = read_networks(store, configuration, now(), options.track)
        warn_of_lists(register.missing)
        found = networks_called(register, name or "")
        if not found and not register.editions:
            print(NO_EDITION)
            raise typer.Exit(Code.INCOMPLETE)
        if not found:
            warn(f"no network is called {name!r}" if name else "the lists that can be read state no network")
            raise typer.Exit(Code.FAILED)
        if name is None:
            print(all_networks(register, found, news, whole=whole))
        for number, each in enumerate(found[: None if whole else MOST_NETWORKS] if name is not None else ()):
            told = headlines(store, news.of(each).stories, MOST_ROWS)
            print(("\n" if number else "") + one_network(register, each, told, news, phrases=options.verbose > 0))
        if name is not None and len(found) > MOST_NETWORKS and not whole:
            print(
                f"\n{len(found) - MOST_NETWORKS:,} more networks are called so or have such a member: --all prints them"
            )
    raise typer.Exit(Code.INCOMPLETE if register.missing else Code.DONE)


@app.command()
def status(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
    config: ConfigOption = None,
    verbose: VerboseOption = 0,
    quiet: QuietOption = False,
) -> None:
    """Say how every list and source is: last success, age, counts, what failed."""
    from watchlist.cli.show_cycle import health_json, health_words
    from watchlist.jobs.condition import condition

    options = given(context, config, verbose, quiet)
    with options.opened(exclusive=False) as (configuration, store):
        known = condition(store, configuration, moment := now())
    print(health_json(known) if json else health_words(known, moment))
    raise typer.Exit(Code.INCOMPLETE if known.reasons else Code.DONE)


@app.command()
def check(
    context: typer.Context, config: ConfigOption = None, verbose: VerboseOption = 0, quiet: QuietOption = False
) -> None:
    """Check the configuration: every mistake at once, and a warning for what would select or do nothing."""
    from watchlist.jobs.advice import advice

    options = given(context, config, verbose, quiet)
    with options.opened(exclusive=False) as (configuration, store):
        warnings = advice(store, configuration, now(), options.track)
    for each in warnings:
        warn(f"{each.path}:{each.line}:{each.column}: warning: {each.what}")
    counts = f"{len(configuration.lists)} lists, {len(configuration.sources)} sources"
    options.say(f"{configuration.file}: right; {counts}, {len(configuration.watchlists)} watchlists")


@app.command()
def init(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="PATH", show_default=False, help="The folder; else this one.")
    ] = Path(),
    config: ConfigOption = None,
    verbose: VerboseOption = 0,
    quiet: QuietOption = False,
) -> None:
    """Write a commented configuration, config/watchlist.yaml in a folder; never overwrites."""
    from watchlist.config import write_template

    options = given(context, config, verbose, quiet)
    path = write_template(folder)
    options.say(f"{path} is written. Next, in {folder.resolve()}: watchlist lists update, then watchlist run --once")


def _run_once(options: Given, *, again: bool) -> Code:
    from watchlist.cli.show_cycle import summary
    from watchlist.jobs.cycle import cycle

    with options.opened(exclusive=True) as (configuration, store):
        done = cycle(store, configuration, now=now(), again=again, track=options.track)
        options.say(summary(done, configuration.reports))
    return Code.DONE if done.complete else Code.INCOMPLETE
