"""What an analyst is told, how urgent it is, and when again: pure rules over stories."""

from watchlist.alerts.cases import Case, Observation, cases
from watchlist.alerts.priority import Priority, Weighing, priority
from watchlist.alerts.telling import Extent, Status, Verdict, alert_id, since_changed, since_listed, verdict
from watchlist.alerts.why import why

__all__ = [
    "Case",
    "Extent",
    "Observation",
    "Priority",
    "Status",
    "Verdict",
    "Weighing",
    "alert_id",
    "cases",
    "priority",
    "since_changed",
    "since_listed",
    "verdict",
    "why",
]
