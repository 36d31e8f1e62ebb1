package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Accounts;
import io.babeldesk.desk.Agent;
import io.babeldesk.desk.Agent.Profile;
import io.babeldesk.desk.AgentSession;
import io.babeldesk.desk.AgentSessions;
import io.babeldesk.desk.Agents;
import io.babeldesk.desk.ApiKey;
import io.babeldesk.desk.ApiKeys;
import io.babeldesk.desk.AuditEntry;
import io.babeldesk.desk.AuditLog;
import io.babeldesk.desk.FailedSignIns;
import io.babeldesk.desk.Right;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts in memory, for tests. Each part locks itself. */
public final class MemoryAccounts {

    private MemoryAccounts() {}

    public static Accounts empty() {
        return new Accounts(
                new People(),
                new Sessions(),
                new Failures(),
                new Keys(),
                new MemoryIdentities(),
                new MemorySecondFactors(),
                new Audit());
    }

    private static Instant atMillisecond(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static final class People implements Agents {

        private final Ids ids = new Ids();
        private final Map<AgentId, Agent> agents = new LinkedHashMap<>();
        private final Map<AgentId, Credentials> credentials = new LinkedHashMap<>();

        @Override
        public synchronized Optional<Agent> find(AgentId id) {
            return Optional.ofNullable(agents.get(id));
        }

        @Override
        public synchronized Optional<Agent> byUsername(String username) {
            return all().stream()
                    .filter(agent -> agent.profile().username().equals(username))
                    .findFirst();
        }

        @Override
        public synchronized List<Agent> all() {
            return agents.values().stream()
                    .sorted(Comparator.comparing(agent -> agent.profile().username()))
                    .toList();
        }

        @Override
        public synchronized Change add(Profile profile, Credentials secret, Instant now) {
            if (byUsername(profile.username()).isPresent()) {
                return new Change.UsernameTaken();
            }
            Agent agent = new Agent(new AgentId(ids.next(Ids.AGENT, now)), profile, atMillisecond(now));
            agents.put(agent.id(), agent);
            credentials.put(agent.id(), secret);
            return new Change.Done(agent);
        }

        @Override
        public synchronized Change change(AgentId id, Profile profile) {
            Optional<Agent> before = find(id);
            if (before.isEmpty()) {
                return new Change.Unknown();
            }
            if (byUsername(profile.username())
                    .filter(other -> !other.id().equals(id))
                    .isPresent()) {
                return new Change.UsernameTaken();
            }
            if (Agents.leavesNoAdmin(all(), id, profile)) {
                return new Change.LastAdmin();
            }
            Agent after = new Agent(id, profile, before.get().createdAt());
            agents.put(id, after);
            return new Change.Done(after);
        }

        @Override
        public synchronized Optional<Credentials> credentials(AgentId id) {
            return Optional.ofNullable(credentials.get(id));
        }

        @Override
        public synchronized void setCredentials(AgentId id, Credentials secret) {
            credentials.computeIfPresent(id, (_, _) -> secret);
        }
    }

    private static final class Sessions implements AgentSessions {

        private record Kept(String secretHash, AgentSession session) {}

        private final Ids ids = new Ids();
        private final Map<String, Kept> kept = new ConcurrentHashMap<>();

        @Override
        public AgentSession open(
                AgentId agent, String secretHash, String address, String browser, boolean vouched, Instant now) {
            Instant at = atMillisecond(now);
            AgentSession session =
                    new AgentSession(ids.next(Ids.SESSION, now), agent, address, browser, vouched, at, at);
            kept.put(session.id(), new Kept(secretHash, session));
            return session;
        }

        @Override
        public Optional<AgentSession> bySecret(String secretHash) {
            return kept.values().stream()
                    .filter(one -> one.secretHash().equals(secretHash))
                    .map(Kept::session)
                    .findFirst();
        }

        @Override
        public List<AgentSession> of(AgentId agent) {
            return kept.values().stream()
                    .map(Kept::session)
                    .filter(session -> session.agent().equals(agent))
                    .sorted(Comparator.comparing(AgentSession::lastUsedAt)
                            .thenComparing(AgentSession::id)
                            .reversed())
                    .toList();
        }

        @Override
        public void use(String id, Instant now) {
            kept.computeIfPresent(
                    id,
                    (_, one) -> new Kept(
                            one.secretHash(),
                            new AgentSession(
                                    id,
                                    one.session().agent(),
                                    one.session().address(),
                                    one.session().browser(),
                                    one.session().vouched(),
                                    one.session().createdAt(),
                                    atMillisecond(now))));
        }

        @Override
        public boolean end(String id) {
            return kept.remove(id) != null;
        }

        @Override
        public int endAll(AgentId agent) {
            List<AgentSession> all = of(agent);
            all.forEach(session -> kept.remove(session.id()));
            return all.size();
        }

        @Override
        public int endUnusedSince(Instant before) {
            List<String> old = kept.values().stream()
                    .map(Kept::session)
                    .filter(session -> session.lastUsedAt().isBefore(before))
                    .map(AgentSession::id)
                    .toList();
            old.forEach(kept::remove);
            return old.size();
        }
    }

    private static final class Failures implements FailedSignIns {

        private final Map<String, Count> counts = new ConcurrentHashMap<>();

        @Override
        public Count of(String subject) {
            return counts.getOrDefault(subject, Count.NONE);
        }

        @Override
        public void add(String subject, Instant now) {
            counts.merge(
                    subject,
                    new Count(1, atMillisecond(now)),
                    (before, one) -> new Count(before.count() + 1, one.last()));
        }

        @Override
        public void forget(String subject) {
            counts.remove(subject);
        }

        @Override
        public int forgetBefore(Instant before) {
            List<String> old = counts.entrySet().stream()
                    .filter(entry -> entry.getValue().last().isBefore(before))
                    .map(Map.Entry::getKey)
                    .toList();
            old.forEach(counts::remove);
            return old.size();
        }
    }

    private static final class Keys implements ApiKeys {

        private final Ids ids = new Ids();
        private final Map<String, ApiKey> bySecret = new LinkedHashMap<>();

        @Override
        public synchronized ApiKey add(
                AgentId agent,
                String name,
                Set<Right> scopes,
                Optional<Instant> expiresAt,
                String secretHash,
                Instant now) {
            ApiKey key = new ApiKey(
                    ids.next(Ids.API_KEY, now),
                    agent,
                    name,
                    scopes,
                    atMillisecond(now),
                    expiresAt.map(MemoryAccounts::atMillisecond));
            bySecret.put(secretHash, key);
            return key;
        }

        @Override
        public synchronized Optional<ApiKey> bySecret(String secretHash) {
            return Optional.ofNullable(bySecret.get(secretHash));
        }

        @Override
        public synchronized List<ApiKey> all() {
            return bySecret.values().stream()
                    .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id))
                    .toList();
        }

        @Override
        public synchronized boolean revoke(String id) {
            return bySecret.values().removeIf(key -> key.id().equals(id));
        }
    }

    private static final class Audit implements AuditLog {

        private final List<AuditEntry> entries = new ArrayList<>();

        @Override
        public synchronized AuditEntry add(Instant at, String actor, String action, String subject, String detail) {
            AuditEntry entry = new AuditEntry(entries.size() + 1, atMillisecond(at), actor, action, subject, detail);
            entries.add(entry);
            return entry;
        }

        @Override
        public synchronized List<AuditEntry> page(Optional<Long> before, int limit) {
            return entries.reversed().stream()
                    .filter(entry -> entry.number() < before.orElse(Long.MAX_VALUE))
                    .limit(limit)
                    .toList();
        }
    }
}
