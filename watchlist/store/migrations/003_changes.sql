-- What lists changed, in the order of learning, and what stored articles were last held against.

CREATE TABLE list_changes (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    list_name  TEXT NOT NULL,
    listing    TEXT NOT NULL,
    kind       TEXT NOT NULL,
    at         TEXT NOT NULL,
    version    TEXT NOT NULL,
    value      TEXT NOT NULL
) STRICT;
CREATE INDEX list_changes_by_listing ON list_changes (listing, number);

ALTER TABLE reports ADD COLUMN change INTEGER NOT NULL DEFAULT 0;

-- The words of articles, so that a new name reopens only those that can hold it. The key of a word is its CRC-32: two
-- words of one key cost a look in vain, no more.
CREATE INDEX matches_by_party ON matches (party);
CREATE INDEX sightings_by_screening ON sightings (screening);

CREATE TABLE words (
    key   INTEGER NOT NULL,
    word  TEXT NOT NULL,
    PRIMARY KEY (key, word)
) STRICT, WITHOUT ROWID;

-- Since when an article is known; without keys where it was read before words were kept: it is looked at always.
CREATE TABLE article_words (
    article  INTEGER PRIMARY KEY REFERENCES articles,
    seen     TEXT NOT NULL,
    keys     BLOB
) STRICT;
INSERT INTO article_words SELECT screenings.article, min(seen), NULL FROM screenings
    JOIN sightings ON sightings.article = screenings.article GROUP BY screenings.article;

-- The lists that stored articles were held against, as far as finding a party goes. One row when all of them were held
-- against the same; more while they are screened again, and after that was cut short.
CREATE TABLE traces (
    basis          TEXT PRIMARY KEY,
    configuration  TEXT NOT NULL,
    change         INTEGER NOT NULL,
    content        BLOB NOT NULL
) STRICT;
