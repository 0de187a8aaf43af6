"""The program as typer knows it: options before the command, and the groups of commands."""

from typing import Annotated

import typer

from watchlist import __version__
from watchlist.cli.help import Commands
from watchlist.cli.options import ConfigOption, Given, QuietOption, VerboseOption

app = Commands(
    help="Finds parties and networks from public sanctions lists in the news, and reports them every day.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"watchlist {__version__}")
        raise typer.Exit


@app.callback()
def before_command(
    context: typer.Context,
    config: ConfigOption = None,
    verbose: VerboseOption = 0,
    quiet: QuietOption = False,
    version: Annotated[  # noqa: ARG001 - acts by its callback
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Finds parties and networks from public sanctions lists in the news, and reports them every day."""
    context.obj = Given(config, verbose, quiet)
