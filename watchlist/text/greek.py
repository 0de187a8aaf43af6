"""How Greek spells foreign names: ντ for d, μπ for b, γκ for g, σ and ζ for hushed sounds too, a last φ for Russian v.

The sounds are those of ``text.sounds``. An accent on the first of two vowels parts them (Σεργκέι is Sergei). Sources:
ELOT 743 read backwards, and how Greek newsrooms write names.
"""

import re
import unicodedata

_GROUPS: dict[str, tuple[str, ...]] = {
    "ντ": ("d", "nt"), "μπ": ("b", "mp"), "γκ": ("g", "nk"), "γγ": ("ng",), "τζ": ("Z",), "τσ": ("C", "T"),
    "ντζ": ("Z",), "ου": ("u",), "ού": ("u",), "ει": ("i",), "εί": ("i",), "οι": ("i",), "οί": ("i",),
    "αι": ("e", "ai"), "αί": ("e", "ai"), "αυ": ("av", "af"), "αύ": ("av", "af"), "ευ": ("ev", "ef"),
    "εύ": ("ev", "ef"), "γιε": ("ie",), "γιέ": ("ie",), "για": ("ia",), "γιά": ("ia",), "γιο": ("io",),
    "γιό": ("io",), "γιου": ("iu",), "γιού": ("iu",),
}  # fmt: skip
_LETTERS: dict[str, tuple[str, ...]] = {
    "α": ("a",), "β": ("v",), "γ": ("g",), "δ": ("d",), "ε": ("e",), "ζ": ("z", "Z"), "η": ("i",), "θ": ("t",),
    "ι": ("i",), "κ": ("k",), "λ": ("l",), "μ": ("m",), "ν": ("n",), "ξ": ("ks",), "ο": ("o",), "π": ("p",),
    "ρ": ("r",), "σ": ("s", "S"), "ς": ("s", "S"), "τ": ("t",), "υ": ("i",), "φ": ("f",), "χ": ("H",), "ψ": ("ps",),
    "ω": ("o",),
}  # fmt: skip
_LAST = {"φ": ("v", "f")}
_GROUP = re.compile("|".join(sorted(_GROUPS, key=len, reverse=True)) + "|.", re.DOTALL)


def heard(lowered: str) -> list[tuple[str, ...]]:
    """The sounds of each letter group of a Greek word in lower case, likeliest first."""
    sounds = []
    for found in _GROUP.finditer(lowered):
        letters = found.group()
        bare = unicodedata.normalize("NFD", letters)[0]
        last = _LAST.get(bare) if found.end() == len(lowered) else None
        sounds.append(_GROUPS.get(letters) or last or _LETTERS.get(bare, (bare,)))
    return sounds
