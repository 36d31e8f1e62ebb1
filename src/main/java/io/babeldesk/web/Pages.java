package io.babeldesk.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Files that come with the service: the widget, the demo shop, the description of this interface. */
final class Pages {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webp", "image/webp",
            "woff2", "font/woff2",
            "yaml", "application/yaml; charset=utf-8");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)+");
    /** Made by the build, as best as it can be packed. */
    private static final Map<String, String> PACKED = new TreeMap<>(Map.of("br", ".br", "gzip", ".gz"));

    private static final String SCRIPT = "/widget/v1.js";

    /** The chat alone, for a frame in a page of the shop. */
    private static final String FRAME = "/demo/frame.html";

    private static final int HASH_LENGTH = 12;

    /** What a demo page may load: the service's own files, and no code from within the page. */
    static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Map<String, byte[]> loaded = new ConcurrentHashMap<>();
    private final Function<String, Optional<byte[]>> source;
    private final String framePolicy;

    /**
     * @param source the content of a file by its path, which begins with a slash
     * @param siteOrigins who may frame the chat; with none, loopback
     */
    Pages(Function<String, Optional<byte[]>> source, List<String> siteOrigins) {
        this.source = source;
        String framing =
                siteOrigins.isEmpty() ? "http://localhost:* http://127.0.0.1:*" : String.join(" ", siteOrigins);
        this.framePolicy = PAGE_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self' " + framing);
    }

    void register(Routes routes) {
        routes.get("/", ctx -> page(ctx, "/demo/index.html"))
                .get("/demo/{file}", ctx -> page(ctx, "/demo/" + name(ctx.pathParam("file"))))
                .get("/openapi.yaml", ctx -> page(ctx, "/openapi.yaml"))
                .get(SCRIPT, this::widget)
                .get("/widget/v1.{hash}.js", this::hashedWidget);
    }

    private void page(Context ctx, String path) {
        byte[] content = file(path).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
        ctx.header("Content-Security-Policy", path.equals(FRAME) ? framePolicy : PAGE_POLICY);
        ctx.header("Cache-Control", "public, max-age=60");
        Etags.answer(ctx, typeOf(path), content);
    }

    private void widget(Context ctx) {
        byte[] script = file(SCRIPT).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
        ctx.header("Content-Location", "/widget/v1." + hashOf(script) + ".js");
        ctx.header("Cache-Control", "public, max-age=300");
        script(ctx, script);
    }

    /** The same bytes under a name that changes with them, for pages that pin a script by its hash. */
    private void hashedWidget(Context ctx) {
        byte[] script = file(SCRIPT)
                .filter(bytes -> hashOf(bytes).equals(ctx.pathParam("hash")))
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        script(ctx, script);
    }

    /** Any page may load the script; what it may then ask of the service is another matter. */
    private void script(Context ctx, byte[] script) {
        ctx.header("Access-Control-Allow-Origin", "*");
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        ctx.res().addHeader("Vary", "Accept-Encoding");
        String accepted = Objects.requireNonNullElse(ctx.header("Accept-Encoding"), "");
        for (Map.Entry<String, String> packing : PACKED.entrySet()) {
            Optional<byte[]> packed = file(SCRIPT + packing.getValue());
            if (accepted.contains(packing.getKey()) && packed.isPresent()) {
                ctx.header("Content-Encoding", packing.getKey());
                Etags.answer(ctx.disableCompression(), typeOf(SCRIPT), packed.get());
                return;
            }
        }
        Etags.answer(ctx, typeOf(SCRIPT), script);
    }

    private static String name(String name) {
        if (!PLAIN_NAME.matcher(name).matches()) {
            throw Problem.of(ProblemCode.NOT_FOUND);
        }
        return name;
    }

    private static String typeOf(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return Optional.ofNullable(TYPES.get(ending)).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    }

    private static String hashOf(byte[] bytes) {
        return Digests.of(bytes).substring(0, HASH_LENGTH);
    }

    private Optional<byte[]> file(String path) {
        byte[] known = loaded.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        // What is not there is not noted, or made-up names would fill the memory.
        Optional<byte[]> content = source.apply(path);
        content.ifPresent(bytes -> loaded.put(path, bytes));
        return content;
    }

    /** The files that are packed with the program. */
    static Optional<byte[]> packed(String path) {
        try (InputStream file = Pages.class.getResourceAsStream(path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
