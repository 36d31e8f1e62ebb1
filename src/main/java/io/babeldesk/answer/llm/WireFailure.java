package io.babeldesk.answer.llm;

import io.babeldesk.answer.ModelStream.Failure;
import java.time.Duration;
import java.util.Optional;

/** A request that failed on the wire, with what the server said about when to come back. */
final class WireFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Failure why;
    private final transient Optional<Duration> retryAfter;

    WireFailure(Failure why, String detail, Optional<Duration> retryAfter) {
        super(detail);
        this.why = why;
        this.retryAfter = retryAfter;
    }

    Failure why() {
        return why;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Whether asking again may help, as long as nothing was said. */
    boolean isPassing() {
        return why == Failure.RATE_LIMITED || why == Failure.SERVER_ERROR || why == Failure.UNREACHABLE;
    }
}
