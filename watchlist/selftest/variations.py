"""The kinds of variation: one table of named pure functions from a listed name to what an article prints.

The kinds are those that supervisors test with (exact or control, and manipulated) and those that news is full of:
docs/selftest.md says what each stands for.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from watchlist.model import PartyType
from watchlist.selftest import endings, legal_forms, other_scripts, romanisation, spelling
from watchlist.selftest.dice import Dice
from watchlist.selftest.needs import is_common, is_telling
from watchlist.selftest.subjects import NamePart, Need, Subject
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.scripts import CASED, Script


class Group(StrEnum):
    """What a kind counts towards."""

    CONTROL = "control"
    MANIPULATED = "manipulated"
    SUPPORT = "needs support"
    INVENTED = "invented"


class Spelling(NamedTuple):
    """What an article prints; ``language`` and ``part`` where it only fits one language or one kind of sentence.

    ``introduced`` is the name with which an earlier sentence introduces the party.
    """

    surface: str
    language: str = ""
    part: str = ""
    introduced: str = ""


Vary = Callable[[Subject, Dice], Spelling | None]


@dataclass(frozen=True, slots=True)
class Variation:
    """A kind of variation; ``alone`` says whether it may stand without a word for what kind of party it is."""

    name: str
    group: Group
    vary: Vary
    example: str
    alone: bool = True


def kinds() -> tuple[Variation, ...]:
    """Every kind, in the order in which they are told."""
    return _KINDS


def _fixed(vary: Callable[[Subject], Spelling | None]) -> Vary:
    """A kind that leaves nothing to chance."""
    return lambda subject, _: vary(subject)


def _told(subject: Subject, surface: str | None) -> Spelling | None:
    return Spelling(surface) if surface and surface != subject.text else None


def _exact(subject: Subject) -> Spelling | None:
    return Spelling(subject.text)


def _upper(subject: Subject) -> Spelling | None:
    return _told(subject, subject.text.upper()) if subject.script in CASED else None


def _list_order(subject: Subject) -> Spelling | None:
    if not subject.typed:
        return None
    family, given = subject.of(NamePart.FAMILY), subject.of(NamePart.GIVEN, NamePart.MIDDLE)
    return Spelling(f"{' '.join(family).upper()}, {' '.join(given)}")


def _family_first(subject: Subject) -> Spelling | None:
    if not subject.typed:
        return None
    family, given = subject.of(NamePart.FAMILY), subject.of(NamePart.GIVEN, NamePart.MIDDLE)
    return _told(subject, " ".join((*family, *given)))


def _no_middle(subject: Subject) -> Spelling | None:
    given, family = subject.of(NamePart.GIVEN), subject.of(NamePart.FAMILY)
    if not subject.typed or NamePart.MIDDLE not in subject.parts or _is_weak_pair(given, family):
        return None
    return Spelling(" ".join((*given, *family)))


def _is_weak_pair(given: tuple[str, ...], family: tuple[str, ...]) -> bool:
    """Whether what is left of a name is no name to a reader: a particle, a single letter, or two common words."""
    particle = lexicon().is_a("particle", fold(given[0])) or lexicon().is_a("title", fold(given[0]))
    short = min(len(given[0]), len(family[-1])) < 3
    return particle or short or is_common(given[0], family[-1])


def _initial(subject: Subject) -> Spelling | None:
    given, family = subject.of(NamePart.GIVEN), subject.of(NamePart.FAMILY)
    is_able = subject.typed and subject.script in CASED and len(family[-1]) >= 4 and subject.words[0] == given[0]
    return Spelling(f"{given[0][0].upper()}. {' '.join(family)}") if is_able and given[0][0].isalpha() else None


def _typos(count: int) -> Vary:
    def vary(subject: Subject, dice: Dice) -> Spelling | None:
        able = [at for at, part in enumerate(subject.parts) if part is not NamePart.LEGAL and _is_own(subject, at)]
        words = spelling.with_typos(subject.words, able, count, dice)
        return None if words is None else _told(subject, " ".join(words))

    return vary


def _is_own(subject: Subject, at: int) -> bool:
    """Whether a word is the name's own, not one that organisations of a kind share: only there a typo tells."""
    return subject.listing.type is not PartyType.ORGANIZATION or is_telling(subject.words[at])


def _accented(subject: Subject, dice: Dice) -> Spelling | None:
    return _told(subject, spelling.accented(subject.text, dice)) if subject.script is Script.LATIN else None


def _unaccented(subject: Subject) -> Spelling | None:
    return _told(subject, spelling.unaccented(subject.text)) if subject.script is Script.LATIN else None


def _disguised(subject: Subject, dice: Dice) -> Spelling | None:
    is_able = subject.script in {Script.LATIN, Script.CYRILLIC}
    return _told(subject, spelling.disguised(subject.text, dice)) if is_able else None


def _joined(subject: Subject) -> Spelling | None:
    is_able = subject.script is Script.LATIN and subject.listing.type is PartyType.PERSON
    return _told(subject, spelling.joined(subject.words)) if is_able else None


