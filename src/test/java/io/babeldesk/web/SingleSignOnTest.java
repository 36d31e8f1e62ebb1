package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.babeldesk.desk.Role;
import io.babeldesk.desk.SingleSignOn;
import io.babeldesk.desk.SingleSignOn.LinkBy;
import io.babeldesk.desk.oidc.LocalProvider;
import io.babeldesk.desk.oidc.OidcProvider;
import io.babeldesk.desk.oidc.Registration;
import io.babeldesk.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in through a provider of identities that runs on this machine. */
class SingleSignOnTest extends StaffVocabulary {

    private final LocalProvider provider = new LocalProvider();

    @Override
    Optional<SingleSignOn> singleSignOn() {
        OidcProvider known = new OidcProvider(
                new Registration(
                        "Example ID",
                        provider.issuer(),
                        LocalProvider.CLIENT,
                        Optional.of(new Secret(LocalProvider.SECRET)),
                        "groups"),
                clock);
        SingleSignOn.Rules rules = new SingleSignOn.Rules(LinkBy.EMAIL, Set.of(Role.AGENT), Map.of(), List.of());
        return Optional.of(new SingleSignOn(known, accounts, signIn, passwords, rules, clock));
    }

    @AfterEach
    void closeProvider() {
        provider.close();
    }

    /** A browser on its way. */
    private final class Browser {
        String cookie = "";
        URI entrance = URI.create("about:blank");

        HttpResponse<String> begins() {
            HttpResponse<String> begun = post(
                    "/agent/v1/single-sign-on",
                    "",
                    headers("Origin", http.at("").toString()));
            keepCookie(begun);
            if (begun.statusCode() == 200) {
                entrance = URI.create(json(begun).path("url").asText());
            }
            return begun;
        }

        /** Goes to the provider; where it sends the browser back to. */
        String isSentBack() {
            try {
                HttpRequest request = HttpRequest.newBuilder(entrance).build();
                String location = http.client()
                        .send(request, BodyHandlers.discarding())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
                assertThat(location)
                        .startsWith(
                                http.at("/agent/v1/single-sign-on/callback?").toString());
                return location.substring(http.at("").toString().length());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
        }

        /** Returns where it lands in the console. */
        String arrives(String path) {
            HttpResponse<String> response = get(path, headers());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
            keepCookie(response);
            return response.headers().firstValue("Location").orElseThrow();
        }

        String signsIn() {
            assertThat(begins().statusCode()).isEqualTo(200);
            return arrives(isSentBack());
        }

        HttpResponse<String> asksWhoSheIs() {
            return get("/agent/v1/me", headers());
        }

        private void keepCookie(HttpResponse<String> response) {
            if (response.headers().firstValue("Set-Cookie").isPresent()) {
                cookie = cookieOf(response).split(";", 2)[0];
            }
        }

        private String[] headers(String... more) {
            List<String> all = new ArrayList<>(List.of(more));
            if (!cookie.isEmpty()) {
                all.addAll(List.of("Cookie", cookie));
            }
            return all.toArray(String[]::new);
        }
    }

    @Test
    void goesToTheProviderAndComesBackSignedIn() {
        Browser browser = new Browser();
        HttpResponse<String> begun = browser.begins();
        assertThat(cookieOf(begun)).contains("Max-Age=600; HttpOnly; SameSite=Lax");
        assertThat(URLDecoder.decode(browser.entrance.getQuery(), StandardCharsets.UTF_8))
                .contains("response_type=code", "code_challenge_method=S256", "nonce=", "scope=openid profile email")
                .contains("redirect_uri=" + http.at("/agent/v1/single-sign-on/callback"))
                .doesNotContain(browser.cookie.split("=", 2)[1]);
        assertProblem(browser.asksWhoSheIs(), 401, "not-signed-in");

        assertThat(browser.arrives(browser.isSentBack())).isEqualTo("/console");
        assertThat(browser.cookie).matches("babeldesk_session=[A-Za-z0-9_-]{43}");
        assertThat(json(browser.asksWhoSheIs()).at("/user/username").asText()).isEqualTo("mara@shop.example");
        assertThat(accounts.audit().page(Optional.empty(), 1).getFirst().detail())
                .endsWith(" through Example ID");

        Browser again = new Browser();
        provider.vouchesFor(Map.of("sub", "m-1", "email", "other@shop.example", "email_verified", true));
        assertThat(again.signsIn()).isEqualTo("/console");
        assertThat(json(again.asksWhoSheIs()).at("/user/username").asText())
                .as("issuer and subject name her")
                .isEqualTo("mara@shop.example");
    }

