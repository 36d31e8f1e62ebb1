package io.babeldesk.store;

import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Turn;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the assistant owes in one conversation, and who may answer. Guarded by {@link MemoryConversations}. */
final class MemoryDebts {

    private final Map<String, Debt> debts = new LinkedHashMap<>();
    private final Map<String, String> settledBy = new HashMap<>();
    private @Nullable Lease current;
    private long fence;
    private int attempts;

    void owe(Turn.OfShopper turn, long position) {
        debts.put(turn.id(), new Debt(turn, position));
    }

    /** The same turn with other words, if it is owed. */
    void replace(Turn.OfShopper turn) {
        debts.computeIfPresent(turn.id(), (_, debt) -> new Debt(turn, debt.position()));
    }

    List<Turn.OfShopper> turns() {
        return debts.values().stream().map(Debt::turn).toList();
    }

    long oldest() {
        return debts.values().iterator().next().position();
    }

    boolean awaitWorker(Instant now) {
        return !debts.isEmpty() && (current == null || !current.until().isAfter(now));
    }

    Lease take(String conversation, String instance, Instant until) {
        String replyTurn = Ids.replyTo(debts.keySet().iterator().next());
        current = new Lease(conversation, replyTurn, instance, ++fence, ++attempts, until);
        return current;
    }

    /** An expired lease holds until somebody takes it: late work need not be thrown away. */
    boolean isHeldBy(Lease lease) {
        return current != null
                && current.fence() == lease.fence()
                && current.instance().equals(lease.instance());
    }

    boolean extend(Lease lease, Instant until) {
        if (!isHeldBy(lease)) {
            return false;
        }
        current = new Lease(
                lease.conversation(), lease.replyTurn(), lease.instance(), lease.fence(), lease.attempt(), until);
        return true;
    }

    void release(Lease lease) {
        if (isHeldBy(lease)) {
            endLease();
        }
    }

    void handBack(Lease lease) {
        if (isHeldBy(lease)) {
            endLease();
            attempts--;
        }
    }

    void endLease() {
        current = null;
    }

    /**
     * Whether these are all.
     *
     * @throws IllegalArgumentException if one of them is not owed
     */
    boolean areAll(Collection<String> turns) {
        for (String turn : turns) {
            if (!debts.containsKey(turn)) {
                throw Unknown.debt(turn);
            }
        }
        return turns.containsAll(debts.keySet());
    }

    void settleAll(String replyTurn) {
        debts.keySet().forEach(turn -> settledBy.put(turn, replyTurn));
        drop();
    }

    /** Owes nothing more; the next debt starts with its first attempt. */
    void drop() {
        debts.clear();
        endLease();
        attempts = 0;
    }

    Optional<String> replyTo(String turn) {
        return Optional.ofNullable(settledBy.get(turn));
    }

    private record Debt(Turn.OfShopper turn, long position) {}
}
