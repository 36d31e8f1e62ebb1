package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Agents.Credentials;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Lets people and their programs in, and sees them out. Safe for use by many threads. */
public final class SignIn {

    /** A session's last use is noted this often, so that not each request writes. */
    private static final Duration NOTED_EACH = Duration.ofMinutes(1);

    private static final int LONGEST_BROWSER = 200;
    private static final String KEY_PREFIX = "bdk_";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Duration idle;
    private final Clock clock;

    /** @param idle how long a session lasts without being used */
    public SignIn(Accounts accounts, Passwords passwords, Duration idle, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.idle = idle;
        this.clock = clock;
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
     */
    public record Present(Agent agent, Set<Right> rights, Optional<AgentSession> session, boolean mustChange) {

        public boolean may(Right right) {
            return rights.contains(right);
        }
    }

    public static String plainUsername(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    public Attempt signIn(String username, String password, From from) {
        String name = plainUsername(username);
        Instant now = clock.instant();
        List<Counted> counted = counted(name, from.address());
        Optional<Duration> locked = counted.stream()
                .flatMap(one -> one.lockOut().left(accounts.failures().of(one.subject()), now).stream())
                .max(Duration::compareTo);
        if (locked.isPresent()) {
            return new Attempt.LockedOut(locked.get());
        }
        Optional<Agent> agent = accounts.agents()
                .byUsername(name)
                .filter(found -> found.profile().active());
        if (agent.isEmpty() || !isRight(agent.get().id(), password)) {
            agent.ifPresentOrElse(_ -> {}, () -> passwords.checkNothing(password));
            counted.forEach(one -> accounts.failures().add(one.subject(), now));
            audit(
                    AuditEntry.NOBODY,
                    "sign-in-failed",
                    agent.map(found -> found.id().value()).orElse(""),
                    "from " + from.address());
            return new Attempt.Refused();
        }
        accounts.failures().forget(counted.getFirst().subject());
        return new Attempt.Admitted(admit(agent.get(), from));
    }

    /** The agent of a session; empty if it is over or not ours. */
    public Optional<Present> bySession(String secret) {
        Instant now = clock.instant();
        return accounts.sessions()
                .bySecret(sessionHash(secret))
                .filter(session -> session.lastUsedAt().plus(idle).isAfter(now))
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
                                agent, common(found.scopes(), agent.profile().roles()), Optional.empty(), false)));
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
        Instant now = clock.instant();
        Counted own = counted(agent.profile().username(), from.address()).getFirst();
        Optional<Duration> locked = own.lockOut().left(accounts.failures().of(own.subject()), now);
        if (locked.isPresent()) {
            return new PasswordChange.LockedOut(locked.get());
        }
        if (!isRight(agent.id(), current)) {
            accounts.failures().add(own.subject(), now);
            return new PasswordChange.WrongPassword();
        }
        if (chosen.equals(current)
                || !Passwords.isGoodEnough(chosen, agent.profile().username())) {
            return new PasswordChange.TooWeak();
        }
        accounts.agents().setCredentials(agent.id(), new Credentials(passwords.hash(chosen), false));
        accounts.sessions().endAll(agent.id());
        audit(agent.id().value(), "password-changed", agent.id().value(), "");
        return new PasswordChange.Done(admit(agent, from));
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

    /** Sessions and failures that are long over. */
    public void forgetTheOld() {
        Instant now = clock.instant();
        accounts.sessions().endUnusedSince(now.minus(idle));
        accounts.failures().forgetBefore(now.minus(LockOut.MEMORY));
    }

    private Ticket admit(Agent agent, From from) {
        String secret = Secrets.make();
        String browser = from.browser()
                .substring(0, Math.min(LONGEST_BROWSER, from.browser().length()));
        AgentSession session =
                accounts.sessions().open(agent.id(), sessionHash(secret), from.address(), browser, clock.instant());
        audit(agent.id().value(), "sign-in", session.id(), "from " + from.address());
        return new Ticket(secret, present(agent, session));
    }

    private Present present(Agent agent, AgentSession session) {
        boolean mustChange = accounts.agents()
                .credentials(agent.id())
                .map(Credentials::mustChange)
                .orElse(true);
        return new Present(agent, Right.of(agent.profile().roles()), Optional.of(session), mustChange);
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

    private record Counted(LockOut lockOut, String subject) {}

    /** The narrowest first. */
    private static List<Counted> counted(String name, String address) {
        String hash = Secrets.hash("name", name);
        return List.of(LockOut.values()).stream()
                .map(one -> new Counted(one, one.subject(hash, address)))
                .toList();
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
