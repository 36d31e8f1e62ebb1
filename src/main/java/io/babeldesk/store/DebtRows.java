package io.babeldesk.store;

import io.babeldesk.conversation.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Turns that are owed a reply. */
record DebtRows(Handle handle) {

    void owe(String conversation, String turn, long position) {
        handle.createUpdate("INSERT INTO owed (turn, conversation, position) VALUES (:turn, :conversation, :position)")
                .bind("turn", turn)
                .bind("conversation", conversation)
                .bind("position", position)
                .execute();
    }

    /** Oldest first. */
    List<String> ids(String conversation) {
        return handle.createQuery("SELECT turn FROM owed WHERE conversation = :conversation ORDER BY position")
                .bind("conversation", conversation)
                .mapTo(String.class)
                .list();
    }

    /** Oldest first. */
    List<Turn.OfShopper> turns(String conversation) {
        return handle.createQuery("""
                        SELECT t.payload FROM owed o JOIN turn t ON t.id = o.turn
                        WHERE o.conversation = :conversation ORDER BY o.position
                        """)
                .bind("conversation", conversation)
                .map((row, _) -> (Turn.OfShopper) JsonTurns.read(JsonText.read(row.getString("payload"))))
                .list();
    }

    long count() {
        return handle.createQuery("SELECT COUNT(*) FROM owed").mapTo(Long.class).one();
    }

    /** The oldest debt in the conversations that the assistant leads and that nobody answers at present. */
    Optional<Debt> longestWaiting(Instant now) {
        return handle.createQuery("""
                        SELECT o.conversation, o.turn FROM owed o
                        JOIN conversation c ON c.id = o.conversation
                        LEFT JOIN lease l ON l.conversation = o.conversation
                        WHERE c.state = 'ASSISTANT' AND (l.instance IS NULL OR l.until <= :now)
                        ORDER BY o.position LIMIT 1
                        """)
                .bind("now", now.toEpochMilli())
                .map((row, _) -> new Debt(row.getString("conversation"), row.getString("turn")))
                .findOne();
    }

    void settleAll(String conversation, String reply) {
        handle.createUpdate("""
                        UPDATE turn SET settled_by = :reply
                        WHERE id IN (SELECT turn FROM owed WHERE conversation = :conversation)
                        """)
                .bind("reply", reply)
                .bind("conversation", conversation)
                .execute();
        drop(conversation);
    }

    /** Owes nothing more; the next debt starts with its first attempt. */
    void drop(String conversation) {
        handle.createUpdate("DELETE FROM owed WHERE conversation = :conversation")
                .bind("conversation", conversation)
                .execute();
        new LeaseRows(handle).startAnew(conversation);
    }

    /** @param turn the first in the conversation that is owed a reply */
    record Debt(String conversation, String turn) {}
}
