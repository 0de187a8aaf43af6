"""How two names score against each other without an article: do they mean the same party, and why.

Names are split into words that play a part each (``parts``), words are held against each other one to one (``words``,
``alignment``), and what agrees, differs or is left out makes the score (``persons``, ``organizations``).
"""

from watchlist.matching.comparing.compare import Comparison, compare

__all__ = ["Comparison", "compare"]
