package io.babeldesk.desk;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/**
 * Turns passwords into what can be kept, and checks them: Argon2id (RFC 9106) with the least cost that OWASP advises. Few
 * are worked on at a time, as each needs its own memory. Safe for use by many threads.
 */
public final class Passwords {

    public static final int SHORTEST = 8;
    public static final int LONGEST = 200;

    private static final int AT_ONCE = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Letters and digits that nobody takes for each other. */
    private static final String PLAIN = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GENERATED_GROUPS = 4;
    private static final int GROUP = 5;

    private final Argon2Function function;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);
    private final String nobodys;

    /** @param memory of one hash, in KiB */
    private Passwords(int memory, int iterations) {
        this.function = Argon2Function.getInstance(memory, iterations, 1, HASH_BYTES, Argon2.ID);
        this.nobodys = hash(generate());
    }

    public static Passwords ofUsualCost() {
        return new Passwords(19_456, 2);
    }

    /** For tests, which sign in a thousand times. */
    public static Passwords ofNoCost() {
        return new Passwords(64, 1);
    }

    /** One that nobody guesses and everybody can type: about 98 bits. */
    public String generate() {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < GENERATED_GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                made.append('-');
            }
            made.append(PLAIN.charAt(random.nextInt(PLAIN.length())));
        }
        return made.toString();
    }

    public String hash(String password) {
        return oneOfFew(() -> Password.hash(normal(password))
                .addRandomSalt(SALT_BYTES)
                .with(function)
                .getResult());
    }

    public boolean matches(String password, String hash) {
        return oneOfFew(() -> Password.check(normal(password), hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** Takes as long as a check, so that nobody can tell by the time whether an account exists. */
    void checkNothing(String password) {
        matches(password, nobodys);
    }

    /** Whether it was made with other parameters than those of today. */
    boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(function);
    }

    /** Long enough, and not her own name (NIST SP 800-63B: no rules about kinds of characters). */
    public static boolean isGoodEnough(String password, String username) {
        int length = password.codePointCount(0, password.length());
        return length >= SHORTEST
                && length <= LONGEST
                && !password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))
                && password.chars().distinct().count() > 3;
    }

    /** The same letters are other characters on other keyboards. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T oneOfFew(java.util.function.Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
