package io.babeldesk.web;

import io.babeldesk.desk.SignIn;
import io.babeldesk.desk.SignIn.Present;
import io.babeldesk.web.RouteRights.Access;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets people at work through to a route, or says why not: who is it, does another page speak through her browser, may
 * she. A program shows a key, a browser its cookie; what a browser changes needs the token that only our own page knows.
 */
final class StaffDoor implements Routes.Door {

    private static final String PRESENT = "babeldesk.present";
    private static final String BEARER = "bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final SignIn signIn;
    private final AgentCookie cookie;
    private final Origins origins;

    StaffDoor(SignIn signIn, AgentCookie cookie, Origins origins) {
        this.signIn = signIn;
        this.cookie = cookie;
        this.origins = origins;
    }

    /** Who came through the door. */
    static Present present(Context ctx) {
        return Objects.requireNonNull(ctx.<Present>attribute(PRESENT), "a public route knows nobody");
    }

    /** @throws Problem if this caller may not */
    @Override
    public void check(Context ctx, Access access) {
        @Nullable String origin = ctx.header("Origin");
        if (origin != null && !origins.isOwn(origin, ctx)) {
            throw Problem.of(ProblemCode.ORIGIN_NOT_ALLOWED);
        }
        switch (access) {
            case Access.Public _ -> {}
            case Access.SignedIn _ -> admit(ctx);
            case Access.Needs needs -> {
                Present present = admit(ctx);
                if (present.mustChange()) {
                    throw Problem.of(ProblemCode.PASSWORD_CHANGE_REQUIRED);
                }
                if (present.mustSetUpSecondFactor()) {
                    throw Problem.of(ProblemCode.SECOND_FACTOR_REQUIRED);
                }
                if (!present.may(needs.right())) {
                    throw Problem.of(ProblemCode.NOT_PERMITTED);
                }
            }
        }
    }

    /** Whether a request that began long ago would still be let in, for streams. */
    boolean isStillAdmitted(Context ctx, Access.Needs needs) {
        return whoever(ctx)
                .filter(present ->
                        !present.mustChange() && !present.mustSetUpSecondFactor() && present.may(needs.right()))
                .isPresent();
    }

    private Present admit(Context ctx) {
        Optional<String> key = bearer(ctx);
        Present present = whoever(ctx)
                .orElseThrow(
                        () -> Problem.of(key.isPresent() ? ProblemCode.API_KEY_INVALID : ProblemCode.NOT_SIGNED_IN));
        if (key.isEmpty()) {
            refuseForeignChanges(ctx);
        }
        present.agent().profile().languages().stream()
                .findFirst()
                .ifPresent(language -> CallerLanguage.note(ctx, language.code()));
        ctx.attribute(PRESENT, present);
        return present;
    }

    private Optional<Present> whoever(Context ctx) {
        Optional<String> key = bearer(ctx);
        return key.isPresent() ? key.flatMap(signIn::byKey) : cookie.read(ctx).flatMap(signIn::bySession);
    }

    private void refuseForeignChanges(Context ctx) {
        if (SAFE.contains(ctx.req().getMethod())) {
            return;
        }
        // A browser always tells the origin of what it changes.
        if (ctx.header("Origin") == null) {
            throw Problem.of(ProblemCode.ORIGIN_NOT_ALLOWED);
        }
        String expected = SignIn.csrfToken(cookie.read(ctx).orElseThrow());
        String given = Objects.requireNonNullElse(ctx.header("X-CSRF-Token"), "");
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw Problem.of(ProblemCode.CSRF_TOKEN_INVALID);
        }
    }

    private static Optional<String> bearer(Context ctx) {
        return Optional.ofNullable(ctx.header("Authorization"))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }
}
