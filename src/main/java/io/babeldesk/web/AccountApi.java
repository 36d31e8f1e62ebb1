package io.babeldesk.web;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Accounts;
import io.babeldesk.desk.Agent;
import io.babeldesk.desk.Agent.Profile;
import io.babeldesk.desk.Agents.Change;
import io.babeldesk.desk.Agents.Credentials;
import io.babeldesk.desk.Passwords;
import io.babeldesk.desk.Right;
import io.babeldesk.desk.Role;
import io.babeldesk.desk.SignIn;
import io.babeldesk.desk.SignIn.Present;
import io.babeldesk.language.Language;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who works here. Everybody sees her colleagues; of an account its owner changes the name that is shown and her
 * languages, those who manage accounts all of it.
 */
final class AccountApi {

    static final int LONGEST_NAME = 100;

    private static final int MOST_CAPACITY = 100;
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,49}");

    /** What only those who manage accounts may change. */
    private static final List<String> MANAGED = List.of("username", "teams", "skills", "capacity", "roles", "active");

    private final Accounts accounts;
    private final SignIn signIn;
    private final Passwords passwords;
    private final Body body;
    private final Clock clock;

    AccountApi(Staff staff, Body body, Clock clock) {
        this.accounts = staff.accounts();
        this.signIn = staff.signIn();
        this.passwords = staff.passwords();
        this.body = body;
        this.clock = clock;
    }

    record Listed(List<WireAccount.Account> data) {}

    /** @param password for the first sign-in; shown this once */
    record Added(WireAccount.Account account, String password) {}

    record Reset(String password) {}

    void register(Routes routes) {
        routes.get("/agent/v1/accounts", this::list)
                .post("/agent/v1/accounts", this::add)
                .get("/agent/v1/accounts/{account}", this::show)
                .put("/agent/v1/accounts/{account}", this::change)
                .post("/agent/v1/accounts/{account}/password", this::resetPassword)
                .delete("/agent/v1/accounts/{account}/identity", this::unlink)
                .delete("/agent/v1/accounts/{account}/second-factor", this::resetSecondFactor);
    }

    private void list(Context ctx) {
        Present present = StaffDoor.present(ctx);
        Json.answer(
                ctx,
                200,
                new Listed(accounts.agents().all().stream()
                        .map(agent -> WireAccount.account(agent, present))
                        .toList()));
    }

    private void show(Context ctx) {
        Json.answer(ctx, 200, WireAccount.account(named(ctx), StaffDoor.present(ctx)));
    }

    private void add(Context ctx) {
        Present present = StaffDoor.present(ctx);
        Fields fields = body.read(ctx);
        String username = fields.text("username");
        Profile empty = new Profile(
                SignIn.plainUsername(username),
                username,
                List.of(),
                Set.of(),
                Set.of(),
                Profile.USUAL_CAPACITY,
                Set.of(Role.AGENT),
                true);
        Profile profile = read(fields, empty);
        fields.check();
        String password = passwords.generate();
        Agent agent = done(accounts.add(
                present.agent(), profile, new Credentials(passwords.hash(password), true), clock.instant()));
        Json.answer(ctx, 201, new Added(WireAccount.account(agent, present), password));
    }

    private void change(Context ctx) {
        Present present = StaffDoor.present(ctx);
        Fields fields = body.read(ctx);
        boolean manages = present.may(Right.MANAGE_ACCOUNTS);
        boolean own = ctx.pathParam("account").equals(present.agent().id().value());
        if (!manages && (!own || MANAGED.stream().anyMatch(fields::has))) {
            throw Problem.of(ProblemCode.NOT_PERMITTED);
        }
        Agent before = named(ctx);
        Profile profile = read(fields, before.profile());
        fields.check();
        Agent after = done(accounts.change(present.agent(), before, profile, clock.instant()));
        Json.answer(ctx, 200, WireAccount.account(after, present));
    }

    private void resetPassword(Context ctx) {
        Json.answer(
                ctx,
                200,
                new Reset(signIn.resetPassword(
                        StaffDoor.present(ctx).agent(), named(ctx).id())));
    }

    private void resetSecondFactor(Context ctx) {
        signIn.secondFactorSetUp().reset(StaffDoor.present(ctx).agent(), named(ctx));
        ctx.status(204);
    }

    private void unlink(Context ctx) {
        accounts.unlink(StaffDoor.present(ctx).agent(), named(ctx).id(), clock.instant());
        ctx.status(204);
    }

    private Agent named(Context ctx) {
        return Optional.of(ctx.pathParam("account"))
                .filter(id -> !id.isBlank())
                .flatMap(id -> accounts.agents().find(new AgentId(id)))
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_ACCOUNT));
    }

    /** What is given, in place of what was. */
    private static Profile read(Fields fields, Profile before) {
        return new Profile(
                fields.optionalText("username")
                        .map(SignIn::plainUsername)
                        .map(name -> checked(fields, "username", name, SignIn.isUsername(name)))
                        .orElse(before.username()),
                fields.optionalText("display_name")
                        .map(String::strip)
                        .map(name -> checked(
                                fields,
                                "display_name",
                                name,
                                !name.isEmpty()
                                        && name.length() <= LONGEST_NAME
                                        && name.chars().noneMatch(Character::isISOControl)))
                        .orElse(before.displayName()),
                fields.optionalTexts("languages")
                        .map(tags -> languages(fields, tags))
                        .orElse(before.languages()),
                fields.optionalTexts("teams")
                        .map(names -> labels(fields, "teams", names))
                        .orElse(before.teams()),
                fields.optionalTexts("skills")
                        .map(names -> labels(fields, "skills", names))
                        .orElse(before.skills()),
                fields.has("capacity") ? fields.number("capacity", 0, MOST_CAPACITY) : before.capacity(),
                fields.optionalTexts("roles").map(names -> roles(fields, names)).orElse(before.roles()),
                fields.has("active") ? fields.truth("active") : before.active());
    }

    private static String checked(Fields fields, String field, String value, boolean good) {
        if (!good) {
            fields.expected(field, "1 to " + LONGEST_NAME + " letters, digits and marks");
        }
        return value;
    }

    private static List<Language> languages(Fields fields, List<String> tags) {
        Set<Language> languages = new LinkedHashSet<>();
        for (String tag : tags) {
            Language.ofTag(tag)
                    .ifPresentOrElse(
                            languages::add,
                            () -> fields.fault("languages", ProblemCode.UNKNOWN_LANGUAGE, Map.of("language", tag)));
        }
        return List.copyOf(languages);
    }

    private static Set<String> labels(Fields fields, String field, List<String> names) {
        if (!names.stream().allMatch(name -> LABEL.matcher(name).matches())) {
            fields.expected(field, "names of at most 50 letters and digits");
        }
        return Set.copyOf(names);
    }

    private static Set<Role> roles(Fields fields, List<String> names) {
        Set<Role> roles = new LinkedHashSet<>();
        names.forEach(name -> Role.of(name).ifPresent(roles::add));
        if (roles.isEmpty() || roles.size() != Set.copyOf(names).size()) {
            fields.expected("roles", "at least one of agent, lead, editor, publisher, admin");
        }
        return roles;
    }

    private static Agent done(Change change) {
        return switch (change) {
            case Change.Done(Agent agent) -> agent;
            case Change.UsernameTaken() -> throw Problem.of(ProblemCode.USERNAME_TAKEN);
            case Change.LastAdmin() -> throw Problem.of(ProblemCode.LAST_ADMIN);
            case Change.Unknown() -> throw Problem.of(ProblemCode.UNKNOWN_ACCOUNT);
        };
    }
}
