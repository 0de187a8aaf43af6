"""What is planted: each chosen or invented name in a short article of its own, with what a reader would expect."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from watchlist.model import Article, PartyType
from watchlist.selftest.choosing import Choice, Plan
from watchlist.selftest.dice import Dice, digest
from watchlist.selftest.foreign import cyrillic_language
from watchlist.selftest.invented import Invented
from watchlist.selftest.passages import (
    LATIN,
    NAME,
    ROLE,
    Context,
    Passage,
    Sentence,
    frames,
    has_country,
    headline,
    languages_with,
    told,
)
from watchlist.selftest.subjects import Need, Subject, words_of
from watchlist.selftest.variations import Group
from watchlist.text.scripts import Script

SOURCE = "selftest"
INVENTED_KIND = "invented"


class Expected(StrEnum):
    """What a reader would want to be told."""

    ALERT = "alert"
    REVIEW_AT_MOST = "review at most"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Planted:
    """One name in one article; ``subject`` is None for invented names, ``support`` says what the article adds."""

    kind: str
    group: Group
    subject: Subject | None
    type: PartyType
    script: Script
    language: str
    context: Context
    support: str
    expected: Expected
    passage: Passage
    article: Article

    @property
    def surface(self) -> str:
        """The planted name, exactly as the article prints it."""
        return self.passage.text[self.passage.name.start : self.passage.name.end]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Names that can stand beside a planted one, by party id: its ``full`` name, and that of a ``linked`` party."""

    full: Mapping[str, Subject]
    linked: Mapping[str, Subject]


class _Support(NamedTuple):
    """What stands beside a name, in words for the report: a further sentence, or a frame in place of the plain one."""

    words: str
    sentence: Sentence | None = None
    frame: str = ""


def plant(choice: Choice, beside: Neighbours, plan: Plan) -> Iterator[Planted]:
    """The article of a choice; a name that needs support has one without and, where there is any, one with it."""
    subject, spelling = choice.subject, choice.spelling
    dice = Dice(plan.seed, "article", choice.variation.name, subject.listing.id, subject.alias.text)
    language = spelling.language or _language(subject, dice)
    if choice.variation.group is not Group.SUPPORT:
        yield _planted(choice, language, _context(choice, language, dice), None, dice)
        return
    yield _planted(choice, language, Context.BARE, None, dice)
    shortened = spelling.surface != subject.text
    support = _full(subject, language) if shortened else _support(subject, language, beside)
    if support is not None or _country(subject, language):
        yield _planted(choice, language, Context.SUPPORTING, support, dice)


def plant_invented(name: Invented, number: int, plan: Plan) -> Planted:
    """The article of an invented name, in each context in turn."""
    dice = Dice(plan.seed, "article", name.text)
    language = _language_of(name.script, name.language, name.text, name.type, dice)
    able = tuple(Context) if has_country(language, name.country) else (Context.BARE, Context.NEUTRAL)
    context = able[number % len(able)]
    country = name.country if context is Context.SUPPORTING else ""
    sentences = _story(
        language, context, Sentence(_frame(language, context, name.type.value, dice), name.text, planted=True), dice
    )
    passage = told(headline(language, country, dice), sentences, language)
    return Planted(
        kind=INVENTED_KIND,
        group=Group.INVENTED,
        subject=None,
        type=name.type,
        script=name.script,
        language=language,
        context=context,
        support=f"country {country}" if country else "",
        expected=Expected.NOTHING,
        passage=passage,
        article=_article(passage, language, name.text, number),
    )


