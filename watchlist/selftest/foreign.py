"""The same name in another language: its romanisation, its alphabet, and what grammar writes onto it."""

import re

from watchlist.model import PartyType
from watchlist.selftest import endings, other_scripts, romanisation
from watchlist.selftest.changes import Spelling, changed, is_own, is_weak_pair
from watchlist.selftest.dice import Dice
from watchlist.selftest.subjects import NamePart, Subject
from watchlist.text.scripts import Script

_ARAB_WORLD = frozenset(
    ["AE", "AF", "BH", "DZ", "EG", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PK", "PS", "QA", "SA", "SD",
     "SO", "SY", "TN", "YE"]
)  # fmt: skip


def respelled(subject: Subject, dice: Dice) -> Spelling | None:
    """Mohamed Hussain for Muhammad Husayn."""
    countries = {*subject.party.countries}
    is_able = subject.script is Script.LATIN and subject.listing.type is PartyType.PERSON and countries & _ARAB_WORLD
    return changed(subject, romanisation.respelled(subject.text, dice)) if is_able else None


def pressed(subject: Subject, dice: Dice) -> Spelling | None:
    """Сергей Шойгу in the Latin spelling of one of the presses."""
    if subject.script is not Script.CYRILLIC or subject.listing.type is not PartyType.PERSON or not subject.typed:
        return None
    press = dice.pick(romanisation.PRESSES)
    return Spelling(romanisation.romanised(subject.text, press), press)


def in_other_script(subject: Subject, dice: Dice) -> Spelling | None:
    """Given and family name alone: newsrooms outside the Slavic world leave out patronymics."""
    given, family = subject.of(NamePart.GIVEN), subject.of(NamePart.FAMILY)
    if subject.script is not Script.CYRILLIC or not subject.typed or is_weak_pair(given, family):
        return None
    text = " ".join((*given, *family))
    if dice.below(2):
        return Spelling(other_scripts.greek(text), "el")
    return Spelling(other_scripts.arabic(text), "ar")


_RUSSIA = frozenset({"RU"})
_SLAVIC = frozenset({"RU", "BY", "UA"})
# A patronymic, or a family name in one of the common endings.
_RUSSIAN = re.compile(r"(vich|vna)\b|(ov|ova|ev|eva|in|ina|sky|skiy|skaya|ko|chuk)$")


def in_cyrillic(subject: Subject) -> Spelling | None:
    """Евгений Пригожин for Yevgeny Prigozhin."""
    countries = {*subject.party.countries}
    is_russian = subject.typed and bool(_RUSSIAN.search(subject.text)) and subject.alias.language in {"", "en"}
    if subject.script is not Script.LATIN or not is_russian or not countries <= _RUSSIA or not countries:
        return None
    surface = romanisation.in_cyrillic(subject.text)
    return None if surface is None else Spelling(surface, "ru")


def in_case(subject: Subject, dice: Dice) -> Spelling | None:
    """A Russian or Ukrainian name in one of three cases."""
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


def with_ending(subject: Subject, dice: Dice) -> Spelling | None:
    """Putin's, Putins, Putin'in, Putinin, Putina."""
    last = len(subject.words) - 1
    able = subject.text[-1].isalpha() and subject.parts[last] is not NamePart.LEGAL and is_own(subject, last)
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


def with_particle(subject: Subject, dice: Dice) -> Spelling | None:
    """김정은은, لمحمد, לדוד."""
    if subject.script is Script.HANGUL:
        part = dice.pick(("topic", "object", "genitive"))
        return Spelling(endings.korean(subject.text, part), "ko", part) if "가" <= subject.text[-1] <= "힣" else None
    if subject.script is Script.ARABIC and subject.alias.language in {"", "ar"}:
        part = dice.pick(("to", "with", "and"))
        return Spelling(endings.semitic(subject.text, part), "ar", part)
    return Spelling(endings.semitic(subject.text, "to"), "he", "to") if subject.script is Script.HEBREW else None
