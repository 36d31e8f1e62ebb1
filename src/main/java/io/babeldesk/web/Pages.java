package io.babeldesk.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final String SCRIPT = "/widget/v1.js";

    /** The chat alone, for a frame in a page of the shop. */
    private static final String FRAME = "/demo/frame.html";

    private static final int HASH_LENGTH = 12;

    /** What a demo page may load: the service's own files, and no code from within the page. */
    static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final PackedFiles files;
    private final String framePolicy;

    /** @param siteOrigins who may frame the chat; with none, loopback */
    Pages(PackedFiles files, List<String> siteOrigins) {
        this.files = files;
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
        byte[] content = files.of(path);
        ctx.header("Content-Security-Policy", path.equals(FRAME) ? framePolicy : PAGE_POLICY);
        ctx.header("Cache-Control", "public, max-age=60");
        Etags.answer(ctx, typeOf(path), content);
    }

    private void widget(Context ctx) {
        byte[] script = files.of(SCRIPT);
        ctx.header("Content-Location", "/widget/v1." + hashOf(script) + ".js");
        ctx.header("Cache-Control", "public, max-age=300");
        script(ctx);
    }

    /** The same bytes under a name that changes with them, for pages that pin a script by its hash. */
    private void hashedWidget(Context ctx) {
        if (!hashOf(files.of(SCRIPT)).equals(ctx.pathParam("hash"))) {
            throw Problem.of(ProblemCode.NOT_FOUND);
        }
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        script(ctx);
    }

    /** Any page may load the script; what it may then ask of the service is another matter. */
    private void script(Context ctx) {
        ctx.header("Access-Control-Allow-Origin", "*");
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        files.answer(ctx, SCRIPT, typeOf(SCRIPT));
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

    /** The files that are packed with the program. */
    static Optional<byte[]> packed(String path) {
        try (InputStream file = Pages.class.getResourceAsStream(path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
