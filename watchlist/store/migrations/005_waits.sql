-- Addresses of sources that failed: since when, how often in a row, and before when they are not asked again.
CREATE TABLE waits (
    url       TEXT PRIMARY KEY,
    since     TEXT NOT NULL,
    failures  INTEGER NOT NULL,
    until     TEXT NOT NULL,
    reason    TEXT NOT NULL
) STRICT;
