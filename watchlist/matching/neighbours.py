"""What stands directly beside a name, and whether it makes the name in the text a longer one."""

from watchlist.matching.candidates import Candidate
from watchlist.matching.page import Break, Page
from watchlist.text.lexicon import lexicon
from watchlist.text.scripts import CASED


def goes_on(candidate: Candidate, page: Page) -> bool:
    """Whether an unexplained capitalised word stands directly beside the span: the name in the text is a longer one."""
    for place, link in ((candidate.first - 1, candidate.first - 1), (candidate.last + 1, candidate.last)):
        if not 0 <= place < len(page.tokens) or page.breaks[link] is not Break.NONE or not page.cased:
            continue
        sense = page.senses[place]
        explained = (
            sense.filler
            or lexicon().is_a("conjunction", sense.folded)
            or sense.concepts
            or sense.countries
            or page.starts_sentence(place)
        )
        ordinary = sense.everyday and page.is_headline
        if sense.capital and not explained and not ordinary and not lexicon().is_a("legal", sense.folded):
            return True
    return False


def has_capital_beside(candidate: Candidate, page: Page) -> bool:
    """Whether ordinary words stand in a longer row of capitalised ones ("Aviation Oil Holding Company")."""
    links = ((candidate.first - 1, candidate.first - 1), (candidate.last + 1, candidate.last))
    inside = [place for place, link in links if 0 <= place < len(page.tokens) and page.breaks[link] is Break.NONE]
    return any(
        page.cased
        and page.senses[place].capital
        and not page.senses[place].filler
        and not page.starts_sentence(place)
        and not lexicon().is_a("legal", page.senses[place].folded)
        for place in inside
    )


def says_case(candidate: Candidate, page: Page) -> bool:
    """Whether capitals are written here, or the script has none to write."""
    return page.cased or page.senses[candidate.first].script not in CASED