    @Test
    void aWayThatWasBegunElsewhereLeadsNowhere() {
        Browser attacker = new Browser();
        attacker.begins();
        String prepared = attacker.isSentBack();
        assertThat(new Browser().arrives(prepared)).isEqualTo("/console?sign-in=expired");
        Browser victim = new Browser();
        victim.begins();
        assertThat(victim.arrives(prepared)).isEqualTo("/console?sign-in=expired");
        assertThat(victim.arrives(victim.isSentBack())).as("goes on").isEqualTo("/console");
        String session = victim.cookie;
        assertThat(victim.arrives(prepared)).isEqualTo("/console?sign-in=expired");
        assertThat(victim.cookie).as("nobody signs her out by an address").isEqualTo(session);
        assertThat(victim.asksWhoSheIs().statusCode()).isEqualTo(200);
        assertThat(accounts.agents().all()).hasSize(1);
    }

    @Test
    void noOtherPageSendsSomebodyOnTheWay() {
        assertProblem(post("/agent/v1/single-sign-on", ""), 403, "origin-not-allowed");
        assertProblem(
                post("/agent/v1/single-sign-on", "", "Origin", "https://evil.example"), 403, "origin-not-allowed");
    }

    @Test
    void anAnswerIsGoodOnce() {
        Browser browser = new Browser();
        browser.begins();
        String lent = browser.cookie;
        String back = browser.isSentBack();
        assertThat(browser.arrives(back)).isEqualTo("/console");
        assertThat(browser.arrives(back)).isEqualTo("/console?sign-in=expired");
        browser.cookie = lent;
        assertThat(browser.arrives(back)).as("the code is used up").isEqualTo("/console?sign-in=not-believed");
        assertThat(browser.cookie).isEqualTo("babeldesk_session=");
    }

    @Test
    void aWayThatTakesTooLongIsBegunAgain() {
        Browser browser = new Browser();
        browser.begins();
        String back = browser.isSentBack();
        clock.passes(Duration.ofMinutes(11));
        assertThat(browser.arrives(back)).isEqualTo("/console?sign-in=expired");
        browser.cookie =
                browser.cookie.replaceAll("\\.[0-9]+$", "." + clock.instant().getEpochSecond());
        assertThat(browser.arrives(back)).as("a time that was changed").isEqualTo("/console?sign-in=expired");
    }

