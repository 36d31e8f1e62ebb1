package io.babeldesk.web;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The agents' console: one page, and files whose names change with their bytes. */
final class ConsolePages {

    /** No code but our own files, and none that is made from text: no sink of the page takes a string (Trusted Types). */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";

    private static final Pattern HASHED = Pattern.compile("[a-z]+\\.([0-9a-f]{12}|[0-9A-Z]{8})\\.(js|css|json)");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json; charset=utf-8");

    private final PackedFiles files;

    ConsolePages(PackedFiles files) {
        this.files = files;
    }

    void register(Routes routes) {
        routes.get("/console", this::page).get("/console/{file}", this::file);
    }

    private void page(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        ctx.header("Cache-Control", "no-cache");
        files.answer(ctx, "/console/index.html", "text/html; charset=utf-8");
    }

    private void file(Context ctx) {
        String name = ctx.pathParam("file");
        if (!HASHED.matcher(name).matches()) {
            throw Problem.of(ProblemCode.NOT_FOUND);
        }
        String type = Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        files.answer(ctx, "/console/" + name, type);
    }
}
