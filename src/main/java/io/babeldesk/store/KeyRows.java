package io.babeldesk.store;

import io.babeldesk.conversation.Conversations.Message;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Conversations.Repeat;
import io.babeldesk.conversation.Turn;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Idempotency keys and the turns that they named. */
record KeyRows(Handle handle) {

    void add(Message message, String turn, long seq) {
        add(message.conversation(), message.key(), message.digest(), turn, seq, message.at());
    }

    void add(String conversation, Repeat repeat, Turn turn, Instant at) {
        add(conversation, repeat.key(), repeat.digest(), turn.id(), turn.seq(), at);
    }

    private void add(String conversation, String key, String digest, String turn, long seq, Instant at) {
        handle.createUpdate("""
                        INSERT INTO idempotency (conversation, client_key, digest, turn, seq, at)
                        VALUES (:conversation, :key, :digest, :turn, :seq, :at)
                        """)
                .bind("conversation", conversation)
                .bind("key", key)
                .bind("digest", digest)
                .bind("turn", turn)
                .bind("seq", seq)
                .bind("at", at.toEpochMilli())
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

    /** The digest and the turn under a name that was used before. */
    Optional<Map.Entry<String, String>> earlier(String conversation, String key) {
        return handle.createQuery("SELECT digest, turn FROM idempotency"
                        + " WHERE conversation = :conversation AND client_key = :key")
                .bind("conversation", conversation)
                .bind("key", key)
                .map((row, _) -> Map.entry(row.getString("digest"), row.getString("turn")))
                .findOne();
    }

    /** A digest tells whoever guesses a text whether it was this one. Sent again, the message is refused. */
    void forgetDigest(String turn) {
        handle.createUpdate("UPDATE idempotency SET digest = '' WHERE turn = :turn")
                .bind("turn", turn)
                .execute();
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
