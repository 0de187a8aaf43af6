"""The house is as docs/architecture.md says, small in its parts, and free of words that say nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "watchlist"
MODULES = sorted(HOUSE.rglob("*.py"))
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
FORBIDDEN = {"hit", "record", "item", "result", "data", "info", "manager", "helper", "utils", "handle"}
OTHERS = {"get_extra_info"}
"""Names that an interface of a library prescribes."""

each_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))


def rooms() -> list[str]:
    """What stands directly in the house: packages with a slash, modules with their ending."""
    packages = [f"{path.parent.name}/" for path in HOUSE.glob("*/__init__.py")]
    return sorted([*packages, *(path.name for path in HOUSE.glob("*.py") if path.name != "__init__.py")])


def definitions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Every function, method and class of a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node


def words(name: str) -> set[str]:
    """The words of an identifier in snake or camel case."""
    return set(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().split("_"))


@pytest.mark.parametrize("room", rooms())
def test_every_room_is_on_the_plan(room: str) -> None:
    """Who is new finds each package and module of the house in the drawing."""
    plan = ARCHITECTURE.split("watchlist/\n", 1)[1].split("\n\n", 1)[0]
    assert re.search(rf"(^|\s){re.escape(room)}(\s|$)", plan)


@pytest.mark.parametrize("job", sorted(path.name for path in (HOUSE / "jobs").glob("[!_]*.py")))
def test_every_job_is_named(job: str) -> None:
    """The only place that walks between rooms is described module by module."""
    assert f"`{job}`" in ARCHITECTURE or f"`jobs/{job}`" in ARCHITECTURE


def test_the_plan_names_no_module_that_is_gone() -> None:
    """File names in the text are those of files, seen from the project, the house, or its jobs."""
    named = re.findall(r"`([\w/]+\.py)`", ARCHITECTURE)
    places = (ROOT, HOUSE, HOUSE / "jobs")
    assert [name for name in named if not any((place / name).is_file() for place in places)] == []


@each_module
def test_modules_and_functions_are_short(path: Path) -> None:
    """A module that has grown is two, a function that has grown is several."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    functions = [node for node in definitions(path) if not isinstance(node, ast.ClassDef)]
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert [name for name, length in lengths.items() if length > LONGEST_FUNCTION] == []


@each_module
def test_names_say_something(path: Path) -> None:
    """Modules, functions and classes are called by the words of the project, never by words for anything."""
    names = [path.parent.name, path.stem, *(node.name for node in definitions(path))]
    assert [name for name in names if words(name) & FORBIDDEN and name not in OTHERS] == []
