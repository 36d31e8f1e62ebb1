package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.desk.Agent;
import io.babeldesk.desk.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in, accounts, keys and the audit log, from outside. */
class StaffTest extends StaffVocabulary {

    @Test
    void signsInWithOneCookieAndATokenForChanges() {
        hired("mara", Role.AGENT);
        HttpResponse<String> response =
                login("Mara", PASSWORD, "Origin", http.at("").toString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(cookieOf(response))
                .matches("babeldesk_session=[A-Za-z0-9_-]{43}; Path=/; Max-Age=[0-9]+; HttpOnly; SameSite=Lax");
        assertThat(json(response).at("/user/roles/0").asText()).isEqualTo("agent");
        assertThat(json(response).path("csrf_token").asText()).hasSizeGreaterThan(30);
    }

    @Test
    void aPageThatIsLoadedAgainGetsTheSameToken() {
        Worker mara = worker("mara", Role.AGENT);
        JsonNode me = json(mara.get("/agent/v1/me"));
        assertThat(me.path("csrf_token").asText()).isEqualTo(mara.csrf());
        assertThat(me.at("/user/rights").toString())
                .contains("write-conversations")
                .doesNotContain("manage");
        assertThat(me.at("/user/must_change_password").asBoolean()).isFalse();
    }

    @Test
    void aWrongNameLooksLikeAWrongPassword() {
        hired("mara", Role.AGENT);
        JsonNode wrongName = json(login("nobody", PASSWORD));
        JsonNode wrongPassword = json(login("mara", "wrong"));
        assertThat(wrongName.path("code").asText()).isEqualTo("sign-in-refused");
        assertThat(wrongPassword.path("detail")).isEqualTo(wrongName.path("detail"));
        assertProblem(login("x".repeat(101), PASSWORD), 401, "sign-in-refused");
        assertProblem(post("/agent/v1/login", "{}"), 422, "invalid-field");
    }

    @Test
    void failuresAreSaidInTheCallersLanguage() {
        assertThat(json(login("mara", "wrong", "Accept-Language", "ar"))
                        .path("detail")
                        .asText())
                .contains("كلمة المرور");
        assertThat(json(get("/agent/v1/me", "Accept-Language", "de"))
                        .path("detail")
                        .asText())
                .contains("nicht angemeldet");
    }

    @Test
    void tooManyFailuresHaveToWait() {
        hired("mara", Role.AGENT);
        for (int i = 0; i < 5; i++) {
            assertProblem(login("mara", "wrong"), 401, "sign-in-refused");
        }
        HttpResponse<String> locked = login("mara", PASSWORD);
        assertProblem(locked, 429, "sign-in-locked");
        assertThat(Integer.parseInt(locked.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(25, 30);
        clock.passes(Duration.ofSeconds(31));
        assertThat(login("mara", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void anAddressThatTriesTooOftenIsHeldBackBeforeAnyPasswordIsLookedAt() {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            answers.add(login("name" + i, "wrong").statusCode());
        }
        assertThat(answers.getFirst()).isEqualTo(401);
        assertThat(answers.getLast()).isEqualTo(429);
    }

    @Test
    void theFirstSignInAsksForAnotherPassword() {
        Worker fresh = signsIn(hired("fresh", true, Role.AGENT));
        assertThat(fresh.user.path("must_change_password").asBoolean()).isTrue();
        assertProblem(fresh.get("/agent/v1/accounts"), 403, "password-change-required");
        assertProblem(change(fresh, "wrong", "another good one"), 422, "password-wrong");
        assertProblem(change(fresh, PASSWORD, "short"), 422, "password-too-weak");
        HttpResponse<String> changed = change(fresh, PASSWORD, "another good one");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertProblem(fresh.get("/agent/v1/me"), 401, "not-signed-in");
        Worker again = new Worker(fresh.id, changed);
        assertThat(again.get("/agent/v1/accounts").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> change(Worker worker, String current, String chosen) {
        return worker.put("/agent/v1/me/password", Map.of("current_password", current, "new_password", chosen));
    }

    @Test
    void signsOutHereAndEverywhere() {
        Agent mara = hired("mara", Role.AGENT);
        Worker here = signsIn(mara);
        Worker there = signsIn(mara);
        Worker third = signsIn(mara);
        HttpResponse<String> out = here.send("POST", "/agent/v1/logout", "");
        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(cookieOf(out)).startsWith("babeldesk_session=; Path=/; Max-Age=0");
        assertProblem(here.get("/agent/v1/me"), 401, "not-signed-in");
        assertThat(third.send("DELETE", "/agent/v1/sessions", "").statusCode()).isEqualTo(204);
        assertProblem(there.get("/agent/v1/me"), 401, "not-signed-in");
    }

    @Test
    void endsAllSessionsButTheOneThatAsks() {
        Agent mara = hired("mara", Role.AGENT);
        Worker here = signsIn(mara);
        Worker there = signsIn(mara);
        HttpResponse<String> ended = here.send("DELETE", "/agent/v1/sessions?others=true", "");
        assertThat(ended.statusCode()).isEqualTo(204);
        assertThat(ended.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(json(here.get("/agent/v1/sessions")).path("data")).hasSize(1);
        assertProblem(there.get("/agent/v1/me"), 401, "not-signed-in");
    }

    @Test
    void seesWhereSheIsSignedInAndEndsOneOfThem() {
        Agent mara = hired("mara", Role.AGENT);
        Worker here = signsIn(mara);
        Worker there = signsIn(mara);
        JsonNode sessions = json(here.get("/agent/v1/sessions")).path("data");
        assertThat(sessions).hasSize(2);
        String others = sessions.path(0).path("current").asBoolean()
                ? sessions.at("/1/id").asText()
                : sessions.at("/0/id").asText();
        assertThat(here.send("DELETE", "/agent/v1/sessions/" + others, "").statusCode())
                .isEqualTo(204);
        assertProblem(there.get("/agent/v1/me"), 401, "not-signed-in");
        assertThat(here.get("/agent/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void somebodyElsesSessionsAreForThoseWhoManageAccounts() {
        Worker mara = worker("mara", Role.AGENT);
        Worker ben = worker("ben", Role.AGENT);
        Worker boss = worker("boss", Role.ADMIN);
        String marasSession =
                json(mara.get("/agent/v1/sessions")).at("/data/0/id").asText();
        assertProblem(ben.get("/agent/v1/sessions?account=" + mara.id), 403, "not-permitted");
        assertProblem(ben.send("DELETE", "/agent/v1/sessions/" + marasSession, ""), 404, "unknown-session");
        assertProblem(boss.get("/agent/v1/sessions?account=agt_nobody"), 404, "unknown-account");
        assertThat(boss.send("DELETE", "/agent/v1/sessions?account=" + mara.id, "")
                        .statusCode())
                .isEqualTo(204);
        assertProblem(mara.get("/agent/v1/me"), 401, "not-signed-in");
        assertThat(boss.get("/agent/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void anAdminAddsSomebodyWhoThenChoosesAPassword() {
        Worker boss = worker("boss", Role.ADMIN);
        HttpResponse<String> added = boss.post(
                "/agent/v1/accounts",
                Map.of(
                        "username", "Lena",
                        "display_name", "Lena Öz",
                        "languages", List.of("tr", "de-AT"),
                        "teams", List.of("returns"),
                        "roles", List.of("agent", "lead")));
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(json(added).at("/account/username").asText()).isEqualTo("lena");
        assertThat(json(added).at("/account/languages").toString()).isEqualTo("[\"tr\",\"de\"]");
        HttpResponse<String> login = login("lena", json(added).path("password").asText());
        assertThat(json(login).at("/user/must_change_password").asBoolean()).isTrue();
        assertProblem(boss.post("/agent/v1/accounts", Map.of("username", "lena")), 409, "username-taken");
        for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                Map.of(),
                Map.of("username", " "),
                Map.of("username", "a b"),
                Map.of("username", "x", "roles", List.of("king")),
                Map.of("username", "x", "roles", List.of()),
                Map.of("username", "x", "teams", "returns"),
                Map.of("username", "x", "teams", List.of("a\nb")),
                Map.of("username", "x", "display_name", ""),
                Map.of("username", "x", "capacity", -1))) {
            assertProblem(boss.post("/agent/v1/accounts", wrong), 422, "invalid-field");
        }
        assertProblem(
                boss.post("/agent/v1/accounts", Map.of("username", "x", "languages", List.of("klingon!"))),
                422,
                "unknown-language");
    }

    @Test
    void ofHerOwnAccountSheChangesNameAndLanguagesAlone() {
        Worker mara = worker("mara", Role.AGENT);
        Worker ben = worker("ben", Role.LEAD);
        String own = "/agent/v1/accounts/" + mara.id;
        JsonNode after = json(mara.put(own, Map.of("display_name", "Mara", "languages", List.of("ar"))));
        assertThat(after.path("display_name").asText()).isEqualTo("Mara");
        assertThat(after.path("username").asText()).isEqualTo("mara");
        for (String managed : List.of("username", "teams", "skills", "capacity", "roles", "active")) {
            assertProblem(mara.put(own, Map.of(managed, "x")), 403, "not-permitted");
        }
        assertProblem(ben.put(own, Map.of("display_name", "x")), 403, "not-permitted");
        assertThat(json(ben.get(own)).has("username")).isFalse();
        assertThat(json(ben.get("/agent/v1/accounts")).path("data")).hasSize(2);
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneAtOnce() {
        Worker boss = worker("boss", Role.ADMIN);
        Worker mara = worker("mara", Role.AGENT, Role.ADMIN);
        assertThat(mara.get("/admin/v1/audit").statusCode()).isEqualTo(200);
        assertThat(boss.put("/agent/v1/accounts/" + mara.id, Map.of("roles", List.of("agent")))
                        .statusCode())
                .isEqualTo(200);
        assertProblem(mara.get("/admin/v1/audit"), 403, "not-permitted");
        assertThat(boss.put("/agent/v1/accounts/" + mara.id, Map.of("active", false))
                        .statusCode())
                .isEqualTo(200);
        assertProblem(mara.get("/agent/v1/me"), 401, "not-signed-in");
        assertProblem(boss.put("/agent/v1/accounts/" + boss.id, Map.of("active", false)), 409, "last-admin");
    }

    @Test
    void anAdminResetsAPassword() {
        Worker boss = worker("boss", Role.ADMIN);
        Worker mara = worker("mara", Role.AGENT);
        String path = "/agent/v1/accounts/" + mara.id + "/password";
        String made = json(boss.send("POST", path, "")).path("password").asText();
        assertProblem(mara.get("/agent/v1/me"), 401, "not-signed-in");
        assertProblem(login("mara", PASSWORD), 401, "sign-in-refused");
        assertThat(json(login("mara", made)).at("/user/must_change_password").asBoolean())
                .isTrue();
        assertProblem(boss.send("POST", "/agent/v1/accounts/agt_nobody/password", ""), 404, "unknown-account");
    }

    @Test
    void aProgramActsWithAKeyUntilItIsRevoked() {
        Worker boss = worker("boss", Role.ADMIN);
        Worker mara = worker("mara", Role.AGENT);
        JsonNode made = json(boss.post(
                "/admin/v1/api-keys",
                Map.of("account", mara.id, "name", "Export", "scopes", List.of("own-account", "see-colleagues"))));
        String key = made.path("key").asText();
        String[] bearer = {"Authorization", "Bearer " + key};
        assertThat(json(get("/agent/v1/me", bearer)).at("/user/rights").toString())
                .isEqualTo("[\"own-account\",\"see-colleagues\"]");
        assertThat(json(get("/agent/v1/me", bearer)).has("csrf_token")).isFalse();
        HttpResponse<String> changed =
                http.send("PUT", "/agent/v1/accounts/" + mara.id, object(Map.of("display_name", "By program")), bearer);
        assertThat(changed.statusCode()).as("needs neither origin nor token").isEqualTo(200);
        assertProblem(
                http.send(
                        "PUT",
                        "/agent/v1/me/password",
                        object(Map.of("current_password", PASSWORD, "new_password", "another good one")),
                        bearer),
                403,
                "not-permitted");
        assertThat(json(boss.get("/admin/v1/api-keys")).toString()).doesNotContain(key);
        String id = made.at("/api_key/id").asText();
        assertThat(boss.send("DELETE", "/admin/v1/api-keys/" + id, "").statusCode())
                .isEqualTo(204);
        assertProblem(get("/agent/v1/me", bearer), 401, "api-key-invalid");
        assertProblem(boss.send("DELETE", "/admin/v1/api-keys/" + id, ""), 404, "unknown-api-key");
    }

    @Test
    void aKeyNeedsAnOwnerANameAndScopesThatExist() {
        Worker boss = worker("boss", Role.ADMIN);
        for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                Map.of("account", boss.id, "name", "x"),
                Map.of("account", boss.id, "name", "x", "scopes", List.of("everything")),
                Map.of("account", boss.id, "name", " ", "scopes", List.of("own-account")),
                Map.of("account", boss.id, "name", "x", "scopes", List.of("own-account"), "expires_in_days", 0))) {
            assertProblem(boss.post("/admin/v1/api-keys", wrong), 422, "invalid-field");
        }
        assertProblem(
                boss.post(
                        "/admin/v1/api-keys",
                        Map.of("account", "agt_nobody", "name", "x", "scopes", List.of("own-account"))),
                404,
                "unknown-account");
    }

    @Test
    void cannedRepliesAreUsedByAgentsAndWrittenByLeads() {
        Worker lead = worker("lead", Role.LEAD);
        Worker mara = worker("mara", Role.AGENT);
        Map<String, ?> refund = Map.of(
                "shortcut", "refund", "title", "Refund", "texts", Map.of("de", "Ist unterwegs.", "ar", "في الطريق."));
        assertProblem(mara.post("/agent/v1/canned-replies", refund), 403, "not-permitted");
        HttpResponse<String> added = lead.post("/agent/v1/canned-replies", refund);
        assertThat(added.statusCode()).isEqualTo(201);
        assertProblem(lead.post("/agent/v1/canned-replies", refund), 409, "shortcut-taken");
        assertThat(json(mara.get("/agent/v1/canned-replies"))
                        .at("/data/0/texts/ar")
                        .asText())
                .isEqualTo("في الطريق.");
        String path = "/agent/v1/canned-replies/" + json(added).path("id").asText();
        Map<String, ?> shorter = Map.of("shortcut", "r", "title", "Refund", "texts", Map.of("en", "On its way."));
        assertThat(json(lead.put(path, shorter)).path("texts").toString()).isEqualTo("{\"en\":\"On its way.\"}");
        assertProblem(lead.put("/agent/v1/canned-replies/cnd_none", refund), 404, "unknown-canned-reply");
        for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                Map.of("shortcut", "x", "title", "x"),
                Map.of("shortcut", "x", "title", "x", "texts", Map.of()),
                Map.of("shortcut", "x", "title", "x", "texts", Map.of("klingon!", "x")),
                Map.of("shortcut", "x", "title", "x", "texts", Map.of("en", " ")),
                Map.of("shortcut", "a b", "title", "x", "texts", Map.of("en", "x")),
                Map.of("shortcut", "x", "title", "", "texts", Map.of("en", "x")))) {
            assertProblem(lead.post("/agent/v1/canned-replies", wrong), 422, "invalid-field");
        }
        assertThat(lead.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertProblem(lead.send("DELETE", path, ""), 404, "unknown-canned-reply");
    }

    @Test
    void articlesAreFoundForAReply() {
        Worker mara = worker("mara", Role.AGENT);
        JsonNode found = json(mara.get("/agent/v1/articles?q=zur%C3%BCckgeben&lang=de&market=DE"))
                .path("data");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/title").asText()).isEqualTo("Wie lange kann ich zurückgeben?");
        assertThat(found.at("/0/text").asText()).contains("30 days");
        assertThat(found.at("/0/page").asText()).endsWith("/help/returns/return-window");
        assertThat(json(mara.get("/agent/v1/articles?q=lamp")).path("data")).isEmpty();
        assertProblem(mara.get("/agent/v1/articles?lang=klingon!"), 422, "unknown-language");
        assertProblem(mara.get("/agent/v1/articles?market=XX"), 422, "unknown-market");
        assertProblem(mara.get("/agent/v1/articles?q=" + "x".repeat(201)), 422, "invalid-parameter");
    }

    @Test
    void theAuditLogTellsWhoDidWhatAndNoSecrets() {
        Worker boss = worker("boss", Role.ADMIN);
        login("boss", "a wrong password");
        String made = json(boss.post("/agent/v1/accounts", Map.of("username", "lena")))
                .path("password")
                .asText();
        JsonNode page = json(boss.get("/admin/v1/audit?limit=2"));
        assertThat(page.at("/data/0/action").asText()).isEqualTo("account-added");
        assertThat(page.at("/data/0/actor").asText()).isEqualTo(boss.id);
        assertThat(page.at("/data/1/action").asText()).isEqualTo("sign-in-failed");
        assertThat(page.at("/data/1/actor").asText()).isEqualTo("nobody");
        assertThat(page.path("has_more").asBoolean()).isTrue();
        JsonNode rest = json(
                boss.get("/admin/v1/audit?before=" + page.path("next_cursor").asText()));
        assertThat(rest.at("/data/0/action").asText()).isEqualTo("sign-in");
        assertThat(rest.path("has_more").asBoolean()).isFalse();
        assertThat(page.toString() + rest).doesNotContain(made).doesNotContain("a wrong password");
        assertProblem(boss.get("/admin/v1/audit?limit=0"), 422, "invalid-parameter");
    }
}
