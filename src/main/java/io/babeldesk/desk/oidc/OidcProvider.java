package io.babeldesk.desk.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.babeldesk.desk.IdentityProvider;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider of OpenID Connect Core 1.0, by the authorization code flow with PKCE. What it offers is found out from its
 * issuer's address (OpenID Connect Discovery 1.0), not before it is needed, and again and again: it may be away when the
 * service starts.
 */
public final class OidcProvider implements IdentityProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);

    static final int CONNECT_MILLIS = 3_000;
    static final int READ_MILLIS = 5_000;

    /** So old a look at the provider tells nothing any more. */
    private static final Duration LOOKS_EACH = Duration.ofSeconds(20);

    private final Registration registration;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Offer offer;
    private volatile boolean reachable;
    private volatile boolean toldAway;
    private volatile Instant lookedAt = Instant.MIN;

    public OidcProvider(Registration registration, Clock clock) {
        this.registration = registration;
        this.clock = clock;
    }

    @Override
    public String name() {
        return registration.name();
    }

    @Override
    public boolean isReachable() {
        if (lookedAt.isBefore(clock.instant().minus(LOOKS_EACH)) && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("sign-in provider").start(this::lookAndEnd);
        }
        return reachable;
    }

    private void lookAndEnd() {
        try {
            look();
        } finally {
            looking.set(false);
        }
    }

    @Override
    public Optional<URI> entrance(Journey journey) {
        // Each time: our page says in words that the provider is away, the browser would not.
        look();
        return offered()
                .filter(_ -> reachable)
                .map(offer -> new AuthenticationRequest.Builder(
                                ResponseType.CODE,
                                new Scope("openid", "profile", "email"),
                                new ClientID(registration.clientId()),
                                journey.back())
                        .endpointURI(offer.metadata().getAuthorizationEndpointURI())
                        .state(new State(journey.state()))
                        .nonce(new Nonce(journey.nonce()))
                        .codeChallenge(new CodeVerifier(journey.verifier()), CodeChallengeMethod.S256)
                        .build()
                        .toURI());
    }

    @Override
    public Arrival arrive(URI answered, Journey journey) {
        Optional<Offer> offered = offered();
        if (offered.isEmpty()) {
            look();
            offered = offered();
        }
        if (offered.isEmpty()) {
            return new Arrival.Unreachable();
        }
        try {
            return arrive(answered, journey, offered.get());
        } catch (IOException | RemoteKeySourceException e) {
            away("does not answer: " + e.getMessage());
            return new Arrival.Unreachable();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return new Arrival.NotBelieved(String.valueOf(e.getMessage()));
        }
    }

    private Arrival arrive(URI answered, Journey journey, Offer offer)
            throws IOException, ParseException, BadJOSEException, JOSEException {
        AuthenticationResponse response = AuthenticationResponseParser.parse(answered);
        if (!new State(journey.state()).equals(response.getState())) {
            return new Arrival.NotBelieved("the state is another");
        }
        Issuer issuer = response.getIssuer();
        boolean names = offer.metadata().supportsAuthorizationResponseIssuerParam();
        if ((issuer != null || names) && !offer.metadata().getIssuer().equals(issuer)) {
            return new Arrival.NotBelieved("it answers in the name of another issuer (RFC 9207)");
        }
        if (!response.indicatesSuccess()) {
            String error =
                    String.valueOf(response.toErrorResponse().getErrorObject().getCode());
            return error.equals(OAuth2Error.ACCESS_DENIED.getCode())
                    ? new Arrival.Cancelled()
                    : new Arrival.NotBelieved("it says " + error);
        }
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                response.toSuccessResponse().getAuthorizationCode(),
                journey.back(),
                new CodeVerifier(journey.verifier()));
        TokenResponse tokens =
                OIDCTokenResponseParser.parse(sent(tokenRequest(offer, grant).toHTTPRequest()));
        if (!tokens.indicatesSuccess()) {
            return new Arrival.NotBelieved("it gives no token: "
                    + tokens.toErrorResponse().getErrorObject().getCode());
        }
        OIDCTokenResponse received = (OIDCTokenResponse) tokens.toSuccessResponse();
        IDTokenClaimsSet claims =
                offer.validator().validate(received.getOIDCTokens().getIDToken(), new Nonce(journey.nonce()));
        return isForUs(claims)
                ? new Arrival.Known(somebody(claims, received, offer))
                : new Arrival.NotBelieved("its token was given to another client");
    }

    /** Core 1.0, 3.1.3.7, 4 and 5: the library looks at the audience alone. */
    private boolean isForUs(IDTokenClaimsSet claims) {
        AuthorizedParty party = claims.getAuthorizedParty();
        return party == null
                ? claims.getAudience().size() == 1
                : party.getValue().equals(registration.clientId());
    }

    private TokenRequest tokenRequest(Offer offer, AuthorizationCodeGrant grant) {
        URI endpoint = offer.metadata().getTokenEndpointURI();
        return registration
                .authentication(offer.metadata())
                .map(secret -> new TokenRequest.Builder(endpoint, secret, grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, new ClientID(registration.clientId()), grant))
                .build();
    }

    /** What the token says of her; what it leaves out may stand where the provider tells of people. */
    private Somebody somebody(IDTokenClaimsSet claims, OIDCTokenResponse tokens, Offer offer) throws IOException {
        Claims told = new Claims(claims.toJSONObject());
        URI place = offer.metadata().getUserInfoEndpointURI();
        if (place != null && told.isMissing("email", registration.groupsClaim())) {
            told = told.completedBy(besides(place, claims, tokens));
        }
        return told.somebody(claims.getIssuer().getValue(), claims.getSubject().getValue(), registration.groupsClaim());
    }

    /** Nothing where the provider does not say it as it should: the token alone proves who she is. */
    private static Claims besides(URI place, IDTokenClaimsSet claims, OIDCTokenResponse tokens) throws IOException {
        try {
            UserInfoRequest request =
                    new UserInfoRequest(place, tokens.getOIDCTokens().getAccessToken());
            UserInfoResponse answer = UserInfoResponse.parse(sent(request.toHTTPRequest()));
            UserInfo more =
                    answer.indicatesSuccess() ? answer.toSuccessResponse().getUserInfo() : null;
            // Core 1.0, 5.3.2: of anybody else it says nothing about her.
            return new Claims(
                    more != null && more.getSubject().equals(claims.getSubject()) ? more.toJSONObject() : Map.of());
        } catch (ParseException e) {
            LOG.warn("what {} tells of people cannot be read: {}", place, e.getMessage());
            return new Claims(Map.of());
        }
    }

    private static HTTPResponse sent(HTTPRequest request) throws IOException {
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(READ_MILLIS);
        request.setFollowRedirects(false);
        return request.send();
    }

    private Optional<Offer> offered() {
        return Optional.ofNullable(offer);
    }

    /** Asks the provider what it offers. What it said last stays good where it does not answer. */
    public void look() {
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.resolve(new Issuer(registration.issuer()), CONNECT_MILLIS, READ_MILLIS);
            Offer before = offer;
            if (before == null || !before.isOf(metadata)) {
                offer = Offer.of(metadata, registration);
            }
            if (!reachable) {
                LOG.info("people can sign in through {} ({})", registration.name(), registration.issuer());
            }
            reachable = true;
            toldAway = false;
        } catch (IOException e) {
            away(
                    "cannot be reached: " + e.getMessage()
                            + ". Check the address, the network and the certificate; it is tried again when somebody wants to sign in");
        } catch (GeneralException | RuntimeException e) {
            away("does not speak as an OpenID Connect issuer: " + e.getMessage()
                    + ". OIDC_ISSUER must be exactly the issuer that stands in the provider's own "
                    + "/.well-known/openid-configuration");
        } finally {
            lookedAt = clock.instant();
        }
    }

    /** Said once each time. */
    private void away(String how) {
        reachable = false;
        if (!toldAway) {
            toldAway = true;
            LOG.warn("the sign-in provider {} {}", registration.issuer(), how);
        }
    }
}
