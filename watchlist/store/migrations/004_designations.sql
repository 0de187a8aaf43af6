-- Sentences that say a party was put under sanctions which no list had when the article was screened.
CREATE TABLE designations (
    screening  INTEGER NOT NULL REFERENCES screenings,
    ordinal    INTEGER NOT NULL,
    name       TEXT NOT NULL,
    value      TEXT NOT NULL,
    PRIMARY KEY (screening, ordinal)
) STRICT, WITHOUT ROWID;
