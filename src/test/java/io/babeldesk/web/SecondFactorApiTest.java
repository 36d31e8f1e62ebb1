package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.desk.Agent;
import io.babeldesk.desk.AuditEntry;
import io.babeldesk.desk.Authenticator;
import io.babeldesk.desk.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A second factor at the sign-in, from outside. */
class SecondFactorApiTest extends StaffVocabulary {

    private static final String OWN = "/agent/v1/me/second-factor";
    private static final Duration STEP = Duration.ofSeconds(30);

    private Authenticator app = new Authenticator("", clock);
    private JsonNode recovery = json("[]");

    private void setsUp(Worker worker) {
        JsonNode proposed = json(worker.post(OWN, Map.of("current_password", PASSWORD)));
        app = new Authenticator(proposed.path("secret").asText(), clock);
        assertThat(proposed.path("uri").asText())
                .startsWith("otpauth://totp/Larkwell:mara?secret="
                        + proposed.path("secret").asText());
        assertThat(proposed.at("/qr/path").asText()).startsWith("M0 0h1v1h-1z");
        HttpResponse<String> confirmed = worker.put(OWN, Map.of("code", app.code()));
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        recovery = json(confirmed).path("recovery_codes");
        clock.passes(STEP);
    }

    private HttpResponse<String> login(String username, String password, String code) {
        return post("/agent/v1/login", object(Map.of("username", username, "password", password, "code", code)));
    }

    @Test
    void aCodeGoesWithThePasswordFromThenOnAndEachIsGoodOnce() {
        Agent mara = hired("mara", Role.AGENT);
        Worker worker = signsIn(mara);
        assertThat(json(worker.get(OWN)).path("on").asBoolean()).isFalse();
        setsUp(worker);
        assertThat(json(worker.get(OWN)).toString())
                .isEqualTo("{\"on\":true,\"required\":false,\"recovery_codes_left\":10}");
        assertProblem(login("mara", PASSWORD), 401, "code-required");
        assertProblem(login("mara", "wrong"), 401, "sign-in-refused");
        assertProblem(login("mara", "wrong", app.code()), 401, "sign-in-refused");
        assertThat(login("mara", PASSWORD, app.code()).statusCode()).isEqualTo(200);
        assertProblem(login("mara", PASSWORD, app.code()), 422, "code-wrong");
        String paper = recovery.path(0).asText();
        assertThat(login("mara", PASSWORD, paper).statusCode()).isEqualTo(200);
        assertProblem(login("mara", PASSWORD, paper), 422, "code-wrong");
        assertThat(json(worker.get(OWN)).path("recovery_codes_left").asInt()).isEqualTo(9);
        assertThat(accounts.audit().page(Optional.empty(), 20))
                .extracting(AuditEntry::detail)
                .anyMatch(detail -> detail.endsWith(" with a recovery code"))
                .noneMatch(detail -> detail.contains(paper));
    }

    @Test
    void wrongCodesHaveToWaitAsWrongPasswordsDo() {
        setsUp(worker("mara", Role.AGENT));
        for (int i = 0; i < 5; i++) {
            assertProblem(login("mara", PASSWORD), 401, "code-required");
            assertProblem(login("mara", PASSWORD, "000000"), 422, "code-wrong");
        }
        assertProblem(login("mara", PASSWORD, app.code()), 429, "sign-in-locked");
        clock.passes(Duration.ofSeconds(31));
        assertThat(login("mara", PASSWORD, app.code()).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverFindsABrowserOpenNeitherSetsOneUpNorGivesItUp() {
        Worker mara = worker("mara", Role.AGENT);
        assertProblem(mara.put(OWN, Map.of("code", "000000")), 409, "second-factor-off");
        assertProblem(mara.post(OWN, Map.of("current_password", "wrong")), 422, "password-wrong");
        mara.post(OWN, Map.of("current_password", PASSWORD));
        assertProblem(mara.put(OWN, Map.of("code", "000000")), 422, "code-wrong");
        setsUp(mara);
        assertProblem(mara.post(OWN, Map.of("current_password", PASSWORD)), 409, "second-factor-on");
        assertProblem(mara.post(OWN + "/off", Map.of("code", "000000")), 422, "code-wrong");
        assertThat(mara.post(OWN + "/off", Map.of("code", app.code())).statusCode())
                .isEqualTo(204);
        assertProblem(mara.post(OWN + "/off", Map.of("code", app.code())), 409, "second-factor-off");
        assertThat(login("mara", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void anAdministratorTakesItFromAColleagueWhoseAppIsGone() {
        Worker boss = worker("boss", Role.ADMIN);
        Worker mara = worker("mara", Role.AGENT);
        setsUp(mara);
        String path = "/agent/v1/accounts/" + mara.id + "/second-factor";
        assertThat(boss.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(login("mara", PASSWORD).statusCode()).isEqualTo(200);
        assertThat(json(boss.get("/admin/v1/audit")).toString()).contains("second-factor-reset");
    }

    @Test
    void aProgramHasNone() {
        Agent mara = hired("mara", Role.AGENT);
        String key = signIn.makeKey(mara, mara.id(), "x", java.util.Set.of(), Optional.empty())
                .key();
        assertProblem(
                http.send("POST", OWN, object(Map.of("current_password", PASSWORD)), "Authorization", "Bearer " + key),
                403,
                "not-permitted");
    }
}
