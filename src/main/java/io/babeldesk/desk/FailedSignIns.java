package io.babeldesk.desk;

import java.time.Instant;

/** How often somebody failed to sign in, by whatever is counted: an address, a name. Safe for use by many threads. */
public interface FailedSignIns {

    /** @param last when it failed last; meaningless with a count of 0 */
    record Count(int count, Instant last) {

        public static final Count NONE = new Count(0, Instant.EPOCH);
    }

    Count of(String subject);

    void add(String subject, Instant now);

    void forget(String subject);

    /** Those that failed last before that moment. */
    int forgetBefore(Instant before);
}
