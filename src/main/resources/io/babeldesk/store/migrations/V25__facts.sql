-- What reports are made from: derived from the log, and read from it again whenever its form changes.
CREATE TABLE facts (
    conversation TEXT   NOT NULL PRIMARY KEY REFERENCES conversation (id),
    begun        BIGINT NOT NULL,
    payload      TEXT   NOT NULL
);

CREATE INDEX facts_begun ON facts (begun);

-- One row: how far the log was read, and the form of the payloads.
CREATE TABLE facts_progress (
    position BIGINT NOT NULL,
    form     BIGINT NOT NULL
);

INSERT INTO facts_progress (position, form) VALUES (0, 0);
