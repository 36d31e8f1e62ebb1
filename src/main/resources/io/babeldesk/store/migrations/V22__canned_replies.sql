CREATE TABLE canned_reply (
    id       TEXT NOT NULL PRIMARY KEY,
    shortcut TEXT NOT NULL UNIQUE,
    title    TEXT NOT NULL
);

CREATE TABLE canned_reply_text (
    reply    TEXT NOT NULL REFERENCES canned_reply (id),
    language TEXT NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (reply, language)
);
