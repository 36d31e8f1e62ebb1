package io.babeldesk.settings;

import java.time.Duration;

/**
 * So many requests in so long a time.
 *
 * @param requests 1 or more
 * @param per more than zero
 */
public record Rate(int requests, Duration per) {

    public Rate {
        if (requests < 1 || per.isZero() || per.isNegative()) {
            throw new IllegalArgumentException(
                    "a rate of " + requests + " in " + per + " lets nothing through; use one such as 120/1m");
        }
    }

    @Override
    public String toString() {
        return requests + "/" + Durations.write(per);
    }
}
