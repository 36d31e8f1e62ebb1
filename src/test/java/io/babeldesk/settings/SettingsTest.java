package io.babeldesk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void allDefaults() {
        Settings settings = Settings.read(Map.of(), Map.of());
        assertThat(settings.server())
                .isEqualTo(new Settings.Server("127.0.0.1", 7070, Optional.empty(), List.of(), Duration.ofSeconds(10)));
        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.knowledgeBase()).isEqualTo(Path.of("knowledge-base"));
        assertThat(settings.pages()).isEqualTo(new Settings.Pages(List.of(), Optional.empty()));
        assertThat(settings.sessions()).isEqualTo(new Settings.Sessions(Duration.ofHours(24), Optional.empty()));
        assertThat(settings.staff()).isEqualTo(new Settings.Staff(Duration.ofHours(12), Optional.empty(), List.of()));
        assertThat(settings.singleSignOn())
                .isEqualTo(new SingleSignOn(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        "none",
                        List.of(),
                        "groups",
                        Map.of(),
                        false));
        Duration minute = Duration.ofMinutes(1);
        assertThat(settings.requests())
                .isEqualTo(new Settings.Requests(
                        4_000,
                        262_144,
                        Map.of(
                                Limit.OPEN_SESSION, new Rate(60, minute),
                                Limit.OPEN_CONVERSATION, new Rate(60, minute),
                                Limit.SEND_MESSAGE, new Rate(120, minute),
                                Limit.UPLOAD, new Rate(20, minute),
                                Limit.SIGN_IN, new Rate(30, minute),
                                Limit.OPEN_STREAM, new Rate(120, minute),
                                Limit.ACT, new Rate(240, minute),
                                Limit.READ, new Rate(1_200, minute),
                                Limit.EXPORT, new Rate(20, minute),
                                Limit.READ_PUBLIC, new Rate(1_200, minute)),
                        Optional.empty()));
        assertThat(settings.model())
                .isEqualTo(new Settings.Model(
                        Optional.empty(),
                        Optional.empty(),
                        "default",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(5),
                        minute,
                        200,
                        0,
                        200_000,
                        1_000_000,
                        Map.of()));
    }

    @Test
    void aModelIsNamedWithItsPrices() {
        Settings.Model model = Settings.read(
                        Map.of(),
                        Map.of(
                                "BABELDESK_LLM_BASE_URL", "http://127.0.0.1:11434",
                                "BABELDESK_LLM_API_KEY", "secret",
                                "BABELDESK_LLM_MODEL", "large",
                                "BABELDESK_LLM_REWRITE_MODEL", "small",
                                "BABELDESK_LLM_PRICES", "small=0.15/0.6, large = 2/8"))
                .model();
        assertThat(model.baseUrl()).contains(URI.create("http://127.0.0.1:11434"));
        assertThat(model.key()).contains(new Secret("secret"));
        assertThat(model.rewriteModel()).contains("small");
        assertThat(model.prices()).containsEntry("small", List.of(0.15, 0.6)).containsEntry("large", List.of(2.0, 8.0));
    }

    @Test
    void aFullMapping() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "BABELDESK_HOST", "0.0.0.0",
                "BABELDESK_PORT", "8443",
                "BABELDESK_PUBLIC_URL", "https://chat.example",
                "BABELDESK_TRUSTED_PROXIES", "10.0.0.0/8, ::1",
                "BABELDESK_DRAIN_TIME", "500ms",
                "BABELDESK_DATA", folder.resolve("store").toString(),
                "BABELDESK_KNOWLEDGE_BASE", "kb",
                "BABELDESK_SITE_ORIGINS", "https://shop.example,http://localhost:3000",
                "BABELDESK_SESSION_LENGTH", "7d",
                "BABELDESK_IDENTITY_SECRET", SECRET));
        environment.putAll(Map.of(
                "BABELDESK_STAFF_SESSION_LENGTH", "30m",
                "BABELDESK_ADMIN_PASSWORD", "a first password",
                "BABELDESK_ARTICLE_PAGE", "https://shop.example/{language}/help/{article}",
                "BABELDESK_SECOND_FACTOR_ROLES", "lead, admin",
                "BABELDESK_TEXT_LIMIT", "500",
                "BABELDESK_BODY_LIMIT", "65536",
                "BABELDESK_LIMIT_SEND_MESSAGE", "5/10s",
                "PATH", "/bin"));
        Settings settings = Settings.read(Map.of("PORT", "9000"), environment);
        assertThat(settings.server().port()).isEqualTo(9_000);
        assertThat(settings.server().host()).isEqualTo("0.0.0.0");
        assertThat(settings.server().publicUrl()).contains(URI.create("https://chat.example"));
        assertThat(settings.server().trustedProxies()).map(Network::toString).containsExactly("10.0.0.0/8", "::1");
        assertThat(settings.server().drain()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.data()).isEqualTo(folder.resolve("store"));
        assertThat(settings.knowledgeBase()).isEqualTo(Path.of("kb"));
        assertThat(settings.pages().origins()).containsExactly("https://shop.example", "http://localhost:3000");
        assertThat(settings.pages().article()).contains("https://shop.example/{language}/help/{article}");
        assertThat(settings.sessions().length()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.sessions().identitySecret()).contains(new Secret(SECRET));
        assertThat(settings.staff())
                .isEqualTo(new Settings.Staff(
                        Duration.ofMinutes(30), Optional.of(new Secret("a first password")), List.of("lead", "admin")));
        assertThat(settings.requests().textLimit()).isEqualTo(500);
        assertThat(settings.requests().bodyLimit()).isEqualTo(65_536);
        assertThat(settings.requests().rates()).containsEntry(Limit.SEND_MESSAGE, new Rate(5, Duration.ofSeconds(10)));
    }

    @Test
    void aProviderOfIdentitiesIsNamedWithItsRules() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "BABELDESK_OIDC_ISSUER", "https://id.example/realm",
                "BABELDESK_OIDC_CLIENT_ID", "babeldesk",
                "BABELDESK_OIDC_CLIENT_SECRET", "between us",
                "BABELDESK_OIDC_NAME", "Example ID",
                "BABELDESK_OIDC_DOMAINS", "shop.example, shop.test",
                "BABELDESK_OIDC_LINK", "email",
                "BABELDESK_OIDC_NEW_ACCOUNTS", "agent",
                "BABELDESK_OIDC_ROLES_CLAIM", "realm_access.roles",
                "BABELDESK_OIDC_ROLES", "support=agent, support=editor, heads = lead",
                "BABELDESK_OIDC_ONLY", "true"));
        SingleSignOn read = read(environment).singleSignOn();
        assertThat(read)
                .isEqualTo(new SingleSignOn(
                        Optional.of(URI.create("https://id.example/realm")),
                        Optional.of("babeldesk"),
                        Optional.of(new Secret("between us")),
                        Optional.of("Example ID"),
                        List.of("shop.example", "shop.test"),
                        "email",
                        List.of("agent"),
                        "realm_access.roles",
                        Map.of("support", Set.of("agent", "editor"), "heads", Set.of("lead")),
                        true));
        assertThat(read.toString()).doesNotContain("between us");
        environment.put("BABELDESK_OIDC_ISSUER", "http://id.example");
        environment.remove("BABELDESK_OIDC_CLIENT_ID");
        assertThat(findings(environment))
                .anySatisfy(finding -> assertThat(finding).contains("without OIDC_CLIENT_ID"))
                .anySatisfy(finding -> assertThat(finding).contains("over plain http"));
        assertThat(findings(Map.of("BABELDESK_OIDC_ONLY", "true")))
                .singleElement()
                .asString()
                .contains("without OIDC_ISSUER");
    }

    @Test
    void theFileBesideTheDataFolderSaysTheSameInLowerCase() throws IOException {
        write("site.origins = https://shop.example\nlimit.send-message=7/1h\nport = 1234\ntext-limit = 300\n");
        Settings settings = read(Map.of("BABELDESK_TEXT_LIMIT", "400"));
        assertThat(settings.pages().origins()).containsExactly("https://shop.example");
        assertThat(settings.requests().rates()).containsEntry(Limit.SEND_MESSAGE, new Rate(7, Duration.ofHours(1)));
        assertThat(settings.server().port()).isEqualTo(1_234);
        assertThat(settings.requests().textLimit()).as("the environment wins").isEqualTo(400);
    }

    @Test
    void aKeyThatDoesNotExistIsToldWithTheNearest() throws IOException {
        write("# ours\nsite.orignis = https://shop.example\ncolour = blue\n");
        assertThat(findings(Map.of()))
                .containsExactly(
                        "babeldesk.properties:3: colour is not a setting. docs/operations.md lists all of them.",
                        "babeldesk.properties:2: site.orignis is not a setting. Did you mean site.origins?");
    }

    @Test
    void theDataFolderCannotBeSetInAFileBesideIt() throws IOException {
        write("data = elsewhere\n");
        assertThat(findings(Map.of()))
                .containsExactly("babeldesk.properties:1: data cannot be set in this file, whose place depends on it."
                        + " Set BABELDESK_DATA or use the command line.");
    }

    @Test
    void aWrongValueInTheFileIsToldByLine() throws IOException {
        write("\nport = many\n");
        assertThat(findings(Map.of()))
                .containsExactly("babeldesk.properties:2: port is 'many': expected a whole number from 0 to 65535."
                        + " Correct it, or leave it out.");
    }

    @Test
    void aFileThatIsNotTextIsTold() throws IOException {
        Files.write(folder.resolve("babeldesk.properties"), new byte[] {(byte) 0xC3, '('});
        assertThat(findings(Map.of())).singleElement().asString().endsWith("is not UTF-8 text. Save it as UTF-8.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PORT             | 70000             | is '70000': expected a whole number from 0 to 65535
            PORT             | -1                | is '-1': expected a whole number from 0 to 65535
            PUBLIC_URL       | chat.example      | is 'chat.example': expected a web address such as https://chat.example
            TRUSTED_PROXIES  | 10.0.0.0/33       | is '10.0.0.0/33': expected addresses or networks apart by commas, such as 10.0.0.0/8
            TRUSTED_PROXIES  | proxy.example     | is 'proxy.example': expected addresses or networks apart by commas, such as 10.0.0.0/8
            SITE_ORIGINS     | https://a.b/c     | is 'https://a.b/c': expected origins apart by commas, such as https://shop.example
            SITE_ORIGINS     | *                 | is '*': expected origins apart by commas, such as https://shop.example
            IDENTITY_SECRET  | hunter2           | has 7 bytes: expected at least 32, as anything shorter can be guessed. Make one with: openssl rand -base64 48
            SESSION_LENGTH   | soon              | is 'soon': expected a length of time from 1m to 30d, such as 30s, 15m or 24h
            SESSION_LENGTH   | 31d               | is '31d': expected a length of time from 1m to 30d, such as 30s, 15m or 24h
            DRAIN_TIME       | 1h                | is '1h': expected a length of time from 0s to 5m, such as 30s, 15m or 24h
            TEXT_LIMIT       | 20001             | is '20001': expected a whole number from 100 to 20000
            BODY_LIMIT       | 1.5               | is '1.5': expected a whole number from 1024 to 10485760
            LIMIT_ACT        | 0/1m              | is '0/1m': expected requests per time, such as 120/1m
            OIDC_LINK        | name              | is 'name': expected one of email, none, username
            OIDC_NEW_ACCOUNTS | king             | is 'king': expected some of admin, agent, editor, lead, publisher, apart by commas
            OIDC_DOMAINS     | a@b               | is 'a@b': expected domains in lower case apart by commas, such as shop.example
            OIDC_ROLES       | support           | is 'support': expected names with one of admin, agent, editor, lead, publisher each, such as support=agent
            ARTICLE_PAGE     | https://shop.example/help | is 'https://shop.example/help': expected a web address with {article} in it, such as https://shop.example/help/{article}
            VIRUS_SCANNER    | scanner          | is 'scanner': expected a host and its port such as localhost:3310
            VIRUS_SCANNER    | localhost:70000  | is 'localhost:70000': expected a host and its port such as localhost:3310
            EMBEDDING_SAME_FROM | 1.2           | is '1.2': expected a number from 0 to 1, such as 0.85
            LIMIT_READ       | many              | is 'many': expected requests per time, such as 120/1m
            """)
    void aWrongValueIsToldWithWhatWasExpected(String key, String value, String message) {
        List<String> findings = findings(Map.of("BABELDESK_" + key, value));
        assertThat(findings).singleElement().asString().startsWith("BABELDESK_" + key + " " + message);
        if (key.endsWith("SECRET")) {
            assertThat(findings.toString()).doesNotContain(value);
        }
    }

    @Test
    void allFaultsAreToldAtOnceAndTheCommandLineByItsOwnName() {
        InvalidSettings fault = catchThrowableOfType(
                InvalidSettings.class, () -> Settings.read(Map.of("PORT", "x"), Map.of("BABELDESK_TEXT_LIMIT", "x")));
        assertThat(fault.findings()).hasSize(2);
        assertThat(fault).hasMessageContaining("--port is 'x'");
    }

    @Test
    void blanksAreAsGoodAsNothing() {
        assertThat(Settings.read(Map.of(), Map.of("BABELDESK_PORT", " "))
                        .server()
                        .port())
                .isEqualTo(7_070);
    }

    @Test
    void secretsAreNotShown() {
        Settings settings = Settings.read(Map.of(), Map.of("BABELDESK_IDENTITY_SECRET", SECRET));
        assertThat(settings.toString()).contains("****").doesNotContain(SECRET);
    }

    @Test
    void sentenceVectorsComeFromAFolderOnlyIfAModelIsInIt() throws IOException {
        String place = folder.toString();
        assertThat(findings(Map.of("BABELDESK_EMBEDDING", place)))
                .singleElement()
                .asString()
                .contains("model.onnx");
        assertThat(catchThrowableOfType(
                        InvalidSettings.class, () -> Settings.Embedding.of(Map.of("BABELDESK_EMBEDDING", "bultin"))))
                .hasMessageContaining("BABELDESK_EMBEDDING is 'bultin': expected builtin, off or a folder");

        Files.writeString(folder.resolve("model.onnx"), "");
        Files.writeString(folder.resolve("tokenizer.json"), "");

        assertThat(read(Map.of("BABELDESK_EMBEDDING", place)).embedding().folder())
                .contains(folder);
        assertThat(read(Map.of("BABELDESK_EMBEDDING", "off")).embedding().builtIn())
                .isFalse();
        assertThat(read(Map.of()).embedding().builtIn()).isTrue();
        assertThat(read(Map.of()).embedding().sameFrom()).isEmpty();
        assertThat(read(Map.of("BABELDESK_EMBEDDING_SAME_FROM", "0.85"))
                        .embedding()
                        .sameFrom())
                .hasValue(0.85);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("babeldesk.properties"), text);
    }

    private Settings read(Map<String, String> environment) {
        return Settings.read(Map.of("DATA", folder.resolve("data").toString()), environment);
    }

    private List<String> findings(Map<String, String> environment) {
        return catchThrowableOfType(InvalidSettings.class, () -> read(environment))
                .findings();
    }
}
