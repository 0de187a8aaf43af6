"""The commented configuration that a user begins with."""

from importlib import resources
from pathlib import Path

from watchlist.errors import WatchlistError


def write_template(folder: Path) -> Path:
    """Write ``config/watchlist.yaml`` under ``folder`` and say where; ``WatchlistError`` when it is there already."""
    path = folder / "config" / "watchlist.yaml"
    template = resources.files(__package__).joinpath("template.yaml").read_bytes()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(template)
    except FileExistsError:
        raise WatchlistError(f"{path} is there already; nothing was written") from None
    except OSError as fault:
        raise WatchlistError(f"{path} cannot be written: {fault.strerror}; choose another folder") from None
    return path
