package io.babeldesk.cli;

/** What keeps a command from its work, in words for its user. It ends with exit code 1 and no stack trace. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Failure(String message) {
        super(message);
    }
}
