package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.babeldesk.conversation.Shopper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest extends WebVocabulary {

    @Test
    void session() {
        JsonNode opened = json(post("/api/v1/session", """
                {"site":"demo","locale":"de-AT","market":"de","page":"https://larkwell.example/","unheard-of":[1]}"""));
        assertThat(opened.path("expires_in").asInt()).isEqualTo(86_400);
        assertThat(opened.path("visitor_secret").asText()).hasSizeGreaterThan(40);
        assertThat(opened.has("conversation_id")).isFalse();
        assertThat(opened.at("/config/locale").asText()).isEqualTo("de");
    }

    @Test
    void session_notFound() {
        assertProblem(post("/api/v1/session", "{\"site\":\"other\"}"), 404, "unknown-site");
    }

    @Test
    void session_malformed() {
        HttpResponse<String> response =
                post("/api/v1/session", "{\"site\":7,\"locale\":\"deutsch!\",\"market\":\"ZZ\",\"jwt\":{}}");
        assertProblem(response, 422, "invalid-field");
        assertThat(json(response).findValuesAsText("pointer")).containsExactly("/site", "/locale", "/market", "/jwt");
        assertProblem(post("/api/v1/session", ""), 422, "invalid-field");
        assertProblem(post("/api/v1/session", "{\"site\":\"demo\",\"market\":\"FR\"}"), 422, "unknown-market");
        assertProblem(post("/api/v1/session", "{\"site\":\"demo\",\"locale\":\"x\"}"), 422, "unknown-language");
    }

    @Test
    void aBrowserIsKnownAgainByItsSecret() {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        JsonNode again =
                json(post("/api/v1/session", "{\"site\":\"demo\",\"visitor_secret\":\"" + anna.secret + "\"}"));
        assertThat(again.path("visitor_id").asText()).isEqualTo(anna.id);
        assertThat(again.path("conversation_id").asText()).isEqualTo(conversation);
        assertThat(again.has("visitor_secret")).isFalse();
    }

    @Test
    void aSecretThatIsNotKnownBeginsANewVisitor() {
        JsonNode opened = json(post("/api/v1/session", "{\"site\":\"demo\",\"visitor_secret\":\"made up\"}"));
        assertThat(opened.path("visitor_secret").asText())
                .isNotEqualTo("made up")
                .isNotEmpty();
    }

    @Test
    void aCustomerIsKnownByWhatTheShopSigned() throws Exception {
        Visitor once = visitor(withJwt(jwt("customer-7", "demo", Duration.ofMinutes(10), IDENTITY_SECRET)));
        Visitor again = visitor(withJwt(jwt("customer-7", "demo", Duration.ofMinutes(10), IDENTITY_SECRET)));
        Visitor other = visitor(withJwt(jwt("customer-8", "demo", Duration.ofMinutes(10), IDENTITY_SECRET)));
        assertThat(again.id).isEqualTo(once.id).isNotEqualTo(other.id);
        String conversation = once.opensConversation();
        assertThat(json(again.get("/api/v1/conversations")).at("/data/0/id").asText())
                .isEqualTo(conversation);
    }

    @Test
    void agentsKnowACustomerByTheNameThatTheShopSigned() throws Exception {
        JWTClaimsSet named = new JWTClaimsSet.Builder(claims("customer-6", "demo", Duration.ofMinutes(10)))
                .claim("name", " Johanna\u202e\nW. ")
                .build();
        Visitor johanna = visitor(withJwt(signed(named, IDENTITY_SECRET)));
        assertThat(conversations.shopper(johanna.id).orElseThrow().customer())
                .contains(new Shopper.Customer(Optional.of("Johanna W."), Optional.empty()));
        Visitor stranger = visitor();
        assertThat(conversations.shopper(stranger.id).orElseThrow().customer()).isEmpty();
    }

    @Test
    void whatSheSaidBeforeSheSignedInGoesOnAsHers() throws Exception {
        Visitor before = visitor();
        String conversation = before.opensConversation();
        before.asks(conversation, "hello");
        String signed = jwt("customer-9", "demo", Duration.ofMinutes(10), IDENTITY_SECRET);
        String both = "{\"site\":\"demo\",\"jwt\":\"" + signed + "\",\"visitor_secret\":\"" + before.secret + "\"}";
        JsonNode session = json(post("/api/v1/session", both));
        Visitor customer = new Visitor(session);
        assertThat(customer.id).isNotEqualTo(before.id);
        assertThat(session.path("conversation_id").asText()).isEqualTo(conversation);
        assertThat(customer.asks(conversation, "and now").at("/reply/text").asText())
                .isEqualTo("re: and now");
        assertThat(json(customer.get("/api/v1/conversations")).path("data")).hasSize(1);
        // The browser itself, which others may use after she has signed out, shows nothing of it any more.
        assertProblem(before.get(messagesOf(conversation)), 404, "unknown-conversation");
        JsonNode signedOut =
                json(post("/api/v1/session", "{\"site\":\"demo\",\"visitor_secret\":\"" + before.secret + "\"}"));
        assertThat(signedOut.has("conversation_id")).isFalse();
    }

    @Test
    void anIdentityThatIsRefusedMovesNothing() throws Exception {
        Visitor before = visitor();
        String conversation = before.opensConversation();
        String forged = jwt("customer-9", "demo", Duration.ofMinutes(10), "x".repeat(32));
        String both = "{\"site\":\"demo\",\"jwt\":\"" + forged + "\",\"visitor_secret\":\"" + before.secret + "\"}";
        assertProblem(post("/api/v1/session", both), 401, "identity-invalid");
        assertThat(before.get("/api/v1/conversations/" + conversation).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatTheShopDidNotSignIsRefused() throws Exception {
        String otherKey = "x".repeat(32);
        Duration tenMinutes = Duration.ofMinutes(10);
        assertProblem(openWith(jwt("c", "demo", tenMinutes, otherKey)), 401, "identity-invalid");
        assertProblem(openWith(jwt("c", "other", tenMinutes, IDENTITY_SECRET)), 401, "identity-invalid");
        assertProblem(openWith(jwt("", "demo", tenMinutes, IDENTITY_SECRET)), 401, "identity-invalid");
        assertProblem(openWith(jwt("c", "demo", Duration.ofHours(1), IDENTITY_SECRET)), 401, "identity-invalid");
        assertProblem(openWith(jwt("c", "demo", Duration.ofMinutes(-1), IDENTITY_SECRET)), 401, "identity-expired");
        assertProblem(openWith("nonsense"), 401, "identity-invalid");
        PlainJWT unsigned = new PlainJWT(new PlainHeader(), claims("c", "demo", tenMinutes));
        assertProblem(openWith(unsigned.serialize()), 401, "identity-invalid");
    }

    @Test
    void onlyTheOwnerCanReadTheKeyAndItStays() throws Exception {
        var file = data.resolve("session.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SigningKey.in(data).bytes())
                .hasSize(32)
                .isEqualTo(SigningKey.in(data).bytes());
        assertThat(data).isDirectoryNotContaining(path -> path.toString().endsWith(".new"));
    }

    private HttpResponse<String> openWith(String jwt) {
        return post("/api/v1/session", withJwt(jwt));
    }

    private static String withJwt(String jwt) {
        return "{\"site\":\"demo\",\"jwt\":\"" + jwt + "\"}";
    }

    private String jwt(String customer, String site, Duration ahead, String secret) throws JOSEException {
        return signed(claims(customer, site, ahead), secret);
    }

    private static String signed(JWTClaimsSet claims, String secret) throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner(secret));
        return jwt.serialize();
    }

    private JWTClaimsSet claims(String customer, String site, Duration ahead) {
        return new JWTClaimsSet.Builder()
                .subject(customer)
                .audience(site)
                .expirationTime(Date.from(clock.instant().plus(ahead)))
                .build();
    }
}
