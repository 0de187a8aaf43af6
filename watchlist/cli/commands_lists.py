"""The lists door by hand: update, status, approve, search, show, programmes, changes."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from watchlist.cli.help import Commands
from watchlist.cli.options import Code, ConfigOption, QuietOption, VerboseOption, given, now, warn

if TYPE_CHECKING:
    from watchlist.config import ListEntry

app = Commands(help="The lists: fetch them, look into them.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def update(
    context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="Only these lists.")] = None,
    config: ConfigOption = None,
    verbose: VerboseOption = 0,
    quiet: QuietOption = False,
) -> None:
    """Fetch or read the lists; a new edition becomes active only when it passes its checks."""
    from watchlist.cli.show_lists import refreshed
    from watchlist.fetch import Fetcher
    from watchlist.jobs.cycle import fetch_options
    from watchlist.jobs.refresh import refresh

    options = given(context, config, verbose, quiet)
    with options.opened(exclusive=True) as (configuration, store), Fetcher(fetch_options(configuration)) as fetcher:
        entries = [_known(name, configuration.lists) for name in names] if names else configuration.lists
        outcomes = refresh(store, entries, fetcher, now=now(), track=options.track)
    options.say(refreshed(outcomes))
    raise typer.Exit(Code.DONE if all(each.good for each in outcomes) else Code.INCOMPLETE)


@app.command()
def status(
    context: typer.Context, config: ConfigOption = None, verbose: VerboseOption = 0, quiet: QuietOption = False
) -> None:
    """Say of each list which edition is active, how old it is, and how the last check went."""
    from watchlist.cli.show_lists import states
    from watchlist.jobs.condition import condition

    options = given(context, config, verbose, quiet)
    with options.opened(exclusive=False) as (configuration, store):
        known = condition(store, configuration, moment := now()).only("list")
    print(states(known, moment))
    raise typer.Exit(Code.INCOMPLETE if known.reasons else Code.DONE)


@app.command()
def approve(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The list.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    config: ConfigOption = None,
    verbose: VerboseOption = 0,
    quiet: QuietOption = False,
) -> None:
    """Let go what is held of a list, or let in its newest edition that was refused: shown first, then asked."""
    from watchlist.cli.show_lists import proposed
    from watchlist.jobs.approval import approve, propose

    options = given(context, config, verbose, quiet)
    with options.opened(exclusive=True) as (configuration, store):
        entry = _known(name, configuration.lists)
        proposal = propose(store, entry)
        if proposal is None:
            options.say(f"There is nothing to approve of {name}.")
            return
        print(proposed(proposal))
        if not yes:
            typer.confirm("Approve?", abort=True)
        approve(store, proposal, now())
    options.say(f"Approved. Now screened: {name} with {len(proposal.change.after.parsed.listings):,} listings.")


@app.command()
def search(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, in any script, spelt as you have it.")],
    limit: Annotated[int, typer.Option(metavar="NUMBER", min=1, max=200, help="How many parties to show.")] = 10,
    config: ConfigOption = None,
    verbose: VerboseOption = 0,
    quiet: QuietOption = False,
) -> None:
    """Find parties whose names are like this one."""
    from watchlist.cli.show_lists import found_parties
    from watchlist.jobs.lookup import search_parties

    register = given(context, config, verbose, quiet).register()
    print(found_parties(search_parties(register, name, limit), editions=register.editions))
    raise typer.Exit(Code.INCOMPLETE if register.missing else Code.DONE)


@app.command()
def show(
    context: typer.Context,
    listing: Annotated[str, typer.Argument(metavar="LISTING", help="As in us-ofac-sdn:35096.")],
    config: ConfigOption = None,
    verbose: VerboseOption = 0,
    quiet: QuietOption = False,
) -> None:
    """Show everything about a listing's party, why its listings are one party, and its links."""
    from watchlist.cli.show_party import whole_party
    from watchlist.jobs.lookup import party_of

    register = given(context, config, verbose, quiet).register()
    party = party_of(register, listing)
    if party is None:
        warn(f"no listing is called {listing!r}; find it with: watchlist lists search NAME")
        raise typer.Exit(Code.FAILED)
    print(whole_party(register, party))
    raise typer.Exit(Code.INCOMPLETE if register.missing else Code.DONE)


@app.command()
def programmes(
    context: typer.Context, config: ConfigOption = None, verbose: VerboseOption = 0, quiet: QuietOption = False
) -> None:
    """Print the programme codes of every list, with their regimes and how many listings bear them."""
    from watchlist.cli.show_lists import programme_counts

    register = given(context, config, verbose, quiet).register()
    print(programme_counts(register.programmes, editions=register.editions))
    raise typer.Exit(Code.INCOMPLETE if register.missing else Code.DONE)


@app.command()
def changes(
    context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="Only these lists.")] = None,
    since: Annotated[
        datetime | None,
        typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="From this day on (UTC), as YYYY-MM-DD; else 7 days."),
    ] = None,
    config: ConfigOption = None,
    verbose: VerboseOption = 0,
    quiet: QuietOption = False,
) -> None:
    """Say what the lists changed: listed, changed (with -v in which fields) and delisted, newest edition last."""
    from watchlist.cli.show_lists import known_changes

    options = given(context, config, verbose, quiet)
    begin = now() - timedelta(days=7) if since is None else since.replace(tzinfo=UTC)
    with options.opened(exclusive=False) as (configuration, store):
        entries = [_known(name, configuration.lists) for name in names] if names else configuration.lists
        wanted = {entry.name for entry in entries}
        found = [one for one in store.changes.since(begin) if one.change.list_name in wanted]
    print(known_changes(found, begin, fields=options.verbose > 0))


def _known(name: str, entries: "Sequence[ListEntry]") -> "ListEntry":
    for entry in entries:
        if entry.name == name:
            return entry
    known = ", ".join(entry.name for entry in entries)
    raise typer.BadParameter(f"no list is called {name!r}; there are {known}", param_hint="NAME")
