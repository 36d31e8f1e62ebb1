-- Conversations and what the assistant owes in them. SQL that SQLite and PostgreSQL share: times are epoch milliseconds
-- UTC, ids are made in Java, payloads are JSON as text.

-- secret_hash is empty once the shopper is erased.
CREATE TABLE shopper (
    id          TEXT   NOT NULL PRIMARY KEY,
    secret_hash TEXT   UNIQUE,
    created_at  BIGINT NOT NULL,
    erased_at   BIGINT
);

CREATE TABLE conversation (
    id         TEXT   NOT NULL PRIMARY KEY,
    shopper    TEXT   NOT NULL REFERENCES shopper (id),
    version    BIGINT NOT NULL,
    state      TEXT   NOT NULL,
    language   TEXT   NOT NULL,
    market     TEXT,
    last_seq   BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE INDEX conversation_of_shopper ON conversation (shopper, created_at);

-- One row: the position of the newest event. Its lock puts positions in the order of commits.
CREATE TABLE newest_event (
    position BIGINT NOT NULL
);

INSERT INTO newest_event (position) VALUES (0);

CREATE TABLE event (
    position     BIGINT NOT NULL PRIMARY KEY,
    conversation TEXT   NOT NULL REFERENCES conversation (id),
    seq          BIGINT NOT NULL,
    visibility   TEXT   NOT NULL,
    type         TEXT   NOT NULL,
    payload      TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    UNIQUE (conversation, seq)
);

-- settled_by is the reply to a shopper's turn, once there is one.
CREATE TABLE turn (
    id           TEXT   NOT NULL PRIMARY KEY,
    conversation TEXT   NOT NULL REFERENCES conversation (id),
    seq          BIGINT NOT NULL,
    payload      TEXT   NOT NULL,
    settled_by   TEXT   REFERENCES turn (id),
    UNIQUE (conversation, seq)
);

CREATE TABLE owed (
    turn         TEXT   NOT NULL PRIMARY KEY REFERENCES turn (id),
    conversation TEXT   NOT NULL REFERENCES conversation (id),
    position     BIGINT NOT NULL
);

CREATE INDEX owed_in_conversation ON owed (conversation, position);

CREATE INDEX owed_by_age ON owed (position);

-- A lease that nobody holds has no instance. Its fence stays, so that it never counts back.
CREATE TABLE lease (
    conversation TEXT   NOT NULL PRIMARY KEY REFERENCES conversation (id),
    instance     TEXT,
    fence        BIGINT NOT NULL,
    attempt      BIGINT NOT NULL,
    until        BIGINT NOT NULL,
    begun        TEXT
);

CREATE TABLE idempotency (
    conversation TEXT   NOT NULL REFERENCES conversation (id),
    client_key   TEXT   NOT NULL,
    digest       TEXT   NOT NULL,
    turn         TEXT   NOT NULL,
    seq          BIGINT NOT NULL,
    at           BIGINT NOT NULL,
    PRIMARY KEY (conversation, client_key)
);

CREATE INDEX idempotency_by_age ON idempotency (at);

CREATE TABLE score (
    conversation TEXT   NOT NULL PRIMARY KEY REFERENCES conversation (id),
    score        BIGINT NOT NULL,
    comment      TEXT,
    at           BIGINT NOT NULL
);

CREATE TABLE provenance (
    turn    TEXT NOT NULL PRIMARY KEY REFERENCES turn (id),
    payload TEXT NOT NULL
);
