-- How people have a part in conversations. A conversation that only the assistant was in has no row. What is looked for
-- or sorted by has a column of its own; all of it is in the payload.
CREATE TABLE handling (
    conversation TEXT   NOT NULL PRIMARY KEY REFERENCES conversation (id),
    owner        TEXT,
    labels       TEXT   NOT NULL,
    waits_since  BIGINT,
    due          BIGINT,
    payload      TEXT   NOT NULL
);

CREATE INDEX handling_by_owner ON handling (owner);

CREATE INDEX conversation_by_state ON conversation (state);

-- What is to happen when; the same as in the payload of handling, to be found by its time.
CREATE TABLE alarm (
    conversation TEXT   NOT NULL REFERENCES conversation (id),
    kind         TEXT   NOT NULL,
    due          BIGINT NOT NULL,
    PRIMARY KEY (conversation, kind)
);

CREATE INDEX alarm_by_time ON alarm (due);

-- Notes are for agents alone.
ALTER TABLE turn ADD COLUMN visibility TEXT NOT NULL DEFAULT 'SHOPPER';

-- Who is at the desk, and what she can do there.
CREATE TABLE attendance (
    agent   TEXT   NOT NULL PRIMARY KEY,
    seen_at BIGINT NOT NULL,
    payload TEXT   NOT NULL
);

-- What agents have begun to write.
CREATE TABLE draft (
    conversation TEXT   NOT NULL REFERENCES conversation (id),
    agent        TEXT   NOT NULL,
    text         TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    PRIMARY KEY (conversation, agent)
);
