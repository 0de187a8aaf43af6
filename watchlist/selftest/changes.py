"""Changes of order and letters that any name can suffer: each a pure function from a listed name to what is printed."""

from collections.abc import Callable
from typing import NamedTuple

from watchlist.model import PartyType
from watchlist.selftest import spelling
from watchlist.selftest.dice import Dice
from watchlist.selftest.needs import is_common, is_telling
from watchlist.selftest.subjects import NamePart, Subject
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.scripts import CASED, Script


class Spelling(NamedTuple):
    """What an article prints; ``language`` and ``part`` where it only fits one language or one kind of sentence.

    ``introduced`` is the name with which an earlier sentence introduces the party.
    """

    surface: str
    language: str = ""
    part: str = ""
    introduced: str = ""


Vary = Callable[[Subject, Dice], Spelling | None]


def changed(subject: Subject, surface: str | None) -> Spelling | None:
    """The surface, unless it is what the list prints anyway."""
    return Spelling(surface) if surface and surface != subject.text else None


def exact(subject: Subject) -> Spelling | None:
    """The name as print has it."""
    return Spelling(subject.text)


def in_capitals(subject: Subject) -> Spelling | None:
    """VLADIMIR PUTIN."""
    return changed(subject, subject.text.upper()) if subject.script in CASED else None


def in_list_order(subject: Subject) -> Spelling | None:
    """PUTIN, Vladimir Vladimirovich."""
    if not subject.typed:
        return None
    family, given = subject.of(NamePart.FAMILY), subject.of(NamePart.GIVEN, NamePart.MIDDLE)
    return Spelling(f"{' '.join(family).upper()}, {' '.join(given)}")


def family_first(subject: Subject) -> Spelling | None:
    """Putin Vladimir Vladimirovich."""
    if not subject.typed:
        return None
    family, given = subject.of(NamePart.FAMILY), subject.of(NamePart.GIVEN, NamePart.MIDDLE)
    return changed(subject, " ".join((*family, *given)))


def without_middle(subject: Subject) -> Spelling | None:
    """Vladimir Putin, where what is left is still a name to a reader."""
    given, family = subject.of(NamePart.GIVEN), subject.of(NamePart.FAMILY)
    if not subject.typed or NamePart.MIDDLE not in subject.parts or is_weak_pair(given, family):
        return None
    return Spelling(" ".join((*given, *family)))


def is_weak_pair(given: tuple[str, ...], family: tuple[str, ...]) -> bool:
    """Whether what is left of a name is no name to a reader: a particle, a single letter, or two common words."""
    particle = lexicon().is_a("particle", fold(given[0])) or lexicon().is_a("title", fold(given[0]))
    short = min(len(given[0]), len(family[-1])) < 3
    return particle or short or is_common(given[0], family[-1])


def with_initial(subject: Subject) -> Spelling | None:
    """V. Putin."""
    given, family = subject.of(NamePart.GIVEN), subject.of(NamePart.FAMILY)
    is_able = subject.typed and subject.script in CASED and len(family[-1]) >= 4 and subject.words[0] == given[0]
    return Spelling(f"{given[0][0].upper()}. {' '.join(family)}") if is_able and given[0][0].isalpha() else None


def later_surname(subject: Subject) -> Spelling | None:
    """Putin, introduced by the full name in an earlier sentence."""
    family = subject.of(NamePart.FAMILY)
    if (
        not subject.typed
        or len(family[-1]) < 4
        or not family[-1].isalpha()
        or subject.script not in CASED
        or subject.words[-1] != family[-1]
    ):
        return None
    return Spelling(" ".join(family), introduced=subject.text)


def with_typos(count: int) -> Vary:
    """Slips in ``count`` words of the name."""

    def vary(subject: Subject, dice: Dice) -> Spelling | None:
        able = [at for at, part in enumerate(subject.parts) if part is not NamePart.LEGAL and is_own(subject, at)]
        words = spelling.with_typos(subject.words, able, count, dice)
        return None if words is None else changed(subject, " ".join(words))

    return vary


def is_own(subject: Subject, at: int) -> bool:
    """Whether a word is the name's own, not one that organisations of a kind share: only there a typo tells."""
    return subject.listing.type is not PartyType.ORGANIZATION or is_telling(subject.words[at])


def with_marks(subject: Subject, dice: Dice) -> Spelling | None:
    """Vladímir Pútin."""
    return changed(subject, spelling.accented(subject.text, dice)) if subject.script is Script.LATIN else None


def without_marks(subject: Subject) -> Spelling | None:
    """Sojgu for Šojgu."""
    return changed(subject, spelling.unaccented(subject.text)) if subject.script is Script.LATIN else None


def in_disguise(subject: Subject, dice: Dice) -> Spelling | None:
    """A few letters of another alphabet that look the same."""
    is_able = subject.script in {Script.LATIN, Script.CYRILLIC}
    return changed(subject, spelling.disguised(subject.text, dice)) if is_able else None


def together(subject: Subject) -> Spelling | None:
    """Aldarnawi for Al-Darnawi."""
    is_able = subject.script is Script.LATIN and subject.listing.type is PartyType.PERSON
    return changed(subject, spelling.joined(subject.words)) if is_able else None


def apart(subject: Subject) -> Spelling | None:
    """Al Darnawi for Al-Darnawi."""
    return changed(subject, spelling.split(subject.words)) if subject.script in CASED else None
