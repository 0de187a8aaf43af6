-- What is screened of a list is a version: a snapshot, and the names held beside it because its file lacks them too suddenly.
-- A version that holds nothing is called by the digest of its snapshot and has no row here; the others are kept for good,
-- so that a verdict can be made again. Losses are compressed JSON: listing, alias, digest of their origin, since.
CREATE TABLE list_versions (
    list_name  TEXT NOT NULL,
    version    TEXT NOT NULL,
    digest     TEXT NOT NULL,
    reason     TEXT NOT NULL,
    losses     BLOB NOT NULL,
    PRIMARY KEY (list_name, version),
    FOREIGN KEY (list_name, digest) REFERENCES list_snapshots
) STRICT;

ALTER TABLE active_lists ADD COLUMN version TEXT NOT NULL DEFAULT '';
UPDATE active_lists SET version = digest;

-- Beside what a snapshot says of itself: where redirects led, what the server called it, which program read it, and what
-- was odd about it.
ALTER TABLE list_snapshots ADD COLUMN final_url TEXT NOT NULL DEFAULT '';
ALTER TABLE list_snapshots ADD COLUMN etag TEXT NOT NULL DEFAULT '';
ALTER TABLE list_snapshots ADD COLUMN software TEXT NOT NULL DEFAULT '';
ALTER TABLE list_snapshots ADD COLUMN warnings TEXT NOT NULL DEFAULT '[]';

-- How many listings an edition took away at once, which counts against the next ones for a day.
ALTER TABLE list_checks ADD COLUMN delisted INTEGER NOT NULL DEFAULT 0;

-- Editions that were refused, of which only the newest few of a list are kept; files are JSON: name to SHA-256.
CREATE TABLE list_candidates (
    list_name   TEXT NOT NULL,
    digest      TEXT NOT NULL,
    format      TEXT NOT NULL,
    url         TEXT NOT NULL,
    refused     TEXT NOT NULL,
    reason      TEXT NOT NULL,
    approvable  INTEGER NOT NULL,
    files       TEXT NOT NULL,
    PRIMARY KEY (list_name, digest)
) STRICT;
