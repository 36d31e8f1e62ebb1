package io.babeldesk.store;

import io.babeldesk.conversation.Conversations.Message;
import io.babeldesk.conversation.Conversations.Receipt;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Idempotency keys and the turns that they named. */
record KeyRows(Handle handle) {

    void add(Message message, String turn, long seq) {
        handle.createUpdate("""
                        INSERT INTO idempotency (conversation, client_key, digest, turn, seq, at)
                        VALUES (:conversation, :key, :digest, :turn, :seq, :at)
                        """)
                .bind("conversation", message.conversation())
                .bind("key", message.key())
                .bind("digest", message.digest())
                .bind("turn", turn)
                .bind("seq", seq)
                .bind("at", message.at().toEpochMilli())
                .execute();
    }

    /** What is to be answered if the message's key was used before. */
    Optional<Receipt> earlier(Message message) {
        return handle.createQuery("""
                        SELECT digest, turn, seq FROM idempotency
                        WHERE conversation = :conversation AND client_key = :key
                        """)
                .bind("conversation", message.conversation())
                .bind("key", message.key())
                .<Receipt>map((row, _) -> row.getString("digest").equals(message.digest())
                        ? new Receipt.Accepted(row.getString("turn"), row.getLong("seq"), true)
                        : new Receipt.KeyReused())
                .findOne();
    }

    int forgetBefore(Instant before) {
        return handle.createUpdate("DELETE FROM idempotency WHERE at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }

    void forget(String conversation) {
        handle.createUpdate("DELETE FROM idempotency WHERE conversation = :conversation")
                .bind("conversation", conversation)
                .execute();
    }
}
