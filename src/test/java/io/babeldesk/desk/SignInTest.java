package io.babeldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.desk.Agent.Profile;
import io.babeldesk.desk.Agents.Change;
import io.babeldesk.desk.Agents.Credentials;
import io.babeldesk.desk.SignIn.Attempt;
import io.babeldesk.desk.SignIn.From;
import io.babeldesk.desk.SignIn.PasswordChange;
import io.babeldesk.desk.SignIn.Present;
import io.babeldesk.desk.SignIn.Ticket;
import io.babeldesk.store.MemoryAccounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final String PASSWORD = "correct horse battery";
    private static final From OFFICE = new From("192.0.2.1", "Firefox");
    private static final From ELSEWHERE = new From("198.51.100.7", "curl");
    private static final Duration IDLE = Duration.ofHours(12);

    private final Hands clock = new Hands();
    private final Accounts accounts = MemoryAccounts.empty();
    private final Passwords passwords = Passwords.ofNoCost();
    private final SecondFactor secondFactor =
            new SecondFactor(accounts.secondFactors(), new Vault(Secrets.bytes()), clock);
    private final SignIn signIn = new SignIn(accounts, passwords, IDLE, clock);
    private final Agent mara = hired("mara", Role.AGENT);

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-03-02T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Agent hired(String username, Role... roles) {
        Profile profile = new Profile(username, username, List.of(), Set.of(), Set.of(), 5, Set.of(roles), true);
        Change change =
                accounts.agents().add(profile, new Credentials(passwords.hash(PASSWORD), false), clock.instant());
        return ((Change.Done) change).agent();
    }

    private Ticket signedIn() {
        return ((Attempt.Admitted) signIn.signIn("mara", PASSWORD, OFFICE)).ticket();
    }

    private List<String> audited() {
        return accounts.audit().page(Optional.empty(), 50).reversed().stream()
                .map(AuditEntry::action)
                .toList();
    }

    @Test
    void letsInWhoKnowsThePasswordHoweverTheNameIsWritten() {
        Ticket ticket = ((Attempt.Admitted) signIn.signIn(" Mara ", PASSWORD, OFFICE)).ticket();
        Present present = signIn.bySession(ticket.secret()).orElseThrow();
        assertThat(present.agent()).isEqualTo(mara);
        assertThat(present.may(Right.WRITE_CONVERSATIONS)).isTrue();
        assertThat(present.may(Right.MANAGE_ACCOUNTS)).isFalse();
        assertThat(present.mustChange()).isFalse();
        assertThat(ticket.toString()).doesNotContain(ticket.secret());
        assertThat(audited()).containsExactly("sign-in");
    }

    @Test
    void passwordsOfTheFirstAdministratorAloneIfSoSet() {
        SignIn elsewhere =
                new SignIn(accounts, passwords, secondFactor, new SignIn.Rules(IDLE, false, Set.of()), clock);
        hired("boss", Role.ADMIN);
        clock.now = clock.now.plusSeconds(1);
        hired("deputy", Role.ADMIN);
        assertThat(elsewhere.signIn("mara", PASSWORD, OFFICE)).isEqualTo(new Attempt.ElsewhereOnly());
        assertThat(elsewhere.signIn("deputy", PASSWORD, OFFICE)).isEqualTo(new Attempt.ElsewhereOnly());
        assertThat(elsewhere.signIn("mara", "wrong", OFFICE))
                .as("tells no more")
                .isEqualTo(new Attempt.Refused());
        assertThat(elsewhere.signIn("boss", PASSWORD, OFFICE)).isInstanceOf(Attempt.Admitted.class);
    }

    @Test
    void tellsNotWhetherNameOrPasswordIsWrong() {
        assertThat(signIn.signIn("mara", "wrong", OFFICE)).isEqualTo(new Attempt.Refused());
        assertThat(signIn.signIn("nobody", PASSWORD, OFFICE)).isEqualTo(new Attempt.Refused());
        assertThat(audited()).containsExactly("sign-in-failed", "sign-in-failed");
        assertThat(signIn.bySession("nonsense")).isEmpty();
        assertThat(signIn.byKey("nonsense")).isEmpty();
    }

    @Test
    void lockOutDoublesWithEachFailureAndEndsWithTime() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn.signIn("mara", "wrong", OFFICE)).isInstanceOf(Attempt.Refused.class);
        }
        assertThat(signIn.signIn("mara", PASSWORD, OFFICE)).isEqualTo(new Attempt.LockedOut(Duration.ofSeconds(30)));
        clock.now = clock.now.plusSeconds(30);
        assertThat(signIn.signIn("mara", "wrong", OFFICE)).isInstanceOf(Attempt.Refused.class);
        assertThat(signIn.signIn("mara", PASSWORD, OFFICE)).isEqualTo(new Attempt.LockedOut(Duration.ofSeconds(60)));
        clock.now = clock.now.plusSeconds(60);
        assertThat(signIn.signIn("mara", PASSWORD, OFFICE)).isInstanceOf(Attempt.Admitted.class);
        assertThat(signIn.signIn("mara", "wrong", OFFICE))
                .as("the count begins anew")
                .isEqualTo(new Attempt.Refused());
    }

    @Test
    void aStrangerElsewhereLocksNobodyOut() {
        for (int i = 0; i < 8; i++) {
            signIn.signIn("mara", "wrong", ELSEWHERE);
        }
        assertThat(signIn.signIn("mara", PASSWORD, ELSEWHERE)).isInstanceOf(Attempt.LockedOut.class);
        assertThat(signIn.signIn("mara", PASSWORD, OFFICE)).isInstanceOf(Attempt.Admitted.class);
    }

    @Test
    void namesThatDoNotExistLockAsWell() {
        for (int i = 0; i < 5; i++) {
            signIn.signIn("nobody", "wrong", OFFICE);
        }
        assertThat(signIn.signIn("nobody", "wrong", OFFICE)).isInstanceOf(Attempt.LockedOut.class);
    }

    @Test
    void oneAddressCannotTryManyNames() {
        for (int i = 0; i < 30; i++) {
            signIn.signIn("name" + i, "wrong", OFFICE);
        }
        assertThat(signIn.signIn("mara", PASSWORD, OFFICE)).isInstanceOf(Attempt.LockedOut.class);
        assertThat(signIn.signIn("mara", PASSWORD, ELSEWHERE)).isInstanceOf(Attempt.Admitted.class);
    }

    @Test
    void manyAddressesTogetherCannotGuessOnAndTheWaitStaysBearable() {
        for (int i = 0; i < 80; i++) {
            signIn.signIn("mara", "wrong", new From("203.0.113." + i, ""));
            clock.now = clock.now.plus(Duration.ofMinutes(5));
        }
        clock.now = clock.now.minus(Duration.ofMinutes(5));
        assertThat(signIn.signIn("mara", PASSWORD, OFFICE)).isEqualTo(new Attempt.LockedOut(Duration.ofMinutes(5)));
    }

    @Test
    void aSessionLastsAsLongAsItIsUsed() {
        String secret = signedIn().secret();
        for (int i = 0; i < 5; i++) {
            clock.now = clock.now.plus(Duration.ofHours(11));
            assertThat(signIn.bySession(secret)).isPresent();
        }
        clock.now = clock.now.plus(IDLE);
        assertThat(signIn.bySession(secret)).isEmpty();
        signIn.forgetTheOld();
        clock.now = clock.now.plusSeconds(1);
        signIn.forgetTheOld();
        assertThat(accounts.sessions().of(mara.id())).isEmpty();
    }

    @Test
    void signingOutEndsOneSessionAndEverywhereAll() {
        Ticket here = signedIn();
        Ticket there = signedIn();
        signIn.signOut(here.present().session().orElseThrow());
        assertThat(signIn.bySession(here.secret())).isEmpty();
        assertThat(signIn.bySession(there.secret())).isPresent();
        signIn.signOutEverywhere(mara, mara.id());
        assertThat(signIn.bySession(there.secret())).isEmpty();
        assertThat(audited()).containsExactly("sign-in", "sign-in", "sign-out", "sign-out-everywhere");
    }

    @Test
    void anotherPasswordEndsAllOtherSessions() {
        Ticket here = signedIn();
        Ticket there = signedIn();
        PasswordChange change = signIn.changePassword(here.present(), PASSWORD, "another good one", OFFICE);
        String fresh = ((PasswordChange.Done) change).ticket().secret();
        assertThat(signIn.bySession(fresh)).isPresent();
        assertThat(signIn.bySession(here.secret())).isEmpty();
        assertThat(signIn.bySession(there.secret())).isEmpty();
        assertThat(signIn.signIn("mara", PASSWORD, OFFICE)).isEqualTo(new Attempt.Refused());
        assertThat(signIn.signIn("mara", "another good one", OFFICE)).isInstanceOf(Attempt.Admitted.class);
    }

    @Test
    void aPasswordIsChangedOnlyByWhoKnowsItAndToAGoodOne() {
        Present present = signedIn().present();
        assertThat(signIn.changePassword(present, "wrong", "another good one", OFFICE))
                .isEqualTo(new PasswordChange.WrongPassword());
        for (String weak : List.of("short", PASSWORD, "x".repeat(201), "my name is mara!", "aaaaaaaaaaaa")) {
            assertThat(signIn.changePassword(present, PASSWORD, weak, OFFICE))
                    .as(weak)
                    .isEqualTo(new PasswordChange.TooWeak());
        }
    }

    @Test
    void guessingThePasswordInAnOpenSessionIsLockedToo() {
        Present present = signedIn().present();
        for (int i = 0; i < 5; i++) {
            signIn.changePassword(present, "wrong", "another good one", OFFICE);
        }
        assertThat(signIn.changePassword(present, PASSWORD, "another good one", OFFICE))
                .isInstanceOf(PasswordChange.LockedOut.class);
    }

    @Test
    void aResetPasswordIsGoodForChoosingAnother() {
        Ticket before = signedIn();
        String made = signIn.resetPassword(hired("boss", Role.ADMIN), mara.id());
        assertThat(signIn.bySession(before.secret())).isEmpty();
        Ticket ticket = ((Attempt.Admitted) signIn.signIn("mara", made, OFFICE)).ticket();
        assertThat(ticket.present().mustChange()).isTrue();
        PasswordChange change = signIn.changePassword(ticket.present(), made, "another good one", OFFICE);
        assertThat(((PasswordChange.Done) change).ticket().present().mustChange())
                .isFalse();
    }

    @Test
    void whoeverLeavesIsOut() {
        Agent boss = hired("boss", Role.ADMIN);
        Ticket ticket = signedIn();
        String key = signIn.makeKey(boss, mara.id(), "Export", Set.of(Right.READ_CONVERSATIONS), Optional.empty())
                .key();
        Profile gone = new Profile("mara", "Mara", List.of(), Set.of(), Set.of(), 5, Set.of(Role.AGENT), false);
        accounts.change(boss, mara, gone, clock.instant());
        assertThat(signIn.bySession(ticket.secret())).isEmpty();
        assertThat(signIn.byKey(key)).isEmpty();
        assertThat(signIn.signIn("mara", PASSWORD, OFFICE)).isEqualTo(new Attempt.Refused());
        assertThat(audited()).contains("account-changed");
    }

    @Test
    void aKeyIsGoodForItsScopesAsFarAsItsOwnersRolesGo() {
        Agent boss = hired("boss", Role.ADMIN);
        SignIn.MadeKey made = signIn.makeKey(
                boss,
                mara.id(),
                "Export",
                Set.of(Right.READ_CONVERSATIONS, Right.MANAGE_ACCOUNTS),
                Optional.of(clock.instant().plusSeconds(60)));
        assertThat(made.toString()).doesNotContain(made.key());
        Present present = signIn.byKey(made.key()).orElseThrow();
        assertThat(present.rights()).containsExactly(Right.READ_CONVERSATIONS);
        assertThat(present.session()).isEmpty();
        clock.now = clock.now.plusSeconds(60);
        assertThat(signIn.byKey(made.key())).as("expired").isEmpty();
    }

    @Test
    void theFirstAccountIsMadeOnceAndNeverWithAKnownPassword() {
        Accounts empty = MemoryAccounts.empty();
        String made =
                FirstAccount.make(empty, passwords, Optional.empty(), clock).orElseThrow();
        assertThat(made).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
        Agent admin = empty.agents().byUsername("admin").orElseThrow();
        assertThat(admin.profile().roles()).containsExactlyInAnyOrder(Role.values());
        assertThat(empty.agents().credentials(admin.id()).orElseThrow().mustChange())
                .isTrue();
        assertThat(FirstAccount.make(empty, passwords, Optional.empty(), clock)).isEmpty();
        assertThat(FirstAccount.make(empty, passwords, Optional.of("too late to matter"), clock))
                .isEmpty();
        assertThat(new SignIn(empty, passwords, IDLE, clock).signIn("admin", made, OFFICE))
                .isInstanceOf(Attempt.Admitted.class);
    }

    @Test
    void aGivenFirstPasswordNeedsNoChange() {
        Accounts empty = MemoryAccounts.empty();
        assertThat(FirstAccount.make(empty, passwords, Optional.of("given by the operator"), clock))
                .isEmpty();
        SignIn there = new SignIn(empty, passwords, IDLE, clock);
        Attempt attempt = there.signIn("admin", "given by the operator", OFFICE);
        assertThat(((Attempt.Admitted) attempt).ticket().present().mustChange()).isFalse();
    }

    @Test
    void hashesAreArgon2idWithASaltOfTheirOwnAndOldOnesAreRenewed() {
        Passwords usual = Passwords.ofUsualCost();
        String hash = usual.hash("päßwort");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(usual.hash("päßwort")).isNotEqualTo(hash);
        assertThat(usual.matches("pa\u0308ßwort", hash))
                .as("typed in other code points")
                .isTrue();
        assertThat(usual.matches("passwort", hash)).isFalse();

        SignIn stricter = new SignIn(accounts, usual, IDLE, clock);
        assertThat(stricter.signIn("mara", PASSWORD, OFFICE)).isInstanceOf(Attempt.Admitted.class);
        assertThat(accounts.agents().credentials(mara.id()).orElseThrow().passwordHash())
                .startsWith("$argon2id$v=19$m=19456");
    }
}
