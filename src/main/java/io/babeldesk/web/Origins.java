package io.babeldesk.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which web pages may call the service from a browser (CORS). A call without {@code Origin} comes from no foreign page,
 * and is let through: who may see what is decided by the token, never by a cookie.
 */
final class Origins {

    private static final Pattern LOOPBACK =
            Pattern.compile("https?://(localhost|[a-z0-9-]+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");
    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
    private static final String ALLOWED =
            "Authorization, Content-Type, Idempotency-Key, Prefer, Last-Event-ID, X-Request-Id";
    private static final String EXPOSED =
            "Retry-After, RateLimit, RateLimit-Policy, Preference-Applied, X-Request-Id, ETag, Content-Disposition";

    private final List<String> listed;
    private final Optional<String> ownPublic;
    private final Proxies proxies;

    /** @param listed the origins that may embed the chat; with none, loopback */
    Origins(List<String> listed, Optional<URI> publicUrl, Proxies proxies) {
        this.listed =
                listed.stream().map(origin -> origin.toLowerCase(Locale.ROOT)).toList();
        this.ownPublic = publicUrl.map(Origins::originOf);
        this.proxies = proxies;
    }

    /** @throws Problem if the request comes from a page that may not */
    void check(Context ctx) {
        ctx.res().addHeader("Vary", "Origin");
        String origin = ctx.header("Origin");
        if (origin == null) {
            return;
        }
        if (!isAllowed(origin.toLowerCase(Locale.ROOT), ctx)) {
            throw Problem.of(ProblemCode.ORIGIN_NOT_ALLOWED);
        }
        ctx.header("Access-Control-Allow-Origin", origin);
        ctx.header("Access-Control-Expose-Headers", EXPOSED);
        if (ctx.req().getMethod().equals("OPTIONS") && ctx.header("Access-Control-Request-Method") != null) {
            ctx.header("Access-Control-Allow-Methods", METHODS);
            ctx.header("Access-Control-Allow-Headers", ALLOWED);
            ctx.header("Access-Control-Max-Age", "7200");
        }
    }

    /** Whether a page is the service's own: at its public address, or at the one that was asked. */
    boolean isOwn(String origin, Context ctx) {
        String plain = origin.toLowerCase(Locale.ROOT);
        return ownPublic.filter(plain::equals).isPresent()
                || plain.equals(proxies.schemeOf(ctx) + "://" + ctx.header("Host"));
    }

    static boolean isLoopback(String origin) {
        return LOOPBACK.matcher(origin.toLowerCase(Locale.ROOT)).matches();
    }

    private boolean isAllowed(String origin, Context ctx) {
        return listed.contains(origin)
                || isOwn(origin, ctx)
                || (listed.isEmpty() && LOOPBACK.matcher(origin).matches());
    }

    private static String originOf(URI url) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return (url.getScheme() + "://" + url.getHost() + port).toLowerCase(Locale.ROOT);
    }
}
