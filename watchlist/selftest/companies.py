"""Names of companies as news shortens them: without legal form, with another, without a word that says what it is."""

from watchlist.model import PartyType
from watchlist.selftest import legal_forms
from watchlist.selftest.changes import Spelling, changed
from watchlist.selftest.dice import Dice
from watchlist.selftest.needs import is_telling, strong_names
from watchlist.selftest.subjects import SMALL_WORDS, NamePart, Subject
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold
from watchlist.text.rarity import rarity


def without_form(subject: Subject) -> Spelling | None:
    """Verus Trading for LLC Verus Trading."""
    rest = subject.of(NamePart.WORD)
    able = len(rest) > 1 and any(map(is_telling, rest))
    return changed(subject, legal_forms.without_legal_form(subject)) if able else None


def short_name(subject: Subject) -> Spelling | None:
    """A company by the one word that is left without its legal form: Rosneft for PAO Rosneft."""
    rest = subject.of(NamePart.WORD)
    able = len(rest) == 1 and is_telling(rest[0]) and strong_names(subject.party).get(fold(rest[0]), 0) < 2
    return changed(subject, legal_forms.without_legal_form(subject)) if able else None


def with_other_form(subject: Subject, dice: Dice) -> Spelling | None:
    """SIS d.o.o. for SIS DOO."""
    return changed(subject, legal_forms.with_other_legal_form(subject, dice))


# A word that so many listings print as a given name is one, not a word for what an organisation does.
_GIVEN_NAME = 5


def without_generic_word(subject: Subject, dice: Dice) -> Spelling | None:
    """An organisation without one word that says what it is, not which, where two that say which are left."""
    if subject.listing.type is not PartyType.ORGANIZATION:
        return None
    words = subject.words
    generic = [at for at in range(1, len(words)) if subject.parts[at] is NamePart.WORD and _can_go(words, at)]
    telling = [word for word in subject.of(NamePart.WORD) if is_telling(word)]
    if not generic or len(telling) < 2 or fold(" ".join(telling)) in lexicon().places:
        return None
    left_out = dice.pick(generic)
    return Spelling(" ".join(word for at, word in enumerate(words) if at != left_out))


def _can_go(words: tuple[str, ...], at: int) -> bool:
    """Whether a word says nothing of its own, and no small word beside it hangs on it ("Bureau of")."""
    word = words[at]
    beside = {fold(each) for each in words[at - 1 : at + 2]}
    is_name = is_telling(word) or rarity().of(fold(word)).given >= _GIVEN_NAME
    return len(word) > 2 and word.isalpha() and not is_name and beside.isdisjoint(SMALL_WORDS)
