package io.babeldesk.desk.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.MalformedURLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a provider says of itself, and what judges the tokens that it signs by the keys that it publishes. */
record Offer(OIDCProviderMetadata metadata, IDTokenValidator validator) {

    /** Signed by the provider alone: no secret that we share, and never unsigned. */
    private static final List<JWSAlgorithm> ALGORITHMS = List.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int LARGEST_KEYS = 200_000;
    private static final int CLOCK_SKEW_SECONDS = 60;

    /** A token with a key that is not known has them read anew, at most so often. */
    private static final int KEYS_EACH_MILLIS = 1_000;

    static Offer of(OIDCProviderMetadata metadata, Registration registration) {
        try {
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(
                                    OidcProvider.CONNECT_MILLIS, OidcProvider.READ_MILLIS, LARGEST_KEYS))
                    .rateLimited(KEYS_EACH_MILLIS)
                    .retrying(true)
                    .build();
            IDTokenValidator validator = new IDTokenValidator(
                    metadata.getIssuer(),
                    new ClientID(registration.clientId()),
                    new JWSVerificationKeySelector<>(algorithms(metadata.getIDTokenJWSAlgs()), keys),
                    null);
            validator.setMaxClockSkew(CLOCK_SKEW_SECONDS);
            return new Offer(metadata, validator);
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IllegalStateException("its jwks_uri is " + metadata.getJWKSetURI(), e);
        }
    }

    boolean isOf(OIDCProviderMetadata other) {
        return metadata.toJSONObject().equals(other.toJSONObject());
    }

    private static Set<JWSAlgorithm> algorithms(@Nullable List<JWSAlgorithm> offered) {
        Set<JWSAlgorithm> algorithms = new LinkedHashSet<>(ALGORITHMS);
        if (offered != null) {
            algorithms.retainAll(offered);
        }
        if (algorithms.isEmpty()) {
            throw new IllegalStateException("it signs by none of " + ALGORITHMS);
        }
        return algorithms;
    }
}
