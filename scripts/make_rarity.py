"""Count how common words are in news and in listed names, and write the table that matching ships with.

usage: python scripts/make_rarity.py DATA_FOLDER

DATA_FOLDER holds ``news/*/articles.jsonl`` and ``lists`` (see LISTS). Only bare counts of words that stand in five
articles or more, or in the
names of five parties or more, are written: no text and no name can be read back from them.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from watchlist.lists import parse, unpack
from watchlist.model import Listing, PartyType
from watchlist.text.lexicon import lexicon
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


@dataclass
class News:
    """Counts of words in news: articles that hold each, its occurrences, those in lower case, and capitalised words
    written before it.
    """

    articles: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    lower: Counter[str] = field(default_factory=Counter)
    before: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def namesakes(self, word: str) -> int:
        """How many different given names stand before a word, inflected forms of one counted once."""
        return len({other[:4] for other in self.before.get(word, ()) if self.is_name(other)})

    def is_name(self, word: str) -> bool:
        """Whether a word is mostly capitalised and no title, role, nationality or place."""
        words = lexicon()
        meaning = words.concepts.labels(word) or words.nationalities.labels(word) or word in words.places
        return self.lower[word] * 5 < self.seen[word] and not words.is_a("title", word) and not meaning


def count_news(folder: Path) -> News:
    """Counts over every article of every corpus."""
    news = News()
    for path in sorted(folder.glob("*/articles.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                text = f"{article['title']}\n{article['text']}"
                tokens = tokenize(text)
                folded = [fold(token.surface) for token in tokens]
                news.articles.update({word for word in folded if is_counted(word)})
                for at, (token, word) in enumerate(zip(tokens, folded, strict=True)):
                    if is_counted(word):
                        news.seen[word] += 1
                        news.lower[word] += token.surface[:1].islower()
                    if (
                        at
                        and token.surface[0].isupper()
                        and tokens[at - 1].surface[0].isupper()
                        and text[tokens[at - 1].end : token.start] == " "
                    ):
                        news.before[word].add(folded[at - 1])
    return news


def is_counted(word: str) -> bool:
    """Numbers and monsters are no words."""
    return bool(word) and not word.isdigit() and len(word) <= 30


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
    news = count_news(data / "news")
    bearing, given, family = count_names(listings)
    words = {word for word, count in news.articles.items() if count >= FEWEST} | {
        word for word, count in bearing.items() if count >= FEWEST
    }
    lines = ["# word\tarticles\tlower_percent\tnamesakes\tparties\tgiven\tfamily\n"]
    for word in sorted(words):
        lower = round(100 * news.lower[word] / max(1, news.seen[word]))
        numbers = (news.articles[word], lower, news.namesakes(word), bearing[word], given[word], family[word])
        lines.append("\t".join((word, *map(str, numbers))) + "\n")
    TABLE.write_bytes(gzip.compress("".join(lines).encode(), mtime=0))
    print(f"{len(lines) - 1} words of {len(news.seen)}; {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