    private static JWTClaimsSet.Builder edited(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    private static Map<String, UnaryOperator<JWTClaimsSet>> unsound() {
        Map<String, UnaryOperator<JWTClaimsSet>> unsound = new LinkedHashMap<>();
        unsound.put(
                "for another",
                claims -> edited(claims).audience("somebody else").build());
        unsound.put(
                "for several, and asked for by another",
                claims -> edited(claims)
                        .audience(List.of(LocalProvider.CLIENT, "other"))
                        .claim("azp", "other")
                        .build());
        unsound.put(
                "of another issuer",
                claims -> edited(claims).issuer("https://evil.example").build());
        unsound.put(
                "with another nonce",
                claims -> edited(claims).claim("nonce", "another").build());
        unsound.put(
                "without a nonce", claims -> edited(claims).claim("nonce", null).build());
        unsound.put(
                "expired",
                claims -> edited(claims)
                        .expirationTime(
                                Date.from(claims.getIssueTime().toInstant().minusSeconds(120)))
                        .build());
        unsound.put(
                "from the future",
                claims -> edited(claims)
                        .issueTime(Date.from(claims.getIssueTime().toInstant().plusSeconds(200)))
                        .build());
        unsound.put(
                "without an end", claims -> edited(claims).expirationTime(null).build());
        unsound.put("without a subject", claims -> edited(claims).subject(null).build());
        return unsound;
    }

    @TestFactory
    Stream<DynamicTest> aTokenThatIsNotSoundIsNotBelieved() {
        return unsound().entrySet().stream()
                .map(token -> DynamicTest.dynamicTest(token.getKey(), () -> {
                    provider.changesTokens(token.getValue());
                    assertThat(new Browser().signsIn()).isEqualTo("/console?sign-in=not-believed");
                    assertThat(accounts.agents().all()).isEmpty();
                }));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AS_IT_SHOULD")
    void aTokenThatTheProviderDidNotSignIsNotBelieved(LocalProvider.Signs signs) {
        provider.signs(signs);
        assertThat(new Browser().signsIn()).isEqualTo("/console?sign-in=not-believed");
        assertThat(accounts.agents().all()).isEmpty();
    }

    @Test
    void aClockThatGoesALittleWrongDoesNotMatter() {
        provider.changesTokens(claims -> new JWTClaimsSet.Builder(claims)
                .expirationTime(Date.from(claims.getIssueTime().toInstant().minusSeconds(20)))
                .build());
        assertThat(new Browser().signsIn()).isEqualTo("/console");
    }

    @Test
    void theProviderMayChangeItsKeys() {
        assertThat(new Browser().signsIn()).isEqualTo("/console");
        provider.changesItsKeys();
        assertThat(new Browser().signsIn()).isEqualTo("/console");
    }

    @Test
    void aProviderThatIsAwayIsSaidSoAndFoundAgain() {
        provider.goesAway();
        Browser browser = new Browser();
        assertProblem(browser.begins(), 503, "single-sign-on-unreachable");
        assertThat(json(get("/agent/v1/sign-in")).toString())
                .isEqualTo("{\"passwords\":true,\"provider\":{\"name\":\"Example ID\",\"reachable\":false}}");
        provider.comesBack();
        assertThat(browser.signsIn()).isEqualTo("/console");
        assertThat(json(get("/agent/v1/sign-in")).at("/provider/reachable").asBoolean())
                .isTrue();
        Browser halfWay = new Browser();
        halfWay.begins();
        String back = halfWay.isSentBack();
        provider.goesAway();
        assertThat(halfWay.arrives(back)).isEqualTo("/console?sign-in=unreachable");
    }

    @Test
    void whoeverGivesUpIsBackAtTheDoor() {
        provider.refuses("access_denied");
        assertThat(new Browser().signsIn()).isEqualTo("/console?sign-in=cancelled");
        provider.refuses("server_error");
        assertThat(new Browser().signsIn()).isEqualTo("/console?sign-in=not-believed");
    }

    @Test
    void whatTheTokenLeavesOutMayBeToldBesides() {
        provider.vouchesFor(Map.of("sub", "m-2"));
        provider.tellsBesides(Map.of("sub", "somebody else", "email", "x@shop.example", "email_verified", true));
        assertThat(new Browser().signsIn()).as("of another").isEqualTo("/console?sign-in=no-account");
        provider.tellsBesides(
                Map.of("sub", "m-2", "email", "yusuf@shop.example", "email_verified", true, "name", "Yusuf Haddad"));
        Browser yusuf = new Browser();
        assertThat(yusuf.signsIn()).isEqualTo("/console");
        assertThat(json(yusuf.asksWhoSheIs()).at("/user/display_name").asText()).isEqualTo("Yusuf Haddad");
    }

    @Test
    void anAddressThatTheProviderHasNotVerifiedProvesNothing() {
        hired("mara@shop.example", Role.ADMIN);
        provider.vouchesFor(Map.of("sub", "m-3", "email", "mara@shop.example", "email_verified", false));
        assertThat(new Browser().signsIn()).isEqualTo("/console?sign-in=no-account");
    }

    @Test
    void anAdministratorPartsAnAccountFromWhoSignsInToIt() {
        Worker boss = worker("boss", Role.ADMIN);
        assertThat(new Browser().signsIn()).isEqualTo("/console");
        String mara = accounts.agents()
                .byUsername("mara@shop.example")
                .orElseThrow()
                .id()
                .value();
        provider.vouchesFor(Map.of("sub", "m-4", "email", "mara@shop.example", "email_verified", true));
        assertThat(new Browser().signsIn())
                .as("an address that has passed on to somebody else")
                .isEqualTo("/console?sign-in=no-account");
        String path = "/agent/v1/accounts/" + mara + "/identity";
        assertThat(boss.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(new Browser().signsIn()).isEqualTo("/console");
        assertThat(accounts.agents().all()).hasSize(2);
    }
}
