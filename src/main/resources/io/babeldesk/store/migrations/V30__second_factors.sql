-- What an app of an agent's shares with the service, locked with the service's key.
CREATE TABLE second_factor (
    agent      TEXT    NOT NULL PRIMARY KEY REFERENCES agent (id),
    secret     TEXT    NOT NULL,
    confirmed  INTEGER NOT NULL,
    last_step  BIGINT  NOT NULL,
    created_at BIGINT  NOT NULL
);

-- Codes on paper that are not used yet.
CREATE TABLE recovery_code (
    agent TEXT NOT NULL REFERENCES agent (id),
    hash  TEXT NOT NULL,
    PRIMARY KEY (agent, hash)
);

-- Whether somebody else vouched for her.
ALTER TABLE agent_session ADD COLUMN vouched INTEGER NOT NULL DEFAULT 0;
