"""Which programme codes of all lists belong to one regime: "dprk" is one word for what each authority codes its way.

Patterns are compared with the whole code, without regard to case; ``*`` stands for anything. Sources: OFAC's programme
tags, UN_LIST_TYPE of the Security Council, the programme attribute of the EU file, RegimeName of the UK list.
"""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from types import MappingProxyType

REGIMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "afghanistan": ("taliban", "afg", "*afghanistan (sanctions)*"),
        "balkans": ("balkans*", "bih", "*bosnia and herzegovina (sanctions)*"),
        "belarus": ("belarus*", "blr", "*belarus (sanctions)*"),
        "central-african-republic": ("car", "caf", "*central african republic (sanctions)*"),
        "china-military": ("cmic-*", "ns-cmic*"),
        "cuba": ("cuba*",),
        "cyber": ("cyber*", "cyb", "*cyber (sanctions)*", "election-*"),
        "dprk": ("dprk*", "prk", "*democratic people's republic of korea (sanctions)*"),
        "dr-congo": ("drcongo*", "drc", "cod", "*democratic republic of the congo (sanctions)*"),
        "guatemala": ("gtm",),
        "guinea": ("gin", "*the guinea (sanctions)*"),
        "guinea-bissau": ("gb", "gnb", "*guinea-bissau (sanctions)*"),
        "haiti": ("haiti*", "hti", "*haiti (sanctions)*"),
        "human-rights": ("glomag", "magnit", "hr", "*human rights sanctions*", "*anti-corruption sanctions*", "uhrpa"),
        "iran": (
            "iran",
            "iran-*",
            "irn",
            "ifsr",
            "irgc",
            "ifca",
            "isa",
            "hrit-ir",
            "fse-ir",
            "caatsa - iran",
            "*the iran (sanctions)*",
        ),
        "iraq": ("iraq*", "irq", "*iraq (sanctions)*"),
        "lebanon": ("lebanon*", "lbn", "*lebanon (sanctions)*"),
        "libya": ("libya*", "lby", "*libya (sanctions)*"),
        "mali": ("mali*", "mli", "*mali (sanctions)*"),
        "moldova": ("mda",),
        "myanmar": ("burma*", "mmr", "*myanmar (sanctions)*"),
        "narcotics": ("sdnt", "sdntk", "illicit-drugs-*"),
        "nicaragua": ("nicaragua*", "nic", "*nicaragua (sanctions)*"),
        "proliferation": ("npwmd", "chem", "*chemical weapons (sanctions)*"),
        "russia": (
            "*russia-eo*",
            "ukraine-eo*",
            "caatsa - russia",
            "peesa*",
            "ukr",
            "rus",
            "rusda",
            "*the russia (sanctions)*",
        ),
        "somalia": ("*somalia*", "som"),
        "south-sudan": ("south sudan", "southsudan", "ssd", "*south sudan (sanctions)*"),
        "sudan": ("sudan*", "darfur", "sdn", "sdnz", "*the sudan (sanctions)*"),
        "syria": ("syria*", "syr", "hrit-sy", "*syria (sanctions)*"),
        "terrorism": (
            "sdgt",
            "fto",
            "al-qaida",
            "taqa",
            "euaq",
            "unli",
            "terr",
            "ham",
            "*counter-terrorism*",
            "*isil (da'esh)*",
        ),
        "transnational-crime": ("tco",),
        "tunisia": ("tun",),
        "venezuela": ("venezuela*", "ven", "*venezuela (sanctions)*"),
        "yemen": ("yemen*", "yem", "*yemen (sanctions)*"),
    }
)


def fits(code: str, patterns: tuple[str, ...]) -> bool:
    """Whether a programme code fits one of the patterns, whatever the shape of its apostrophes."""
    plain = code.casefold().replace("’", "'").strip()
    return any(fnmatchcase(plain, pattern.casefold()) for pattern in patterns)


@lru_cache(maxsize=4096)
def regimes(code: str) -> frozenset[str]:
    """The regimes that a programme code belongs to; none for a code that the table does not know."""
    return frozenset(regime for regime, patterns in REGIMES.items() if fits(code, patterns))
