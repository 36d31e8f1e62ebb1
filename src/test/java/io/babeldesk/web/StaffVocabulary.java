package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.desk.Agent;
import io.babeldesk.desk.Agent.Profile;
import io.babeldesk.desk.Agents.Change;
import io.babeldesk.desk.Agents.Credentials;
import io.babeldesk.desk.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words in which the tests of people at work are written. */
abstract class StaffVocabulary extends WebVocabulary {

    static final String PASSWORD = "correct horse battery";

    Agent hired(String username, Role... roles) {
        return hired(username, false, roles);
    }

    Agent hired(String username, boolean mustChange, Role... roles) {
        Profile profile = new Profile(username, username, List.of(), Set.of(), Set.of(), 5, Set.of(roles), true);
        Change change =
                accounts.agents().add(profile, new Credentials(passwords.hash(PASSWORD), mustChange), clock.instant());
        return ((Change.Done) change).agent();
    }

    /** Somebody new, in a browser. */
    Worker worker(String username, Role... roles) {
        return signsIn(hired(username, roles));
    }

    Worker signsIn(Agent agent) {
        HttpResponse<String> response = login(agent.profile().username(), PASSWORD);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new Worker(agent.id().value(), response);
    }

    HttpResponse<String> login(String username, String password, String... headers) {
        return post("/agent/v1/login", object(Map.of("username", username, "password", password)), headers);
    }

    static String object(Map<String, ?> fields) {
        return new ObjectMapper().valueToTree(fields).toString();
    }

    static String cookieOf(HttpResponse<String> response) {
        List<String> cookies = response.headers().allValues("Set-Cookie");
        assertThat(cookies).hasSize(1);
        return cookies.getFirst();
    }

    /** Somebody who is signed in, in our own page. */
    final class Worker {

        final String id;
        final JsonNode user;
        private final String cookie;
        private final String csrf;

        Worker(String id, HttpResponse<String> response) {
            this.id = id;
            this.user = json(response).path("user");
            this.cookie = cookieOf(response).split(";", 2)[0];
            this.csrf = json(response).path("csrf_token").asText();
        }

        HttpResponse<String> send(String method, String path, String body, String... headers) {
            List<String> all = new ArrayList<>(
                    List.of("Cookie", cookie, "Origin", http.at("").toString(), "X-CSRF-Token", csrf));
            all.addAll(List.of(headers));
            return http.send(method, path, body, all.toArray(String[]::new));
        }

        /** With these headers besides the cookie, and no others. */
        HttpResponse<String> sendBare(String method, String path, String body, String... headers) {
            List<String> all = new ArrayList<>(List.of("Cookie", cookie));
            all.addAll(List.of(headers));
            return http.send(method, path, body, all.toArray(String[]::new));
        }

        HttpResponse<String> get(String path) {
            return send("GET", path, "");
        }

        HttpResponse<String> post(String path, Map<String, ?> fields) {
            return send("POST", path, object(fields));
        }

        HttpResponse<String> put(String path, Map<String, ?> fields) {
            return send("PUT", path, object(fields));
        }

        String cookie() {
            return cookie;
        }

        String csrf() {
            return csrf;
        }
    }
}
