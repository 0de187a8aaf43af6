"""The words that lists have for a relation → what one party is to the other, and which way the words read.

Sources: RelationTypeValues of OFAC's advanced schema (ten types) and the types of its enhanced one; "Linked To:" of its
remarks; relation-type of SECO's schema; columns of the UK list; name cells of the US Consolidated Screening List, where
"X. Subordinate Institution: Y" makes Y a part of X; Ownership, Directorship and the other edges of the
FollowTheMoney schema that OpenSanctions publishes, each from its source (owner, director, subject) to its target.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from watchlist.model import Tie

_WORD = re.compile(r"\w+")


class Reading(NamedTuple):
    """What the words of a list say; ``backwards`` when the target is <tie> the one whose listing has the words."""

    tie: Tie
    backwards: bool = False


FORWARDS: Mapping[Tie, tuple[str, ...]] = MappingProxyType(
    {
        Tie.OWNED_BY: (
            "owned or controlled by",
            "owned by",
            "controlled by",
            "subsidiary of",
            "parent company",
            "parent organization",
            "subordinate entity of",
            "subordinate institution of",
            "entity of",
            "current owner/operator",
            "vessel owner",
            "aircraft owner",
            "owner",
        ),
        Tie.ACTING_FOR: ("acting for or on behalf of", "acting for", "agent of", "representation", "representative of"),
        Tie.LEADER_OF: (
            "leader or official of",
            "leader of",
            "official of",
            "principal executive officer",
            "principal executive officer of",
            "director of",
            "directorship",
        ),
        Tie.FAMILY: ("family member of", "family", "relative of", "spouse of", "sibling of"),
        Tie.ASSOCIATE: ("associate of", "associate", "associated with", "affiliated entity of"),
        Tie.SUPPORTING: ("providing support to", "support to", "supporting"),
        Tie.SIGNIFICANT_ROLE: ("playing a significant role in",),
        Tie.MEMBER_OF: ("member of", "membership"),
        Tie.EMPLOYED_BY: ("employed by", "employee of", "employment"),
        Tie.PROPERTY_OF: ("property in the interest of",),
        Tie.SUCCESSOR_OF: ("successor of",),
        Tie.LINKED: ("linked to", "related to", "unknownlink", "unknown link"),
    }
)
BACKWARDS: Mapping[Tie, tuple[str, ...]] = MappingProxyType(
    {
        Tie.OWNED_BY: (
            "owns, controls, or operates",
            "owns or controls",
            "owns",
            "owner of",
            "subsidiary",
            "subsidiaries",
            "ownership",
        ),
        Tie.LEADER_OF: ("led by",),
        Tie.ACTING_FOR: ("represented by",),
        Tie.MEMBER_OF: ("has member",),
        Tie.EMPLOYED_BY: ("employer of",),
        Tie.SUPPORTING: ("supported by",),
        Tie.SUCCESSOR_OF: ("predecessor of", "succession"),
    }
)


def reading(words: str) -> Reading:
    """What a list's words for a relation say, whatever their case and punctuation; words not known only link."""
    return _TABLE.get(_key(words), Reading(Tie.LINKED))


def known(words: str) -> bool:
    """Whether the words are in the table, so that the tie says all that they say."""
    return _key(words) in _TABLE


def _key(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold().replace("_", " ")))


_TABLE: Mapping[str, Reading] = MappingProxyType(
    {_key(words): Reading(tie) for tie, several in FORWARDS.items() for words in several}
    | {_key(words): Reading(tie, backwards=True) for tie, several in BACKWARDS.items() for words in several}
)
