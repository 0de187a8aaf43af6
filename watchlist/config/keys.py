"""Walking the schema: which section stands behind a key."""

from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel


def section_of(shape: type[BaseModel], step: str | int) -> type[BaseModel] | None:
    """The section behind one step of a location, or None where a plain value stands there.

    A number steps into the sequence that the previous step already led to.
    """
    if isinstance(step, int):
        return shape
    field = shape.model_fields.get(step)
    return _section_in(field.annotation) if field is not None else None


def _section_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {tuple, Annotated, Union, UnionType}:
        return next(filter(None, map(_section_in, get_args(annotation))), None)
    return None
