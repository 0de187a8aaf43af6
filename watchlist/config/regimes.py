"""Which programme codes of all lists belong to one regime, so that a watchlist can say "dprk" once."""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from types import MappingProxyType

# Codes as the lists print them, compared without case; * stands for anything. Sources: OFAC programme tags, the
# UN_LIST_TYPE of the Security Council, the programme attribute of the EU file, RegimeName of the UK list.
REGIMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "afghanistan": ("taliban", "afg", "*afghanistan (sanctions)*"),
        "balkans": ("balkans*", "bih", "*bosnia and herzegovina (sanctions)*"),
        "belarus": ("belarus*", "blr", "*belarus (sanctions)*"),
        "central-african-republic": ("car", "caf", "*central african republic (sanctions)*"),
        "china-military": ("cmic-*", "ns-cmic*"),
        "cuba": ("cuba",),
        "cyber": ("cyber*", "cyb", "*cyber (sanctions)*", "election-*"),
        "dprk": ("dprk*", "prk", "*democratic people's republic of korea (sanctions)*"),
        "dr-congo": ("drcongo", "drc", "cod", "*democratic republic of the congo (sanctions)*"),
        "haiti": ("haiti*", "hti"),
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
        "libya": ("libya*", "lby", "*libya (sanctions)*"),
        "mali": ("mali*", "mli", "*mali (sanctions)*"),
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
            "terr",
            "ham",
            "*counter-terrorism*",
            "*isil (da'esh)*",
        ),
        "transnational-crime": ("tco",),
        "venezuela": ("venezuela*", "ven", "*venezuela (sanctions)*"),
        "yemen": ("yemen*", "yem"),
    }
)


def matches(code: str, patterns: tuple[str, ...]) -> bool:
    """Whether a programme code fits one of the patterns, without regard to case or to the shape of apostrophes."""
    plain = code.casefold().replace("’", "'").strip()
    return any(fnmatchcase(plain, pattern.casefold()) for pattern in patterns)


def patterns(regimes: tuple[str, ...], programmes: tuple[str, ...]) -> tuple[str, ...]:
    """The code patterns meant by names of regimes and by patterns of programmes together."""
    return tuple(pattern for regime in regimes for pattern in REGIMES[regime]) + programmes
