"""Behaviours 56 to 60: whole documents in order, and not what was there before.

Whoever plays them has the healthy document first: what is wrong shows only beside that.
"""

import re

from tests.hostile.stage import Catalogue, Stage

CATALOGUE = Catalogue()
_PARTS = {
    "feed": re.compile(rb"<item>.*?</item>", re.DOTALL),
    "page": re.compile(rb"<p>.*?</p>", re.DOTALL),
    "list": re.compile(rb"<(INDIVIDUAL|ENTITY)>.*?</\1>", re.DOTALL),
}


@CATALOGUE.add(56)
def tenth_of_it(stage: Stage) -> str:
    """One entry in ten."""
    count = iter(range(1_000_000))
    keep = lambda found: found[0] if next(count) % 10 == 0 else b""  # noqa: E731
    return stage.answer(_PARTS[stage.document.kind].sub(keep, stage.document.body))


@CATALOGUE.add(57)
def one_kind_gone(stage: Stage) -> str:
    """Everything of one sort is missing: a list without its entities, news without its later half."""
    body = stage.document.body
    if stage.document.kind == "list":
        return stage.answer(re.sub(rb"<ENTITY>.*</ENTITY>", b"", body, flags=re.DOTALL))
    parts = list(_PARTS[stage.document.kind].finditer(body))
    return stage.answer(body[: parts[len(parts) // 2].start()] + body[parts[-1].end() :])


@CATALOGUE.add(58)
def old_version(stage: Stage) -> str:
    """What was there years ago."""
    return stage.answer(re.sub(rb'dateGenerated="[^"]*"', b'dateGenerated="2015-01-01T00:00:00Z"', stage.document.body))


@CATALOGUE.add(59)
def renamed(stage: Stage) -> str:
    """The same in other words: every element has a new name."""
    return stage.answer(re.sub(rb"<(/?)([A-Za-z])", rb"<\1x\2", stage.document.body))


@CATALOGUE.add(60)
def same_number_new_text(stage: Stage) -> str:
    """Known references, and what they stand for is another."""
    return stage.answer(stage.document.body.replace(b"the new crane", b"the old crane").replace(b"<h1>", b"<h1>New: "))
