"""One flow each, walked once: what happens to lists, to news, to a report; the only place that walks between rooms."""
