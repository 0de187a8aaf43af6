"""Damage as networks, disks and careless templates do it: cuts, changed bytes, tags in another order."""

import random
import re

_TAG = re.compile(rb"<[^<>]{1,200}>")


def mutant(raw: bytes, dice: random.Random) -> bytes:
    """The document with one kind of damage."""
    return dice.choice([_cut, _flipped, _shuffled])(raw, dice)


def _cut(raw: bytes, dice: random.Random) -> bytes:
    return raw[: dice.randrange(len(raw) + 1)]


def _flipped(raw: bytes, dice: random.Random) -> bytes:
    body = bytearray(raw)
    for _ in range(dice.randint(1, 8) if body else 0):
        body[dice.randrange(len(body))] = dice.randrange(256)
    return bytes(body)


def _shuffled(raw: bytes, dice: random.Random) -> bytes:
    """The same text between tags that changed places."""
    tags = _TAG.findall(raw)
    dice.shuffle(tags)
    order = iter(tags)
    return _TAG.sub(lambda _: next(order), raw)
