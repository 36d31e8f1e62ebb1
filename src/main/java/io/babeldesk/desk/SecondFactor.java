package io.babeldesk.desk;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.SecondFactors.Kept;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of an authenticator app (TOTP, RFC 6238: SHA-1, six digits, 30 seconds, as all apps have them), and for the day
 * on which the app is gone, codes on paper. Each is good once.
 */
public final class SecondFactor {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;

    /** A clock that goes wrong by a step, or fingers that take one, do no harm (RFC 6238, 5.2). */
    private static final int STEPS_AROUND = 1;

    /** 160 bits, as RFC 4226, 4 wants them. */
    private static final int SECRET_BYTES = 20;

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LETTERS = 16;
    private static final int GROUP = 4;
    private static final char[] BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();

    private final SecondFactors kept;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public SecondFactor(SecondFactors kept, Vault vault, Clock clock) {
        this.kept = kept;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What an app has to know, shown once.
     *
     * @param secret in Base32 (RFC 4648)
     */
    public record Proposal(String secret) {

        /** For an app to read from a picture. */
        public String uri(String shop, String username) {
            String issuer = encoded(shop);
            return "otpauth://totp/" + issuer + ":" + encoded(username) + "?secret=" + secret + "&issuer=" + issuer
                    + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP.toSeconds();
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }

        @Override
        public String toString() {
            return "Proposal[****]";
        }
    }

    /** @param recoveryLeft how many codes on paper are not used yet */
    public record State(boolean on, int recoveryLeft) {}

    public State of(AgentId agent) {
        return new State(isOn(agent), kept.recoveryLeft(agent));
    }

    boolean isOn(AgentId agent) {
        return kept.of(agent).filter(Kept::confirmed).isPresent();
    }

    /** Empty if there is one already. */
    Optional<Proposal> propose(AgentId agent) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return kept.propose(agent, vault.lock(secret, agent.value()), clock.instant())
                ? Optional.of(new Proposal(base32(secret)))
                : Optional.empty();
    }

    /** Whether something waits to be confirmed. */
    boolean isProposed(AgentId agent) {
        return kept.of(agent).filter(one -> !one.confirmed()).isPresent();
    }

    /** The codes on paper, shown once; empty if the code is not the one that the app should show. */
    Optional<List<String>> confirm(AgentId agent, String code) {
        OptionalLong step =
                kept.of(agent).map(one -> stepOf(agent, one, plain(code))).orElse(OptionalLong.empty());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        List<String> codes =
                Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        List<String> hashes = codes.stream().map(SecondFactor::recoveryHash).toList();
        return kept.confirm(agent, step.getAsLong(), hashes) ? Optional.of(codes) : Optional.empty();
    }

    /** What a code turned out to be. */
    enum Proof {
        CODE,
        RECOVERY_CODE,
        NONE
    }

    Proof check(AgentId agent, String given) {
        String code = plain(given);
        if (code.length() == RECOVERY_LETTERS) {
            return kept.useRecovery(agent, recoveryHash(code)) ? Proof.RECOVERY_CODE : Proof.NONE;
        }
        OptionalLong step = kept.of(agent)
                .filter(Kept::confirmed)
                .map(one -> stepOf(agent, one, code))
                .orElse(OptionalLong.empty());
        return step.isPresent() && kept.use(agent, step.getAsLong()) ? Proof.CODE : Proof.NONE;
    }

    boolean remove(AgentId agent) {
        return kept.remove(agent);
    }

    /** The step of time, around now, whose code it is. */
    private OptionalLong stepOf(AgentId agent, Kept one, String code) {
        Optional<byte[]> secret = vault.open(one.locked(), agent.value());
        if (secret.isEmpty() || code.length() != DIGITS) {
            return OptionalLong.empty();
        }
        long now = clock.instant().getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(now - STEPS_AROUND, now + STEPS_AROUND)
                .filter(step -> isSame(codeAt(secret.get(), step), code))
                .max();
    }

    /** In ASCII digits, whatever language the machine speaks. */
    private static String codeAt(byte[] secret, long step) {
        TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP.toSeconds()),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key of HMAC", e);
        }
    }

    private String recoveryCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < RECOVERY_LETTERS; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(BASE_32[random.nextInt(BASE_32.length)]);
        }
        return code.toString().toLowerCase(Locale.ROOT);
    }

    private static String recoveryHash(String code) {
        return Secrets.hash("recovery", plain(code));
    }

    /** People put blanks and hyphens between, in one way or another; digits may be of any script. */
    private static String plain(String code) {
        StringBuilder plain = new StringBuilder();
        code.codePoints().filter(Character::isLetterOrDigit).forEach(letter -> {
            int digit = Character.digit(letter, 10);
            plain.append(digit < 0 ? Character.toString(letter) : Integer.toString(digit));
        });
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int waiting = 0;
        int bits = 0;
        for (byte one : bytes) {
            waiting = (waiting << 8) | (one & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE_32[(waiting >> bits) & 31]);
            }
        }
        return text.toString();
    }
}
