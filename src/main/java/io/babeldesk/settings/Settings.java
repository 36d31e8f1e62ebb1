package io.babeldesk.settings;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Everything an operator can set, read once at the start and checked. docs/operations.md explains each key.
 *
 * @param data the folder that holds all that the service must not lose
 * @param knowledgeBase the folder with the shop's articles and policies
 * @param demo whether a desk without data begins with a demo
 */
public record Settings(
        Server server,
        Path data,
        Path knowledgeBase,
        Pages pages,
        Embedding embedding,
        Sessions sessions,
        Staff staff,
        SingleSignOn singleSignOn,
        Requests requests,
        Model model,
        boolean demo) {

    /**
     * Where the service listens, and how it is reached from outside.
     *
     * @param port 0 takes any free one
     * @param publicUrl how browsers reach the service; empty if it is at the address it listens on
     * @param trustedProxies addresses and networks whose forwarded headers are believed
     * @param drain how long running requests may take to end when the service stops
     */
    public record Server(
            String host, int port, Optional<URI> publicUrl, List<Network> trustedProxies, Duration drain) {}

    /**
     * Who may show the chat in a page.
     *
     * @param origins {@code https://shop.example}; with none, the service's own origin and loopback
     * @param article where the shop shows an article, with {@code {article}} and perhaps {@code {language}} in it
     */
    public record Pages(List<String> origins, Optional<String> article) {}

    /**
     * Where sentence vectors come from. With an address from there, else from a folder, else from the models that come
     * with the program, else there are none.
     *
     * @param baseUrl of a server that speaks the OpenAI dialect, with or without {@code /v1}
     * @param folder holds {@code model.onnx} and {@code tokenizer.json}
     * @param sameFrom the cosine from which on two sentences mostly say the same, for a model of the shop's own
     */
    public record Embedding(
            boolean builtIn,
            Optional<Path> folder,
            Optional<URI> baseUrl,
            Optional<Secret> key,
            String model,
            OptionalDouble sameFrom) {

        private static final String BUILT_IN = "builtin";
        private static final String OFF = "off";
        private static final Set<String> FILES = Set.of("model.onnx", "tokenizer.json");

        /**
         * What the environment alone says, for commands that start no service.
         *
         * @throws InvalidSettings naming what is wrong
         */
        public static Embedding of(Map<String, String> environment) {
            Given given = new Given(Map.of(), environment);
            Embedding embedding = read(given);
            given.check();
            return embedding;
        }

        private static Embedding read(Given given) {
            return new Embedding(
                    given.text("EMBEDDING", BUILT_IN).equals(BUILT_IN),
                    given.folderWith("EMBEDDING", FILES, Set.of(BUILT_IN, OFF)),
                    given.address("EMBEDDING_BASE_URL"),
                    given.secret("EMBEDDING_API_KEY", 1),
                    given.text("EMBEDDING_MODEL", "default"),
                    given.share("EMBEDDING_SAME_FROM"));
        }
    }

    /**
     * How a shopper is known.
     *
     * @param length how long a token is good for
     * @param identitySecret the key that the shop's own server signs identities with
     */
    public record Sessions(Duration length, Optional<Secret> identitySecret) {}

    /**
     * How people at work sign in.
     *
     * @param idle how long a session lasts without being used
     * @param adminPassword of the first account, looked at on the very first start alone
     * @param secondFactorRoles for which a password alone is not enough
     */
    public record Staff(Duration idle, Optional<Secret> adminPassword, List<String> secondFactorRoles) {}

    /**
     * What a request may cost.
     *
     * @param textLimit the longest message, in Unicode characters
     * @param bodyLimit the largest body, in bytes
     * @param rates how often, for every limit
     * @param virusScanner a ClamAV daemon that looks through shoppers' files; without one nobody does
     */
    public record Requests(
            int textLimit, int bodyLimit, Map<Limit, Rate> rates, Optional<InetSocketAddress> virusScanner) {}

    /**
     * The language model that words answers; without an address there is none.
     *
     * @param baseUrl of a server that speaks the OpenAI dialect, with or without {@code /v1}
     * @param rewriteModel for completing questions; the same as for answers if empty
     * @param headers how long the server may take to begin its response
     * @param firstToken how long until the first word, retries included
     * @param idle how long it may be silent between two words
     * @param whole how long an answer may take in all
     * @param atOnce how many answers it may be writing
     * @param dailyBudget tokens that the site may use in a day; 0 is no bound
     * @param prices for a million tokens read and written, by model: {@code small=0.15/0.60}
     */
    public record Model(
            Optional<URI> baseUrl,
            Optional<Secret> key,
            String name,
            Optional<String> rewriteModel,
            Optional<String> translateModel,
            Optional<String> summariseModel,
            Duration headers,
            Duration firstToken,
            Duration idle,
            Duration whole,
            int atOnce,
            int dailyBudget,
            int visitorBudget,
            int addressBudget,
            Map<String, List<Double>> prices) {}

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
        return read(new Given(commandLine, environment));
    }

    /** All keys that there are, without the prefix. */
    static Set<String> keys() {
        Given nothing = new Given(Map.of(), Map.of());
        read(nothing);
        return nothing.known();
    }

    private static Settings read(Given given) {
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
                new Pages(given.origins("SITE_ORIGINS"), given.pattern("ARTICLE_PAGE", "{article}")),
                Embedding.read(given),
                new Sessions(
                        given.duration(
                                "SESSION_LENGTH", Duration.ofHours(24), Duration.ofMinutes(1), Duration.ofDays(30)),
                        given.secret("IDENTITY_SECRET", 32)),
                new Staff(
                        given.duration(
                                "STAFF_SESSION_LENGTH",
                                Duration.ofHours(12),
                                Duration.ofMinutes(1),
                                Duration.ofDays(30)),
                        given.secret("ADMIN_PASSWORD", 8),
                        given.words("SECOND_FACTOR_ROLES", SingleSignOn.ROLES)),
                SingleSignOn.read(given),
                new Requests(
                        given.number("TEXT_LIMIT", 4_000, 100, 20_000),
                        given.number("BODY_LIMIT", 262_144, 1_024, 10_485_760),
                        rates(given),
                        given.endpoint("VIRUS_SCANNER")),
                model(given),
                given.flag("DEMO"));
        given.check();
        return settings;
    }

    private static Model model(Given given) {
        Duration moment = Duration.ofMillis(100);
        Duration longest = Duration.ofMinutes(10);
        return new Model(
                given.address("LLM_BASE_URL"),
                given.secret("LLM_API_KEY", 1),
                given.text("LLM_MODEL", "default"),
                given.maybe("LLM_REWRITE_MODEL"),
                given.maybe("LLM_TRANSLATE_MODEL"),
                given.maybe("LLM_SUMMARISE_MODEL"),
                given.duration("LLM_HEADERS_TIMEOUT", Duration.ofSeconds(10), moment, longest),
                given.duration("LLM_FIRST_TOKEN_TIMEOUT", Duration.ofSeconds(15), moment, longest),
                given.duration("LLM_IDLE_TIMEOUT", Duration.ofSeconds(5), moment, longest),
                given.duration("LLM_ANSWER_TIMEOUT", Duration.ofSeconds(60), moment, longest),
                given.number("LLM_AT_ONCE", 200, 1, 1_000),
                given.number("LLM_DAILY_TOKEN_BUDGET", 0, 0, 999_999_999),
                given.number("LLM_VISITOR_TOKEN_BUDGET", 200_000, 0, 999_999_999),
                given.number("LLM_ADDRESS_TOKEN_BUDGET", 1_000_000, 0, 999_999_999),
                given.prices("LLM_PRICES"));
    }

    private static Map<Limit, Rate> rates(Given given) {
        Map<Limit, Rate> rates = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            rates.put(limit, given.rate(limit.key(), limit.byDefault()));
        }
        return Map.copyOf(rates);
    }
}
