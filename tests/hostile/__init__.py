"""A server that behaves in sixty bad ways, for every test that wants to know what becomes of them.

    with staged(FEED) as stage:
        url = behaviour.prepare(stage)
        ...
        url = stage.healthy()

Numbers and names are those of a catalogue of sixty behaviours; several of them come in variants.
"""

from tests.hostile import bodies, connections, contents, redirects, sizes, slow
from tests.hostile.stage import DOCUMENTS, FEED, LIST, PAGE, Behaviour, Document, Stage, staged

BEHAVIOURS: tuple[Behaviour, ...] = tuple(
    behaviour
    for module in (connections, bodies, redirects, slow, sizes, contents)
    for behaviour in module.CATALOGUE.behaviours
)

__all__ = ["BEHAVIOURS", "DOCUMENTS", "FEED", "LIST", "PAGE", "Behaviour", "Document", "Stage", "staged"]
