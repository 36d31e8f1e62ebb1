package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.SecondFactors;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Second factors in memory, for tests. */
final class MemorySecondFactors implements SecondFactors {

    private final Map<AgentId, Kept> kept = new HashMap<>();
    private final Map<AgentId, Set<String>> recovery = new HashMap<>();

    @Override
    public synchronized Optional<Kept> of(AgentId agent) {
        return Optional.ofNullable(kept.get(agent));
    }

    @Override
    public synchronized boolean propose(AgentId agent, String locked, Instant now) {
        if (of(agent).filter(Kept::confirmed).isPresent()) {
            return false;
        }
        kept.put(agent, new Kept(locked, false, 0));
        return true;
    }

    @Override
    public synchronized boolean confirm(AgentId agent, long step, List<String> recoveryHashes) {
        Optional<Kept> waiting = of(agent).filter(one -> !one.confirmed());
        waiting.ifPresent(one -> {
            kept.put(agent, new Kept(one.locked(), true, step));
            recovery.put(agent, new HashSet<>(recoveryHashes));
        });
        return waiting.isPresent();
    }

    @Override
    public synchronized boolean use(AgentId agent, long step) {
        Optional<Kept> fresh = of(agent).filter(one -> one.confirmed() && one.lastStep() < step);
        fresh.ifPresent(one -> kept.put(agent, new Kept(one.locked(), true, step)));
        return fresh.isPresent();
    }

    @Override
    public synchronized boolean useRecovery(AgentId agent, String hash) {
        return recovery.getOrDefault(agent, new HashSet<>()).remove(hash);
    }

    @Override
    public synchronized int recoveryLeft(AgentId agent) {
        return recovery.getOrDefault(agent, Set.of()).size();
    }

    @Override
    public synchronized boolean remove(AgentId agent) {
        recovery.remove(agent);
        return kept.remove(agent) != null;
    }
}
