package io.babeldesk.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was made under an optional {@code Idempotency-Key}, so that sending it again makes nothing new. Kept in memory for
 * a day: after a restart the worst is an empty conversation too many. Messages, which must never double, keep their keys
 * in the store.
 */
final class Repeats {

    private static final int MOST = 100_000;

    private final Cache<Key, Made> made;

    Repeats(Clock clock) {
        this(clock, MOST);
    }

    /** @param most how many are kept */
    Repeats(Clock clock, int most) {
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.made = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(Duration.ofDays(1))
                .ticker(ticker)
                .build();
    }

    /**
     * The id that {@code maker} gives, or gave before for the same caller, address and key.
     *
     * @param digest of what was asked for
     * @throws Problem if the key was used for something else
     */
    String once(Context ctx, String caller, String digest, Supplier<String> maker) {
        @Nullable String key = ctx.header("Idempotency-Key");
        if (key == null || key.isBlank()) {
            return maker.get();
        }
        Made known = made.get(new Key(caller, ctx.path(), Digests.of(key)), _ -> new Made(digest, maker.get()));
        if (!known.digest().equals(digest)) {
            throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        return known.id();
    }

    private record Key(String caller, String path, String key) {}

    private record Made(String digest, String id) {}
}