def _split(subject: Subject) -> Spelling | None:
    return _told(subject, spelling.split(subject.words)) if subject.script in CASED else None


_ARAB_WORLD = frozenset(
    ["AE", "AF", "BH", "DZ", "EG", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PK", "PS", "QA", "SA", "SD",
     "SO", "SY", "TN", "YE"]
)  # fmt: skip


def _respelled(subject: Subject, dice: Dice) -> Spelling | None:
    countries = {*subject.party.countries}
    is_able = subject.script is Script.LATIN and subject.listing.type is PartyType.PERSON and countries & _ARAB_WORLD
    return _told(subject, romanisation.respelled(subject.text, dice)) if is_able else None


def _pressed(subject: Subject, dice: Dice) -> Spelling | None:
    if subject.script is not Script.CYRILLIC or subject.listing.type is not PartyType.PERSON or not subject.typed:
        return None
    press = dice.pick(romanisation.PRESSES)
    return Spelling(romanisation.romanised(subject.text, press), press)


def _in_other_script(subject: Subject, dice: Dice) -> Spelling | None:
    """Given and family name alone: newsrooms outside the Slavic world leave out patronymics."""
    given, family = subject.of(NamePart.GIVEN), subject.of(NamePart.FAMILY)
    if subject.script is not Script.CYRILLIC or not subject.typed or _is_weak_pair(given, family):
        return None
    text = " ".join((*given, *family))
    if dice.below(2):
        return Spelling(other_scripts.greek(text), "el")
    return Spelling(other_scripts.arabic(text), "ar")


_RUSSIA = frozenset({"RU"})
_SLAVIC = frozenset({"RU", "BY", "UA"})
# A patronymic, or a family name in one of the common endings.
_RUSSIAN = re.compile(r"(vich|vna)\b|(ov|ova|ev|eva|in|ina|sky|skiy|skaya|ko|chuk)$")


def _in_cyrillic(subject: Subject) -> Spelling | None:
    countries = {*subject.party.countries}
    is_russian = subject.typed and bool(_RUSSIAN.search(subject.text)) and subject.alias.language in {"", "en"}
    if subject.script is not Script.LATIN or not is_russian or not countries <= _RUSSIA or not countries:
        return None
    surface = romanisation.in_cyrillic(subject.text)
    return None if surface is None else Spelling(surface, "ru")


def _declined(subject: Subject, dice: Dice) -> Spelling | None:
    if subject.script is not Script.CYRILLIC or not subject.typed:
        return None
    language, case = cyrillic_language(subject), dice.pick(endings.CASES)
    if language not in {"ru", "uk"}:
        return None
    given, family = subject.of(NamePart.GIVEN, NamePart.MIDDLE), subject.of(NamePart.FAMILY)
    surface = endings.declined(given, family, case, language)
    return None if surface is None else Spelling(surface, language, case)


def cyrillic_language(subject: Subject) -> str:
    """``uk`` and ``bg`` by letters and the list's word, else ``ru``."""
    if subject.alias.language in {"ru", "uk", "bg"}:
        return subject.alias.language
    return "uk" if set("іїєґ") & set(subject.text.lower()) else "ru"


def _with_ending(subject: Subject, dice: Dice) -> Spelling | None:
    last = len(subject.words) - 1
    able = subject.text[-1].isalpha() and subject.parts[last] is not NamePart.LEGAL and _is_own(subject, last)
    if subject.script is not Script.LATIN or not able:
        return None
    text = subject.text
    options = [("en", "ending", endings.english_possessive(text)), ("de", "ending", endings.german_genitive(text))]
    options += [("tr", case, endings.turkish(text, case)) for case in ("genitive", "dative", "ablative")]
    options.append(("fi", "genitive", endings.finnish_genitive(text)))
    if subject.typed and not _SLAVIC.isdisjoint(subject.party.countries):
        options += [("pl", case, endings.polish(subject.words, case)) for case in ("genitive", "instrumental")]
    # A name that a list gives in the words of one language takes the endings of that language only.
    listed = {subject.alias.language} - {"", "en"}
    fitting = [option for option in options if option[2] is not None and (not listed or option[0] in listed)]
    language, part, surface = dice.pick(fitting) if fitting else ("", "", None)
    return None if surface is None else Spelling(surface, language, part)


def _with_particle(subject: Subject, dice: Dice) -> Spelling | None:
    if subject.script is Script.HANGUL:
        part = dice.pick(("topic", "object", "genitive"))
        return Spelling(endings.korean(subject.text, part), "ko", part) if "가" <= subject.text[-1] <= "힣" else None
    if subject.script is Script.ARABIC and subject.alias.language in {"", "ar"}:
        part = dice.pick(("to", "with", "and"))
        return Spelling(endings.semitic(subject.text, part), "ar", part)
    return Spelling(endings.semitic(subject.text, "to"), "he", "to") if subject.script is Script.HEBREW else None


def _later_surname(subject: Subject) -> Spelling | None:
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


