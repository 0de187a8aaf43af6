"""Which programme codes of all lists belong to one regime: "dprk" is one word for what each authority codes its way.

The table (``lexicon/regimes.tsv``) has two ways to know a code. Short codes are compared whole, ``*`` stands for
anything: OFAC's programme tags, UN_LIST_TYPE of the Security Council, the programme attribute of the EU file, the keys
of OpenSanctions ("EU-PRK"), which are such codes behind the letters of their issuer. Codes in words are searched for
names: RegimeName of the UK, Swiss ordinances, Canadian regulations, Australian committees, sources of the US
consolidated screening list. Of names within names only the longest counts: South Sudan is not Sudan.
"""

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from types import MappingProxyType

from watchlist.text.lexicon import rows_of
from watchlist.text.normalize import fold

_TABLE = {regime: (codes, names) for regime, codes, names in rows_of("regimes.tsv")}

REGIMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {regime: tuple(codes.casefold().split(", ")) for regime, (codes, _) in _TABLE.items()}
)
"""The patterns of short codes by regime."""

_REGIME_OF: Mapping[str, str] = MappingProxyType(
    {name: regime for regime, (_, names) in _TABLE.items() for name in names.split(", ")}
)
_NAMES = re.compile(rf"\b(?:{'|'.join(sorted(_REGIME_OF, key=lambda name: (-len(name), name)))})\b")
_ISSUER = re.compile(r"^(?:au|be|ca|eu|fr|gb|nl|nz|seco|un|us)-", re.IGNORECASE)
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def fits(code: str, patterns: tuple[str, ...]) -> bool:
    """Whether a programme code fits one of the patterns, whatever the shape of its apostrophes."""
    plain = code.casefold().replace("’", "'").strip()
    return any(fnmatchcase(plain, pattern.casefold()) for pattern in patterns)


@lru_cache(maxsize=4096)
def regimes(code: str) -> frozenset[str]:
    """The regimes that a programme code belongs to; none for a code that the table does not know."""
    spellings = {code, _ISSUER.sub("", code)}
    short = {regime for regime, patterns in REGIMES.items() if any(fits(each, patterns) for each in spellings)}
    return frozenset(short or _named(code))


def _named(code: str) -> set[str]:
    words = _BETWEEN_WORDS.sub(" ", fold(code))
    return {_REGIME_OF[found] for found in _NAMES.findall(words)}
