package io.babeldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.desk.Agent.Profile;
import io.babeldesk.desk.Agents.Change;
import io.babeldesk.desk.Agents.Credentials;
import io.babeldesk.desk.IdentityProvider.Arrival;
import io.babeldesk.desk.IdentityProvider.Journey;
import io.babeldesk.desk.IdentityProvider.Somebody;
import io.babeldesk.desk.SignIn.From;
import io.babeldesk.desk.SingleSignOn.Hindrance;
import io.babeldesk.desk.SingleSignOn.LinkBy;
import io.babeldesk.desk.SingleSignOn.Outcome;
import io.babeldesk.desk.SingleSignOn.Rules;
import io.babeldesk.store.MemoryAccounts;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose account somebody gets, once the provider is believed. */
class SingleSignOnRulesTest {

    private static final Rules NOBODY_NEW = new Rules(LinkBy.NOTHING, Set.of(), Map.of(), List.of());
    private static final Journey JOURNEY = new Journey(URI.create("http://localhost/back"), "s", "n", "v");

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private final Accounts accounts = MemoryAccounts.empty();
    private final Passwords passwords = Passwords.ofNoCost();
    private final SignIn signIn = new SignIn(accounts, passwords, Duration.ofHours(1), clock);

    private Somebody somebody = new Somebody(
            "https://id.example",
            "m-1",
            Optional.of("Mara@Shop.example"),
            Optional.of("mara"),
            Optional.of("Mara\nLind"),
            Optional.empty(),
            Set.of("support"));

    private Outcome arrives(Rules rules) {
        IdentityProvider provider = new IdentityProvider() {
            @Override
            public String name() {
                return "Example ID";
            }

            @Override
            public boolean isReachable() {
                return true;
            }

            @Override
            public Optional<URI> entrance(Journey journey) {
                return Optional.empty();
            }

            @Override
            public Arrival arrive(URI answered, Journey journey) {
                return new Arrival.Known(somebody);
            }
        };
        return new SingleSignOn(provider, accounts, signIn, passwords, rules, clock)
                .arrive(JOURNEY.back(), JOURNEY, new From("192.0.2.1", "Firefox"));
    }

    private Agent admitted(Rules rules) {
        return ((Outcome.Admitted) arrives(rules)).ticket().present().agent();
    }

    private Agent hired(String username, Role... roles) {
        Profile profile = new Profile(username, username, List.of(), Set.of(), Set.of(), 5, Set.of(roles), true);
        Change change =
                accounts.agents().add(profile, new Credentials(passwords.hash("made for her"), true), clock.instant());
        return ((Change.Done) change).agent();
    }

    private static Outcome refused(Hindrance hindrance) {
        return new Outcome.Refused(hindrance);
    }

    @Test
    void nobodyNewGetsInUnlessSoSet() {
        hired("mara@shop.example", Role.AGENT);
        hired("mara", Role.AGENT);
        assertThat(arrives(NOBODY_NEW)).isEqualTo(refused(Hindrance.NO_ACCOUNT));
        assertThat(accounts.identities().linked()).isEmpty();
    }

    @Test
    void anAccountBecomesHersByHerAddressAndThePasswordThatWasMadeForItIsVoid() {
        Agent mara = hired("mara@shop.example", Role.ADMIN);
        assertThat(admitted(new Rules(LinkBy.EMAIL, Set.of(), Map.of(), List.of())))
                .isEqualTo(mara);
        assertThat(admitted(NOBODY_NEW)).as("from now on").isEqualTo(mara);
        Credentials kept = accounts.agents().credentials(mara.id()).orElseThrow();
        assertThat(kept.mustChange()).isFalse();
        assertThat(passwords.matches("made for her", kept.passwordHash())).isFalse();
    }

