"""The kinds of variation: one table of named pure functions from a listed name to what an article prints.

The kinds are those that supervisors test with (exact or control, and manipulated) and those that news is full of:
docs/selftest.md says what each stands for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from watchlist.selftest import changes, companies, foreign
from watchlist.selftest.changes import Spelling, Vary
from watchlist.selftest.subjects import Need, Subject


class Group(StrEnum):
    """What a kind counts towards."""

    CONTROL = "control"
    MANIPULATED = "manipulated"
    SUPPORT = "needs support"
    INVENTED = "invented"


@dataclass(frozen=True, slots=True)
class Variation:
    """A kind of variation; ``alone`` says whether it may stand without a word for what kind of party it is."""

    name: str
    group: Group
    vary: Vary
    example: str = ""
    alone: bool = True


def kinds() -> tuple[Variation, ...]:
    """Every kind, in the order in which they are told."""
    return _KINDS


def _fixed(vary: Callable[[Subject], Spelling | None]) -> Vary:
    """A kind that leaves nothing to chance."""
    return lambda subject, _: vary(subject)


_MANIPULATED: tuple[tuple[str, Vary, str], ...] = (
    ("upper case", _fixed(changes.in_capitals), "VLADIMIR PUTIN"),
    ("list order", _fixed(changes.in_list_order), "PUTIN, Vladimir Vladimirovich"),
    ("family name first", _fixed(changes.family_first), "Putin Vladimir Vladimirovich"),
    ("middle names left out", _fixed(changes.without_middle), "Vladimir Putin"),
    ("surname after full name", _fixed(changes.later_surname), "Putin, the full name earlier in the article"),
    ("one typo", changes.with_typos(1), "Vladimir Puitn"),
    ("two typos", changes.with_typos(2), "Vladmir Puitn"),
    ("diacritics added", changes.with_marks, "Vladímir Pútin"),
    ("diacritics left out", _fixed(changes.without_marks), "Sojgu for Šojgu"),
    ("look-alike letters", changes.in_disguise, "Vladimir Рutin with a Cyrillic Р"),
    ("joined", _fixed(changes.together), "Aldarnawi for Al-Darnawi"),
    ("split", _fixed(changes.apart), "Al Darnawi for Al-Darnawi"),
    ("other romanisation", foreign.respelled, "Mohamed Hussain for Muhammad Husayn"),
    ("Cyrillic to Latin", foreign.pressed, "Sergej Schoigu, Sergueï Choïgou for Сергей Шойгу"),
    ("Latin to Cyrillic", _fixed(foreign.in_cyrillic), "Евгений Пригожин for Yevgeny Prigozhin"),
    ("Cyrillic to Greek, Arabic", foreign.in_other_script, "Σεργκει Λαβροφ, فلاديمير بوتين"),
    ("Cyrillic case", foreign.in_case, "Владимиром Путиным"),
    ("possessive or case", foreign.with_ending, "Putin's, Putins, Putin'in, Putinin, Putina"),
    ("particle or prefix", foreign.with_particle, "김정은은, لمحمد"),
)
_MANIPULATED_ORGANIZATIONS: tuple[tuple[str, Vary, str], ...] = (
    ("legal form left out", _fixed(companies.without_form), "Verus for LLC Verus"),
    ("legal form varied", companies.with_other_form, "SIS d.o.o. for SIS DOO"),
    ("generic word left out", companies.without_generic_word, "Versor Avro for Versor Avro Trading"),
)
NEEDS = (Need.WEAK, Need.ACRONYM, Need.ONE_WORD, Need.COMMON, Need.ORDINARY, Need.SHORT, Need.VESSEL)
INITIALS = "initial and surname"
SHORT_NAME = "company by one word"
_KINDS = (
    Variation("exact", Group.CONTROL, _fixed(changes.exact), "Vladimir Vladimirovich Putin"),
    *(Variation(name, Group.MANIPULATED, vary, example) for name, vary, example in _MANIPULATED),
    *(
        Variation(name, Group.MANIPULATED, vary, example, alone=False)
        for name, vary, example in _MANIPULATED_ORGANIZATIONS
    ),
    *(Variation(need.value, Group.SUPPORT, _fixed(changes.exact)) for need in NEEDS),
    Variation(INITIALS, Group.SUPPORT, _fixed(changes.with_initial), "V. Putin"),
    Variation(SHORT_NAME, Group.SUPPORT, _fixed(companies.short_name), "Rosneft for PAO Rosneft"),
)


def fits(variation: Variation, subject: Subject) -> bool:
    """Whether a name may stand for a kind: only names that need nothing are manipulated."""
    if variation.group is Group.SUPPORT and variation.name not in {INITIALS, SHORT_NAME}:
        return subject.need is Need(variation.name)
    if subject.need is Need.VESSEL:
        return variation.name in {"exact", "upper case", "one typo"}
    return subject.need is Need.NONE
