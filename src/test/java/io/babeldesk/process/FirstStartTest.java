package io.babeldesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account that lets the first person in: never with a password that comes with the product. */
class FirstStartTest {

    @TempDir
    private Path data;

    @TempDir
    private Path shop;

    @BeforeEach
    void writeTheShop() {
        FolderOnDisk.in(shop);
    }

    @Test
    void theFirstStartPrintsAPasswordOnceWhichHasToBeChanged() throws Exception {
        String password;
        try (Program first = started(Map.of())) {
            assertThat(first.nextLine()).isEqualTo("Console:    " + first.url().resolve("/console"));
            String line = first.nextLine();
            assertThat(line).startsWith("Sign in as admin with the password ");
            password = line.split(" ", -1)[7];
            assertThat(login(first, "wrong").path("code").asText()).isEqualTo("sign-in-refused");
            JsonNode user = login(first, password).path("user");
            assertThat(user.path("must_change_password").asBoolean()).isTrue();
            assertThat(user.path("roles")).hasSize(5);
            first.stop();
        }
        try (Program second = started(Map.of("BABELDESK_ADMIN_PASSWORD", "comes too late"))) {
            second.nextLine();
            assertThat(second.nextLine()).as("no password any more").startsWith("Stop with");
            assertThat(login(second, password).has("user")).isTrue();
            assertThat(login(second, "comes too late").has("user")).isFalse();
        }
    }

    @Test
    void aGivenPasswordIsTakenAsItIs() throws Exception {
        try (Program program = started(Map.of("BABELDESK_ADMIN_PASSWORD", "of the operator"))) {
            program.nextLine();
            assertThat(program.nextLine()).startsWith("Stop with");
            assertThat(login(program, "of the operator")
                            .at("/user/must_change_password")
                            .asBoolean(true))
                    .isFalse();
        }
    }

    private Program started(Map<String, String> environment) throws Exception {
        return Program.serveWith(
                List.of("serve", "--port", "0", "--data", data.toString(), "--knowledge-base", shop.toString()),
                environment);
    }

    private static JsonNode login(Program program, String password) throws Exception {
        String body = new ObjectMapper()
                .valueToTree(Map.of("username", "admin", "password", password))
                .toString();
        HttpRequest request = HttpRequest.newBuilder(program.url().resolve("/agent/v1/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new ObjectMapper()
                    .readTree(client.send(request, BodyHandlers.ofString()).body());
        }
    }
}
