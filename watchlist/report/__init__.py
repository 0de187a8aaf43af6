"""The daily report: one typed table of columns, rendered to files that never change."""

from watchlist.report.facts import ChangeFinding, Finding, ListVersion, NetworkFinding, ReportFacts, Way
from watchlist.report.publish import digests, free_sequence, publish
from watchlist.report.render import content, files

__all__ = [
    "ChangeFinding",
    "Finding",
    "ListVersion",
    "NetworkFinding",
    "ReportFacts",
    "Way",
    "content",
    "digests",
    "files",
    "free_sequence",
    "publish",
]
