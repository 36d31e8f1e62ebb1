package io.babeldesk.store;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** Conversations as they stand. */
record ConversationRows(Handle handle) {

    private static final String FIELDS =
            "id, shopper, version, state, language, market, last_seq, created_at, updated_at";

    void add(Conversation conversation) {
        bind(
                        conversation,
                        handle.createUpdate("""
                        INSERT INTO conversation
                            (id, shopper, version, state, language, market, last_seq, created_at, updated_at)
                        VALUES (:id, :shopper, :version, :state, :language, :market, :lastSeq, :createdAt, :updatedAt)
                        """)
                                .bind("shopper", conversation.shopper())
                                .bind("createdAt", conversation.createdAt().toEpochMilli()))
                .execute();
    }

    void update(Conversation conversation) {
        bind(conversation, handle.createUpdate("""
                        UPDATE conversation
                        SET version = :version, state = :state, language = :language, market = :market,
                            last_seq = :lastSeq, updated_at = :updatedAt
                        WHERE id = :id
                        """)).execute();
    }

    Optional<Conversation> find(String id) {
        return handle.createQuery("SELECT " + FIELDS + " FROM conversation WHERE id = :id")
                .bind("id", id)
                .map(ConversationRows::conversation)
                .findOne();
    }

    /** As {@link #find}, and nobody else writes to it before the transaction ends. */
    Optional<Conversation> lock(String id) {
        // The update that changes nothing is what takes the lock in every database.
        return handle.createQuery("UPDATE conversation SET version = version WHERE id = :id RETURNING " + FIELDS)
                .bind("id", id)
                .map(ConversationRows::conversation)
                .findOne();
    }

    Optional<Conversation> ofTurn(String turn) {
        return handle.createQuery("SELECT " + FIELDS
                        + " FROM conversation WHERE id = (SELECT conversation FROM turn WHERE id = :turn)")
                .bind("turn", turn)
                .map(ConversationRows::conversation)
                .findOne();
    }

    /** Newest first. */
    List<Conversation> ofShopper(String shopper) {
        return handle.createQuery("SELECT " + FIELDS
                        + " FROM conversation WHERE shopper = :shopper ORDER BY created_at DESC, id DESC")
                .bind("shopper", shopper)
                .map(ConversationRows::conversation)
                .list();
    }

    /** Gives all of a visitor's conversations to a customer. */
    void join(String visitor, String customer) {
        handle.createUpdate(
                        "UPDATE conversation SET shopper = :customer, version = version + 1 WHERE shopper = :visitor")
                .bind("customer", customer)
                .bind("visitor", visitor)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(Conversation conversation, S statement) {
        return statement
                .bind("id", conversation.id())
                .bind("version", conversation.version())
                .bind("state", conversation.state().name())
                .bind("language", conversation.language().code())
                .bind("market", conversation.market().map(Market::code).orElse(null))
                .bind("lastSeq", conversation.lastSeq())
                .bind("updatedAt", conversation.updatedAt().toEpochMilli());
    }

    private static Conversation conversation(ResultSet row, StatementContext context) throws SQLException {
        return new Conversation(
                row.getString("id"),
                row.getString("shopper"),
                row.getLong("version"),
                ConversationState.valueOf(row.getString("state")),
                new Language(row.getString("language")),
                Optional.ofNullable(row.getString("market")).map(Market::new),
                row.getLong("last_seq"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("updated_at")));
    }
}
