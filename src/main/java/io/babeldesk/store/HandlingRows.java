package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.Handling;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** How people have a part in conversations, and what is to happen when. A conversation of the assistant alone has none. */
record HandlingRows(Handle handle) {

    Handling of(String conversation) {
        return handle.createQuery("SELECT payload FROM handling WHERE conversation = :conversation")
                .bind("conversation", conversation)
                .map((row, _) -> JsonHandling.read(row.getString("payload")))
                .findOne()
                .orElse(Handling.NONE);
    }

    void put(String conversation, Handling handling) {
        handle.createUpdate("""
                        INSERT INTO handling (conversation, owner, labels, priority, waits_since, due, payload)
                        VALUES (:conversation, :owner, :labels, :priority, :waitsSince, :due, :payload)
                        ON CONFLICT (conversation) DO UPDATE
                        SET owner = excluded.owner, labels = excluded.labels, priority = excluded.priority,
                            waits_since = excluded.waits_since, due = excluded.due, payload = excluded.payload
                        """)
                .bind("conversation", conversation)
                .bind("owner", handling.owner().map(owner -> owner.id().value()).orElse(null))
                .bind("labels", labels(handling))
                .bind("priority", handling.priority().name())
                .bind(
                        "waitsSince",
                        handling.waitsSince().map(Instant::toEpochMilli).orElse(null))
                .bind("due", handling.nextDeadline().map(Instant::toEpochMilli).orElse(null))
                .bind("payload", JsonHandling.of(handling))
                .execute();
        handle.createUpdate("DELETE FROM alarm WHERE conversation = :conversation")
                .bind("conversation", conversation)
                .execute();
        handling.alarms()
                .forEach((kind, due) -> handle.createUpdate(
                                "INSERT INTO alarm (conversation, kind, due) VALUES (:conversation, :kind, :due)")
                        .bind("conversation", conversation)
                        .bind("kind", kind.name())
                        .bind("due", due.toEpochMilli())
                        .execute());
    }

    /** Leaves nothing that the shopper gave, and nothing that is still to happen. */
    void erase(String conversation) {
        Handling known = of(conversation);
        if (!known.equals(Handling.NONE)) {
            put(conversation, Tombstones.of(known));
        }
        handle.createUpdate("DELETE FROM draft WHERE conversation = :conversation")
                .bind("conversation", conversation)
                .execute();
    }

    /** What agents have begun to write, where it quotes one of these words. */
    void forgetDraftsWith(String conversation, List<String> words) {
        handle
                .createQuery("SELECT agent, text FROM draft WHERE conversation = :conversation")
                .bind("conversation", conversation)
                .map((row, _) -> Map.entry(row.getString("agent"), row.getString("text")))
                .list()
                .stream()
                .filter(draft -> words.stream().anyMatch(draft.getValue()::contains))
                .forEach(draft -> handle.createUpdate(
                                "DELETE FROM draft WHERE conversation = :conversation AND agent = :agent")
                        .bind("conversation", conversation)
                        .bind("agent", draft.getKey())
                        .execute());
    }

    List<Alarm> due(Instant now, int limit) {
        return handle.createQuery("""
                        SELECT conversation, kind, due FROM alarm WHERE due <= :now
                        ORDER BY due, conversation, kind LIMIT :limit
                        """)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, _) -> new Alarm(
                        row.getString("conversation"),
                        Alarm.Kind.valueOf(row.getString("kind")),
                        Instant.ofEpochMilli(row.getLong("due"))))
                .list();
    }

    Map<AgentId, Integer> loads() {
        Map<AgentId, Integer> loads = new HashMap<>();
        handle.createQuery("""
                        SELECT h.owner, COUNT(*) AS held FROM handling h JOIN conversation c ON c.id = h.conversation
                        WHERE h.owner IS NOT NULL AND c.state IN ('OPEN', 'WAITING') GROUP BY h.owner
                        """)
                .map((row, _) -> Map.entry(new AgentId(row.getString("owner")), row.getInt("held")))
                .forEach(load -> loads.put(load.getKey(), load.getValue()));
        return loads;
    }

    /** Each between bars, so that one can be found by its whole name. */
    private static String labels(Handling handling) {
        return handling.labels().isEmpty() ? "" : "|" + String.join("|", handling.labels()) + "|";
    }
}
