"""Switzerland's names: parts in an order, each with its spellings, to whole names in every script that has one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod

from watchlist.lists.audit import Audit
from watchlist.lists.elements import Node
from watchlist.model import Alias, AliasKind

FAMILY = frozenset({"family-name", "tribal-name"})
GIVEN = frozenset({"given-name", "further-given-name", "father-name", "grand-father-name"})
WHOLE = "whole-name"
MAIDEN = "maiden-name"
TITLE = "title"
KNOWN = frozenset({*FAMILY, *GIVEN, WHOLE, MAIDEN, TITLE, "suffix", "other"})
LATIN = "LATN"
SCRIPT = re.compile("[A-Z]{4}")
KINDS = {"primary-name": AliasKind.STRONG, "alias": AliasKind.STRONG, "formerly-known-as": AliasKind.FORMER}
MOST = 64
"""Names out of the spellings of one name; a name of three parts with four spellings each has as many."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a part."""

    text: str
    script: str = LATIN
    language: str = ""


@dataclass(frozen=True, slots=True)
class PartOfName:
    """One part of a name; the first spelling is the list's own."""

    kind: str
    spellings: tuple[Spelling, ...]

    def in_script(self, script: str) -> tuple[Spelling, ...]:
        """Its spellings in a script."""
        return tuple(one for one in self.spellings if one.script == script)


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name as the list has it: its parts in their order."""

    parts: tuple[PartOfName, ...]
    kind: AliasKind
    primary: bool

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles among the parts, which belong to the bearer and not to the name."""
        return tuple(part.spellings[0].text for part in self.parts if part.kind == TITLE)


def read_name(node: Node, audit: Audit) -> PrintedName:
    """One name of an identity."""
    name_type, quality = node.attribute("name-type"), node.attribute("quality")
    audit.unknown((f"name type {one!r}", 1) for one in {name_type} - set(KINDS) - {""})
    audit.unknown((f"name quality {one!r}", 1) for one in {quality} - {"good", "low", ""})
    kind = AliasKind.WEAK if quality == "low" else KINDS.get(name_type, AliasKind.STRONG)
    parts: list[tuple[str, PartOfName]] = []
    for part in node.children("name-part"):
        order, part_type = part.attribute("order"), part.attribute("name-part-type")
        audit.unknown((f"name part {one!r}", 1) for one in {part_type} - KNOWN)
        audit.unknown((f"order {one!r} of a name part", 1) for one in {order} if not one.isdecimal())
        spellings = tuple(dict.fromkeys(one for one in _spellings(part, audit) if one.text))
        if spellings:
            parts.append((order, PartOfName(part_type, spellings)))
    parts.sort(key=lambda one: int(one[0]) if one[0].isdecimal() and len(one[0]) < 9 else 0)
    return PrintedName(tuple(part for _, part in parts), kind, name_type == "primary-name")


def whole_names(name: PrintedName, audit: Audit, *, person: bool) -> Iterator[Alias]:
    """Every name that the parts make: all spellings of each part with those of the others, script by script.

    In another script than Latin a part without a spelling is left out. One word that is only a part of a person's name
    ("given name: Mohammed", printed as a name of its own) is weak, whatever the list calls it. A maiden name stands
    for the family name, as a former one.
    """
    kind, borne = name.kind, [part for part in name.parts if part.kind != TITLE]
    married = [part for part in borne if part.kind != MAIDEN]
    scripts = dict.fromkeys(spelling.script for part in borne for spelling in part.spellings)
    for script in sorted(scripts, key=lambda one: one != LATIN):
        yield from _in_script(married, script, kind, audit, person=person)
        if len(married) < len(borne):
            unmarried = [part for part in borne if part.kind not in FAMILY]
            yield from _in_script(unmarried, script, AliasKind.FORMER, audit, person=person)
    several = [part for part in borne if part.kind == WHOLE]
    for part in several if len(several) > 1 else ():
        for one in part.spellings:
            yield Alias(one.text, kind if " " in one.text else AliasKind.WEAK, script=one.script, language=one.language)


def _in_script(
    parts: Sequence[PartOfName], script: str, kind: AliasKind, audit: Audit, *, person: bool
) -> Iterator[Alias]:
    written = [(part, part.in_script(script)) for part in parts]
    written = [(part, spellings) for part, spellings in written if spellings]
    if not written:
        return
    choices = [spellings for _, spellings in written]
    if prod(map(len, choices)) > MOST:
        audit.warn(f"a name has more spellings than {MOST}: every spelling is kept, not each with each")
    kinds = [part.kind for part, _ in written]
    for words in dict.fromkeys((*_one_by_one(choices), *islice(product(*choices), MOST))):
        yield _alias(kinds, words, kind, person=person)


def _one_by_one(choices: Sequence[tuple[Spelling, ...]]) -> Iterator[tuple[Spelling, ...]]:
    """The first spellings of all parts, then with each other spelling of each part in its place."""
    first = tuple(spellings[0] for spellings in choices)
    yield first
    for at, spellings in enumerate(choices):
        for other in spellings[1:]:
            yield (*first[:at], other, *first[at + 1 :])


def _alias(kinds: Sequence[str], words: Sequence[Spelling], kind: AliasKind, *, person: bool) -> Alias:
    text = " ".join(word.text for word in words)
    script = words[0].script
    languages = {word.language for word in words if word.language}
    language = languages.pop() if len(languages) == 1 else ""
    printed = "" if script == LATIN else script
    if not person:
        return Alias(text, kind, script=printed, language=language)
    family = " ".join(word.text for part, word in zip(kinds, words, strict=True) if part in {*FAMILY, MAIDEN})
    typed = GIVEN if not family else {*GIVEN, WHOLE}
    given = " ".join(word.text for part, word in zip(kinds, words, strict=True) if part in typed)
    if " " not in text and kinds[0] in {*FAMILY, *GIVEN, MAIDEN}:
        kind = AliasKind.WEAK
    return Alias(text, kind, family, given, printed, language)


def _spellings(part: Node, audit: Audit) -> Iterator[Spelling]:
    yield Spelling(part.text("value"))
    for variant in part.children("spelling-variant"):
        script, language = variant.attribute("script").upper(), variant.attribute("lang").lower()
        audit.unknown((f"script {one!r}", 1) for one in {script} if one and not SCRIPT.fullmatch(one))
        yield Spelling(variant.own, script or LATIN, language)
