package io.babeldesk.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything an operator can set, read once at the start and checked. docs/operations.md explains each key.
 *
 * @param data the folder that holds all that the service must not lose
 * @param knowledgeBase the folder with the shop's articles and policies
 */
public record Settings(
        Server server, Path data, Path knowledgeBase, Embedding embedding, Sessions sessions, Requests requests) {

    /**
     * Where the service listens, and how it is reached from outside.
     *
     * @param port 0 takes any free one
     * @param publicUrl how browsers reach the service; empty if it is at the address it listens on
     * @param trustedProxies addresses and networks whose forwarded headers are believed
     * @param drain how long running requests may take to end when the service stops
     */
    public record Server(String host, int port, Optional<URI> publicUrl, List<String> trustedProxies, Duration drain) {}

    /**
     * Who may show the chat in a page.
     *
     * @param origins {@code https://shop.example}; with none, the service's own origin and loopback
     */
    public record Embedding(List<String> origins) {}

    /**
     * How a shopper is known.
     *
     * @param length how long a token is good for
     * @param identitySecret the key that the shop's own server signs identities with
     */
    public record Sessions(Duration length, Optional<Secret> identitySecret) {}

    /**
     * What a request may cost.
     *
     * @param textLimit the longest message, in Unicode characters
     * @param bodyLimit the largest body, in bytes
     * @param rates how often, for every limit
     */
    public record Requests(int textLimit, int bodyLimit, Map<Limit, Rate> rates) {}

    /** The file of settings that goes with a data folder: beside it. */
    public static Path fileFor(Path data) {
        return data.toAbsolutePath().normalize().resolveSibling("babeldesk.properties");
    }

    /**
     * Reads and checks all settings. What the command line says wins over the environment, that over the file.
     *
     * @param commandLine by key without prefix, such as {@code PORT}
     * @param environment of the process; keys without the prefix {@code BABELDESK_} are passed over
     * @throws InvalidSettings naming every setting that is wrong
     */
    public static Settings read(Map<String, String> commandLine, Map<String, String> environment) {
        Given given = new Given(commandLine, environment);
        Path data = given.folder("DATA", "data");
        given.addFile(fileFor(data));
        Settings settings = new Settings(
                new Server(
                        given.text("HOST", "127.0.0.1"),
                        given.number("PORT", 7070, 0, 65_535),
                        given.address("PUBLIC_URL"),
                        given.networks("TRUSTED_PROXIES"),
                        given.duration("DRAIN_TIME", Duration.ofSeconds(10), Duration.ZERO, Duration.ofMinutes(5))),
                data,
                given.folder("KNOWLEDGE_BASE", "knowledge-base"),
                new Embedding(given.origins("SITE_ORIGINS")),
                new Sessions(
                        given.duration(
                                "SESSION_LENGTH", Duration.ofHours(24), Duration.ofMinutes(1), Duration.ofDays(30)),
                        given.secret("IDENTITY_SECRET", 32)),
                new Requests(
                        given.number("TEXT_LIMIT", 4_000, 100, 20_000),
                        given.number("BODY_LIMIT", 262_144, 1_024, 10_485_760),
                        rates(given)));
        given.check();
        return settings;
    }

    private static Map<Limit, Rate> rates(Given given) {
        Map<Limit, Rate> rates = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            rates.put(limit, given.rate(limit.key(), limit.byDefault()));
        }
        return Map.copyOf(rates);
    }
}
