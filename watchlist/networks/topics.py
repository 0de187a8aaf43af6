"""Risk words of the user's own: which of them a text speaks of."""

from collections.abc import Mapping, Sequence

from watchlist.text.phrases import PhraseFinder


class TopicFinder:
    """Topics by name, each with the phrases that speak of it.

    Raises:
        ValueError: a phrase holds no word, or a ``*`` that does not end one.
    """

    def __init__(self, topics: Mapping[str, Sequence[str]]) -> None:
        self._by_phrase: dict[str, set[str]] = {}
        for topic, phrases in topics.items():
            for phrase in phrases:
                self._by_phrase.setdefault(phrase, set()).add(topic)
        self._phrases = PhraseFinder(self._by_phrase)

    def find(self, text: str) -> tuple[str, ...]:
        """The topics of which at least one phrase stands in the text, sorted."""
        found = {each.phrase for each in self._phrases.find(text)}
        return tuple(sorted({topic for phrase in found for topic in self._by_phrase[phrase]}))
