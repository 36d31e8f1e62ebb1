-- Who works here, and how they sign in. Of secrets only hashes are kept.

-- languages, teams, skills and roles are lists, one entry a line.
CREATE TABLE agent (
    id            TEXT   NOT NULL PRIMARY KEY,
    username      TEXT   NOT NULL UNIQUE,
    display_name  TEXT   NOT NULL,
    languages     TEXT   NOT NULL,
    teams         TEXT   NOT NULL,
    skills        TEXT   NOT NULL,
    capacity      BIGINT NOT NULL,
    roles         TEXT   NOT NULL,
    active        BIGINT NOT NULL,
    password_hash TEXT   NOT NULL,
    must_change   BIGINT NOT NULL,
    created_at    BIGINT NOT NULL
);

CREATE TABLE agent_session (
    id           TEXT   NOT NULL PRIMARY KEY,
    agent        TEXT   NOT NULL REFERENCES agent (id),
    secret_hash  TEXT   NOT NULL UNIQUE,
    address      TEXT   NOT NULL,
    browser      TEXT   NOT NULL,
    created_at   BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL
);

CREATE INDEX agent_session_of_agent ON agent_session (agent, last_used_at);

-- subject is what failures are counted by, such as an address.
CREATE TABLE failed_sign_in (
    subject TEXT   NOT NULL PRIMARY KEY,
    count   BIGINT NOT NULL,
    last    BIGINT NOT NULL
);

CREATE TABLE api_key (
    id          TEXT   NOT NULL PRIMARY KEY,
    agent       TEXT   NOT NULL REFERENCES agent (id),
    name        TEXT   NOT NULL,
    scopes      TEXT   NOT NULL,
    secret_hash TEXT   NOT NULL UNIQUE,
    created_at  BIGINT NOT NULL,
    expires_at  BIGINT
);

-- Only ever added to.
CREATE TABLE audit (
    number  BIGINT NOT NULL PRIMARY KEY,
    at      BIGINT NOT NULL,
    actor   TEXT   NOT NULL,
    action  TEXT   NOT NULL,
    subject TEXT   NOT NULL,
    detail  TEXT   NOT NULL
);
