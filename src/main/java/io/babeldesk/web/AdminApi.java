package io.babeldesk.web;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Accounts;
import io.babeldesk.desk.Agent;
import io.babeldesk.desk.ApiKey;
import io.babeldesk.desk.AuditEntry;
import io.babeldesk.desk.Right;
import io.babeldesk.desk.SignIn;
import io.babeldesk.desk.SignIn.MadeKey;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of programs, and the log of who did what. */
final class AdminApi {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int LONGEST_LIFE_DAYS = 3_650;

    private final Accounts accounts;
    private final SignIn signIn;
    private final Body body;
    private final Clock clock;

    AdminApi(Staff staff, Body body, Clock clock) {
        this.accounts = staff.accounts();
        this.signIn = staff.signIn();
        this.body = body;
        this.clock = clock;
    }

    record Keys(List<Key> data) {}

    record Key(
            String id,
            String account,
            String name,
            List<String> scopes,
            String createdAt,
            @Nullable String expiresAt) {}

    /** @param key in full; shown this once */
    record Made(Key apiKey, String key) {}

    record Entries(List<Entry> data, @Nullable String nextCursor, boolean hasMore) {}

    record Entry(long number, String at, String actor, String action, String subject, String detail) {}

    void register(Routes routes) {
        routes.get("/admin/v1/api-keys", this::keys)
                .post("/admin/v1/api-keys", this::makeKey)
                .delete("/admin/v1/api-keys/{key}", this::revoke)
                .get("/admin/v1/audit", this::audit);
    }

    private void keys(Context ctx) {
        Json.answer(
                ctx,
                200,
                new Keys(accounts.keys().all().stream().map(AdminApi::wire).toList()));
    }

    private void makeKey(Context ctx) {
        Fields fields = body.read(ctx);
        String account = fields.text("account");
        String name = fields.text("name").strip();
        Set<Right> scopes = scopes(fields);
        Optional<Duration> life = fields.has("expires_in_days")
                ? Optional.of(Duration.ofDays(fields.number("expires_in_days", 1, LONGEST_LIFE_DAYS)))
                : Optional.empty();
        if (name.isEmpty() || name.length() > AccountApi.LONGEST_NAME) {
            fields.expected("name", "a text of at most " + AccountApi.LONGEST_NAME + " characters");
        }
        fields.check();
        Agent owner = Optional.of(account)
                .filter(id -> !id.isBlank())
                .flatMap(id -> accounts.agents().find(new AgentId(id)))
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_ACCOUNT));
        MadeKey made = signIn.makeKey(
                StaffDoor.present(ctx).agent(), owner.id(), name, scopes, life.map(clock.instant()::plus));
        Json.answer(ctx, 201, new Made(wire(made.apiKey()), made.key()));
    }

    private void revoke(Context ctx) {
        if (!accounts.revokeKey(StaffDoor.present(ctx).agent(), ctx.pathParam("key"), clock.instant())) {
            throw Problem.of(ProblemCode.UNKNOWN_API_KEY);
        }
        ctx.status(204);
    }

    private void audit(Context ctx) {
        Optional<Long> before = Query.number(ctx, "before", 1, Long.MAX_VALUE);
        int limit = Query.number(ctx, "limit", 1, MOST).map(Math::toIntExact).orElse(USUAL);
        List<AuditEntry> page = accounts.audit().page(before, limit);
        boolean more = !page.isEmpty() && page.getLast().number() > 1;
        Json.answer(
                ctx,
                200,
                new Entries(
                        page.stream().map(AdminApi::wire).toList(),
                        more ? Long.toString(page.getLast().number()) : null,
                        more));
    }

    private static Set<Right> scopes(Fields fields) {
        List<String> labels = fields.optionalTexts("scopes").orElse(List.of());
        Set<Right> scopes = new LinkedHashSet<>();
        labels.forEach(label -> Right.of(label).ifPresent(scopes::add));
        if (scopes.isEmpty() || scopes.size() != Set.copyOf(labels).size()) {
            fields.expected("scopes", "at least one right, such as read-conversations");
        }
        return scopes;
    }

    private static Key wire(ApiKey key) {
        return new Key(
                key.id(),
                key.agent().value(),
                key.name(),
                key.scopes().stream().sorted().map(Right::label).toList(),
                key.createdAt().toString(),
                key.expiresAt().map(Object::toString).orElse(null));
    }

    private static Entry wire(AuditEntry entry) {
        return new Entry(
                entry.number(), entry.at().toString(), entry.actor(), entry.action(), entry.subject(), entry.detail());
    }
}
