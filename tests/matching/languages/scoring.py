"""How many marked mentions are found, and how many flags are right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tests.matching.languages.corpus import Gold, Marked
from watchlist.matching import Index, Screener
from watchlist.model import Field, Level, Match, Party


@dataclass(slots=True)
class Tally:
    """Counts of one language, and an example line for each fault."""

    gold: int = 0
    found: int = 0
    flags: int = 0
    right: int = 0
    traps: int = 0
    traps_flagged: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of marked mentions that are an alert for the right party."""
        return self.found / max(1, self.gold)

    @property
    def precision(self) -> float:
        """Share of alerts that are right."""
        return self.right / max(1, self.flags)

    def add(self, other: "Tally") -> None:
        """Take the counts of another tally in."""
        for name in ("gold", "found", "flags", "right", "traps", "traps_flagged"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.faults += other.faults


class Judge:
    """What the marks of an article say about the alerts on it."""

    def __init__(self, parties: Sequence[Party], keys: dict[str, frozenset[str]]) -> None:
        self._screener = Screener(Index.build(parties))
        self._ids = {party.id: frozenset(party.listing_ids) for party in parties}
        self._keys = keys

    def score(self, articles: Iterable[Marked]) -> Tally:
        """Alerts on the texts of ``articles`` held against their marks."""
        tally = Tally()
        for marked in articles:
            self._add(tally, marked)
        return tally

    def _add(self, tally: Tally, marked: Marked) -> None:
        matches = [match for match in self._screener.screen(marked.article) if match.mention.field is Field.TEXT]
        alerts = [match for match in matches if match.level is Level.ALERT]
        mentions = [gold for gold in marked.gold if gold.key]
        traps = [gold for gold in marked.gold if not gold.key]
        found = [gold for gold in mentions if any(self._is_right(alert, gold) for alert in alerts)]
        right = [alert for alert in alerts if any(self._is_right(alert, gold) for gold in mentions)]
        tally.gold += len(mentions)
        tally.found += len(found)
        tally.flags += len(alerts)
        tally.right += len(right)
        tally.traps += len(traps)
        tally.traps_flagged += sum(any(_overlap(alert, trap) for alert in alerts) for trap in traps)
        text = marked.article.text
        for gold in mentions:
            if gold not in found:
                seen = [f"{each.level} {each.score:.2f} {each.party}" for each in matches if _overlap(each, gold)]
                words = f"{text[gold.start : gold.end]} ({gold.key}) {'; '.join(seen)}"
                tally.faults.append(f"{marked.article.id} missed {words}")
        for alert in alerts:
            if alert not in right:
                around = text[max(0, alert.mention.start - 25) : alert.mention.end + 25].replace("\n", " ")
                words = f"{alert.mention.surface} = {alert.alias.text} ({alert.party}) … {around} …"
                tally.faults.append(f"{marked.article.id} wrong {words}")

    def _is_right(self, match: Match, gold: Gold) -> bool:
        """The same place, and most of the listings of the party are those of the key."""
        if not gold.key or not _overlap(match, gold):
            return False
        common = min(match.mention.end, gold.end) - max(match.mention.start, gold.start)
        longest = max(match.mention.end - match.mention.start, gold.end - gold.start)
        within = gold.start <= match.mention.start and match.mention.end <= gold.end
        named = self._ids[match.party]
        same = 2 * len(named & self._keys[gold.key]) > len(named)
        return same and (common * 2 >= longest or (within and common >= 2))


def _overlap(match: Match, gold: Gold) -> bool:
    return match.mention.start < gold.end and gold.start < match.mention.end
