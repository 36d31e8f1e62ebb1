package io.babeldesk.settings;

import java.time.Duration;
import java.util.Locale;

/** All limits on how often something may be asked for, with their defaults. Shoppers behind one address share it. */
public enum Limit {
    OPEN_SESSION(60, Duration.ofMinutes(1)),
    OPEN_CONVERSATION(60, Duration.ofMinutes(1)),
    SEND_MESSAGE(120, Duration.ofMinutes(1)),
    SIGN_IN(30, Duration.ofMinutes(1)),
    OPEN_STREAM(120, Duration.ofMinutes(1)),
    ACT(240, Duration.ofMinutes(1)),
    READ(1_200, Duration.ofMinutes(1)),
    EXPORT(20, Duration.ofMinutes(1)),
    UPLOAD(20, Duration.ofMinutes(1)),
    READ_PUBLIC(1_200, Duration.ofMinutes(1));

    private final int requests;
    private final Duration per;

    Limit(int requests, Duration per) {
        this.requests = requests;
        this.per = per;
    }

    public Rate byDefault() {
        return new Rate(requests, per);
    }

    /** The name that responses carry, {@code send-message}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key that sets it, without the prefix: {@code LIMIT_SEND_MESSAGE}. */
    public String key() {
        return "LIMIT_" + name();
    }
}
