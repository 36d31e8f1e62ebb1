package io.babeldesk.browser;

import io.babeldesk.Assembly;
import io.babeldesk.cli.Services;
import io.babeldesk.knowledge.index.DemoIndex;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The real service on a free port, with the demo shop's knowledge base. After a restart it is at the same address. */
final class Service implements AutoCloseable {

    /** What the shop's own server signs with. */
    static final String IDENTITY_SECRET = "0123456789abcdef0123456789abcdef";

    /** Of the account {@code admin}. */
    static final String ADMIN_PASSWORD = "the operator chose this";

    /** All shoppers of the tests come from one address, faster than people do. */
    private static final Map<String, String> SETTINGS = Map.of(
            "LIMIT_OPEN_SESSION", "10000/1m",
            "LIMIT_OPEN_CONVERSATION", "10000/1m",
            "LIMIT_SEND_MESSAGE", "10000/1m",
            "LIMIT_OPEN_STREAM", "10000/1m",
            "LIMIT_UPLOAD", "10000/1m",
            "IDENTITY_SECRET", IDENTITY_SECRET,
            "ADMIN_PASSWORD", ADMIN_PASSWORD,
            "KNOWLEDGE_BASE", "knowledge-base");

    private final Path data;
    private final URI url;
    private final Map<String, String> more;
    private Services.Running running;

    Service(Path data) {
        this(data, Map.of());
    }

    /** @param more settings besides those of all tests */
    Service(Path data, Map<String, String> more) {
        this.data = data;
        this.more = more;
        this.running = serve(0);
        this.url = running.url();
    }

    URI url() {
        return url;
    }

    void stops() {
        running.close();
    }

    void startsAgain() {
        running = serve(url.getPort());
    }

    @Override
    public void close() {
        running.close();
    }

    private Services.Running serve(int port) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(more);
        settings.put("PORT", String.valueOf(port));
        settings.put("DATA", DemoIndex.into(data.resolve("data")).toString());
        return new Assembly().serve(settings);
    }
}
