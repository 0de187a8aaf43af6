"""Write the tables of country and city names in many languages from Unicode CLDR (through Babel).

usage: python scripts/make_countries.py        (needs the dependency group "tables")

Writes watchlist/text/lexicon/countries.tsv (ISO code, names joined by "|") and places.txt (city names, one a line). CLDR is under the
Unicode licence, which permits this. Country names support a match and are never one; city names are never one.
"""

from pathlib import Path

from babel import Locale

from watchlist.text.normalize import fold

LANGUAGES = (
    "en es fr de it pt nl pl cs sk sl hr sr bg mk ru uk be ro hu tr az kk el lt lv et fi sv da nb ar fa ur he zh zh_Hant ja ko id vi"
).split()
LEXICON = Path(__file__).resolve().parent.parent / "watchlist" / "text" / "lexicon"


def main() -> None:
    """Write both tables."""
    countries: dict[str, dict[str, None]] = {}
    cities: set[str] = set()
    for language in LANGUAGES:
        locale = Locale.parse(language)
        for code, name in locale.territories.items():
            if len(code) == 2 and code.isalpha() and code not in {"ZZ", "EU", "UN", "EZ", "QO"}:
                countries.setdefault(code, {})[fold(name)] = None
        for names in locale.time_zones.values():
            city = fold(names.get("city", ""))
            if len(city) > 2 and len(city.split()) <= 3:
                cities.add(city)
    lines = [f"{code}\t{'|'.join(names)}\n" for code, names in sorted(countries.items())]
    (LEXICON / "countries.tsv").write_text("".join(lines), encoding="utf-8")
    (LEXICON / "places.txt").write_text("".join(f"{city}\n" for city in sorted(cities)), encoding="utf-8")
    print(f"{len(lines)} countries, {sum(map(len, countries.values()))} names, {len(cities)} cities")


if __name__ == "__main__":
    main()
