package io.babeldesk.desk;

import java.time.Instant;

/**
 * One thing that somebody did.
 *
 * @param number counts from 1, without a gap
 * @param actor {@code agt_…}, or {@code system}, or {@code nobody} for a sign-in that failed
 * @param action {@code sign-in}, {@code account-changed}, …
 * @param subject what it was done to: an id, or nothing
 * @param detail what changed, in a few words of English; never a password, a token or what a shopper wrote
 */
public record AuditEntry(long number, Instant at, String actor, String action, String subject, String detail) {

    public static final String SYSTEM = "system";
    public static final String NOBODY = "nobody";
}
