package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Agent.Profile;
import io.babeldesk.desk.Agents.Change;
import io.babeldesk.desk.Agents.Credentials;
import io.babeldesk.desk.IdentityProvider.Arrival;
import io.babeldesk.desk.IdentityProvider.Journey;
import io.babeldesk.desk.IdentityProvider.Somebody;
import io.babeldesk.desk.SignIn.From;
import io.babeldesk.desk.SignIn.Ticket;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in whom a provider vouches for. Safe for use by many threads. */
public final class SingleSignOn {

    private static final Logger LOG = LoggerFactory.getLogger(SingleSignOn.class);
    private static final int LONGEST_NAME = 100;

    private final IdentityProvider provider;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Passwords passwords;
    private final Rules rules;
    private final Clock clock;

    public SingleSignOn(
            IdentityProvider provider,
            Accounts accounts,
            SignIn signIn,
            Passwords passwords,
            Rules rules,
            Clock clock) {
        this.provider = provider;
        this.accounts = accounts;
        this.signIn = signIn;
        this.passwords = passwords;
        this.rules = rules;
        this.clock = clock;
    }

    /** What of a stranger has to be an account's user name for the account to be hers from then on. */
    public enum LinkBy {
        NOTHING,
        EMAIL,
        USERNAME
    }

    /**
     * Who gets in.
     *
     * @param newAccounts the roles of an account that is made for whoever has none; with none, none is made
     * @param roles by group at the provider; with none, roles are given here
     * @param domains of the e-mail addresses that get in; with none, all do
     */
    public record Rules(LinkBy link, Set<Role> newAccounts, Map<String, Set<Role>> roles, List<String> domains) {

        public Rules {
            newAccounts = Set.copyOf(newAccounts);
            roles = Map.copyOf(roles);
            domains = List.copyOf(domains);
        }
    }

    /** Why somebody was not let in. */
    public enum Hindrance {
        /** The way took too long, or was begun in another browser. */
        EXPIRED,
        CANCELLED,
        UNREACHABLE,
        NOT_BELIEVED,
        NO_ACCOUNT,
        NOT_ALLOWED;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public sealed interface Outcome {

        record Admitted(Ticket ticket) implements Outcome {}

        record Refused(Hindrance hindrance) implements Outcome {}
    }

    public IdentityProvider provider() {
        return provider;
    }

    /** @param answered the address to which a browser came back */
    public Outcome arrive(URI answered, Journey journey, From from) {
        return switch (provider.arrive(answered, journey)) {
            case Arrival.Known(Somebody somebody) -> admit(somebody, from);
            case Arrival.Cancelled() -> new Outcome.Refused(Hindrance.CANCELLED);
            case Arrival.Unreachable() -> refuse(Hindrance.UNREACHABLE, "the provider does not answer", from);
            case Arrival.NotBelieved(String reason) -> {
                LOG.warn("what {} says of somebody who signs in is not believed: {}", provider.name(), reason);
                yield refuse(Hindrance.NOT_BELIEVED, "the provider's answer is not sound", from);
            }
        };
    }

    private Outcome admit(Somebody somebody, From from) {
        if (!isOfDomain(somebody)) {
            return refuse(Hindrance.NOT_ALLOWED, "the e-mail address is of no domain that is let in", from);
        }
        Set<Role> roles = rolesOf(somebody);
        if (roles.isEmpty() && !rules.roles().isEmpty()) {
            return refuse(Hindrance.NOT_ALLOWED, "no group of hers has a role", from);
        }
        Optional<Agent> known =
                accounts.identities().of(somebody.issuer(), somebody.subject()).flatMap(accounts.agents()::find);
        Optional<Agent> agent = known.or(() -> linked(somebody))
                .or(() -> made(somebody, roles.isEmpty() ? rules.newAccounts() : roles));
        if (agent.isEmpty()) {
            return refuse(Hindrance.NO_ACCOUNT, "no account belongs to her", from);
        }
        if (!agent.get().profile().active()) {
            return refuse(Hindrance.NOT_ALLOWED, "the account " + agent.get().id() + " is not active", from);
        }
        Agent present = roles.isEmpty() ? agent.get() : withRoles(agent.get(), roles);
        forgetPasswordOfAnother(present.id());
        return new Outcome.Admitted(signIn.admit(present, from, " through " + provider.name(), true));
    }

