package io.babeldesk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * After how many failures whoever signs in has to wait, and how long. Each further failure doubles the time. What is
 * counted is narrow first, so that a stranger elsewhere cannot lock somebody out, and wide last, so that many strangers
 * together cannot guess on.
 */
enum LockOut {
    NAME_FROM_ADDRESS(5, Duration.ofSeconds(30), Duration.ofMinutes(15)),
    ADDRESS(30, Duration.ofSeconds(30), Duration.ofMinutes(15)),
    NAME(50, Duration.ofSeconds(10), Duration.ofMinutes(5));

    /** Failures are forgotten after so long without a further one. */
    static final Duration MEMORY = Duration.ofHours(24);

    private final int free;
    private final Duration first;
    private final Duration longest;

    LockOut(int free, Duration first, Duration longest) {
        this.free = free;
        this.first = first;
        this.longest = longest;
    }

    /** What is counted under; the name is hashed by the caller, as people type passwords there. */
    String subject(String nameHash, String address) {
        String kind = name().toLowerCase(Locale.ROOT);
        return switch (this) {
            case NAME_FROM_ADDRESS -> kind + " " + nameHash + " " + address;
            case ADDRESS -> kind + " " + address;
            case NAME -> kind + " " + nameHash;
        };
    }

    /** How long is still to be waited. */
    Optional<Duration> left(FailedSignIns.Count failures, Instant now) {
        if (failures.count() < free) {
            return Optional.empty();
        }
        int doublings = Math.min(failures.count() - free, 20);
        Duration wait = first.multipliedBy(1L << doublings);
        Duration capped = wait.compareTo(longest) > 0 ? longest : wait;
        return Optional.of(Duration.between(now, failures.last().plus(capped))).filter(Duration::isPositive);
    }
}
