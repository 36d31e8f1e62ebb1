package io.babeldesk.chat;

import java.time.Duration;

/**
 * How fast the chat works.
 *
 * @param lease how long a debt is taken for; it is held on to while the answer takes longer
 * @param look how often the store is searched for debts that nobody told of, such as a dead process leaves
 * @param pause before a second attempt; each further one waits four times as long
 * @param grace how long {@link ShopperChat#close} waits for what is being answered
 * @param attempts how often an answer is tried before a person is named instead
 * @param atOnce how many replies are made at the same time
 */
record Pace(Duration lease, Duration look, Duration pause, Duration grace, int attempts, int atOnce) {

    static final Pace USUAL = new Pace(
            Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(5), 3, 256);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    Duration pauseAfter(int attempt) {
        Duration pause = pause();
        for (int i = 1; i < attempt && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(4);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
