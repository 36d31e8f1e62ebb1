package io.babeldesk.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
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

    private final Optional<Secret> secret;
    private final Clock clock;

    Identity(Optional<Secret> secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    boolean isOn() {
        return secret.isPresent();
    }

    /**
     * The shop's number for the customer.
     *
     * @throws Problem if nothing is set up, or the shop did not sign this for this site and for now
     */
    String customer(String token, String site) {
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

    private String customer(JWTClaimsSet claims, String site) {
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
        return customer;
    }
}