def _without_legal_form(subject: Subject) -> Spelling | None:
    rest = subject.of(NamePart.WORD)
    able = len(rest) > 1 and any(map(is_telling, rest))
    return _told(subject, legal_forms.without_legal_form(subject)) if able else None


def _short_name(subject: Subject) -> Spelling | None:
    """A company by the one word that is left without its legal form: Rosneft for PAO Rosneft."""
    rest = subject.of(NamePart.WORD)
    able = len(rest) == 1 and is_telling(rest[0])
    return _told(subject, legal_forms.without_legal_form(subject)) if able else None


def _with_other_legal_form(subject: Subject, dice: Dice) -> Spelling | None:
    return _told(subject, legal_forms.with_other_legal_form(subject, dice))


def _is_generic(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and not is_telling(word)


def _without_generic_word(subject: Subject, dice: Dice) -> Spelling | None:
    """An organisation without one word that says what it is, not which: Rosneft Trading, where Company is left out."""
    if subject.listing.type is not PartyType.ORGANIZATION or len(subject.words) < 3:
        return None
    generic = [
        at for at, part in enumerate(subject.parts) if at and part is NamePart.WORD and _is_generic(subject.words[at])
    ]
    telling = [word for word in subject.of(NamePart.WORD) if is_telling(word)]
    if not generic or len(telling) < 2:
        return None
    left_out = dice.pick(generic)
    return Spelling(" ".join(word for at, word in enumerate(subject.words) if at != left_out))


_MANIPULATED: tuple[tuple[str, Vary, str], ...] = (
    ("upper case", _fixed(_upper), "VLADIMIR PUTIN"),
    ("list order", _fixed(_list_order), "PUTIN, Vladimir Vladimirovich"),
    ("family name first", _fixed(_family_first), "Putin Vladimir Vladimirovich"),
    ("middle names left out", _fixed(_no_middle), "Vladimir Putin"),
    ("surname after full name", _fixed(_later_surname), "Putin, the full name earlier in the article"),
    ("one typo", _typos(1), "Vladimir Puitn"),
    ("two typos", _typos(2), "Vladmir Puitn"),
    ("diacritics added", _accented, "Vladímir Pútin"),
    ("diacritics left out", _fixed(_unaccented), "Sojgu for Šojgu"),
    ("look-alike letters", _disguised, "Vladimir Рutin with a Cyrillic Р"),
    ("joined", _fixed(_joined), "Aldarnawi for Al-Darnawi"),
    ("split", _fixed(_split), "Al Darnawi for Al-Darnawi"),
    ("other romanisation", _respelled, "Mohamed Hussain for Muhammad Husayn"),
    ("Cyrillic to Latin", _pressed, "Sergej Schoigu, Sergueï Choïgou for Сергей Шойгу"),
    ("Latin to Cyrillic", _fixed(_in_cyrillic), "Евгений Пригожин for Yevgeny Prigozhin"),
    ("Cyrillic to Greek, Arabic", _in_other_script, "Σεργκει Λαβροφ, فلاديمير بوتين"),
    ("Cyrillic case", _declined, "Владимиром Путиным"),
    ("possessive or case", _with_ending, "Putin's, Putins, Putin'in, Putinin, Putina"),
    ("particle or prefix", _with_particle, "김정은은, لمحمد"),
)
_MANIPULATED_ORGANIZATIONS: tuple[tuple[str, Vary, str], ...] = (
    ("legal form left out", _fixed(_without_legal_form), "Verus for LLC Verus"),
    ("legal form varied", _with_other_legal_form, "SIS d.o.o. for SIS DOO"),
    ("generic word left out", _without_generic_word, "Versor Avro for Versor Avro Trading"),
)
NEEDS = (Need.WEAK, Need.ACRONYM, Need.ONE_WORD, Need.COMMON, Need.ORDINARY, Need.SHORT, Need.VESSEL)
INITIALS = "initial and surname"
SHORT_NAME = "company by one word"
_KINDS = (
    Variation("exact", Group.CONTROL, _fixed(_exact), "Vladimir Vladimirovich Putin"),
    *(Variation(name, Group.MANIPULATED, vary, example) for name, vary, example in _MANIPULATED),
    *(
        Variation(name, Group.MANIPULATED, vary, example, alone=False)
        for name, vary, example in _MANIPULATED_ORGANIZATIONS
    ),
    *(Variation(need.value, Group.SUPPORT, _fixed(_exact), "") for need in NEEDS),
    Variation(INITIALS, Group.SUPPORT, _fixed(_initial), "V. Putin"),
    Variation(SHORT_NAME, Group.SUPPORT, _fixed(_short_name), "Rosneft for PAO Rosneft"),
)


def fits(variation: Variation, subject: Subject) -> bool:
    """Whether a name may stand for a kind: only names that need nothing are manipulated."""
    if variation.group is Group.SUPPORT and variation.name not in {INITIALS, SHORT_NAME}:
        return subject.need is Need(variation.name)
    if subject.need is Need.VESSEL:
        return variation.name in {"exact", "upper case", "one typo"}
    return subject.need is Need.NONE
