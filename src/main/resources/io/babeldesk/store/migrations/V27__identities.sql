-- As whom agents are known at a provider of identities, each account once at an issuer.
CREATE TABLE agent_identity (
    issuer    TEXT   NOT NULL,
    subject   TEXT   NOT NULL,
    agent     TEXT   NOT NULL REFERENCES agent (id),
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject),
    UNIQUE (agent, issuer)
);
