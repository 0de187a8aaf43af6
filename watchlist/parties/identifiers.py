"""Numbers that belong to one target alone: which kinds they are, and when two of them are the same.

Telephone numbers, addresses of mail and web, bank and licence codes are shared by groups of companies and are no proof.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from watchlist.model import Identifier
from watchlist.text.lexicon import lexicon
from watchlist.text.normalize import fold


class Kind(StrEnum):
    """Kinds of identifiers that decide, in words for a reason."""

    IMO = "IMO number"
    LEI = "legal entity identifier"
    WALLET = "wallet address"
    AIRCRAFT = "tail number"
    PASSPORT = "passport"
    REGISTER = "registration or tax number"


# What the labels of the lists contain, folded; the first that fits counts.
_LABELS = (
    (Kind.IMO, re.compile(r"\bimo\b")),
    (Kind.WALLET, re.compile(r"digital currency|wallet")),
    (Kind.AIRCRAFT, re.compile(r"aircraft tail")),
    (Kind.PASSPORT, re.compile(r"passport")),
    (Kind.LEI, re.compile(r"\blei\b|legal entity identifier")),
    (
        Kind.REGISTER,
        re.compile(
            r"\btax|\bregist|regnumber|\binn\b|\bogrn|social credit|company number|fiscal|\bc\.?r\.? no|\br\.?f\.?c\b"
            r"|\bnit\b|\brif\b|\bruc\b|v\.?a\.?t\b|national id|personal id|identification number|business number"
            r"|enterprise number|legal entity number|cedula|d\.n\.i|c\.u\.r\.p|^id$|^other$|\bid card"
        ),
    ),
)
_FOREIGN = re.compile(r"vessel|mmsi|certificate|telephone|phone|license|licence|electoral|gazette|commercial code")
_SEPARATORS = re.compile(r"[\W_]+")
_LEI = re.compile(r"[A-Z0-9]{18}\d{2}")
_IMO = re.compile(r"\d{7}")
# The Russian KPP says which tax office registered a company and why; thousands share one.
_KPP = re.compile(r"\d{4}[0-9A-Z]{2}\d{3}")
# Weights of the check digits of firms (10 digits) and persons (12), by the Russian Tax Service; the last digit of an
# OGRN (13, of sole traders 15) is the rest of the others divided by 11 and 13.
_INN_WEIGHTS = {
    10: ((2, 4, 10, 3, 5, 9, 4, 6, 8),),
    12: ((7, 2, 4, 10, 3, 5, 9, 4, 6, 8), (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)),
}
_OGRN_LENGTHS = (13, 15)
_SHORTEST = 5
_ALONE = 9
"""Characters from which a number needs no country to be one target's: every country issues the shorter ones again."""


@dataclass(frozen=True, slots=True)
class Proof:
    """An identifier that decides: ``value`` without separators, ``country`` an ISO code or empty."""

    kind: Kind
    value: str
    country: str

    def same(self, other: "Proof") -> bool:
        """Whether both are one number: of one kind and one country, or long enough where a country is missing."""
        if (self.kind, self.value) != (other.kind, other.value):
            return False
        if self.country and other.country:
            return self.country == other.country
        return self.kind in _WORLDWIDE or len(self.value) >= _ALONE


_WORLDWIDE = frozenset({Kind.IMO, Kind.LEI, Kind.WALLET, Kind.AIRCRAFT})


def proofs(identifiers: tuple[Identifier, ...]) -> tuple[Proof, ...]:
    """The identifiers among those of a listing that decide."""
    return tuple(dict.fromkeys(proof for identifier in identifiers for proof in _proof(identifier)))


def exclusive(found: tuple[Proof, ...]) -> dict[str, frozenset[str]]:
    """Numbers of which a target has only one, by register: different ones mean different targets."""
    registers: dict[str, set[str]] = {}
    for proof in found:
        if register := _exclusive_register(proof):
            registers.setdefault(register, set()).add(proof.value)
    return {register: frozenset(values) for register, values in registers.items()}


def _exclusive_register(proof: Proof) -> str:
    """IMO numbers worldwide; the Russian tax number INN and register number OGRN, known by their check digits."""
    if proof.kind is Kind.IMO:
        return "IMO"
    if proof.kind is not Kind.REGISTER or proof.country not in {"RU", ""} or not proof.value.isdecimal():
        return ""
    digits = tuple(map(int, proof.value))
    if len(digits) in _INN_WEIGHTS:
        return "INN" if all(_inn_digit(digits, weights) for weights in _INN_WEIGHTS[len(digits)]) else ""
    if len(digits) in _OGRN_LENGTHS:
        return "OGRN" if int(proof.value[:-1]) % (len(digits) - 2) % 10 == digits[-1] else ""
    return ""


def _inn_digit(digits: tuple[int, ...], weights: tuple[int, ...]) -> bool:
    found = sum(weight * digit for weight, digit in zip(weights, digits, strict=False))
    return found % 11 % 10 == digits[len(weights)]


def _proof(identifier: Identifier) -> Iterator[Proof]:
    value = _SEPARATORS.sub("", identifier.value).upper()
    kind = _kind(identifier.kind)
    if kind is Kind.WALLET:
        yield Proof(kind, identifier.value.strip(), "")
    elif kind is Kind.IMO:
        number = _IMO.search(value)
        if number is not None:
            yield Proof(kind, number.group(), "")
    elif kind is not None and _LEI.fullmatch(value):
        yield Proof(Kind.LEI, value, "")
    elif kind is not None and kind is not Kind.LEI and len(value) >= _SHORTEST and any(map(str.isdigit, value)):
        country = _country(identifier.country)
        if not (kind is Kind.REGISTER and country in {"RU", ""} and _KPP.fullmatch(value)):
            yield Proof(kind, value, country)


@lru_cache(maxsize=1024)
def _kind(label: str) -> Kind | None:
    folded = fold(label)
    kind = next((kind for kind, pattern in _LABELS if pattern.search(folded)), None)
    return None if kind is Kind.REGISTER and _FOREIGN.search(folded) else kind


@lru_cache(maxsize=1024)
def _country(printed: str) -> str:
    """ISO code of a country as lists print it; empty when absent or unknown."""
    if re.fullmatch(r"[A-Z]{2}", printed):
        return printed
    tables, folded = lexicon(), fold(printed).strip()
    words = tuple(folded.split())
    phrases = tables.country_phrases.get(words[0], ()) if words else ()
    whole = [code for phrase, code in phrases if phrase == words]
    single = sorted(tables.nationalities.labels(folded)) if len(words) == 1 else []
    return next(iter(whole or single), "")
