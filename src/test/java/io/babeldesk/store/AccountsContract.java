package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Accounts;
import io.babeldesk.desk.Agent;
import io.babeldesk.desk.Agent.Profile;
import io.babeldesk.desk.AgentSession;
import io.babeldesk.desk.Agents.Change;
import io.babeldesk.desk.Agents.Credentials;
import io.babeldesk.desk.ApiKey;
import io.babeldesk.desk.AuditEntry;
import io.babeldesk.desk.FailedSignIns.Count;
import io.babeldesk.desk.Right;
import io.babeldesk.desk.Role;
import io.babeldesk.desk.SecondFactors;
import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** All that a store of accounts promises. Each store runs it; each test gets an empty store. */
abstract class AccountsContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");
    private static final Credentials SECRET = new Credentials("$argon2id$x", true);

    abstract Accounts store();

    private static Profile mara() {
        return new Profile(
                "mara",
                "Mara Lind \uD83D\uDC24",
                List.of(Language.of("de"), Language.of("ar")),
                Set.of("returns", "vip care"),
                Set.of("warranty"),
                5,
                Set.of(Role.AGENT, Role.LEAD),
                true);
    }

    private static Profile admin(String username, boolean active) {
        return new Profile(username, username, List.of(), Set.of(), Set.of(), 0, EnumSet.of(Role.ADMIN), active);
    }

    private Agent added(Profile profile) {
        return ((Change.Done) store().agents().add(profile, SECRET, NOON)).agent();
    }

    @Test
    void keepsAnAgentAsSheIs() {
        Agent agent = added(mara());
        assertThat(agent.id().value()).startsWith("agt_");
        assertThat(agent).isEqualTo(new Agent(agent.id(), mara(), NOON));
        assertThat(store().agents().find(agent.id())).contains(agent);
        assertThat(store().agents().byUsername("mara")).contains(agent);
        assertThat(store().agents().all()).containsExactly(agent);
        assertThat(store().agents().credentials(agent.id())).contains(SECRET);
        assertThat(SECRET.toString()).doesNotContain("argon2id");
    }

    @Test
    void doesNotKnowAStranger() {
        AgentId nobody = new AgentId("agt_nobody");
        assertThat(store().agents().find(nobody)).isEmpty();
        assertThat(store().agents().byUsername("nobody")).isEmpty();
        assertThat(store().agents().credentials(nobody)).isEmpty();
        assertThat(store().agents().change(nobody, mara())).isEqualTo(new Change.Unknown());
        store().agents().setCredentials(nobody, SECRET);
        assertThat(store().agents().all()).isEmpty();
        assertThat(store().sessions().bySecret("nothing")).isEmpty();
        assertThat(store().sessions().end("ses_nothing")).isFalse();
        assertThat(store().keys().bySecret("nothing")).isEmpty();
        assertThat(store().keys().revoke("key_nothing")).isFalse();
        assertThat(store().failures().of("nobody")).isEqualTo(Count.NONE);
    }

    @Test
    void givesAUsernameToOneAlone() {
        Agent mara = added(mara());
        Agent other = added(admin("other", true));
        assertThat(store().agents().add(mara(), SECRET, NOON)).isEqualTo(new Change.UsernameTaken());
        assertThat(store().agents().change(other.id(), admin("mara", true))).isEqualTo(new Change.UsernameTaken());
        assertThat(store().agents().change(mara.id(), mara())).isEqualTo(new Change.Done(mara));
        assertThat(store().agents().all()).containsExactly(mara, other);
    }

    @Test
    void keepsALastAdmin() {
        Agent first = added(admin("first", true));
        added(admin("gone", false));
        assertThat(store().agents().change(first.id(), admin("first", false))).isEqualTo(new Change.LastAdmin());
        assertThat(store().agents().change(first.id(), mara())).isEqualTo(new Change.LastAdmin());
        added(admin("second", true));
        assertThat(store().agents().change(first.id(), admin("first", false)))
                .isEqualTo(new Change.Done(new Agent(first.id(), admin("first", false), NOON)));
    }

    @Test
    void changesCredentials() {
        Agent mara = added(mara());
        Credentials chosen = new Credentials("$argon2id$y", false);
        store().agents().setCredentials(mara.id(), chosen);
        assertThat(store().agents().credentials(mara.id())).contains(chosen);
    }

    @Test
    void findsASessionByItsSecretUntilItEnds() {
        AgentId mara = added(mara()).id();
        AgentSession session = store().sessions().open(mara, "hash", "192.0.2.1", "Firefox", true, NOON);
        assertThat(session).isEqualTo(new AgentSession(session.id(), mara, "192.0.2.1", "Firefox", true, NOON, NOON));
        assertThat(store().sessions().bySecret("hash")).contains(session);
        store().sessions().use(session.id(), NOON.plusSeconds(60));
        assertThat(store().sessions().bySecret("hash").orElseThrow().lastUsedAt())
                .isEqualTo(NOON.plusSeconds(60));
        assertThat(store().sessions().end(session.id())).isTrue();
        assertThat(store().sessions().bySecret("hash")).isEmpty();
    }

    @Test
    void endsTheSessionsOfOneOrThoseThatNobodyUses() {
        AgentId mara = added(mara()).id();
        AgentId other = added(admin("other", true)).id();
        AgentSession old = store().sessions().open(mara, "a", "", "", false, NOON);
        AgentSession fresh = store().sessions().open(mara, "b", "", "", false, NOON.plusSeconds(1));
        AgentSession others = store().sessions().open(other, "c", "", "", false, NOON.plusSeconds(2));
        assertThat(store().sessions().of(mara)).containsExactly(fresh, old);
        assertThat(store().sessions().endUnusedSince(NOON.plusSeconds(1))).isEqualTo(1);
        assertThat(store().sessions().endAll(mara)).isEqualTo(1);
        assertThat(store().sessions().of(mara)).isEmpty();
        assertThat(store().sessions().of(other)).containsExactly(others);
    }

    @Test
    void knowsAnAgentByWhoVouchesForHer() {
        AgentId mara = added(mara()).id();
        AgentId other = added(admin("other", true)).id();
        assertThat(store().identities().link("https://id.example", "m-1", mara, NOON))
                .isTrue();
        assertThat(store().identities().of("https://id.example", "m-1")).contains(mara);
        assertThat(store().identities().of("https://other.example", "m-1")).isEmpty();
        assertThat(store().identities().link("https://id.example", "m-1", other, NOON))
                .as("hers already")
                .isFalse();
        assertThat(store().identities().link("https://id.example", "m-2", mara, NOON))
                .as("a second one at the same issuer")
                .isFalse();
        assertThat(store().identities().link("https://other.example", "m-1", mara, NOON))
                .isTrue();
        assertThat(store().identities().linked()).containsExactly(mara);
        assertThat(store().identities().unlink(mara)).isEqualTo(2);
        assertThat(store().identities().linked()).isEmpty();
        assertThat(store().identities().link("https://id.example", "m-1", other, NOON))
                .isTrue();
    }

    @Test
    void aSecondFactorProvesNothingBeforeItIsConfirmedAndEachCodeIsGoodOnce() {
        AgentId mara = added(mara()).id();
        SecondFactors factors = store().secondFactors();
        assertThat(factors.of(mara)).isEmpty();
        assertThat(factors.confirm(mara, 7, List.of("a"))).isFalse();
        assertThat(factors.propose(mara, "first", NOON)).isTrue();
        assertThat(factors.propose(mara, "second", NOON)).isTrue();
        assertThat(factors.of(mara)).contains(new SecondFactors.Kept("second", false, 0));
        assertThat(factors.use(mara, 9)).isFalse();
        assertThat(factors.confirm(mara, 7, List.of("a", "b"))).isTrue();
        assertThat(factors.confirm(mara, 8, List.of("c"))).isFalse();
        assertThat(factors.propose(mara, "third", NOON)).isFalse();
        assertThat(factors.use(mara, 7)).as("used to confirm").isFalse();
        assertThat(factors.use(mara, 9)).isTrue();
        assertThat(factors.use(mara, 9)).isFalse();
        assertThat(factors.use(mara, 8)).as("an older one").isFalse();
        assertThat(factors.of(mara)).contains(new SecondFactors.Kept("second", true, 9));
        assertThat(factors.useRecovery(mara, "a")).isTrue();
        assertThat(factors.useRecovery(mara, "a")).isFalse();
        assertThat(factors.useRecovery(mara, "x")).isFalse();
        assertThat(factors.recoveryLeft(mara)).isEqualTo(1);
        assertThat(factors.remove(mara)).isTrue();
        assertThat(factors.remove(mara)).isFalse();
        assertThat(factors.recoveryLeft(mara)).isZero();
    }

    @Test
    void countsFailures() {
        store().failures().add("name x", NOON);
        store().failures().add("name x", NOON.plusSeconds(5));
        store().failures().add("name y", NOON);
        assertThat(store().failures().of("name x")).isEqualTo(new Count(2, NOON.plusSeconds(5)));
        assertThat(store().failures().forgetBefore(NOON.plusSeconds(1))).isEqualTo(1);
        assertThat(store().failures().of("name y")).isEqualTo(Count.NONE);
        store().failures().forget("name x");
        assertThat(store().failures().of("name x")).isEqualTo(Count.NONE);
    }

    @Test
    void keepsKeysWithTheirScopes() {
        AgentId mara = added(mara()).id();
        ApiKey forEver =
                store().keys().add(mara, "Export", Set.of(Right.READ_CONVERSATIONS), Optional.empty(), "a", NOON);
        ApiKey forAWhile = store().keys()
                .add(
                        mara,
                        "Import",
                        Set.of(Right.EDIT_KNOWLEDGE, Right.READ_AUDIT),
                        Optional.of(NOON.plusSeconds(60)),
                        "b",
                        NOON);
        assertThat(forEver.id()).startsWith("key_");
        assertThat(store().keys().bySecret("a")).contains(forEver);
        assertThat(store().keys().bySecret("b")).contains(forAWhile);
        assertThat(store().keys().all()).containsExactly(forEver, forAWhile);
        assertThat(store().keys().revoke(forEver.id())).isTrue();
        assertThat(store().keys().bySecret("a")).isEmpty();
    }

    @Test
    void readsTheAuditLogBackwards() {
        for (int i = 1; i <= 3; i++) {
            AuditEntry entry = store().audit().add(NOON, "system", "act-" + i, "agt_1", "detail");
            assertThat(entry).isEqualTo(new AuditEntry(i, NOON, "system", "act-" + i, "agt_1", "detail"));
        }
        assertThat(store().audit().page(Optional.empty(), 2))
                .extracting(AuditEntry::number)
                .containsExactly(3L, 2L);
        assertThat(store().audit().page(Optional.of(2L), 2))
                .extracting(AuditEntry::number)
                .containsExactly(1L);
        assertThat(store().audit().page(Optional.of(1L), 2)).isEmpty();
    }
}
