"""Which regime a programme code belongs to, whatever list prints it.

Only as fine as joining needs it: equal regimes support an equal name, they never make a join by themselves. Sources:
OFAC's programme tags, UN_LIST_TYPE of the Security Council, the programme attribute of the EU file, RegimeName of the
UK list.
"""

import re
from functools import lru_cache

_REGIMES = {
    "afghanistan": r"afg|taliban|.*afghanistan.*",
    "balkans": r"balkans.*|bih|.*bosnia.*",
    "belarus": r"blr|.*belarus.*",
    "central-african-republic": r"car|caf|.*central african.*",
    "chemical-weapons": r"chem|.*chemical weapons.*",
    "cuba": r"cuba.*",
    "cyber": r"cyb|cyber.*|the cyber.*",
    "dprk": r"prk|dprk.*|.*people's republic of korea.*",
    "dr-congo": r"cod|drc|drcongo.*|.*democratic republic of the congo.*",
    "guatemala": r"gtm",
    "guinea": r"gin|the guinea .*",
    "guinea-bissau": r"gb|gnb|.*guinea-bissau.*",
    "haiti": r"hti|.*haiti.*",
    "human-rights": r"hr|glomag|magnit|.*human rights.*|.*anti-corruption.*",
    "iran": r"irn|ifsr|irgc|ifca|isa|fse-ir|hrit-ir|.*\biran\b.*",
    "iraq": r"irq|.*\biraq.*",
    "lebanon": r"lbn|lebanon.*",
    "libya": r"lby|.*libya.*",
    "mali": r"mli|.*\bmali\b.*",
    "moldova": r"mda",
    "myanmar": r"mmr|burma.*|.*myanmar.*",
    "nicaragua": r"nic|.*nicaragua.*",
    "russia": r"ukr|rus|rusda|ukraine.*|peesa.*|.*\brussia\b.*",
    "somalia": r"som|.*somalia.*",
    "south-sudan": r"ssd|south ?sudan|.*south sudan.*",
    "sudan": r"sdn|sdnz|darfur|sudan.*|the sudan.*",
    "syria": r"syr|hrit-sy|.*syria.*",
    "terrorism": r"sdgt|fto|taqa|euaq|terr|ham|unli|al-qaida|.*counter-terrorism.*|isil.*",
    "tunisia": r"tun",
    "venezuela": r"ven|.*venezuela.*",
    "yemen": r"yem|.*yemen.*",
}
_PATTERNS = {regime: re.compile(pattern) for regime, pattern in _REGIMES.items()}


@lru_cache(maxsize=4096)
def regimes(programmes: tuple[str, ...]) -> frozenset[str]:
    """Regimes of all the codes; a code that no list of the table prints belongs to none."""
    codes = [code.casefold().replace("’", "'").strip() for code in programmes]
    return frozenset(regime for regime, pattern in _PATTERNS.items() if any(map(pattern.fullmatch, codes)))
