package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Identities;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Identities in memory, for tests. */
final class MemoryIdentities implements Identities {

    private record Identity(String issuer, String subject) {}

    private final Map<Identity, AgentId> agents = new LinkedHashMap<>();

    @Override
    public synchronized Optional<AgentId> of(String issuer, String subject) {
        return Optional.ofNullable(agents.get(new Identity(issuer, subject)));
    }

    @Override
    public synchronized boolean link(String issuer, String subject, AgentId agent, Instant now) {
        boolean hasOne = agents.entrySet().stream()
                .anyMatch(entry -> entry.getKey().issuer().equals(issuer)
                        && entry.getValue().equals(agent));
        return !hasOne && agents.putIfAbsent(new Identity(issuer, subject), agent) == null;
    }

    @Override
    public synchronized Set<AgentId> linked() {
        return Set.copyOf(agents.values());
    }

    @Override
    public synchronized int unlink(AgentId agent) {
        int before = agents.size();
        agents.values().removeIf(agent::equals);
        return before - agents.size();
    }
}
