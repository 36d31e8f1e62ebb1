package io.babeldesk.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.babeldesk.settings.Limit;
import io.babeldesk.settings.Rate;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Lets each caller do a thing only so often. Every answer says what is left (the IETF's RateLimit fields for HTTP,
 * draft 10), one that is refused also when to come again.
 */
final class Limits {

    private static final int MOST_CALLERS = 200_000;

    private final Map<Limit, Rate> rates;
    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets;

    Limits(Map<Limit, Rate> rates, Clock clock) {
        this.rates = rates;
        this.time = new ClockMeter(clock);
        Duration longest =
                rates.values().stream().map(Rate::per).max(Duration::compareTo).orElse(Duration.ofMinutes(1));
        // A bucket that was left alone for its whole period is full again, and need not be remembered.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(longest)
                .build();
    }

    /** @throws Problem if this caller has done it too often */
    void take(Context ctx, Limit limit, String caller) {
        Rate rate = rates.getOrDefault(limit, limit.byDefault());
        ConsumptionProbe probe =
                buckets.get(new Key(limit, caller), key -> bucket(rate)).tryConsumeAndReturnRemaining(1);
        long seconds = Math.ceilDiv(probe.getNanosToWaitForReset(), 1_000_000_000L);
        ctx.header(
                "RateLimit-Policy",
                "\"" + limit.label() + "\";q=" + rate.requests() + ";w="
                        + Math.max(1, rate.per().toSeconds()));
        ctx.header("RateLimit", "\"" + limit.label() + "\";r=" + probe.getRemainingTokens() + ";t=" + seconds);
        if (!probe.isConsumed()) {
            long wait = Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
            throw Problem.of(ProblemCode.TOO_MANY_REQUESTS, Map.of("seconds", wait), Duration.ofSeconds(wait));
        }
    }

    private Bucket bucket(Rate rate) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(Bandwidth.builder()
                        .capacity(rate.requests())
                        .refillGreedy(rate.requests(), rate.per())
                        .build())
                .build();
    }

    private record Key(Limit limit, String caller) {}

    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
