package io.babeldesk.desk;

import io.babeldesk.language.Language;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Vouches elsewhere for who somebody is, so that she needs no password here. Safe for use by many threads. */
public interface IdentityProvider {

    /** What people know it by, for a button. */
    String name();

    /** Whether it answered when it was last asked. Never waits. */
    boolean isReachable();

    /** Where a browser goes to sign in; empty while the provider cannot be reached. */
    Optional<URI> entrance(Journey journey);

    /**
     * Looks at what a browser came back with.
     *
     * @param answered the address that it came back to, with the provider's answer in it
     */
    Arrival arrive(URI answered, Journey journey);

    /**
     * One browser's way there and back. The last three are known to this service alone, or bound to that browser.
     *
     * @param back where the provider sends the browser
     * @param state comes back with it
     * @param nonce stands in what the provider signs
     * @param verifier proves that the code was asked for from here (RFC 7636), 43 to 128 characters
     */
    record Journey(URI back, String state, String nonce, String verifier) {

        @Override
        public String toString() {
            return "Journey[" + back + ", ****]";
        }
    }

    /** What came of it. */
    sealed interface Arrival {

        record Known(Somebody somebody) implements Arrival {}

        /** She gave up, or the provider let her not in. */
        record Cancelled() implements Arrival {}

        record Unreachable() implements Arrival {}

        /** @param reason for the log, in English */
        record NotBelieved(String reason) implements Arrival {}
    }

    /**
     * Whom the provider vouches for. Issuer and subject together name her for ever; everything else may change, and pass
     * on to somebody else.
     *
     * @param email that the provider has verified
     */
    record Somebody(
            String issuer,
            String subject,
            Optional<String> email,
            Optional<String> username,
            Optional<String> name,
            Optional<Language> language,
            Set<String> groups) {}
}