    @Test
    void aNameThatSheChoseHerselfMakesNobodyAnAdministrator() {
        Rules byName = new Rules(LinkBy.USERNAME, Set.of(), Map.of(), List.of());
        Agent mara = hired("mara", Role.AGENT);
        assertThat(admitted(byName)).isEqualTo(mara);
        hired("boss", Role.AGENT, Role.ADMIN);
        somebody = new Somebody(
                "https://id.example",
                "m-2",
                Optional.empty(),
                Optional.of("boss"),
                Optional.empty(),
                Optional.empty(),
                Set.of());
        assertThat(arrives(byName)).isEqualTo(refused(Hindrance.NO_ACCOUNT));
    }

    @Test
    void anAccountIsMadeWithTheRolesThatAreSet() {
        Agent made = admitted(new Rules(LinkBy.NOTHING, Set.of(Role.AGENT), Map.of(), List.of()));
        assertThat(made.profile().username()).isEqualTo("mara@shop.example");
        assertThat(made.displayName()).isEqualTo("Mara Lind");
        assertThat(made.profile().roles()).containsExactly(Role.AGENT);
    }

    @Test
    void anAccountOfThatNameIsNotTakenOverByMakingOne() {
        hired("mara@shop.example", Role.AGENT);
        assertThat(arrives(new Rules(LinkBy.NOTHING, Set.of(Role.AGENT), Map.of(), List.of())))
                .isEqualTo(refused(Hindrance.NO_ACCOUNT));
    }

    @Test
    void groupsAtTheProviderAreRolesHere() {
        Rules rules = new Rules(
                LinkBy.NOTHING,
                Set.of(Role.EDITOR),
                Map.of("support", Set.of(Role.AGENT), "heads", Set.of(Role.LEAD, Role.ADMIN)),
                List.of());
        assertThat(admitted(rules).profile().roles()).containsExactly(Role.AGENT);
        somebody = inGroups("support", "heads");
        assertThat(admitted(rules).profile().roles()).containsExactlyInAnyOrder(Role.AGENT, Role.LEAD, Role.ADMIN);
        somebody = inGroups("support");
        assertThat(admitted(rules).profile().roles())
                .as("the last administrator stays one")
                .contains(Role.ADMIN);
        hired("boss", Role.ADMIN);
        assertThat(admitted(rules).profile().roles()).containsExactly(Role.AGENT);
        somebody = inGroups("warehouse");
        assertThat(arrives(rules)).isEqualTo(refused(Hindrance.NOT_ALLOWED));
    }

    private Somebody inGroups(String... groups) {
        return new Somebody(
                somebody.issuer(),
                somebody.subject(),
                somebody.email(),
                somebody.username(),
                somebody.name(),
                somebody.language(),
                Set.of(groups));
    }

    @Test
    void othersThanOfTheShopsDomainsAreNotLetIn() {
        Set<Role> agent = Set.of(Role.AGENT);
        assertThat(arrives(new Rules(LinkBy.NOTHING, agent, Map.of(), List.of("other.example"))))
                .isEqualTo(refused(Hindrance.NOT_ALLOWED));
        assertThat(arrives(new Rules(LinkBy.NOTHING, agent, Map.of(), List.of("other.example", "shop.example"))))
                .isInstanceOf(Outcome.Admitted.class);
    }

    @Test
    void whoeverLeftIsNotLetIn() {
        Agent mara = admitted(new Rules(LinkBy.NOTHING, Set.of(Role.AGENT), Map.of(), List.of()));
        Profile was = mara.profile();
        accounts.agents()
                .change(
                        mara.id(),
                        new Profile(
                                was.username(),
                                was.displayName(),
                                was.languages(),
                                was.teams(),
                                was.skills(),
                                was.capacity(),
                                was.roles(),
                                false));
        assertThat(arrives(NOBODY_NEW)).isEqualTo(refused(Hindrance.NOT_ALLOWED));
        assertThat(accounts.audit().page(Optional.empty(), 1).getFirst().action())
                .isEqualTo("sign-in-failed");
    }
}
