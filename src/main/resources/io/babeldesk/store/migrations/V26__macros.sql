-- Several deeds under one name, kept by leads. The deeds are the payload.
CREATE TABLE macro (
    id      TEXT NOT NULL PRIMARY KEY,
    name    TEXT NOT NULL,
    payload TEXT NOT NULL
);
