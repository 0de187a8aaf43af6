"""Characters that no reader sees and that would hide a name: left out before reading, counted again in every place."""

import re
from collections.abc import Sequence
from dataclasses import replace

from watchlist.model import Article, Field, Match

# Soft hyphens, marks without width and of writing direction, byte order marks, NUL (Unicode category Cf and U+0000).
# The non-joiner stays, by which Persian parts syllables.
_INVISIBLE = re.compile("[\x00\u00ad\u061c\u180e\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")

Places = Sequence[int]


def visible(article: Article) -> tuple[Article, dict[Field, Places]]:
    """The article as its reader sees it, and where each character left stood, for the fields that lost any."""
    kept: dict[Field, Places] = {}
    texts = {field: article.of(field) for field in (Field.TITLE, Field.TEXT)}
    for field, text in tuple(texts.items()):
        if _INVISIBLE.search(text) is not None:
            kept[field] = [at for at, letter in enumerate(text) if _INVISIBLE.match(letter) is None]
            texts[field] = "".join(text[at] for at in kept[field])
    seen = replace(article, title=texts[Field.TITLE], text=texts[Field.TEXT]) if kept else article
    return seen, kept


def in_place(match: Match, article: Article, kept: dict[Field, Places]) -> Match:
    """The match with its mention where it stands in the article as it came."""
    mention = match.mention
    places = kept.get(mention.field)
    if places is None:
        return match
    start, end = places[mention.start], places[mention.end - 1] + 1
    return replace(match, mention=replace(mention, start=start, end=end, surface=article.of(mention.field)[start:end]))
