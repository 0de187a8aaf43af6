"""Count how common words are in news and in listed names, and write the table that matching ships with.

usage: python scripts/make_rarity.py DATA_FOLDER

DATA_FOLDER holds ``news/*/articles.jsonl`` and ``lists`` (see LISTS). Only bare counts of words that stand in five articles or more, or in the
names of five parties or more, are written: no text and no name can be read back from them.
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from watchlist.lists import parse, unpack
from watchlist.model import Listing, PartyType
from watchlist.text.normalize import fold
from watchlist.text.tokens import tokenize

FEWEST = 5
LISTS = {
    "ofac-enhanced-xml": "lists/ofac/RECONSTRUCTED_SDN_ENHANCED_2025-11-26.xml.gz",
    "un-xml": "lists/un/consolidated_2026-02-27.xml",
    "eu-fsf-xml": "lists/eu/RECONSTRUCTED_xmlFullSanctionsList_1_1_2026-05-01.xml.gz",
    "uk-xml": "lists/uk/RECONSTRUCTED_UK-Sanctions-List_2026-08-22.xml.gz",
}
TABLE = Path(__file__).resolve().parent.parent / "watchlist" / "text" / "lexicon" / "rarity.tsv.gz"


def count_news(folder: Path) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Articles that hold each word, its occurrences, and those in lower case."""
    articles, seen, lower = Counter[str](), Counter[str](), Counter[str]()
    for path in sorted(folder.glob("*/articles.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                words = set()
                for token in tokenize(f"{article['title']}\n{article['text']}"):
                    folded = fold(token.surface)
                    if folded.isdigit() or len(folded) > 30:
                        continue
                    words.add(folded)
                    seen[folded] += 1
                    lower[folded] += token.surface[:1].islower()
                articles.update(words)
    return articles, seen, lower


def count_names(listings: list[Listing]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Listings that bear each word, and those that print it as given or family name."""
    bearing, given, family = Counter[str](), Counter[str](), Counter[str]()
    for listing in listings:
        words, firsts, lasts = set(), set(), set()
        for alias in listing.aliases:
            words |= {fold(token.surface) for token in tokenize(alias.text)}
            if listing.type is PartyType.PERSON:
                firsts |= {fold(token.surface) for token in tokenize(alias.given)}
                lasts |= {fold(token.surface) for token in tokenize(alias.family)}
        bearing.update(words)
        given.update(firsts)
        family.update(lasts)
    return bearing, given, family


def main() -> None:
    """Count, and write the table."""
    data = Path(sys.argv[1])
    listings: list[Listing] = []
    for format_name, path in LISTS.items():
        raw = unpack(path, (data / path).read_bytes())
        listings += parse(format_name, {"": raw}, format_name).listings
    articles, seen, lower = count_news(data / "news")
    bearing, given, family = count_names(listings)
    words = {word for word, count in articles.items() if count >= FEWEST} | {word for word, count in bearing.items() if count >= FEWEST}
    lines = ["# word\tarticles\tlower_percent\tparties\tgiven\tfamily\n"]
    for word in sorted(words):
        numbers = (articles[word], round(100 * lower[word] / max(1, seen[word])), bearing[word], given[word], family[word])
        lines.append("\t".join((word, *map(str, numbers))) + "\n")
    TABLE.write_bytes(gzip.compress("".join(lines).encode(), mtime=0))
    print(f"{len(lines) - 1} words of {sum(1 for _ in seen)}; {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
