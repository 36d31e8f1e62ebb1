package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Visibility;
import io.babeldesk.conversation.Notification;
import io.babeldesk.conversation.Notifications.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Whom events were told to. What they say stands in the log alone, so that an erasure leaves nothing behind here. */
record NotificationRows(Handle handle) {

    void tell(Event event) {
        Notification.of(event.body())
                .forEach((agent, kind) -> handle.createUpdate("""
                                INSERT INTO notification (agent, position, conversation, kind)
                                VALUES (:agent, :position, :conversation, :kind)
                                """)
                        .bind("agent", agent.value())
                        .bind("position", event.position())
                        .bind("conversation", event.conversation())
                        .bind("kind", kind.name())
                        .execute());
    }

    /** A note that is erased names nobody. */
    void forgetMentions(String conversation) {
        handle.createUpdate("DELETE FROM notification WHERE conversation = :conversation AND kind = :kind")
                .bind("conversation", conversation)
                .bind("kind", Notification.Kind.MENTION.name())
                .execute();
    }

    List<Notification> of(AgentId agent, Page page) {
        return handle.createQuery("""
                        SELECT e.position, e.conversation, e.seq, e.visibility, e.type, e.payload, e.at,
                               n.kind, n.read_at
                        FROM notification n JOIN event e ON e.position = n.position
                        WHERE n.agent = :agent AND n.position < :before %s
                        ORDER BY n.position DESC LIMIT :limit
                        """.formatted(page.unread() ? "AND n.read_at IS NULL" : ""))
                .bind("agent", agent.value())
                .bind("before", page.before().orElse(Long.MAX_VALUE))
                .bind("limit", page.limit())
                .map((row, _) -> new Notification(
                        new Event(
                                row.getLong("position"),
                                row.getString("conversation"),
                                row.getLong("seq"),
                                Visibility.valueOf(row.getString("visibility")),
                                JsonEvents.read(row.getString("type"), row.getString("payload")),
                                Instant.ofEpochMilli(row.getLong("at"))),
                        Notification.Kind.valueOf(row.getString("kind")),
                        row.getString("read_at") != null))
                .list();
    }

    long unread(AgentId agent) {
        return handle.createQuery("SELECT COUNT(*) FROM notification WHERE agent = :agent AND read_at IS NULL")
                .bind("agent", agent.value())
                .mapTo(Long.class)
                .one();
    }

    /** Returns how many had not been read. */
    int read(AgentId agent, Optional<String> conversation, long upTo, Instant now) {
        return handle.createUpdate("""
                        UPDATE notification SET read_at = :now
                        WHERE agent = :agent AND position <= :upTo AND read_at IS NULL
                          AND (:conversation = '' OR conversation = :conversation)
                        """)
                .bind("agent", agent.value())
                .bind("upTo", upTo)
                .bind("conversation", conversation.orElse(""))
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
