package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Customers whom the shop knows. */
class IdentityTest extends ShopperVocabulary {

    private static final String QUESTION = "How long do I have to return a jumper?";
    private final String customer = UUID.randomUUID().toString();

    @Test
    @Line(11)
    void aCustomerFindsHerConversationsOnEveryDevice() throws JOSEException {
        shopperOpens("en", "GB");
        identifies(signed("demo", 300, Service.IDENTITY_SECRET));
        shopperAsks(QUESTION);
        answerShows("30 days");

        shopperUses(DESKTOP);
        shopperOpens("en", "GB");
        identifies(signed("demo", 300, Service.IDENTITY_SECRET));
        conversationReads(QUESTION, "30 days");
    }

    @Test
    @Line(11)
    void whatIsNotSignedSoIsRefusedByNameAndChangesNothing() throws JOSEException {
        lineIsCut();
        shopperOpens("en", "GB");
        shopperAsks(QUESTION);
        answerShows("30 days");
        page.evaluate("() => { window.codes = []; babeldesk('on', 'error', ({ code }) => codes.push(code)); }");

        identifies(signed("demo", -300, Service.IDENTITY_SECRET));
        identifies(signed("another", 300, Service.IDENTITY_SECRET));
        identifies(signed("demo", 300, "x".repeat(32)));
        identifies(new PlainJWT(new PlainHeader(), claims("demo", 300)).serialize());

        assertThat(page.evaluate("() => codes.join()"))
                .isEqualTo("identity-expired,identity-invalid,identity-invalid,identity-invalid");
        conversationReads(QUESTION, "30 days");
    }

    @Test
    @Line(12)
    void loggingOutLeavesNothingInAnyTab() {
        shopperOpens("en", "GB");
        shopperAsks(QUESTION);
        answerShows("30 days");
        Page other = newPage();
        other.navigate(page.url());
        assertThat(other.locator(".turn")).hasCount(2);

        page.evaluate("() => babeldesk('logout')");

        assertThat(page.locator(".turn")).hasCount(0);
        assertThat(other.locator(".turn")).hasCount(0);
        assertThat(
                        page.evaluate(
                                "() => Object.keys(localStorage).filter((key) => /secret|conversation|draft|outbox/.test(key)).join()"))
                .isEqualTo("");
        page.navigate("about:blank");
        page.goBack();
        assertThat(launcher()).isVisible();
        assertThat(page.locator(".turn")).hasCount(0);
    }

    private void identifies(String jwt) {
        page.evaluate("(jwt) => babeldesk('identify', jwt)", jwt);
    }

    private String signed(String audience, long seconds, String secret) throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(audience, seconds));
        jwt.sign(new MACSigner(secret.getBytes(UTF_8)));
        return jwt.serialize();
    }

    private JWTClaimsSet claims(String audience, long seconds) {
        return new JWTClaimsSet.Builder()
                .subject(customer)
                .audience(audience)
                .expirationTime(Date.from(Instant.now().plusSeconds(seconds)))
                .build();
    }
}
