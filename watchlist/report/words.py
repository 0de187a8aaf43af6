"""Words for people, made from what articles say: where it stands, since when, in which outlets."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from watchlist.changes import FieldChange
from watchlist.model import Evidence, Field, Mention
from watchlist.text.sentences import sentences

SNIPPET = 240
"""Characters of context around a mention: enough to judge, short enough to scan."""

LONGEST_VALUE = 300
"""Characters of one value of a listing that changed; remarks run to thousands."""

OPENING, CLOSING = "【", "】"
_NEAR = 2000
"""Characters on either side in which sentences are looked for; one longer than that is cut in any case."""


def listed(values: Iterable[str]) -> str:
    """Texts in one cell, each once, in their order."""
    return "; ".join(dict.fromkeys(value for value in values if value))


def instant(moment: datetime | None) -> str:
    """An instant as ISO 8601 in UTC, to the second."""
    return "" if moment is None else moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def counted(names: Sequence[str]) -> str:
    """How many, and which."""
    return f"{len(names)}: {listed(names)}" if names else "0"


def evidence_words(evidence: Sequence[Evidence]) -> str:
    """Every feature with what it moved and its words."""
    return listed(f"{one.feature} {one.weight:+.2f} ({one.detail})" for one in evidence)


def field_changes(fields: Sequence[FieldChange]) -> str:
    """Every field with what it lost and gained; long texts are cut."""
    return listed(f"{one.field}: {_lost_and_gained(one)}" for one in fields)


def _lost_and_gained(change: FieldChange) -> str:
    lost = [f"− {shortened(text, LONGEST_VALUE)}" for text in change.removed]
    return ", ".join([*lost, *(f"+ {shortened(text, LONGEST_VALUE)}" for text in change.added)])


def snippet(title: str, text: str, mention: Mention) -> str:
    """About 240 characters of whole sentences around a mention, the mention between 【 and 】.

    A longer sentence is cut at blanks, with "…". For a mention in the title the text's beginning follows.
    """
    whole = title if mention.field is Field.TITLE else text
    room = _room(whole, mention.start, mention.end)
    shown = "…" if room.cut_before else ""
    shown += f"{whole[room.start : mention.start]}{OPENING}{mention.surface}{CLOSING}{whole[mention.end : room.end]}"
    if room.cut_after:
        shown = shown.rstrip() + "…"
    if mention.field is Field.TITLE and len(whole) < SNIPPET and text.strip():
        shown += " — " + shortened(text.strip(), SNIPPET - len(whole))
    return " ".join(shown.split())


def shortened(text: str, length: int) -> str:
    """The beginning of a text, cut at a blank."""
    if len(text) <= length:
        return text
    return text[: _blank_before(text, length)].rstrip() + "…"


class _Room(NamedTuple):
    """What of a text is shown, and whether a sentence was cut at either end."""

    start: int
    end: int
    cut_before: bool = False
    cut_after: bool = False


def _room(text: str, start: int, end: int) -> _Room:
    """The sentences around a span, widened to a neighbour while there is room, or a window cut at blanks."""
    low, high = max(0, start - _NEAR), min(len(text), end + _NEAR)
    spans = [(low + first, low + last) for first, last in sentences(text[low:high])]
    touched = [index for index, (first, last) in enumerate(spans) if first < end and start < last]
    if not touched:
        return _Room(start, end)
    first, last = touched[0], touched[-1]
    left, right = min(start, spans[first][0]), max(end, spans[last][1])
    if right - left > SNIPPET:
        return _window(text, (left, right), start, end)
    if last + 1 < len(spans) and spans[last + 1][1] - left <= SNIPPET:
        right = spans[last + 1][1]
    if first > 0 and right - spans[first - 1][0] <= SNIPPET:
        left = spans[first - 1][0]
    return _Room(left, right)


def _window(text: str, sentence: tuple[int, int], start: int, end: int) -> _Room:
    spare = max(0, SNIPPET - (end - start))
    left = max(sentence[0], start - spare // 2)
    right = min(sentence[1], max(end, left + SNIPPET))
    cut_before, cut_after = left > sentence[0], right < sentence[1]
    if cut_before:
        left = _blank_after(text, left, start)
    if cut_after:
        right = max(end, _blank_before(text, right))
    return _Room(left, right, cut_before, cut_after)


def _blank_before(text: str, at: int) -> int:
    """The last blank in the twenty characters before, or the place itself in writing without blanks."""
    blank = text.rfind(" ", max(0, at - 20), at)
    return at if blank == -1 else blank


def _blank_after(text: str, at: int, limit: int) -> int:
    blank = text.find(" ", at, min(limit, at + 20))
    return at if blank == -1 else blank + 1
