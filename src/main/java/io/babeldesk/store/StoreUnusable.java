package io.babeldesk.store;

import java.nio.file.Path;

/**
 * The data cannot be opened. The message is meant for whoever starts the service: it says what was found, what was
 * expected and what to do, and needs no stack trace beside it.
 */
public final class StoreUnusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreUnusable(Path where, String found, String expected, String todo) {
        super(where + ": found " + found + "; expected " + expected + ". " + todo);
    }

    StoreUnusable(Path where, String found, String expected, String todo, Throwable cause) {
        super(where + ": found " + found + "; expected " + expected + ". " + todo, cause);
    }
}
