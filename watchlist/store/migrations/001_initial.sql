-- Instants are ISO 8601 in UTC with microseconds, so that text order is time order. Written for SQLite 3.40.

CREATE TABLE list_snapshots (
    list_name  TEXT NOT NULL,
    digest     TEXT NOT NULL,
    format     TEXT NOT NULL,
    retrieved  TEXT NOT NULL,
    published  TEXT,
    url        TEXT NOT NULL,
    bytes      INTEGER NOT NULL,
    listings   INTEGER NOT NULL,
    names      INTEGER NOT NULL,
    relations  INTEGER NOT NULL,
    unknown    TEXT NOT NULL,
    PRIMARY KEY (list_name, digest)
) STRICT;

CREATE TABLE list_files (
    list_name  TEXT NOT NULL,
    digest     TEXT NOT NULL,
    name       TEXT NOT NULL,
    file       TEXT NOT NULL,
    PRIMARY KEY (list_name, digest, name),
    FOREIGN KEY (list_name, digest) REFERENCES list_snapshots
) STRICT;

CREATE TABLE active_lists (
    list_name  TEXT PRIMARY KEY,
    digest     TEXT NOT NULL,
    FOREIGN KEY (list_name, digest) REFERENCES list_snapshots
) STRICT;

CREATE TABLE list_checks (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    list_name  TEXT NOT NULL,
    checked    TEXT NOT NULL,
    outcome    TEXT NOT NULL,
    reason     TEXT NOT NULL,
    digest     TEXT NOT NULL
) STRICT;
CREATE INDEX list_checks_by_list ON list_checks (list_name, number);

CREATE TABLE validators (
    url            TEXT PRIMARY KEY,
    etag           TEXT NOT NULL,
    last_modified  TEXT NOT NULL,
    fetched        TEXT
) STRICT;

CREATE TABLE source_checks (
    number       INTEGER PRIMARY KEY AUTOINCREMENT,
    source       TEXT NOT NULL,
    checked      TEXT NOT NULL,
    outcome      TEXT NOT NULL,
    reason       TEXT NOT NULL,
    fetched      INTEGER NOT NULL,
    screened     INTEGER NOT NULL,
    duplicate    INTEGER NOT NULL,
    unchanged    INTEGER NOT NULL,
    quarantined  INTEGER NOT NULL,
    dropped      INTEGER NOT NULL,
    faults       TEXT NOT NULL
) STRICT;
CREATE INDEX source_checks_by_source ON source_checks (source, number);

-- A basis is one state of lists, configuration and software: what a screening can be replayed against.
CREATE TABLE bases (
    digest         TEXT PRIMARY KEY,
    lists          TEXT NOT NULL,
    configuration  TEXT NOT NULL,
    software       TEXT NOT NULL
) STRICT;

CREATE TABLE stories (
    id       TEXT PRIMARY KEY,
    founded  TEXT NOT NULL,
    script   TEXT NOT NULL,
    size     INTEGER NOT NULL,
    sketch   BLOB NOT NULL
) STRICT;

CREATE TABLE story_keys (
    key      INTEGER NOT NULL,
    founded  TEXT NOT NULL,
    story    TEXT NOT NULL REFERENCES stories,
    PRIMARY KEY (key, founded, story)
) STRICT, WITHOUT ROWID;

-- A revised text is a new row; content is compressed JSON of everything that is read, never searched.
CREATE TABLE articles (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    source   TEXT NOT NULL,
    id       TEXT NOT NULL,
    digest   TEXT NOT NULL,
    content  BLOB NOT NULL,
    UNIQUE (source, id, digest)
) STRICT;
CREATE INDEX articles_by_digest ON articles (digest);

CREATE TABLE screenings (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    article  INTEGER NOT NULL REFERENCES articles,
    basis    TEXT NOT NULL REFERENCES bases,
    at       TEXT NOT NULL,
    topics   TEXT NOT NULL,
    UNIQUE (article, basis)
) STRICT;

CREATE TABLE matches (
    screening  INTEGER NOT NULL REFERENCES screenings,
    ordinal    INTEGER NOT NULL,
    party      TEXT NOT NULL,
    level      TEXT NOT NULL,
    score      REAL NOT NULL,
    value      TEXT NOT NULL,
    PRIMARY KEY (screening, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE network_mentions (
    screening  INTEGER NOT NULL REFERENCES screenings,
    ordinal    INTEGER NOT NULL,
    network    TEXT NOT NULL,
    value      TEXT NOT NULL,
    PRIMARY KEY (screening, ordinal)
) STRICT, WITHOUT ROWID;

-- What was learned, in the order of learning; cut-offs of reports are numbers of this table.
CREATE TABLE sightings (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    article    INTEGER NOT NULL REFERENCES articles,
    screening  INTEGER NOT NULL REFERENCES screenings,
    story      TEXT NOT NULL REFERENCES stories,
    seen       TEXT NOT NULL,
    quiet      INTEGER NOT NULL,
    UNIQUE (article, screening)
) STRICT;
CREATE INDEX sightings_by_story ON sightings (story, number);

CREATE TABLE failures (
    source    TEXT NOT NULL,
    id        TEXT NOT NULL,
    digest    TEXT NOT NULL,
    attempts  INTEGER NOT NULL,
    last      TEXT NOT NULL,
    reason    TEXT NOT NULL,
    PRIMARY KEY (source, id, digest)
) STRICT;

CREATE TABLE reports (
    day        TEXT NOT NULL,
    sequence   INTEGER NOT NULL,
    since      TEXT,
    cut_off    TEXT NOT NULL,
    sighting   INTEGER NOT NULL,
    check_     INTEGER NOT NULL,
    content    BLOB NOT NULL,
    digests    TEXT NOT NULL,
    published  TEXT,
    PRIMARY KEY (day, sequence)
) STRICT;

-- One row per telling: what an analyst was told about one subject (a party or a network) of one story, and when.
CREATE TABLE tellings (
    alert       TEXT NOT NULL,
    day         TEXT NOT NULL,
    sequence    INTEGER NOT NULL,
    story       TEXT NOT NULL REFERENCES stories,
    network     TEXT NOT NULL,
    listings    TEXT NOT NULL,
    level       TEXT NOT NULL,
    outlets     INTEGER NOT NULL,
    characters  INTEGER NOT NULL,
    first_seen  TEXT NOT NULL,
    PRIMARY KEY (alert, day, sequence),
    FOREIGN KEY (day, sequence) REFERENCES reports
) STRICT;
CREATE INDEX tellings_by_story ON tellings (story);
