package io.babeldesk.store;

import io.babeldesk.conversation.Conversations.Lease;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Who may answer where. A lease holds until it is ended or taken over, also past its time. */
record LeaseRows(Handle handle) {

    private static final String HELD = "conversation = :conversation AND fence = :fence AND instance = :instance";

    /** Takes the lease if it is free; empty if another was faster. */
    Optional<Lease> take(String conversation, String replyTurn, String instance, Instant until, Instant now) {
        return take(conversation, replyTurn, null, instance, until, now);
    }

    /** As {@link #take}, and notes that the reply has begun. */
    Optional<Lease> takeAndBegin(String conversation, String replyTurn, String instance, Instant until, Instant now) {
        return take(conversation, replyTurn, replyTurn, instance, until, now);
    }

    private Optional<Lease> take(
            String conversation,
            String replyTurn,
            @Nullable String begun,
            String instance,
            Instant until,
            Instant now) {
        return handle.createQuery("""
                        INSERT INTO lease (conversation, instance, fence, attempt, until, begun)
                        VALUES (:conversation, :instance, 1, 1, :until, :begun)
                        ON CONFLICT (conversation) DO UPDATE
                        SET instance = excluded.instance, until = excluded.until,
                            begun = COALESCE(excluded.begun, lease.begun),
                            fence = lease.fence + 1, attempt = lease.attempt + 1
                        WHERE lease.instance IS NULL OR lease.until <= :now
                        RETURNING fence, attempt
                        """)
                .bind("conversation", conversation)
                .bind("instance", instance)
                .bind("begun", begun)
                .bind("until", until.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .map((row, _) -> new Lease(
                        conversation,
                        replyTurn,
                        instance,
                        row.getLong("fence"),
                        (int) row.getLong("attempt"),
                        Instant.ofEpochMilli(until.toEpochMilli())))
                .findOne();
    }

    boolean holds(Lease lease) {
        return bind(lease, handle.createQuery("SELECT COUNT(*) FROM lease WHERE " + HELD))
                        .mapTo(Long.class)
                        .one()
                == 1;
    }

    boolean extend(Lease lease, Instant until) {
        return bind(lease, handle.createUpdate("UPDATE lease SET until = :until WHERE " + HELD))
                        .bind("until", until.toEpochMilli())
                        .execute()
                == 1;
    }

    /** Notes that the reply has begun; false if it had before. */
    boolean begin(Lease lease) {
        return bind(
                                lease,
                                handle.createUpdate("UPDATE lease SET begun = :turn WHERE " + HELD
                                        + " AND (begun IS NULL OR begun <> :turn)"))
                        .bind("turn", lease.replyTurn())
                        .execute()
                == 1;
    }

    boolean hasBegun(String conversation, String replyTurn) {
        return handle.createQuery("SELECT COUNT(*) FROM lease WHERE conversation = :conversation AND begun = :turn")
                        .bind("conversation", conversation)
                        .bind("turn", replyTurn)
                        .mapTo(Long.class)
                        .one()
                == 1;
    }

    void release(Lease lease) {
        bind(lease, handle.createUpdate("UPDATE lease SET instance = NULL WHERE " + HELD))
                .execute();
    }

    /** As {@link #release}, and as if it had never been taken. */
    void handBack(Lease lease) {
        bind(lease, handle.createUpdate("UPDATE lease SET instance = NULL, attempt = attempt - 1 WHERE " + HELD))
                .execute();
    }

    void end(String conversation) {
        handle.createUpdate("UPDATE lease SET instance = NULL WHERE conversation = :conversation")
                .bind("conversation", conversation)
                .execute();
    }

    void startAnew(String conversation) {
        handle.createUpdate("UPDATE lease SET instance = NULL, attempt = 0 WHERE conversation = :conversation")
                .bind("conversation", conversation)
                .execute();
    }

    void endAll() {
        handle.execute("UPDATE lease SET instance = NULL WHERE instance IS NOT NULL");
    }

    private static <S extends SqlStatement<S>> S bind(Lease lease, S statement) {
        return statement
                .bind("conversation", lease.conversation())
                .bind("fence", lease.fence())
                .bind("instance", lease.instance());
    }
}
