"""The news door by hand: status, test."""

from typing import Annotated

import typer

from watchlist.cli.help import Commands
from watchlist.cli.options import Code, ConfigOption, QuietOption, VerboseOption, given, now

app = Commands(help="The sources of news: how they are, what they give.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def status(
    context: typer.Context, config: ConfigOption = None, verbose: VerboseOption = 0, quiet: QuietOption = False
) -> None:
    """Say of each source when it last succeeded, what it gave, and what could not be read."""
    from watchlist.cli.show_sources import states
    from watchlist.jobs.condition import condition

    options = given(context, config, verbose, quiet)
    with options.opened(exclusive=False) as (configuration, store):
        known = condition(store, configuration, moment := now()).only("source")
    print(states(known, moment))
    raise typer.Exit(Code.INCOMPLETE if known.reasons else Code.DONE)


@app.command("test")
def ask(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A source of the configuration.")],
    config: ConfigOption = None,
    verbose: VerboseOption = 0,
    quiet: QuietOption = False,
) -> None:
    """Ask one source now and show what it gives; nothing is kept."""
    from watchlist.cli.show_sources import offered
    from watchlist.fetch import Fetcher
    from watchlist.jobs.cycle import fetch_options
    from watchlist.jobs.sources import try_source

    options = given(context, config, verbose, quiet)
    configuration = options.load()
    known = {entry.name: entry for entry in configuration.sources}
    if name not in known:
        raise typer.BadParameter(
            f"no source is called {name!r}; there are {', '.join(known) or 'none'}", param_hint="NAME"
        )
    with Fetcher(fetch_options(configuration)) as fetcher:
        found = try_source(known[name], fetcher)
    print(offered(found))
    raise typer.Exit(Code.INCOMPLETE if found.faults else Code.DONE)
