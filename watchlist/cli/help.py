"""Help for people: an argument is called by one word, without the type that it has in the program."""

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand


class PlainCommand(TyperCommand):
    """A command whose help lists arguments and options by their words alone."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Two sections, as typer writes them, without ``<list[Path]>`` and its like."""
        for title, kind in (("Arguments", "argument"), ("Options", "option")):
            told = [param.get_help_record(ctx) for param in self.get_params(ctx) if param.param_type_name == kind]
            rows = [(row[0].partition(" <")[0], row[1]) for row in told if row is not None]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


class Commands(typer.Typer):
    """A group of commands with such help."""

    def command(self, name: str | None = None, **settings: Any) -> Callable[..., Any]:
        """Register a command."""
        return super().command(name, **{"cls": PlainCommand, **settings})
