package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Agents.Credentials;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lets people and their programs in, and sees them out. Safe for use by many threads. */
public final class SignIn {

    /** A session's last use is noted this often, so that not each request writes. */
    private static final Duration NOTED_EACH = Duration.ofMinutes(1);

    private static final int LONGEST_BROWSER = 200;
    private static final String KEY_PREFIX = "bdk_";
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,99}");

    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final Rules rules;
    private final Tries tries;
    private final Clock clock;

    /** @param idle how long a session lasts without being used */
    public SignIn(Accounts accounts, Passwords passwords, Duration idle, Clock clock) {
        this(
                accounts,
                passwords,
                new SecondFactor(accounts.secondFactors(), new Vault(Secrets.bytes()), clock),
                new Rules(idle, true, Set.of()),
                clock);
    }

    public SignIn(Accounts accounts, Passwords passwords, SecondFactor secondFactor, Rules rules, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.rules = rules;
        this.tries = new Tries(accounts.failures(), clock);
        this.clock = clock;
    }

    /**
     * What holds for all who sign in.
     *
     * @param idle how long a session lasts without being used
     * @param passwordsForAll false where a password lets in the first administrator alone
     * @param needSecondFactor roles for which a password alone is not enough
     */
    public record Rules(Duration idle, boolean passwordsForAll, Set<Role> needSecondFactor) {

        public Rules {
            needSecondFactor = Set.copyOf(needSecondFactor);
        }
    }

    /**
     * Where somebody signs in from.
     *
     * @param browser what it says of itself
     */
    public record From(String address, String browser) {}

    /** What became of signing in. */
    public sealed interface Attempt {

        record Admitted(Ticket ticket) implements Attempt {}

        /** Name and password do not belong together; which of them is wrong is not told. */
        record Refused() implements Attempt {}

        /** Too often in a row; the password was not looked at. */
        record LockedOut(Duration left) implements Attempt {}

        /** The password is right, but not for this. */
        record ElsewhereOnly() implements Attempt {}

        /** The password is right, and a second factor is set up. */
        record NeedsCode() implements Attempt {}

        record WrongCode() implements Attempt {}
    }

    /**
     * A new session.
     *
     * @param secret proves the session; given to its browser once
     */
    public record Ticket(String secret, Present present) {

        @Override
        public String toString() {
            return "Ticket[****, " + present + "]";
        }
    }

    /**
     * Whoever a request comes from.
     *
     * @param rights of her roles, or what of them the key is good for
     * @param session empty for a program
     * @param mustChange whether she has to choose a password before anything else
     * @param mustSetUpSecondFactor whether she has to do that, then
     */
    public record Present(
            Agent agent,
            Set<Right> rights,
            Optional<AgentSession> session,
            boolean mustChange,
            boolean mustSetUpSecondFactor) {

        public boolean may(Right right) {
            return rights.contains(right);
        }
    }

    /** Whether it can be anybody's. */
    public static boolean isUsername(String plain) {
        return USERNAME.matcher(plain).matches();
    }

    public static String plainUsername(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    public Attempt signIn(String username, String password, From from) {
        return signIn(username, password, Optional.empty(), from);
    }

    /** @param code of the second factor, where she has one */
    public Attempt signIn(String username, String password, Optional<String> code, From from) {
        String name = plainUsername(username);
        Optional<Duration> locked = tries.left(name, from.address());
        if (locked.isPresent()) {
            return new Attempt.LockedOut(locked.get());
        }
        Optional<Agent> agent = accounts.agents()
                .byUsername(name)
                .filter(found -> found.profile().active());
        if (agent.isEmpty() || !isRight(agent.get().id(), password)) {
            agent.ifPresentOrElse(_ -> {}, () -> passwords.checkNothing(password));
            failed(name, agent, from, "");
            return new Attempt.Refused();
        }
        if (!mayUsePassword(agent.get())) {
            return new Attempt.ElsewhereOnly();
        }
        if (!secondFactor.isOn(agent.get().id())) {
            return admitted(name, agent.get(), from, "");
        }
        // A right password forgets no failure here: else whoever has it could try codes for ever.
        if (code.isEmpty()) {
            return new Attempt.NeedsCode();
        }
        return switch (secondFactor.check(agent.get().id(), code.get())) {
            case CODE -> admitted(name, agent.get(), from, " with a code");
            case RECOVERY_CODE -> admitted(name, agent.get(), from, " with a recovery code");
            case NONE -> {
                failed(name, agent, from, " with a wrong code");
                yield new Attempt.WrongCode();
            }
        };
    }

    private Attempt admitted(String name, Agent agent, From from, String how) {
        tries.succeeded(name, from.address());
        return new Attempt.Admitted(admit(agent, from, how, false));
    }

    private void failed(String name, Optional<Agent> agent, From from, String how) {
        tries.failed(name, from.address());
        audit(
                AuditEntry.NOBODY,
                "sign-in-failed",
                agent.map(found -> found.id().value()).orElse(""),
                "from " + from.address() + how);
    }

    /** The first administrator always may: a provider that fails must not lock everybody out. */
    private boolean mayUsePassword(Agent agent) {
        return rules.passwordsForAll()
                || accounts.agents().all().stream()
                        .filter(one -> one.profile().isActiveAdmin())
                        .min(Comparator.comparing(Agent::createdAt).thenComparing(one -> one.id()))
                        .filter(agent::equals)
                        .isPresent();
    }

    /** Whether a password lets everybody in. */
    public boolean takesPasswordsOfAll() {
        return rules.passwordsForAll();
    }

    /** The agent of a session; empty if it is over or not ours. */
    public Optional<Present> bySession(String secret) {
        Instant now = clock.instant();
        return accounts.sessions()
                .bySecret(sessionHash(secret))
                .filter(session -> session.lastUsedAt().plus(rules.idle()).isAfter(now))
                .flatMap(session -> {
                    if (session.lastUsedAt().plus(NOTED_EACH).isBefore(now)) {
                        accounts.sessions().use(session.id(), now);
                    }
                    return accounts.agents()
                            .find(session.agent())
                            .filter(agent -> agent.profile().active())
                            .map(agent -> present(agent, session));
                });
    }

    /** The agent that a program acts for. */
    public Optional<Present> byKey(String key) {
        if (!key.startsWith(KEY_PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return accounts.keys()
                .bySecret(keyHash(key))
                .filter(found -> found.expiresAt().map(now::isBefore).orElse(true))
                .flatMap(found -> accounts.agents()
                        .find(found.agent())
                        .filter(agent -> agent.profile().active())
                        .map(agent -> new Present(
                                agent,
                                common(found.scopes(), agent.profile().roles()),
                                Optional.empty(),
                                false,
                                false)));
    }

    /** What goes with each change that a browser asks for; another page cannot know it. Needs no place to be kept. */
    public static String csrfToken(String sessionSecret) {
        return Secrets.hash("csrf", sessionSecret);
    }

    public void signOut(AgentSession session) {
        accounts.sessions().end(session.id());
        audit(session.agent().value(), "sign-out", session.id(), "");
    }

    /** Ends all sessions of an agent. */
    public void signOutEverywhere(Agent actor, AgentId agent) {
        int ended = accounts.sessions().endAll(agent);
        audit(actor.id().value(), "sign-out-everywhere", agent.value(), ended + " sessions");
    }

    /** Ends all sessions of an agent but the one that asks for it. */
    public void signOutElsewhere(Present actor, AgentId agent) {
        Optional<String> here = actor.session().map(AgentSession::id);
        long ended = accounts.sessions().of(agent).stream()
                .map(AgentSession::id)
                .filter(id -> !here.equals(Optional.of(id)))
                .filter(accounts.sessions()::end)
                .count();
        audit(actor.agent().id().value(), "sign-out-elsewhere", agent.value(), ended + " sessions");
    }

    public sealed interface PasswordChange {

        /** All other sessions are over. */
        record Done(Ticket ticket) implements PasswordChange {}

        record WrongPassword() implements PasswordChange {}

        record TooWeak() implements PasswordChange {}

        record LockedOut(Duration left) implements PasswordChange {}
    }

    /** She chooses a new password, and goes on in a new session. */
    public PasswordChange changePassword(Present present, String current, String chosen, From from) {
        Agent agent = present.agent();
        String name = agent.profile().username();
        Optional<Duration> locked = tries.leftOfHerOwn(name, from.address());
        if (locked.isPresent()) {
            return new PasswordChange.LockedOut(locked.get());
        }
        if (!isRight(agent.id(), current)) {
            tries.failedOfHerOwn(name, from.address());
            return new PasswordChange.WrongPassword();
        }
        if (chosen.equals(current) || !Passwords.isGoodEnough(chosen, name)) {
            return new PasswordChange.TooWeak();
        }
        accounts.agents().setCredentials(agent.id(), new Credentials(passwords.hash(chosen), false));
        accounts.sessions().endAll(agent.id());
        audit(agent.id().value(), "password-changed", agent.id().value(), "");
        return new PasswordChange.Done(admit(agent, from, "", false));
    }

    /** Gives an agent a password that is good for choosing another, and ends her sessions. */
    public String resetPassword(Agent actor, AgentId agent) {
        String made = passwords.generate();
        accounts.agents().setCredentials(agent, new Credentials(passwords.hash(made), true));
        accounts.sessions().endAll(agent);
        audit(actor.id().value(), "password-reset", agent.value(), "");
        return made;
    }

    /** @param key in full, shown once */
    public record MadeKey(ApiKey apiKey, String key) {

        @Override
        public String toString() {
            return "MadeKey[" + apiKey.id() + ", ****]";
        }
    }

    public MadeKey makeKey(Agent actor, AgentId agent, String name, Set<Right> scopes, Optional<Instant> expiresAt) {
        String key = KEY_PREFIX + Secrets.make();
        ApiKey made = accounts.keys().add(agent, name, scopes, expiresAt, keyHash(key), clock.instant());
        audit(actor.id().value(), "api-key-made", made.id(), "for " + agent.value());
        return new MadeKey(made, key);
    }

    public SecondFactorSetUp secondFactorSetUp() {
        return new SecondFactorSetUp(
                accounts, secondFactor, (agent, password) -> isRight(agent.id(), password), tries, clock);
    }

    /** Sessions and failures that are long over. */
    public void forgetTheOld() {
        accounts.sessions().endUnusedSince(clock.instant().minus(rules.idle()));
        tries.forgetTheOld();
    }

    /**
     * @param how she proved who she is, where not by a password alone
     * @param vouched whether a provider of identities did
     */
    Ticket admit(Agent agent, From from, String how, boolean vouched) {
        String secret = Secrets.make();
        String browser = from.browser()
                .substring(0, Math.min(LONGEST_BROWSER, from.browser().length()));
        AgentSession session = accounts.sessions()
                .open(agent.id(), sessionHash(secret), from.address(), browser, vouched, clock.instant());
        audit(agent.id().value(), "sign-in", session.id(), "from " + from.address() + how);
        return new Ticket(secret, present(agent, session));
    }

    private Present present(Agent agent, AgentSession session) {
        boolean mustChange = accounts.agents()
                .credentials(agent.id())
                .map(Credentials::mustChange)
                .orElse(true);
        boolean needsMore = !session.vouched()
                && rules.needSecondFactor().stream().anyMatch(agent.profile().roles()::contains)
                && !secondFactor.isOn(agent.id());
        return new Present(agent, Right.of(agent.profile().roles()), Optional.of(session), mustChange, needsMore);
    }

    private boolean isRight(AgentId agent, String password) {
        Optional<Credentials> kept = accounts.agents().credentials(agent);
        boolean right =
                kept.isPresent() && passwords.matches(password, kept.get().passwordHash());
        if (right && passwords.isOutdated(kept.get().passwordHash())) {
            accounts.agents()
                    .setCredentials(
                            agent,
                            new Credentials(passwords.hash(password), kept.get().mustChange()));
        }
        return right;
    }

    private static Set<Right> common(Set<Right> scopes, Set<Role> roles) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        rights.addAll(Right.of(roles));
        rights.retainAll(scopes);
        return rights;
    }

    private static String sessionHash(String secret) {
        return Secrets.hash("session", secret);
    }

    private static String keyHash(String key) {
        return Secrets.hash("api-key", key);
    }

    private void audit(String actor, String action, String subject, String detail) {
        accounts.audit().add(clock.instant(), Objects.requireNonNull(actor), action, subject, detail);
    }
}
