package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Drafts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What agents have begun to write, in a database. */
final class SqlDrafts implements Drafts {

    private final Transactions database;

    SqlDrafts(Transactions database) {
        this.database = database;
    }

    @Override
    public void keep(String conversation, Draft draft) {
        database.write(handle -> draft.text().isEmpty()
                ? handle.createUpdate("DELETE FROM draft WHERE conversation = :conversation AND agent = :agent")
                        .bind("conversation", conversation)
                        .bind("agent", draft.agent().value())
                        .execute()
                : handle.createUpdate("""
                        INSERT INTO draft (conversation, agent, text, at) VALUES (:conversation, :agent, :text, :at)
                        ON CONFLICT (conversation, agent) DO UPDATE SET text = excluded.text, at = excluded.at
                        """)
                        .bind("conversation", conversation)
                        .bind("agent", draft.agent().value())
                        .bind("text", draft.text())
                        .bind("at", draft.at().toEpochMilli())
                        .execute());
    }

    @Override
    public Optional<Draft> of(String conversation, AgentId agent) {
        return database.read(handle -> handle.createQuery(
                        "SELECT text, at FROM draft WHERE conversation = :conversation AND agent = :agent")
                .bind("conversation", conversation)
                .bind("agent", agent.value())
                .map((row, _) -> new Draft(agent, row.getString("text"), Instant.ofEpochMilli(row.getLong("at"))))
                .findOne());
    }

    @Override
    public List<String> conversationsOf(AgentId agent) {
        return database.read(handle -> handle.createQuery(
                        "SELECT conversation FROM draft WHERE agent = :agent ORDER BY conversation")
                .bind("agent", agent.value())
                .mapTo(String.class)
                .list());
    }
}
