"""How near a Cyrillic spelling sounds to a Latin one that follows the rules of any language.

Cyrillic newsrooms write foreign names as they hear them (Джонсон, Уэйн, Трюдо), so that letters say little: "ch" may be
heard as ч, ш, х or к, "j" as дж, ж, й or х, "eau" as о. Each group of Latin letters therefore has several readings, and
the cheapest path through them is the distance. Sources: the practical transcription tables of Russian and Bulgarian for
English, French, German, Spanish and Polish names.
"""

from functools import lru_cache

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "Z", "з": "z", "и": "i", "й": "i", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "H",
    "ц": "T", "ч": "C", "ш": "S", "щ": "S", "ъ": "a", "ы": "i", "ь": "", "э": "e", "ю": "u", "я": "a", "є": "e",
    "і": "i", "ї": "i", "ґ": "g", "ў": "u", "ј": "i", "љ": "l", "њ": "n", "ђ": "J", "ћ": "C", "џ": "J",
}  # fmt: skip
_LATIN: dict[str, tuple[str, ...]] = {
    "eau": ("o",), "igh": ("ai",), "sch": ("S", "sk"), "tch": ("C",), "tsch": ("C",), "dzh": ("J",), "dsch": ("J",),
    "augh": ("o",), "ough": ("o", "au"), "szcz": ("S",), "eigh": ("ei",), "ai": ("e", "ei", "ai"),
    "ay": ("ei", "e", "ai"), "ea": ("i", "e", "ia", "a"), "ee": ("i",), "ei": ("ai", "ei", "i"),
    "ie": ("i", "e", "ie"), "ey": ("ei", "i"), "eo": ("o", "io"), "ou": ("au", "u", "o"), "ow": ("au", "o", "ou"),
    "oo": ("u",), "oe": ("o", "e"), "ue": ("u", "e"), "au": ("o", "au"), "aw": ("o",), "ew": ("u", "iu"),
    "eu": ("o", "e", "oi", "eu"), "ae": ("e", "a"), "oi": ("ua", "oi"), "ui": ("u", "i", "ui"), "yo": ("o", "io"),
    "ya": ("a", "ia"), "yu": ("u", "iu"), "ju": ("u", "Ju"), "ja": ("a", "Ja"), "jo": ("o", "Jo"), "je": ("e", "Je"),
    "sh": ("S",), "ch": ("C", "S", "H", "k"), "ck": ("k", "Tk"), "ng": ("n", "ng"), "ph": ("f",),
    "gh": ("g", "", "f"), "wh": ("u", "v", "H"), "th": ("t", "z", "s", "f", "d"), "kn": ("n", "kn"),
    "wr": ("r", "vr"), "zh": ("Z",), "ts": ("T", "ts"), "tz": ("T", "ts"), "qu": ("kv", "k", "ku"), "cz": ("C",),
    "sz": ("S",), "rz": ("Z", "rz"), "dj": ("J",), "dg": ("J",), "gi": ("J", "gi", "Ji"),
    "ge": ("J", "ge", "Je", "Z"), "gn": ("n", "ni"), "mc": ("mak", "mk"), "kh": ("H",), "dz": ("z", "J"),
    "gl": ("gl", "l"), "gu": ("g", "gu", "gv"), "sc": ("sk", "s", "S"), "ci": ("si", "Ci", "S", "T", "Ti"),
    "ce": ("s", "se", "Ce", "Te"), "sia": ("Sa", "sia"), "tion": ("San",), "a": ("a", "e", "ei", "o"),
    "e": ("e", "i", ""), "i": ("i", "ai"), "o": ("o", "a", "u"), "u": ("u", "a", "iu"), "y": ("i", "ai", ""),
    "c": ("k", "s", "T", "C"), "g": ("g", "J", "H", "Z"), "h": ("H", "g", ""), "j": ("J", "i", "Z", "H"), "q": ("k",),
    "s": ("s", "z", "S"), "w": ("u", "v", ""), "x": ("ks", "z", "H", "S"), "z": ("z", "T", "s", "ts"),
    "l": ("l", "i"), "r": ("r",), "v": ("v", "f"), "d": ("d",), "t": ("t",), "b": ("b",),
}  # fmt: skip
_LONGEST = max(map(len, _LATIN))
_VOWELS = frozenset("aeiou")
_NEAR = {
    frozenset(pair): cost
    for pair, cost in (
        ("bp", 0.4), ("dt", 0.4), ("gk", 0.4), ("gH", 0.2), ("kH", 0.35), ("zs", 0.2), ("vf", 0.3), ("Ss", 0.35),
        ("Zz", 0.3), ("ZS", 0.4), ("JZ", 0.2), ("JC", 0.35), ("CT", 0.35), ("Ts", 0.3), ("Tz", 0.3), ("CS", 0.3),
        ("Ck", 0.6), ("vu", 0.15), ("Jd", 0.5), ("Ct", 0.5), ("gJ", 0.4), ("mn", 0.6),
    )
}  # fmt: skip
OTHER_VOWEL = 0.25
OTHER_SOUND = 1.1
_GAP = {"i": 0.2, "H": 0.4, "a": 0.3, "e": 0.3, "o": 0.3, "u": 0.3, "r": 0.6}
GAP = 1.0
# Endings that declension puts on a name, as sounds.
_ENDINGS = (
    "", "a", "u", "e", "i", "o", "om", "em", "im", "oi", "ei", "ou", "am", "ami", "ogo", "omu", "iu", "ui", "m", "ma",
    "ata", "at",
)  # fmt: skip
ENDING = 0.15
FARTHEST = 0.2


