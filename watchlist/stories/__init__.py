"""What is the same news: near copies of one text, whatever their headline, cuts and small edits."""

from watchlist.stories.assign import JOIN_WINDOW, StoryAnchor, assign, story_id
from watchlist.stories.signature import Signature, signature

__all__ = ["JOIN_WINDOW", "Signature", "StoryAnchor", "assign", "signature", "story_id"]
