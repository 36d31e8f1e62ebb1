package io.babeldesk.desk.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A provider of identities on this machine, for tests. Whoever comes is vouched for at once, as whom a test says; it
 * keeps to the protocol, and refuses what does not, unless a test wants it otherwise.
 */
public final class LocalProvider implements AutoCloseable {

    public static final String CLIENT = "babeldesk";
    public static final String SECRET = "a secret between the two of them, long enough to sign with";

    private static final Duration LIFE = Duration.ofMinutes(5);

    private record Asked(String nonce, String challenge, String back) {}

    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private HttpServer server;
    private ECKey key = freshKey();
    private volatile Map<String, Object> claims =
            Map.of("sub", "m-1", "email", "mara@shop.example", "email_verified", true);
    private volatile Map<String, Object> userInfo = Map.of();
    private volatile UnaryOperator<JWTClaimsSet> change = UnaryOperator.identity();
    private volatile Signs signs = Signs.AS_IT_SHOULD;
    private volatile @Nullable String refusal;
    private volatile boolean forgetsCodes = true;

    /** How a token is signed. */
    public enum Signs {
        AS_IT_SHOULD,
        NOT_AT_ALL,
        WITH_THE_SHARED_SECRET,
        WITH_A_KEY_OF_ITS_OWN
    }

    public LocalProvider() {
        this.server = open(0);
    }

    public URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Whoever comes next. */
    public void vouchesFor(Map<String, Object> claimed) {
        claims = Map.copyOf(claimed);
    }

    /** What it tells apart from the token. */
    public void tellsBesides(Map<String, Object> claimed) {
        userInfo = Map.copyOf(claimed);
    }

    public void changesTokens(UnaryOperator<JWTClaimsSet> how) {
        change = how;
    }

    public void signs(Signs how) {
        signs = how;
    }

    /** @param error of OAuth, {@code access_denied} */
    public void refuses(String error) {
        refusal = error;
    }

    public void takesCodesAgain() {
        forgetsCodes = false;
    }

    public void changesItsKeys() {
        key = freshKey();
    }

    public void goesAway() {
        server.stop(0);
    }

    public void comesBack() {
        server = open(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpServer open(int port) {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            opened.createContext("/.well-known/openid-configuration", ask -> answer(ask, 200, metadata()));
            opened.createContext("/keys", ask -> answer(ask, 200, new JWKSet(key.toPublicJWK()).toString()));
            opened.createContext("/authorize", this::authorize);
            opened.createContext("/token", this::token);
            opened.createContext("/people", ask -> answer(ask, 200, json(userInfo)));
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String metadata() {
        String own = issuer().toString();
        return json(Map.of(
                "issuer",
                own,
                "authorization_endpoint",
                own + "/authorize",
                "token_endpoint",
                own + "/token",
                "userinfo_endpoint",
                own + "/people",
                "jwks_uri",
                own + "/keys",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("ES256", "HS256")));
    }

    private void authorize(HttpExchange ask) throws IOException {
        Map<String, String> query = fields(ask.getRequestURI().getRawQuery());
        if (!CLIENT.equals(query.get("client_id"))
                || !"code".equals(query.get("response_type"))
                || !"S256".equals(query.get("code_challenge_method"))) {
            answer(ask, 400, "{}");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Asked(
                        query.getOrDefault("nonce", ""),
                        query.getOrDefault("code_challenge", ""),
                        query.getOrDefault("redirect_uri", "")));
        String said = refusal == null ? "code=" + code : "error=" + refusal;
        ask.getResponseHeaders()
                .set(
                        "Location",
                        query.get("redirect_uri") + "?" + said + "&state="
                                + URLEncoder.encode(query.getOrDefault("state", ""), StandardCharsets.UTF_8));
        ask.sendResponseHeaders(302, -1);
        ask.close();
    }

    private void token(HttpExchange ask) throws IOException {
        Map<String, String> body = fields(new String(ask.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String code = body.getOrDefault("code", "");
        Asked asked = forgetsCodes ? codes.remove(code) : codes.get(code);
        String login = Base64.getEncoder()
                .encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        boolean known = ("Basic " + login).equals(ask.getRequestHeaders().getFirst("Authorization"));
        if (asked == null || !known || !proves(asked, body)) {
            answer(ask, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                ask,
                200,
                json(Map.of("access_token", "opaque", "token_type", "Bearer", "id_token", idToken(asked.nonce()))));
    }

    private static boolean proves(Asked asked, Map<String, String> body) {
        CodeVerifier verifier = new CodeVerifier(body.getOrDefault("code_verifier", "x".repeat(43)));
        return CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                        .getValue()
                        .equals(asked.challenge())
                && asked.back().equals(body.get("redirect_uri"));
    }

    private String idToken(String nonce) {
        try {
            JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                    .issuer(issuer().toString())
                    .audience(CLIENT)
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plus(LIFE)))
                    .claim("nonce", nonce);
            claims.forEach(builder::claim);
            JWTClaimsSet said = change.apply(builder.build());
            return switch (signs) {
                case AS_IT_SHOULD -> signed(said, key);
                case WITH_A_KEY_OF_ITS_OWN ->
                    signed(
                            said,
                            new ECKey.Builder(freshKey()).keyID(key.getKeyID()).build());
                case NOT_AT_ALL -> new PlainJWT(said).serialize();
                case WITH_THE_SHARED_SECRET -> {
                    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), said);
                    token.sign(new MACSigner(SECRET.getBytes(StandardCharsets.UTF_8)));
                    yield token.serialize();
                }
            };
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWTClaimsSet claims, ECKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static ECKey freshKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(@Nullable String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : (encoded == null ? "" : encoded).split("&", -1)) {
            String[] sides = field.split("=", 2);
            if (sides.length == 2) {
                fields.put(
                        URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static String json(Map<String, Object> fields) {
        return com.nimbusds.jose.util.JSONObjectUtils.toJSONString(fields);
    }

    private static void answer(HttpExchange ask, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        ask.getResponseHeaders().set("Content-Type", "application/json");
        ask.sendResponseHeaders(status, bytes.length);
        ask.getResponseBody().write(bytes);
        ask.close();
    }
}
