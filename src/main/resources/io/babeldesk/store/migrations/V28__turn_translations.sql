-- What a language model made of turns in other languages, so that it is asked once. Goes as soon as the turn changes.
CREATE TABLE turn_translation (
    turn     TEXT NOT NULL REFERENCES turn (id),
    language TEXT NOT NULL,
    version  TEXT NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (turn, language)
);
