"""Who is measured, in the order of the table."""

from bench import fuzzy_peers, ours, peers
from bench.contender import Contender

BASE = "pyahocorasick, folded"
STEADY = "watchlist, steady"
MANY = "watchlist, 8 × names, steady"
CONTENDERS = (
    Contender(STEADY, ours.prepare, learns=True),
    Contender("watchlist, cold", ours.prepare, plants=False),
    Contender(MANY, ours.prepare_many, learns=True, plants=False, only_full=True),
    Contender(BASE, peers.pyahocorasick, passes=3),
    Contender("spaCy PhraseMatcher", peers.spacy, articles=(300, 1_500)),
    Contender("juditha extract", peers.juditha, articles=(300, 1_500), only_full=True, home="juditha"),
    Contender("rapidfuzz token_sort on spans", fuzzy_peers.token_sort, articles=(20, 100), per_kind=(10, 50)),
    Contender("rapidfuzz partial_ratio", fuzzy_peers.partial, articles=(3, 10), per_kind=(3, 10)),
)
