package io.babeldesk.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the ids of new things: a prefix that says what it is, and a UUID of version 7 (RFC 9562), so that ids sort as
 * they were made and a database index grows at its end. Safe for use by many threads.
 */
final class Ids {

    static final String SHOPPER = "shp_";
    static final String CONVERSATION = "cnv_";
    static final String TURN = "trn_";
    static final String AGENT = "agt_";
    static final String SESSION = "ses_";
    static final String API_KEY = "key_";
    static final String CANNED_REPLY = "cnd_";
    static final String VIEW = "viw_";
    static final String MACRO = "mac_";

    private static final int COUNTER_BITS = 12;

    private final SecureRandom random = new SecureRandom();

    /** Milliseconds, and below them a counter that keeps ids of one millisecond in order. */
    private final AtomicLong newest = new AtomicLong();

    String next(String prefix, Instant now) {
        long floor = now.toEpochMilli() << COUNTER_BITS;
        long stamp = newest.updateAndGet(last -> Math.max(last + 1, floor));
        long high = (stamp >>> COUNTER_BITS) << 16 | 0x7000 | (stamp & 0xFFF);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return prefix + new UUID(high, low);
    }

    /** The id of the reply to a turn: always the same, so that a reply begun before a crash is completed after it. */
    static String replyTo(String firstOwed) {
        return TURN + UUID.nameUUIDFromBytes(("reply to " + firstOwed).getBytes(StandardCharsets.UTF_8));
    }
}