    private boolean isOfDomain(Somebody somebody) {
        return rules.domains().isEmpty()
                || somebody.email()
                        .map(email ->
                                email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT))
                        .filter(rules.domains()::contains)
                        .isPresent();
    }

    private Set<Role> rolesOf(Somebody somebody) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        rules.roles().forEach((group, held) -> {
            if (somebody.groups().contains(group)) {
                roles.addAll(held);
            }
        });
        return roles;
    }

    /** An account that is there already becomes hers. */
    private Optional<Agent> linked(Somebody somebody) {
        Optional<String> name = switch (rules.link()) {
            case NOTHING -> Optional.empty();
            case EMAIL -> somebody.email();
            case USERNAME -> somebody.username();
        };
        return name.map(SignIn::plainUsername)
                .flatMap(accounts.agents()::byUsername)
                // Whoever may choose her name at the provider must not become an administrator by it.
                .filter(agent -> rules.link() != LinkBy.USERNAME
                        || !agent.profile().roles().contains(Role.ADMIN))
                .filter(agent -> link(somebody, agent));
    }

    private Optional<Agent> made(Somebody somebody, Set<Role> roles) {
        if (rules.newAccounts().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> username = somebody.email()
                .or(somebody::username)
                .map(SignIn::plainUsername)
                .filter(SignIn::isUsername);
        return username.flatMap(name -> {
            Profile profile = new Profile(
                    name,
                    displayName(somebody, name),
                    somebody.language().map(List::of).orElse(List.of()),
                    Set.of(),
                    Set.of(),
                    Profile.USUAL_CAPACITY,
                    roles,
                    true);
            return switch (accounts.agents().add(profile, noPassword(), clock.instant())) {
                case Change.Done(Agent agent) -> {
                    audit("account-added", agent.id(), profile.toString());
                    yield Optional.of(agent).filter(fresh -> link(somebody, fresh));
                }
                // Somebody else's: to take it over needs leave.
                case Change.UsernameTaken() -> Optional.empty();
                case Change.LastAdmin(), Change.Unknown() -> throw new IllegalStateException("of a new account");
            };
        });
    }

    private static String displayName(Somebody somebody, String username) {
        String plain =
                somebody.name().orElse(username).replaceAll("\\p{Cntrl}", " ").strip();
        String named = plain.isEmpty() ? username : plain;
        return named.substring(
                0, named.offsetByCodePoints(0, Math.min(LONGEST_NAME, named.codePointCount(0, named.length()))));
    }

    private boolean link(Somebody somebody, Agent agent) {
        boolean linked = accounts.identities().link(somebody.issuer(), somebody.subject(), agent.id(), clock.instant());
        if (linked) {
            audit("account-linked", agent.id(), somebody.issuer());
        }
        return linked;
    }

    /** The provider says what she may do; only the last who can let others in keeps that. */
    private Agent withRoles(Agent agent, Set<Role> roles) {
        Profile before = agent.profile();
        if (before.roles().equals(roles)) {
            return agent;
        }
        Profile profile = before.withRoles(roles);
        return switch (accounts.agents().change(agent.id(), profile)) {
            case Change.Done(Agent after) -> {
                audit("account-changed", agent.id(), before + " -> " + profile);
                yield after;
            }
            case Change.LastAdmin(), Change.Unknown(), Change.UsernameTaken() -> {
                LOG.warn("{} keeps her roles, as nobody else could let anyone in", before.username());
                yield agent;
            }
        };
    }

    /** A password that an administrator made and that she never used is no way in any more. */
    private void forgetPasswordOfAnother(AgentId agent) {
        if (accounts.agents().credentials(agent).filter(Credentials::mustChange).isPresent()) {
            accounts.agents().setCredentials(agent, noPassword());
        }
    }

    /** One that nobody knows. */
    private Credentials noPassword() {
        return new Credentials(passwords.hash(Secrets.make()), false);
    }

    private Outcome refuse(Hindrance hindrance, String why, From from) {
        accounts.audit()
                .add(
                        clock.instant(),
                        AuditEntry.NOBODY,
                        "sign-in-failed",
                        "",
                        "from " + from.address() + " through " + provider.name() + ": " + why);
        return new Outcome.Refused(hindrance);
    }

    private void audit(String action, AgentId subject, String detail) {
        accounts.audit().add(clock.instant(), AuditEntry.SYSTEM, action, subject.value(), detail);
    }
}
