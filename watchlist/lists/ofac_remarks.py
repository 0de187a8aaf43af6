"""OFAC's remarks text ("DOB 07 Oct 1952; nationality Russia; President of the Russian Federation.") to facts; pure."""

import re
from dataclasses import replace

from watchlist.lists.names import clean
from watchlist.lists.ofac_facts import IDENTIFIERS, PLAIN, UNUSED, WALLET, Facts, Statement, gather
from watchlist.lists.shares import owners
from watchlist.model import Alias, AliasKind, Relation

PIECES = re.compile(r";\s*")
ALTERNATE = re.compile(r"^alt\.\s+", re.IGNORECASE)
QUOTED = re.compile(r"^([afn])\.k\.a\.\s+'(.+)'")
LINKED = re.compile(r"^(\()?Linked To:\s*(.+)$")
LABELS = "|".join(re.escape(label) for label in sorted({*PLAIN, *IDENTIFIERS}, key=len, reverse=True))
LABEL = re.compile(rf"^({WALLET.pattern}|{LABELS})\s+(.+)$")
NUMBER = re.compile(r"^(?P<value>.+?)(?:\s+\((?P<country>[^()]*)\))?(?:\s+issued\s.*|\s+expires\s.*)?$")
NO_ROLE = re.compile(
    r"^(?:(?:half[- ]|step)?(?:wife|husband|son|daughter|brother|sister|father|mother|nephew|niece|cousin|uncle)\b"
    r"|arrested\b|currently\b|all offices\b|tribe\b|subtribe\b|from:|interpol\b|ethnicity\b|associated with\b|icty\b"
    r"|for more\b|family member\b|position also\b|race\b|height\b|\()"
    r"|https?:|www\.|(?:No\.|Number|#)\s",
    re.IGNORECASE,
)
ROLE_LENGTH = 200
CUT = 1000
"""Characters after which OFAC's CSV continues the remarks in its comments file."""


def read_remarks(text: str, *, person: bool) -> Facts:
    """Facts of one remarks text; what it does not know stays in the text and is no fact.

    Quoted "a.k.a." names are OFAC's weak aliases, quoted "f.k.a." names former ones. A piece of a person's remarks
    without a label is a role, unless it speaks of family, arrest or tribe.
    """
    statements: list[Statement] = []
    aliases: list[Alias] = []
    relations: list[Relation] = []
    for piece in _pieces(text):
        if quoted := QUOTED.match(piece):
            kind = AliasKind.FORMER if quoted[1] == "f" else AliasKind.WEAK
            aliases.append(named(clean(quoted[2]), kind, person=person))
        elif linked := LINKED.match(piece):
            name = linked[2].removesuffix(")") if linked[1] else linked[2]
            relations.append(Relation("Linked To", "", clean(name)))
        elif stated := owners(piece):
            relations += stated
        elif labelled := LABEL.match(piece):
            statements.append(_statement(labelled[1], labelled[2]))
        elif person and not piece.startswith(UNUSED) and _is_role(piece):
            statements.append(Statement("Title", piece))
    facts = gather(statements)
    return replace(facts, relations=(*facts.relations, *relations), aliases=tuple(aliases))


def named(text: str, kind: AliasKind, *, person: bool, script: str = "") -> Alias:
    """A name in OFAC's order: of a person "FAMILY, Given" with both parts, else as it stands."""
    family, comma, given = text.partition(", ")
    return Alias(text, kind, family, given, script) if person and comma else Alias(text, kind, script=script)


def whole_pieces(text: str) -> str:
    """The remarks without their last piece, for a text that was cut in the middle of it."""
    return text[: text.rfind(";") + 1] if len(text) >= CUT else text


def _pieces(text: str) -> list[str]:
    pieces = [ALTERNATE.sub("", piece.strip()) for piece in PIECES.split(text.strip())]
    if pieces:
        pieces[-1] = pieces[-1].removesuffix(".")
    return [piece for piece in pieces if piece]


def _statement(label: str, value: str) -> Statement:
    if label in PLAIN:
        return Statement(label, value)
    number = NUMBER.match(value)
    return Statement(label, value) if number is None else Statement(label, number["value"], number["country"] or "")


def _is_role(piece: str) -> bool:
    letters = sum(char.isalpha() for char in piece)
    return letters > 2 and len(piece) <= ROLE_LENGTH and NO_ROLE.search(piece) is None