def _planted(choice: Choice, language: str, context: Context, support: _Support | None, dice: Dice) -> Planted:
    subject, spelling = choice.subject, choice.spelling
    country = _country(subject, language) if context is Context.SUPPORTING else ""
    part = spelling.part or subject.listing.type.value
    frame = support.frame if support and support.frame else _frame(language, context, part, dice)
    sentences = _story(language, context, Sentence(frame, spelling.surface, planted=True), dice)
    if spelling.introduced:
        others = [each for each in frames(language, subject.listing.type.value) if each != frame]
        sentences.insert(-2, Sentence(dice.pick(others), spelling.introduced, planted=False))
    if support and support.sentence is not None:
        sentences.insert(-1, support.sentence)
    passage = told(headline(language, country, dice), sentences, language)
    supports = (support.words if support else "", f"country {country}" if country else "")
    unsupported = choice.variation.group is Group.SUPPORT and context is not Context.SUPPORTING
    return Planted(
        kind=choice.variation.name,
        group=choice.variation.group,
        subject=subject,
        type=subject.listing.type,
        script=subject.script,
        language=language,
        context=context,
        support="; ".join(filter(None, supports)),
        expected=Expected.REVIEW_AT_MOST if unsupported else Expected.ALERT,
        passage=passage,
        article=_article(passage, language, choice.variation.name, subject.listing.id, subject.alias.text, context),
    )


def _article(passage: Passage, language: str, *purpose: object) -> Article:
    return Article(f"t{digest(*purpose):016x}", SOURCE, passage.title, passage.text, language=language)


def _story(language: str, context: Context, sentence: Sentence, dice: Dice) -> list[Sentence]:
    opening = () if context is Context.BARE else (Sentence(dice.pick(frames(language, "opening")), "", planted=False),)
    return [*opening, sentence, Sentence(dice.pick(frames(language, "closing")), "", planted=False)]


def _frame(language: str, context: Context, part: str, dice: Dice) -> str:
    return dice.pick(frames(language, "bare" if context is Context.BARE else part))


def _language(subject: Subject, dice: Dice) -> str:
    if subject.script is Script.CYRILLIC:
        return cyrillic_language(subject)
    return _language_of(subject.script, subject.alias.language, subject.text, subject.listing.type, dice)


def _language_of(script: Script, listed: str, text: str, kind: PartyType, dice: Dice) -> str:
    """The list's own language for the name where there are sentences in it, else one of the script."""
    if script is Script.LATIN:
        able = [language for language in LATIN if language in languages_with(kind.value)]
        return listed if listed in able else dice.pick(able)
    if script is Script.ARABIC:
        return "fa" if listed == "fa" or set("پچژگکی") & set(text) else "ar"
    return _BY_SCRIPT.get(script, "en")


_BY_SCRIPT = {
    Script.CYRILLIC: "ru", Script.HAN: "zh", Script.HANGUL: "ko", Script.KANA: "ja", Script.HEBREW: "he",
    Script.GREEK: "el",
}  # fmt: skip


def _context(choice: Choice, language: str, dice: Dice) -> Context:
    able = [Context.NEUTRAL]
    if _country(choice.subject, language):
        able.append(Context.SUPPORTING)
    plain = not choice.spelling.part and not choice.spelling.introduced
    if plain and choice.variation.alone and choice.subject.need is Need.NONE:
        able.append(Context.BARE)
    return dice.pick(able)


def _country(subject: Subject, language: str) -> str:
    return next((code for code in subject.party.countries if has_country(language, code)), "")


_LONGEST_ROLE = 60


def _support(subject: Subject, language: str, beside: Neighbours) -> _Support | None:
    """What a careful journalist adds to a name that says little: the full name, a listed role, a linked party."""
    full, linked = beside.full.get(subject.party.id), beside.linked.get(subject.party.id)
    roles = [role.strip(" .") for role in subject.listing.roles if len(role) <= _LONGEST_ROLE]
    if subject.need is Need.VESSEL:
        return _Support(f"the word {subject.listing.type.value}")
    if full is not None and not words_of(full.text) <= words_of(subject.text):
        return _full(full, language)
    if roles and language == "en":
        return _Support(f"role {roles[0]}", frame=_first(language, "role").replace(ROLE, roles[0]))
    if linked is not None:
        return _Support(f"linked party {linked.text}", Sentence(_first(language, "linked"), linked.text, planted=False))
    return None


def _full(subject: Subject, language: str) -> _Support:
    return _Support(f"full name {subject.text}", Sentence(_first(language, "full"), subject.text, planted=False))


def _first(language: str, part: str) -> str:
    return next(iter(frames(language, part)), NAME)
