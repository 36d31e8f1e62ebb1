-- Whose messages are not taken, who decided it, and until when; without an end for good.
CREATE TABLE blocked_shopper (
    shopper    TEXT   NOT NULL PRIMARY KEY REFERENCES shopper (id),
    reason     TEXT   NOT NULL,
    agent      TEXT   NOT NULL,
    agent_name TEXT   NOT NULL,
    since      BIGINT NOT NULL,
    until      BIGINT
);
