package io.babeldesk.web;

import io.babeldesk.desk.IdentityProvider.Journey;
import io.babeldesk.desk.SignIn;
import io.babeldesk.desk.SingleSignOn;
import io.babeldesk.desk.SingleSignOn.Hindrance;
import io.babeldesk.desk.SingleSignOn.Outcome;
import io.babeldesk.settings.Limit;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to a provider of identities and back. What makes a browser known again stands in the session's own cookie, as
 * nobody is signed in there yet; it leads nowhere but to the console.
 */
final class SingleSignOnApi {

    private static final String CALLBACK = "/agent/v1/single-sign-on/callback";
    private static final String CONSOLE = "/console";

    private final Optional<SingleSignOn> singleSignOn;
    private final SignIn signIn;
    private final AgentCookie cookie;
    private final Proxies proxies;
    private final Limits limits;
    private final Optional<URI> publicUrl;
    private final Journeys journeys;

    SingleSignOnApi(
            Staff staff,
            AgentCookie cookie,
            Proxies proxies,
            Limits limits,
            Optional<URI> publicUrl,
            SigningKey key,
            Clock clock) {
        this.singleSignOn = staff.singleSignOn();
        this.signIn = staff.signIn();
        this.cookie = cookie;
        this.proxies = proxies;
        this.limits = limits;
        this.publicUrl = publicUrl;
        this.journeys = new Journeys(key.derived("single sign-on"), AgentCookie.LENT, clock);
    }

    /** @param passwords whether everybody may sign in with one, or the first administrator alone */
    record Ways(boolean passwords, @Nullable Provider provider) {}

    record Provider(String name, boolean reachable) {}

    record Entrance(String url) {}

    void register(Routes routes) {
        routes.get("/agent/v1/sign-in", this::ways)
                .post("/agent/v1/single-sign-on", this::begin)
                .get(CALLBACK, this::comeBack);
    }

    private void ways(Context ctx) {
        limits.take(ctx, Limit.READ_PUBLIC, proxies.limitKeyOf(ctx));
        @Nullable
        Provider provider = singleSignOn
                .map(SingleSignOn::provider)
                .map(one -> new Provider(one.name(), one.isReachable()))
                .orElse(null);
        Json.answer(ctx, 200, new Ways(signIn.takesPasswordsOfAll(), provider));
    }

    /** Asked for by our own page alone, so that no other sends somebody on the way, or signs her out by it. */
    private void begin(Context ctx) {
        cookie.refuseIfInsecure(ctx);
        limits.take(ctx, Limit.SIGN_IN, proxies.limitKeyOf(ctx));
        SingleSignOn on = singleSignOn.orElseThrow(() -> Problem.of(ProblemCode.SINGLE_SIGN_ON_OFF));
        if (ctx.header("Origin") == null) {
            throw Problem.of(ProblemCode.ORIGIN_NOT_ALLOWED);
        }
        String secret = journeys.begin();
        URI entrance = on.provider()
                .entrance(journeys.of(secret, back(ctx)))
                .orElseThrow(() -> Problem.of(ProblemCode.SINGLE_SIGN_ON_UNREACHABLE));
        cookie.lend(ctx, secret);
        Json.answer(ctx, 200, new Entrance(entrance.toString()));
    }

    private void comeBack(Context ctx) {
        cookie.refuseIfInsecure(ctx);
        limits.take(ctx, Limit.SIGN_IN, proxies.limitKeyOf(ctx));
        SingleSignOn on = singleSignOn.orElseThrow(() -> Problem.of(ProblemCode.SINGLE_SIGN_ON_OFF));
        URI back = back(ctx);
        Optional<Journey> journey = cookie.read(ctx)
                .filter(journeys::isUnderWay)
                .map(secret -> journeys.of(secret, back))
                .filter(one -> isSame(one.state(), ctx.queryParam("state")));
        if (journey.isEmpty()) {
            // The cookie stays: it may be a session, which no address that somebody made up may end.
            leave(ctx, Optional.of(Hindrance.EXPIRED));
            return;
        }
        Optional<URI> answered = answered(back, ctx);
        if (answered.isEmpty()) {
            cookie.clear(ctx);
            leave(ctx, Optional.of(Hindrance.NOT_BELIEVED));
            return;
        }
        switch (on.arrive(answered.get(), journey.get(), from(ctx))) {
            case Outcome.Admitted(SignIn.Ticket ticket) -> {
                cookie.set(ctx, ticket.secret());
                leave(ctx, Optional.empty());
            }
            case Outcome.Refused(Hindrance hindrance) -> {
                cookie.clear(ctx);
                leave(ctx, Optional.of(hindrance));
            }
        }
    }

    /** Nowhere but to the console, whatever the address says. */
    private static void leave(Context ctx, Optional<Hindrance> hindrance) {
        ctx.header("Cache-Control", "no-store");
        ctx.header(
                "Location",
                CONSOLE + hindrance.map(one -> "?sign-in=" + one.label()).orElse(""));
        ctx.status(303);
    }

    private static Optional<URI> answered(URI back, Context ctx) {
        try {
            return Optional.of(
                    new URI(back + "?" + Objects.requireNonNullElse(ctx.req().getQueryString(), "")));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Where the provider sends browsers to. Without a public address that is the machine itself, as with the cookie. */
    private URI back(Context ctx) {
        String own = publicUrl
                .map(url -> url.toString().replaceAll("/+$", ""))
                .orElseGet(() -> proxies.schemeOf(ctx) + "://" + ctx.header("Host"));
        if (publicUrl.isEmpty() && !Origins.isLoopback(own)) {
            throw Problem.of(ProblemCode.INSECURE_CONNECTION);
        }
        return URI.create(own + CALLBACK);
    }

    private SignIn.From from(Context ctx) {
        return new SignIn.From(proxies.clientOf(ctx), Objects.requireNonNullElse(ctx.header("User-Agent"), ""));
    }

    private static boolean isSame(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
