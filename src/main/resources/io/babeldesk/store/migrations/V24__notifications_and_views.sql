-- Which event is told to whom, and when she read it. What it says stands in the event.
CREATE TABLE notification (
    agent        TEXT   NOT NULL,
    position     BIGINT NOT NULL REFERENCES event (position),
    conversation TEXT   NOT NULL REFERENCES conversation (id),
    kind         TEXT   NOT NULL,
    read_at      BIGINT,
    PRIMARY KEY (agent, position)
);

CREATE INDEX notification_not_read ON notification (agent, position) WHERE read_at IS NULL;

-- Found by erasures.
CREATE INDEX notification_of_conversation ON notification (conversation);

-- Filters that an agent gave a name.
CREATE TABLE saved_view (
    id      TEXT NOT NULL PRIMARY KEY,
    agent   TEXT NOT NULL,
    name    TEXT NOT NULL,
    payload TEXT NOT NULL
);

CREATE INDEX saved_view_of_agent ON saved_view (agent, id);

-- What conversations are filtered by has a column of its own.
ALTER TABLE handling ADD COLUMN priority TEXT NOT NULL DEFAULT 'NORMAL';

UPDATE handling SET priority = 'LOW' WHERE payload LIKE '%"priority":"LOW"%';

UPDATE handling SET priority = 'HIGH' WHERE payload LIKE '%"priority":"HIGH"%';

UPDATE handling SET priority = 'URGENT' WHERE payload LIKE '%"priority":"URGENT"%';
