package io.babeldesk.web;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Accounts;
import io.babeldesk.desk.AgentSession;
import io.babeldesk.desk.Passwords;
import io.babeldesk.desk.Right;
import io.babeldesk.desk.SignIn;
import io.babeldesk.desk.SignIn.Attempt;
import io.babeldesk.desk.SignIn.PasswordChange;
import io.babeldesk.desk.SignIn.Present;
import io.babeldesk.desk.SignIn.Ticket;
import io.babeldesk.settings.Limit;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People sign in and out, choose their password, and see where they are signed in. */
final class SignInApi {

    private final Accounts accounts;
    private final SignIn signIn;
    private final AgentCookie cookie;
    private final Proxies proxies;
    private final Limits limits;
    private final Body body;
    private final Clock clock;

    SignInApi(Staff staff, AgentCookie cookie, Proxies proxies, Limits limits, Body body, Clock clock) {
        this.accounts = staff.accounts();
        this.signIn = staff.signIn();
        this.cookie = cookie;
        this.proxies = proxies;
        this.limits = limits;
        this.body = body;
        this.clock = clock;
    }

    /** @param csrfToken goes with every change; a program needs none */
    record Me(WireAccount.User user, @Nullable String csrfToken) {}

    record Listed(List<Session> data) {}

    record Session(String id, boolean current, String address, String browser, String createdAt, String lastUsedAt) {}

    void register(Routes routes) {
        routes.post("/agent/v1/login", this::login)
                .post("/agent/v1/logout", this::logout)
                .get("/agent/v1/me", this::me)
                .put("/agent/v1/me/password", this::changePassword)
                .get("/agent/v1/sessions", this::sessions)
                .delete("/agent/v1/sessions", this::endAll)
                .delete("/agent/v1/sessions/{session}", this::end);
    }

    private void login(Context ctx) {
        cookie.refuseIfInsecure(ctx);
        limits.take(ctx, Limit.SIGN_IN, proxies.limitKeyOf(ctx));
        Fields fields = body.read(ctx);
        String username = fields.text("username");
        String password = fields.text("password");
        Optional<String> code = fields.optionalText("code").filter(given -> !given.isBlank());
        fields.check();
        // Names and passwords that nobody can have are refused like wrong ones, without the work.
        if (username.length() > AccountApi.LONGEST_NAME || password.length() > 4 * Passwords.LONGEST) {
            throw Problem.of(ProblemCode.SIGN_IN_REFUSED);
        }
        switch (signIn.signIn(username, password, code, from(ctx))) {
            case Attempt.Admitted(Ticket ticket) -> welcome(ctx, ticket);
            case Attempt.Refused() -> throw Problem.of(ProblemCode.SIGN_IN_REFUSED);
            case Attempt.LockedOut(Duration left) -> throw lockedOut(left);
            case Attempt.NeedsCode() -> throw Problem.of(ProblemCode.CODE_REQUIRED);
            case Attempt.WrongCode() -> throw Problem.of(ProblemCode.CODE_WRONG);
            case Attempt.ElsewhereOnly() -> throw Problem.of(ProblemCode.PASSWORD_SIGN_IN_OFF);
        }
    }

    private void logout(Context ctx) {
        StaffDoor.present(ctx).session().ifPresent(signIn::signOut);
        cookie.clear(ctx);
        ctx.status(204);
    }

    private void me(Context ctx) {
        Present present = StaffDoor.present(ctx);
        @Nullable
        String token = present.session()
                .flatMap(_ -> cookie.read(ctx))
                .map(SignIn::csrfToken)
                .orElse(null);
        Json.answer(ctx, 200, new Me(WireAccount.user(present), token));
    }

    private void changePassword(Context ctx) {
        Fields fields = body.read(ctx);
        String current = fields.text("current_password");
        String chosen = fields.text("new_password");
        fields.check();
        Present present = StaffDoor.present(ctx);
        if (present.session().isEmpty()) {
            throw Problem.of(ProblemCode.NOT_PERMITTED);
        }
        switch (signIn.changePassword(present, current, chosen, from(ctx))) {
            case PasswordChange.Done(Ticket ticket) -> welcome(ctx, ticket);
            case PasswordChange.WrongPassword() -> throw Problem.of(ProblemCode.PASSWORD_WRONG);
            case PasswordChange.TooWeak() ->
                throw Problem.of(ProblemCode.PASSWORD_TOO_WEAK, Map.of("limit", Passwords.SHORTEST));
            case PasswordChange.LockedOut(Duration left) -> throw lockedOut(left);
        }
    }

    private void sessions(Context ctx) {
        Present present = StaffDoor.present(ctx);
        List<Session> all = accounts.sessions().of(whose(ctx, present)).stream()
                .map(session -> wire(session, present))
                .toList();
        Json.answer(ctx, 200, new Listed(all));
    }

    private void endAll(Context ctx) {
        Present present = StaffDoor.present(ctx);
        AgentId whose = whose(ctx, present);
        if (Query.text(ctx, "others").filter("true"::equals).isPresent()) {
            signIn.signOutElsewhere(present, whose);
            ctx.status(204);
            return;
        }
        signIn.signOutEverywhere(present.agent(), whose);
        if (whose.equals(present.agent().id())) {
            cookie.clear(ctx);
        }
        ctx.status(204);
    }

    /** Somebody else's session is as unknown as one that never was. */
    private void end(Context ctx) {
        Present present = StaffDoor.present(ctx);
        AgentSession session = accounts.sessions().of(whose(ctx, present)).stream()
                .filter(one -> one.id().equals(ctx.pathParam("session")))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_SESSION));
        accounts.endSession(present.agent(), session, clock.instant());
        ctx.status(204);
    }

    /** One's own, or for those who manage accounts the one that is named. */
    private AgentId whose(Context ctx, Present present) {
        Optional<AgentId> named =
                Query.text(ctx, "account").filter(id -> !id.isBlank()).map(AgentId::new);
        AgentId own = present.agent().id();
        if (named.isEmpty() || named.get().equals(own)) {
            return own;
        }
        if (!present.may(Right.MANAGE_ACCOUNTS)) {
            throw Problem.of(ProblemCode.NOT_PERMITTED);
        }
        return named.filter(accounts::isKnown).orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_ACCOUNT));
    }

    private void welcome(Context ctx, Ticket ticket) {
        cookie.set(ctx, ticket.secret());
        Json.answer(ctx, 200, new Me(WireAccount.user(ticket.present()), SignIn.csrfToken(ticket.secret())));
    }

    private SignIn.From from(Context ctx) {
        return new SignIn.From(proxies.clientOf(ctx), Objects.requireNonNullElse(ctx.header("User-Agent"), ""));
    }

    private static Session wire(AgentSession session, Present present) {
        boolean current =
                present.session().filter(own -> own.id().equals(session.id())).isPresent();
        return new Session(
                session.id(),
                current,
                session.address(),
                session.browser(),
                session.createdAt().toString(),
                session.lastUsedAt().toString());
    }

    static Problem lockedOut(Duration left) {
        long seconds = Math.max(1, left.plusMillis(999).toSeconds());
        return Problem.of(ProblemCode.SIGN_IN_LOCKED, Map.of("seconds", seconds), Duration.ofSeconds(seconds));
    }
}
