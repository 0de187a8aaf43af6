"""One plain sentence that says why a row stands in the report, made from the evidence alone."""

from watchlist.model import AliasKind, Evidence, Level, Match, MatchKind

_KINDS = {
    MatchKind.EXACT: "Named as listed",
    MatchKind.VARIANT: "Named in another spelling",
    MatchKind.TRANSLITERATED: "Named in another spelling or script",
    MatchKind.INFLECTED: "Named in an inflected form",
    MatchKind.PARTIAL: "Named in part",
    MatchKind.REFERENCE: "Named in short for the full name",
    MatchKind.IDENTIFIER: "Known by an identifier",
}
_ALIASES = {
    AliasKind.WEAK: " by an alias that its list calls weak",
    AliasKind.FORMER: " by a former name",
    AliasKind.ABBREVIATION: " by an abbreviation",
}
_FOR, _AGAINST = 3, 2


def why(match: Match) -> str:
    """How the party was named, then what speaks most for it and what against it."""
    for_it = sorted((one for one in match.evidence if one.weight > 0), key=_strength)[:_FOR]
    contradicting = (one for one in match.evidence if one.weight < 0 and one.feature != "unsupported")
    against = sorted(contradicting, key=_strength)[:_AGAINST]
    sentence = _KINDS[match.kind] + _ALIASES.get(match.alias.kind, "")
    if for_it:
        sentence += ": " + _listed(for_it)
    if against:
        sentence += "; but " + _listed(against)
    if match.level is Level.REVIEW:
        held = next((one.detail for one in match.evidence if one.feature == "unsupported"), "")
        sentence += f"; for review only: {held}" if held else "; not enough for an alert"
    return sentence + "."


def _strength(one: Evidence) -> float:
    return -abs(one.weight)


def _listed(evidence: list[Evidence]) -> str:
    return ", ".join(one.detail.rstrip(".") for one in evidence)
