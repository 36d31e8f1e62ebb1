package io.babeldesk.web;

import io.babeldesk.desk.IdentityProvider.Journey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Browsers on their way to a provider and back. Nothing of them is kept: all that must fit together afterwards follows
 * from a secret in the browser's cookie and a key of ours, so that any node of the service can take a browser back. Who
 * has no such cookie cannot be made to arrive (RFC 9700, 4.7).
 */
final class Journeys {

    private static final int BYTES = 32;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}\\.([0-9]{1,12})");

    private final byte[] key;
    private final Duration longest;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Journeys(byte[] key, Duration longest, Clock clock) {
        this.key = key.clone();
        this.longest = longest;
        this.clock = clock;
    }

    /** A secret that says when it was made. */
    String begin() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return encoded(bytes) + "." + clock.instant().getEpochSecond();
    }

    /** Whether it is a secret of ours, and not too old. A time that was changed fits no state any more. */
    boolean isUnderWay(String secret) {
        Matcher match = SECRET.matcher(secret);
        return match.matches()
                && Instant.ofEpochSecond(Long.parseLong(match.group(1)))
                        .plus(longest)
                        .isAfter(clock.instant());
    }

    Journey of(String secret, URI back) {
        return new Journey(back, made("state", secret), made("nonce", secret), made("verifier", secret));
    }

    private String made(String purpose, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return encoded(mac.doFinal((purpose + "\n" + secret).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
