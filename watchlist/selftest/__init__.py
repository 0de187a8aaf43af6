"""How well the running configuration finds listed names, and how often it takes others for them."""

from watchlist.selftest.choosing import CONTROL_TIMES, Plan, choose
from watchlist.selftest.invented import Bearers, invent
from watchlist.selftest.needs import subjects_of
from watchlist.selftest.planting import Expected, Neighbours, Planted, plant, plant_invented
from watchlist.selftest.subjects import Need, Subject, printed, words_of
from watchlist.selftest.tables import Table, percent, tables
from watchlist.selftest.variations import Group, kinds
from watchlist.selftest.verdicts import Effectiveness, FalseAlarms, Found, Tally, Verdict, effectiveness, judge

__all__ = [
    "CONTROL_TIMES",
    "Bearers",
    "Effectiveness",
    "Expected",
    "FalseAlarms",
    "Found",
    "Group",
    "Need",
    "Neighbours",
    "Plan",
    "Planted",
    "Subject",
    "Table",
    "Tally",
    "Verdict",
    "choose",
    "effectiveness",
    "invent",
    "judge",
    "kinds",
    "percent",
    "plant",
    "plant_invented",
    "printed",
    "subjects_of",
    "tables",
    "words_of",
]
