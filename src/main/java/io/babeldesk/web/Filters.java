package io.babeldesk.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to every request: it gets a number, its origin is checked, its answer made safe, counted and logged. */
final class Filters {

    /** One line a request: no texts, no query, no names; whoever must be found is found by the request's number. */
    private static final Logger access = LoggerFactory.getLogger("access");

    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'";

    private final Origins origins;
    private final Metrics metrics;

    Filters(Origins origins, Metrics metrics) {
        this.origins = origins;
        this.metrics = metrics;
    }

    void register(JavalinConfig config) {
        config.routes.before(this::begin);
        config.requestLogger.http((ctx, millis) -> end(ctx, millis));
    }

    private void begin(Context ctx) {
        RequestIds.begin(ctx);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        if (ctx.path().startsWith("/api/")) {
            origins.check(ctx);
        }
    }

    private void end(Context ctx, float millis) {
        String method = ctx.req().getMethod().toUpperCase(Locale.ROOT);
        String route = Routes.of(ctx);
        Duration took = Duration.ofNanos((long) (millis * 1_000_000));
        // A method that nobody defined would be a label that anyone can invent.
        metrics.request(route.equals("-") ? "-" : method, route, ctx.statusCode(), took);
        access.info(
                "{} {} {} {} ms",
                method.matches("[A-Z]{1,16}") ? method : "-",
                route,
                ctx.statusCode(),
                took.toMillis());
        RequestIds.end();
    }
}
