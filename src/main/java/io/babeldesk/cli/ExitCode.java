package io.babeldesk.cli;

import io.babeldesk.answer.Reply;

/** How commands end. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;

    private ExitCode() {}

    static int of(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered -> DONE;
            case Reply.AskedBack asked -> 3;
            case Reply.Declined declined -> 4;
            case Reply.NeedsPerson person -> 5;
        };
    }
}