@lru_cache(maxsize=65536)
def heard(cyrillic: str, latin: str) -> float:
    """How far apart two folded words sound, as a share of their length: 0 the same, 1 (and beyond) nothing alike."""
    sounds = _sounds(cyrillic)
    groups = _groups(latin)
    if min(len(sounds), len(groups)) < 2 or not 0.4 < len(sounds) / len(latin) < 2.5:
        return 1.0
    row = [0.0]
    for sound in sounds:
        row.append(row[-1] + _GAP.get(sound, GAP))
    farthest = FARTHEST * (len(sounds) + len(groups)) / 2
    for readings in groups:
        row = _next(row, sounds, readings)
        if min(row) > farthest:
            return 1.0
    costs = [
        row[len(sounds) - len(ending)] + (ENDING if ending else 0.0)
        for ending in _ENDINGS
        if sounds.endswith(ending) and len(sounds) - len(ending) >= 2
    ]
    return min(costs) / ((len(sounds) + len(groups)) / 2)


def _next(row: list[float], sounds: str, readings: tuple[str, ...]) -> list[float]:
    """Costs after one more group of Latin letters, for every number of sounds heard so far."""
    skipped = min(sum(_GAP.get(sound, GAP) for sound in reading) if reading else 0.05 for reading in readings)
    following: list[float] = []
    for heard_so_far in range(len(sounds) + 1):
        cost = row[heard_so_far] + skipped
        for reading in readings:
            length = len(reading)
            if 0 < length <= heard_so_far:
                before = row[heard_so_far - length]
                if before < cost:
                    part = sounds[heard_so_far - length : heard_so_far]
                    cost = min(cost, before + sum(map(_difference, reading, part)))
        if heard_so_far:
            cost = min(cost, following[-1] + _GAP.get(sounds[heard_so_far - 1], GAP))
        following.append(cost)
    return following


def _difference(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one in _VOWELS and other in _VOWELS:
        return OTHER_VOWEL
    return _NEAR.get(frozenset((one, other)), OTHER_SOUND)


@lru_cache(maxsize=65536)
def _sounds(cyrillic: str) -> str:
    sounds = "".join(_CYRILLIC.get(letter, letter) for letter in cyrillic)
    sounds = sounds.replace("dZ", "J")
    return "".join(sound for at, sound in enumerate(sounds) if at == 0 or sounds[at - 1] != sound)


@lru_cache(maxsize=65536)
def _groups(latin: str) -> tuple[tuple[str, ...], ...]:
    letters = "".join(letter for at, letter in enumerate(latin) if at == 0 or latin[at - 1] != letter or letter in "eo")
    groups: list[tuple[str, ...]] = []
    at = 0
    while at < len(letters):
        for length in range(min(_LONGEST, len(letters) - at), 0, -1):
            if (readings := _LATIN.get(letters[at : at + length])) is not None:
                break
        else:
            length, readings = 1, (letters[at],)
        groups.append(readings)
        at += length
    return tuple(groups)
