package io.babeldesk.store;

import io.babeldesk.conversation.Conversations.Score;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What shoppers thought of their conversations. */
record ScoreRows(Handle handle) {

    void put(String conversation, Score score) {
        handle.createUpdate("""
                        INSERT INTO score (conversation, score, comment, at)
                        VALUES (:conversation, :score, :comment, :at)
                        ON CONFLICT (conversation) DO UPDATE
                        SET score = excluded.score, comment = excluded.comment, at = excluded.at
                        """)
                .bind("conversation", conversation)
                .bind("score", score.score())
                .bind("comment", score.comment().orElse(null))
                .bind("at", score.at().toEpochMilli())
                .execute();
    }

    Optional<Score> of(String conversation) {
        return handle.createQuery("SELECT score, comment, at FROM score WHERE conversation = :conversation")
                .bind("conversation", conversation)
                .map((row, _) -> new Score(
                        row.getInt("score"),
                        Optional.ofNullable(row.getString("comment")),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .findOne();
    }

    void forgetComment(String conversation) {
        handle.createUpdate("UPDATE score SET comment = NULL WHERE conversation = :conversation")
                .bind("conversation", conversation)
                .execute();
    }
}
