package io.babeldesk.desk;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** An app that shows codes, for tests. */
public final class Authenticator {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;
    private final Clock clock;

    /** @param typed the secret in Base32, in groups or not */
    public Authenticator(String typed, Clock clock) {
        this.secret = bytes(typed.replaceAll("\\s", ""));
        this.clock = clock;
    }

    public String code() {
        TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()), clock.instant(), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int waiting = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            waiting = (waiting << 5) | BASE_32.indexOf(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(waiting >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
