package io.babeldesk.web;

import io.javalin.http.Context;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The one cookie of the service: an agent's session. Over https it is bound to host and connection by its name (RFC
 * 6265bis, 4.1.3); plain http gets one on loopback alone.
 */
final class AgentCookie {

    /** The session itself decides how long it lasts; the browser need not know. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** For the way to a provider and back. */
    static final Duration LENT = Duration.ofMinutes(10);

    private enum Kind {
        SECURE("__Host-babeldesk", "; HttpOnly; Secure; SameSite=Lax"),
        LOOPBACK("babeldesk_session", "; HttpOnly; SameSite=Lax");

        private final String title;
        private final String attributes;

        Kind(String title, String attributes) {
            this.title = title;
            this.attributes = attributes;
        }
    }

    private final Optional<URI> publicUrl;
    private final Proxies proxies;

    AgentCookie(Optional<URI> publicUrl, Proxies proxies) {
        this.publicUrl = publicUrl;
        this.proxies = proxies;
    }

    Optional<String> read(Context ctx) {
        return kind(ctx).flatMap(kind -> Optional.ofNullable(ctx.cookie(kind.title)));
    }

    /** @throws Problem if a password or a session would cross a network in plain sight */
    void refuseIfInsecure(Context ctx) {
        if (kind(ctx).isEmpty()) {
            throw Problem.of(ProblemCode.INSECURE_CONNECTION);
        }
    }

    void set(Context ctx, String secret) {
        write(ctx, secret, KEPT);
    }

    /** In the place of a session, until there is one: what knows a browser again that comes back. */
    void lend(Context ctx, String secret) {
        write(ctx, secret, LENT);
    }

    void clear(Context ctx) {
        write(ctx, "", Duration.ZERO);
    }

    private void write(Context ctx, String value, Duration kept) {
        kind(ctx)
                .ifPresent(kind -> ctx.res()
                        .setHeader(
                                "Set-Cookie",
                                kind.title + "=" + value + "; Path=/; Max-Age=" + kept.toSeconds() + kind.attributes));
    }

    private Optional<Kind> kind(Context ctx) {
        if (schemeOf(ctx).equals("https")) {
            return Optional.of(Kind.SECURE);
        }
        return Origins.isLoopback("http://" + ctx.header("Host")) ? Optional.of(Kind.LOOPBACK) : Optional.empty();
    }

    /** What the browser speaks: as a trusted proxy says, else as the operator says, else as it is. */
    private String schemeOf(Context ctx) {
        return proxies.forwardedScheme(ctx)
                .or(() -> publicUrl.map(URI::getScheme))
                .orElseGet(() -> ctx.req().getScheme());
    }
}
