"""What is wrong with a value, in plain words."""

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from watchlist.config.keys import section_of
from watchlist.config.reading import Location
from watchlist.config.schema import Config
from watchlist.config.suggest import did_you_mean

_SHOULD = {
    "string_type": "text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "tuple_type": "a list",
    "dict_type": "keys and values",
    "model_type": "keys and values",
    "greater_than_equal": "{ge:g} or more",
    "less_than_equal": "{le:g} or less",
}
"""By kind of pydantic (https://docs.pydantic.dev/latest/errors/validation_errors/), as far as the schema has them."""
_LONGEST = 60


def words(fault: ErrorDetails) -> str:
    """One fault of a value or key, with what was probably meant."""
    kind, context, written = fault["type"], fault.get("ctx", {}), fault["input"]
    if kind == "extra_forbidden":
        return f"unknown key{did_you_mean(str(fault['loc'][-1]), _siblings(fault['loc']))}"
    if kind == "missing":
        return "this key is required" if isinstance(fault["loc"][-1], str) else "one more value is needed here"
    if written is None or kind in {"too_short", "string_too_short"}:
        return "is empty; write a value, or leave the key out"
    if kind == "value_error":
        return str(context["error"])
    if kind in {"enum", "literal_error"}:
        expected = str(context["expected"])
        known = [word.strip("'\" ") for word in expected.replace(" or ", ", ").split(",")]
        return f"{_shortly(written)} is not one of {expected}{did_you_mean(str(written), known)}"
    if kind in {"too_long", "string_too_long"}:
        unit = "characters" if kind.startswith("string") else "values"
        return f"should have at most {context['max_length']} {unit}, not {len(written)}"
    should = _SHOULD[kind].format(**context)
    return f"should be {should}, not {_shortly(written)}"


def _shortly(written: object) -> str:
    if isinstance(written, bool):
        return str(written).lower()
    if isinstance(written, dict):
        return "keys and values"
    if isinstance(written, list | tuple):
        return f"a list of {len(written)}"
    text = repr(written)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}…"


def _siblings(loc: Location) -> list[str]:
    """The keys that would have been right in place of the last part of ``loc``."""
    section: type[BaseModel] | None = Config
    for step in loc[:-1]:
        section = section_of(section, step) if section is not None else None
    return list(section.model_fields) if section is not None else []
