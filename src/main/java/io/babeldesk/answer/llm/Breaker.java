package io.babeldesk.answer.llm;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Leaves a server alone that fails again and again, and asks it one thing after a while to see whether it is back. Safe
 * for use by many threads.
 */
final class Breaker {

    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(15);

    private final LongSupplier nanos;
    private int failures;
    private long restsUntil;
    private boolean resting;
    private boolean trying;

    Breaker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether the server may be asked now. While it rests one caller is let through once the time is over. */
    synchronized boolean admits() {
        if (!resting) {
            return true;
        }
        if (trying || nanos.getAsLong() - restsUntil < 0) {
            return false;
        }
        trying = true;
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        resting = false;
        trying = false;
    }

    synchronized void failed() {
        failures++;
        if (failures >= FAILURES || trying) {
            rest(REST);
        }
    }

    /** What was tried came to no result: the next may try. */
    synchronized void leftOpen() {
        trying = false;
    }

    /** The server itself has said when to come back. */
    synchronized void rest(Duration atLeast) {
        resting = true;
        trying = false;
        restsUntil = nanos.getAsLong() + atLeast.toNanos();
    }

    synchronized boolean isResting() {
        return resting;
    }

    /** Whether whoever asks now is turned away; unlike {@link #admits} it takes nobody's turn to try. */
    synchronized boolean refuses() {
        return resting && (trying || nanos.getAsLong() - restsUntil < 0);
    }
}
