package io.babeldesk.conversation;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import java.util.Optional;

/**
 * A shopper whose messages are not taken.
 *
 * @param reason for colleagues; she is not told
 * @param by who decided it
 * @param until empty if it has no end
 */
public record Blocked(String shopper, String reason, Speaker by, Instant since, Optional<Instant> until) {

    public Blocked {
        since = since.truncatedTo(MILLIS);
        until = until.map(end -> end.truncatedTo(MILLIS));
    }

    public boolean holdsAt(Instant now) {
        return until.map(now::isBefore).orElse(true);
    }
}
