"""What outlets make of each other's reports, and what only looks like that: made from given texts, by given dice."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from watchlist.model import Article

_SENTENCE = re.compile(r"(?<=[.!?…。！？])\s*")
_PAIR = re.compile("..?", re.DOTALL)
_UNSPACED = re.compile("[\u3040-\u9fff]")

TEMPLATES = (
    (
        "Shares in {a} closed {up} on {day}, with the main index {gained} {x} percent to {n} points in thin trade. "
        "Banks and retailers led the move, {a} Steel was {up} by {y} percent at {m}, and about {k} million shares "
        "changed hands. Of {c} listed companies, {d} rose and {e} fell. Traders said the market would look for "
        "direction to the figures due later this week. The local currency was quoted at {f} to the dollar."
    ),
    (
        "The state statistics office of {a} said on {day} that consumer prices {gained} {x} percent in the month and "
        "{y} percent from a year earlier, after {f} percent in the month before. Food prices moved by {m} percent and "
        "energy by {d} percent. Analysts polled by the agency had expected {e} percent on average. The central bank, "
        "which has kept its main rate at {c} percent, meets again on the {k}th of next month."
    ),
)
"""Reports that are written every day: the same words, other news."""


def sentences(text: str) -> list[str]:
    """A text by its sentences."""
    return [part for part in _SENTENCE.split(text) if part.strip()]


def glued(parts: Sequence[str]) -> str:
    """Sentences as one text."""
    return ("" if any(_UNSPACED.search(part) for part in parts[:3]) else " ").join(parts)


def words(text: str) -> list[str]:
    """Words, or pairs of letters where the script has no spaces."""
    return _PAIR.findall(text) if _UNSPACED.search(text) else text.split()


def joined(parts: Sequence[str]) -> str:
    """Words as one text."""
    return ("" if any(_UNSPACED.search(part) for part in parts) else " ").join(parts)


def _cut(text: str, other: str, dice: Random) -> str:
    parts = words(text)
    return joined(parts[: int(len(parts) * dice.uniform(0.4, 0.8))])


def _dropped(text: str, other: str, dice: Random) -> str:
    """Without one sentence in three."""
    first = dice.randrange(3)
    return glued([part for place, part in enumerate(sentences(text)) if place % 3 != first])


def _edited(text: str, other: str, dice: Random) -> str:
    parts, strange = words(text), words(other)
    return joined([dice.choice(strange) if dice.random() < 0.06 else part for part in parts])


def _rewritten(text: str, other: str, dice: Random) -> str:
    """One sentence in five as another desk would have it."""
    parts, strange = sentences(text), words(other)
    for place in range(dice.randrange(5), len(parts), 5):
        parts[place] = joined(dice.choices(strange, k=12)) + "."
    return glued(parts)


def _framed(text: str, other: str, dice: Random) -> str:
    strange = words(other)
    dateline, footer = joined(dice.choices(strange, k=6)), joined(dice.choices(strange, k=25))
    return f"{dateline}, {dice.randint(1, 30)}.11. — {text} {footer} © {dice.randint(2000, 2030)}"


def _linked(text: str, other: str, dice: Random) -> str:
    strange = words(other)
    links = [joined(dice.choices(strange, k=8)) for _ in range(dice.randint(3, 8))]
    return "\n".join([text, *links])


def _quoted(text: str, other: str, dice: Random) -> str:
    """One sentence in six as somebody else translated it."""
    parts = sentences(text)
    for place in range(dice.randrange(6), len(parts), 6):
        parts[place] = f"“{joined(dice.sample(words(parts[place]), len(words(parts[place]))))}”"
    return glued(parts)


CHANGES: dict[str, Callable[[str, str, Random], str]] = {
    "cut from the end": _cut,
    "sentences dropped": _dropped,
    "words edited": _edited,
    "sentences rewritten": _rewritten,
    "dateline and boilerplate": _framed,
    "links appended": _linked,
    "quotes translated": _quoted,
    "cut and framed": lambda text, other, dice: _framed(_cut(text, other, dice), other, dice),
    "edited and linked": lambda text, other, dice: _linked(_edited(text, other, dice), other, dice),
    "framed twice": lambda text, other, dice: _framed(_framed(text, other, dice), other, dice),
}


def copies(article: Article, other: Article, dice: Random) -> list[Article]:
    """The article as every kind of outlet prints it, each under a headline of its own."""
    titles = words(other.text)
    return [
        replace(article, id=f"{article.id} {kind}", title=joined(dice.choices(titles, k=8)), text=change)
        for kind, change in ((kind, make(article.text, other.text, dice)) for kind, make in CHANGES.items())
    ]


def follow_up(article: Article, fresh: Article, dice: Random) -> Article:
    """Other news on the same subject, with as much as two fifths of background from the article before it."""
    news, background = words(fresh.text), words(article.text)
    share = dice.uniform(0.2, 0.4)
    length = min(len(background) // 2, int(len(news) * share / (1 - share)))
    text = joined([*news, *background[len(background) - length :]])
    return replace(fresh, id=f"{article.id} follow-up", text=text)


def digest(articles: Sequence[Article]) -> Article:
    """The beginnings of many articles, as a press review prints them."""
    return replace(articles[0], id=f"{articles[0].id} digest", text="\n".join(one.text[:400] for one in articles))


def daily(day: int, dice: Random) -> Article:
    """A report from a template, filled with the figures of a day."""
    values = {key: f"{dice.randint(1, 999)}.{dice.randint(0, 9)}" for key in "cdefkmnxy"}
    text = TEMPLATES[day % len(TEMPLATES)].format(
        a="Warsaw", day=dice.choice(("Monday", "Friday")), up=dice.choice(("higher", "lower")), gained="moved", **values
    )
    return Article(f"daily {day}", "wire", "Daily report", text)
