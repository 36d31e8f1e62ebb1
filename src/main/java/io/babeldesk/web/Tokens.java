package io.babeldesk.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.babeldesk.conversation.Market;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs what a shopper shows to prove who she is, and checks it: a JWT, HS256 and nothing else (RFC 8725). */
public final class Tokens {

    private static final String ISSUER = "babeldesk";

    private final byte[] key;
    private final Duration length;
    private final Clock clock;

    Tokens(SigningKey key, Duration length, Clock clock) {
        this.key = key.bytes();
        this.length = length;
        this.clock = clock;
    }

    /**
     * What a token says.
     *
     * @param shopper {@code shp_…}
     * @param locale of the page that the session was opened on
     * @param verified whether the shop itself vouched for who she is
     */
    record Session(String shopper, Optional<String> locale, Optional<Market> market, boolean verified) {}

    Duration length() {
        return length;
    }

    String issue(Session session) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(session.shopper())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(length)))
                .claim("verified", session.verified());
        session.locale().ifPresent(locale -> claims.claim("locale", locale));
        session.market().ifPresent(market -> claims.claim("market", market.code()));
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
            jwt.sign(new MACSigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
    }

    /** @throws Problem if it is not ours, or its time is over */
    Session read(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            boolean ours =
                    JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) && jwt.verify(new MACVerifier(key));
            if (!ours) {
                throw Problem.of(ProblemCode.TOKEN_INVALID);
            }
            return session(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw Problem.of(ProblemCode.TOKEN_INVALID);
        }
    }

    private Session session(JWTClaimsSet claims) throws ParseException {
        @Nullable String shopper = claims.getSubject();
        @Nullable Date expires = claims.getExpirationTime();
        if (!ISSUER.equals(claims.getIssuer()) || shopper == null || expires == null) {
            throw Problem.of(ProblemCode.TOKEN_INVALID);
        }
        if (!expires.toInstant().isAfter(clock.instant())) {
            throw Problem.of(ProblemCode.TOKEN_EXPIRED);
        }
        return new Session(
                shopper,
                Optional.ofNullable(claims.getStringClaim("locale")),
                Optional.ofNullable(claims.getStringClaim("market")).flatMap(Market::ofCode),
                Boolean.TRUE.equals(claims.getBooleanClaim("verified")));
    }
}
