"""What an article says of a person beside the name, held against the list: age, year of birth, sex."""

import re
from collections.abc import Iterator

from watchlist.matching.assessment import Place
from watchlist.matching.context import Context
from watchlist.matching.page import Break
from watchlist.matching.profiles import Profile
from watchlist.matching.weights import evidence
from watchlist.model import Evidence

# So many characters before and behind a name may tell an age.
BESIDE = 40
# Birthdays fall on either side of a date, and lists and newsrooms differ by a year.
TOLERANCE = 1
YOUNGEST, OLDEST = 14, 110

_YEARS_OLD = (
    r"(?:years?|ans|años|anos|anni|jahre|jaar|år|lat|let|rokov|лет|года?|років|роки|рік|г|г\.|години|godina|yaşında|"
    r"éves|ετών|ani|vuotta|ساله|سنة|عاما?|세|歳|岁)"
)
_AGE_BEHIND = (
    re.compile(r"\s*[,(]\s*(?P<age>\d{2})\s*[,).]"),
    re.compile(
        rf"\s*,?\s*\(?(?:aged?|de|à|mit|di|in leeftijd van)?\s*(?P<age>\d{{2,3}})\s*-?{_YEARS_OLD}(?!\w)", re.IGNORECASE
    ),
)
_AGE_BEFORE = re.compile(
    r"(?<!\d)(?P<age>\d{2})[-\s]?(?:year[-\s]old|jährig\w*|летн\w+|річн\w+|letni\w*|let[ýáéo]\w*|годишн\w+|yaşındaki|"
    r"éves|vuotias|årige?|jarige?)(?:\s+\w+){0,3}\s+$",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\s*,?\s*[(\[]?\s*(?:born|b\.|geboren|geb\.|né|née|nacid[oa]|nascid[oa]|nat[oa]|ur\.|nar\.|род\.|нар\.|рожден\w*|"
    r"roj\.|doğumlu|\*)\s*(?:in|im|am|en|el|em|nel|w|v|в|на|on)?\s*(?:[^()\d]{0,12}\d{0,2}[^()\d]{0,14})?(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_FEMALE = frozenset(
    ["mrs", "ms", "miss", "madam", "frau", "señora", "sra", "signora", "madame", "mme", "pani", "paní", "bayan"]
) | frozenset(["госпожа", "г-жа", "пані"])
_MALE = frozenset(["mr", "herr", "señor", "sr", "signor", "monsieur", "господин", "г-н", "bay"])


def personal(profile: Profile, place: Place, context: Context) -> list[Evidence]:
    """Evidence of age and sex; nothing where list or article are silent."""
    return [*_birth(profile, place, context), *_sex(profile, place)]


def _birth(profile: Profile, place: Place, context: Context) -> Iterator[Evidence]:
    if not profile.births:
        return
    for first, last, said in _stated_births(place, context):
        agrees = any(
            earliest - TOLERANCE <= last and first <= latest + TOLERANCE for earliest, latest in profile.births
        )
        listed = ", ".join(sorted({_span(*years) for years in profile.births}))
        yield evidence("age" if agrees else "other-age", 1.0, f"{said}, listed {listed}")
        return


def _stated_births(place: Place, context: Context) -> Iterator[tuple[int, int, str]]:
    """Years between which the article says that the person was born, and its words for it."""
    text = place.page.text
    behind = text[place.end : place.end + BESIDE]
    if (born := _BORN.match(behind)) is not None:
        yield int(born["year"]), int(born["year"]), f"born {born['year']}"
    if context.year is None:
        return
    ages = [found for pattern in _AGE_BEHIND if (found := pattern.match(behind)) is not None]
    if (before := _AGE_BEFORE.search(text[max(0, place.start - BESIDE) : place.start])) is not None:
        ages.append(before)
    for found in ages:
        age = int(found["age"])
        if YOUNGEST <= age <= OLDEST:
            yield context.year - age - 1, context.year - age, f"age {age}"


def _span(earliest: int, latest: int) -> str:
    return str(earliest) if earliest == latest else f"{earliest}–{latest}"


def _sex(profile: Profile, place: Place) -> Iterator[Evidence]:
    before = place.first - 1
    if not profile.sex or before < 0 or place.page.breaks[before] is Break.HARD:
        return
    title = place.page.tokens[before].surface.casefold().rstrip(".")
    said = "female" if title in _FEMALE else "male" if title in _MALE else ""
    if said and said != profile.sex:
        yield evidence("other-sex", 1.0, f"{place.page.tokens[before].surface}, listed {profile.sex}")
