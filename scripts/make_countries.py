"""Write the tables of country and city names in many languages from Unicode CLDR (through Babel).

usage: python scripts/make_countries.py        (needs the dependency group "tables")

Writes watchlist/text/lexicon/countries.tsv (ISO code, names joined by "|"), places.txt (city names) and calendar.txt
(months and days), one a line, and watchlist/selftest/countries.tsv (ISO code, one column of names for each language in
which the self-test has sentences). CLDR is under the Unicode licence, which permits this. Country names support a match
and are never one; the others are never one.
"""

from pathlib import Path

from babel import Locale

from watchlist.text.normalize import fold

LANGUAGES = [
    "en",
    "es",
    "fr",
    "de",
    "it",
    "pt",
    "nl",
    "pl",
    "cs",
    "sk",
    "sl",
    "hr",
    "sr",
    "bg",
    "mk",
    "ru",
    "uk",
    "be",
    "ro",
    "hu",
    "tr",
    "az",
    "kk",
    "el",
    "lt",
    "lv",
    "et",
    "fi",
    "sv",
    "da",
    "nb",
    "ar",
    "fa",
    "ur",
    "he",
    "zh",
    "zh_Hant",
    "ja",
    "ko",
    "id",
    "vi",
]
HOUSE = Path(__file__).resolve().parent.parent / "watchlist"
LEXICON = HOUSE / "text" / "lexicon"
HEADLINES = ("en", "es", "fr", "de", "it", "pl", "fi", "tr", "ru", "uk", "bg", "el", "ar", "fa", "he", "zh", "ja", "ko")


def main() -> None:
    """Write the tables."""
    countries: dict[str, dict[str, None]] = {}
    cities: set[str] = set()
    calendar: set[str] = set()
    for language in LANGUAGES:
        locale = Locale.parse(language)
        for code, name in locale.territories.items():
            if len(code) == 2 and code.isalpha() and code not in {"ZZ", "EU", "UN", "EZ", "QO"}:
                countries.setdefault(code, {})[fold(name)] = None
        for names in locale.time_zones.values():
            cities.add(fold(names.get("city", "")))
        for names in (*locale.months["format"].values(), *locale.days["format"].values()):
            calendar.update(fold(name) for name in names.values())
    cities |= {fold(zone.rpartition("/")[2].replace("_", " ")) for zone in Locale.parse("de").time_zones}
    cities = {city for city in cities if len(city) > 2 and len(city.split()) <= 3}
    calendar = {word for word in calendar if len(word) > 3 and word.isalpha()}
    lines = [f"{code}\t{'|'.join(names)}\n" for code, names in sorted(countries.items())]
    (LEXICON / "countries.tsv").write_text("".join(lines), encoding="utf-8")
    (LEXICON / "calendar.txt").write_text("".join(f"{word}\n" for word in sorted(calendar)), encoding="utf-8")
    (LEXICON / "places.txt").write_text("".join(f"{city}\n" for city in sorted(cities)), encoding="utf-8")
    headlines = [Locale.parse(language).territories for language in HEADLINES]
    rows = ["code\t" + "\t".join(HEADLINES)]
    # CLDR calls Hong Kong and Macao by names that no headline has.
    everywhere = [
        code for code in sorted(countries) if code not in {"HK", "MO"} and all(code in names for names in headlines)
    ]
    rows += ["\t".join([code, *(_plain(names[code]) for names in headlines)]) for code in everywhere]
    (HOUSE / "selftest" / "countries.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(lines)} countries, {sum(map(len, countries.values()))} names, {len(cities)} cities")


def _plain(name: str) -> str:
    """A country name as a headline writes it: "Myanmar (Burma)" is Myanmar."""
    return name.partition(" (")[0].partition("（")[0].partition("(")[0].strip()


if __name__ == "__main__":
    main()
