"""A screened text for people: mentions highlighted in it, and below the reason for each."""

from collections.abc import Iterator, Sequence

from watchlist.cli.words import columns, count, line, plain
from watchlist.jobs.lines import networks_of
from watchlist.jobs.watch import Watch
from watchlist.model import Designation, Evidence, Field, Level, Match, MatchKind, NetworkMention, Screening, Snapshot

_ON, _OFF = "\x1b[1;7m", "\x1b[0m"
_PART_OF_A_NAME = frozenset({MatchKind.PARTIAL, MatchKind.REFERENCE})


def checked_lists(snapshots: Sequence[Snapshot]) -> str:
    """Which lists, of which dates."""
    dated = (f"{each.list_name} ({each.published or each.retrieved.date()})" for each in snapshots)
    return "Checked against " + ", ".join(dated)


def page(watch: Watch, screening: Screening, *, colour: bool) -> str:
    """The whole answer to one text."""
    parts = [highlighted(screening, part, colour=colour) for part in (Field.TITLE, Field.TEXT)]
    return "\n\n".join([*filter(None, parts), findings(watch, screening)])


def findings(watch: Watch, screening: Screening) -> str:
    """The reasons, one block per mention and network, or the statement that there is none."""
    blocks = [_mention(watch, matches) for matches in _grouped(screening.matches)]
    blocks += [_network(watch, found) for found in screening.networks]
    blocks += map(_designation, screening.designations)
    if not screening.matches:
        blocks.insert(0, "No mention of a listed party.")
    if screening.topics:
        blocks.append("Topics: " + ", ".join(screening.topics))
    return "\n\n".join(blocks)


def highlighted(screening: Screening, part: Field, *, colour: bool) -> str:
    """A field of the article with its mentions marked: inverted on a terminal, in 【】 elsewhere."""
    text = screening.article.of(part)
    spans = {(each.mention.start, each.mention.end) for each in screening.matches if each.mention.field is part}
    before, after = (_ON, _OFF) if colour else ("【", "】")
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if start >= done:
            pieces += [plain(text[done:start]), before, plain(text[start:end]), after]
            done = end
    return "".join([*pieces, plain(text[done:])]).strip()


def _grouped(matches: Sequence[Match]) -> Iterator[list[Match]]:
    """Matches of one party together, in the order of their first mention."""
    groups: dict[str, list[Match]] = {}
    for match in matches:
        groups.setdefault(match.party, []).append(match)
    yield from groups.values()


def _mention(watch: Watch, matches: Sequence[Match]) -> str:
    best = max(matches, key=_weight)
    party = watch.parties[best.party]
    surface = line(best.mention.surface)
    others = dict.fromkeys(line(match.mention.surface) for match in matches)
    others.pop(surface)
    often = f" ({len(matches)}×)" if len(matches) > 1 else ""
    rows = [
        *((("also as", ", ".join(others)),) if others else ()),
        ("listed as", f"{best.alias.text} ({best.alias.kind} name, {best.kind})"),
        ("lists", ", ".join(party.listing_ids)),
        ("programmes", ", ".join(party.programmes) or "–"),
        *((("networks", ", ".join(networks_of(watch, party))),) if networks_of(watch, party) else ()),
        *((("or else", ", ".join(_names(watch, best.also))),) if best.also else ()),
        *(("because" if first else "", _reason(each)) for first, each in _marked(best.evidence)),
    ]
    head = f"{surface}{often} → {line(party.name)}, {party.type}: {best.level.upper()} {best.score:.2f}"
    return head + "\n" + columns(rows)


def _weight(match: Match) -> tuple[bool, bool, float]:
    """What says most of a party: an alert before a review, a whole name before a part of it, then the score."""
    return match.level is Level.ALERT, match.kind not in _PART_OF_A_NAME, match.score


def _network(watch: Watch, found: NetworkMention) -> str:
    rows = [
        ("members", ", ".join(_names(watch, found.members))),
        *((("named", ", ".join(_names(watch, found.named))),) if found.named else ()),
        *((("words", ", ".join(found.signals)),) if found.signals else ()),
        *((("topics", ", ".join(found.topics)),) if found.topics else ()),
        ("where", found.mention.surface),
        *(("because" if first else "", _reason(each)) for first, each in _marked(found.evidence)),
    ]
    return f"Network {found.how}: {line(found.network)}\n" + columns(rows)


def _designation(found: Designation) -> str:
    rows = [("phrase", found.phrase), ("where", line(found.sentence.surface))]
    return f"Designated, but on no loaded list: {line(found.name)}\n" + columns(rows)


def _names(watch: Watch, ids: Sequence[str]) -> list[str]:
    return [f"{watch.parties[each].name} ({each})" if each in watch.parties else each for each in ids]


def _reason(evidence: Evidence) -> str:
    weight = f"{evidence.weight:+.2f} " if evidence.weight else ""
    return f"{weight}{evidence.detail}"


def _marked(evidence: Sequence[Evidence]) -> Iterator[tuple[bool, Evidence]]:
    for number, each in enumerate(evidence):
        yield number == 0, each


def totals(articles: int, mentions: int, networks: int) -> str:
    """How much was scanned and found."""
    return f"{count(articles, 'article')}: {count(mentions, 'mention')}, {count(networks, 'network')}"
