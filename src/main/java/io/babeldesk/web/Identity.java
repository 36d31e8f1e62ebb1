package io.babeldesk.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.babeldesk.conversation.Shopper.Customer;
import io.babeldesk.settings.Secret;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what the shop's own server says about who a shopper is: a JWT that it signed with the shared secret. */
final class Identity {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private static final int LONGEST_WORDS = 200;

    private final Optional<Secret> secret;
    private final Clock clock;

    Identity(Optional<Secret> secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** @param number that the shop knows her by */
    record Known(String number, Customer customer) {}

    boolean isOn() {
        return secret.isPresent();
    }

    /**
     * Who the customer is.
     *
     * @throws Problem if nothing is set up, or the shop did not sign this for this site and for now
     */
    Known customer(String token, String site) {
        byte[] key = secret.map(Secret::bytes).orElseThrow(() -> Problem.of(ProblemCode.IDENTITY_OFF));
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(new MACVerifier(key))) {
                throw Problem.of(ProblemCode.IDENTITY_INVALID);
            }
            return customer(jwt.getJWTClaimsSet(), site);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw Problem.of(ProblemCode.IDENTITY_INVALID);
        }
    }

    private Known customer(JWTClaimsSet claims, String site) throws ParseException {
        @Nullable String customer = claims.getSubject();
        @Nullable Date expires = claims.getExpirationTime();
        Instant now = clock.instant();
        boolean complete =
                customer != null && !customer.isBlank() && claims.getAudience().contains(site);
        if (!complete || customer == null || expires == null) {
            throw Problem.of(ProblemCode.IDENTITY_INVALID);
        }
        if (expires.toInstant().isBefore(now)) {
            throw Problem.of(ProblemCode.IDENTITY_EXPIRED);
        }
        if (expires.toInstant().isAfter(now.plus(LONGEST).plus(CLOCK_SKEW))) {
            throw Problem.of(ProblemCode.IDENTITY_INVALID);
        }
        return new Known(
                customer, new Customer(words(claims.getStringClaim("name")), words(claims.getStringClaim("email"))));
    }

    /** On one line, and no longer than a name is. */
    private static Optional<String> words(@Nullable String claim) {
        return Optional.ofNullable(claim)
                .map(text -> text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() > LONGEST_WORDS
                        ? text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_WORDS)))
                        : text);
    }
}
