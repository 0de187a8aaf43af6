"""Many small values that live long: Python's garbage collector is kept from walking through them again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unwalked() -> Iterator[None]:
    """While hundreds of thousands of values are made, none of which is garbage, nothing looks for garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def kept_for_good() -> Iterator[None]:
    """Likewise, and what was made lives as long as the process: it is not walked through afterwards either."""
    with unwalked():
        try:
            yield
        finally:
            gc.freeze()
