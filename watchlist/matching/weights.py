"""The whole scoring policy in one table: what each feature of a match is worth, and why.

A score starts from how the name was found and is moved by what the article adds or takes away; it ends between 0 and 1.
A match that the rules of support do not carry ("a weak alias, a bare surname or a common name without support is review
at most") is held just below the alert threshold, whatever its sum.
"""

from typing import NamedTuple

from watchlist.model import Evidence


class Weight(NamedTuple):
    """What a feature adds for each unit of its value, and the words that tell a person so."""

    value: float
    words: str


WEIGHTS: dict[str, Weight] = {
    # How the name was found: exactly one of these starts every score.
    "name-full-person": Weight(0.90, "given and family name stand together"),
    "name-titled": Weight(0.88, "one name with the title or by-name that the list prints"),
    "name-full-organization": Weight(0.90, "every word of the name is there"),
    "name-one-word": Weight(0.89, "the name is one strong word"),
    "name-short-word": Weight(0.80, "a short or ambiguous word that lists print as the whole name"),
    "name-rare-word": Weight(0.71, "one word of the name, little known"),
    "name-partial": Weight(0.77, "most of the name is there"),
    "name-initials": Weight(0.76, "family name with initials"),
    "name-native": Weight(0.92, "the name in its own script"),
    "name-vessel": Weight(0.90, "the name of the vessel or aircraft beside a word for one"),
    "name-surname": Weight(0.72, "only the family name"),
    "name-reference": Weight(0.93, "short for the full name elsewhere in the article"),
    "identifier": Weight(1.0, "a number or address of the listing stands in the text"),
    "same-name": Weight(1.0, "the two names are the same letters"),
    "same-words": Weight(1.0, "words that agree"),
    # Two names without an article: what differs is all there is to go by.
    "other-spelling": Weight(-0.90, "the words are spelled otherwise"),
    "opposed-words": Weight(-0.45, "each name has a word that the other contradicts"),
    "left-out-words": Weight(-0.24, "words that only one of the names has"),
    "missing-words": Weight(-1.25, "words that only one of the names has"),
    "everyday-words": Weight(-0.08, "only words agree that many names have"),
    "only-one-word": Weight(-0.20, "only one word agrees"),
    "reversed-parentage": Weight(-0.20, "father and son change places"),
    "other-number": Weight(-1.0, "the numbers differ"),
    # How well the words agree. Spelling differences cost little, because transliteration and grammar make them; typos
    # cost more.
    "spelling": Weight(-0.35, "the spelling differs"),
    "spelling-alone": Weight(-0.91, "the spelling of the only word differs"),
    "middle-name": Weight(0.05, "the middle name or patronymic agrees"),
    "missing-word": Weight(-0.15, "a word of the listed name is missing"),
    "extra-word": Weight(-0.06, "a word stands inside the name that the list does not have"),
    "other-order": Weight(-0.20, "the words stand in another order"),
    "other-word": Weight(-0.15, "another name stands inside the name"),
    # What contradicts.
    "other-middle-name": Weight(-0.25, "another middle name than the listed one"),
    "other-given-name": Weight(-0.25, "the given name is that of the other sex"),
    "other-calling": Weight(-0.15, "a calling stands beside the name that no list states"),
    "other-age": Weight(-0.20, "the age or year of birth is not the listed one"),
    "other-sex": Weight(-0.25, "the title before the name is that of the other sex"),
    "longer-name": Weight(-0.10, "the name in the text goes on"),
    "uninflected-language": Weight(-0.03, "the ending is unusual in this language"),
    # What the article adds.
    "country": Weight(0.05, "the article speaks of a country of the party or of its sanctions programme"),
    "role": Weight(0.08, "a role that the listing states stands beside the name"),
    "age": Weight(0.06, "the age or year of birth is the listed one"),
    "co-mention": Weight(0.06, "a linked party is named in the article"),
    "named-beside": Weight(0.06, "a party of the same sanctions programme is named beside it"),
    "full-name": Weight(0.08, "the full name stands elsewhere in the article"),
    "kind-of-party": Weight(0.09, "words for this kind of party stand beside the name"),
    "known": Weight(0.01, "several lists name the party"),
    "unsupported": Weight(-1.0, "not enough for an alert by itself"),
    "few-bearers": Weight(0.16, "hardly anybody else bears the family name"),
}


def evidence(feature: str, value: float = 1.0, detail: str = "") -> Evidence:
    """One line of evidence: its weight is what it moves the score by."""
    weight = WEIGHTS[feature]
    return Evidence(
        feature,
        round(value, 3),
        round(weight.value * value, 4),
        f"{weight.words} ({detail})" if detail else weight.words,
    )
