"""The program as a process: quick help, pipes, signals of failure."""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def started(*argv: str, text: str = "", folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """A command that has ended."""
    command = [sys.executable, "-m", "watchlist", *argv]
    return subprocess.run(command, input=text, capture_output=True, text=True, cwd=folder, timeout=60, check=False)


def test_help_is_quick() -> None:
    """0.2 seconds on a quiet machine (a bound that holds on a busy one, best of three), with every command named."""
    took = []
    for _ in range(3):
        began = time.perf_counter()
        done = started("--help")
        took.append(time.perf_counter() - began)
    assert done.returncode == 0
    for command in ("run", "scan", "lists", "sources", "compare", "report", "networks", "status", "check", "init"):
        assert f"  {command} " in done.stdout
    assert min(took) < 0.5


def test_help_imports_nothing_heavy() -> None:
    """What makes help quick: no library of any room is loaded for it."""
    code = (
        "import sys, watchlist.cli\n"
        "heavy = {'pydantic', 'ruamel.yaml', 'lxml', 'numpy', 'pandas', 'httpx', 'rapidfuzz', 'feedparser', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_text_through_a_pipe() -> None:
    """The first thing people try."""
    text = "El presidente de Rusia, Vladímir Putin, llegó ayer."
    done = started("scan", "-", "--config", "config/offline.yaml", text=text)
    assert (done.returncode, done.stderr) == (0, "")
    assert "【Vladímir Putin】" in done.stdout


def test_wrong_use_has_no_traceback(tmp_path: Path) -> None:
    """Usage errors end with 2, a missing configuration with 78."""
    for argv, code in ((["no-such"], 2), (["scan"], 2), (["status"], 78)):
        done = started(*argv, folder=tmp_path)
        assert done.returncode == code
        assert "Traceback" not in done.stderr
