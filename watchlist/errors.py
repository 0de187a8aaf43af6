"""Who must stop when this happens.

    WatchlistError
      ConfigError        the process: it must not start, or keeps its old configuration (exit 78)
      ListError          one list: its last good snapshot stays active
      SourceError        one source: the others go on
      DocumentError      one document: the rest of its source goes on
      StateError         the process: another instance holds the state, or the state cannot be used
      ReportError        one report: it would overwrite a file that someone has edited

Expected faults become values (``model.Fault``) where the flow goes on; anything else is a bug and crashes.
"""

from dataclasses import dataclass


class WatchlistError(Exception):
    """Base of every error this project raises on purpose; its text names what, where, and what to do."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in a configuration file, with its place (1-based line and column)."""

    path: str
    line: int
    column: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.what}"


class ConfigError(WatchlistError):
    """The configuration is unusable; ``mistakes`` holds every one that was found."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes


class ListError(WatchlistError):
    """A list file is missing, incomplete, or not what it claims to be."""

    def __init__(self, list_name: str, what: str) -> None:
        super().__init__(f"list {list_name}: {what}")
        self.list_name = list_name
        self.what = what


class SourceError(WatchlistError):
    """A news source could not be read at all."""

    def __init__(self, source: str, what: str) -> None:
        super().__init__(f"source {source}: {what}")
        self.source = source
        self.what = what


class DocumentError(WatchlistError):
    """One document could not be read."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


class StateError(WatchlistError):
    """The state cannot be used."""


class StateLockedError(StateError):
    """Another instance holds the state (exit 4)."""


class ReportError(WatchlistError):
    """A report cannot be written without destroying something."""
