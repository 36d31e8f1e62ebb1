package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.SavedView;
import io.babeldesk.desk.SavedViews;
import java.time.Instant;
import java.util.List;

/** Saved views in a database. */
final class SqlSavedViews implements SavedViews {

    private final Transactions database;
    private final Ids ids = new Ids();

    SqlSavedViews(Transactions database) {
        this.database = database;
    }

    @Override
    public List<SavedView> of(AgentId agent) {
        return database.read(handle -> handle.createQuery(
                        "SELECT id, name, payload FROM saved_view WHERE agent = :agent ORDER BY id")
                .bind("agent", agent.value())
                .map((row, _) -> new SavedView(
                        row.getString("id"), row.getString("name"), JsonViews.read(row.getString("payload"))))
                .list());
    }

    @Override
    public SavedView add(AgentId agent, String name, SavedView.Filter filter, Instant now) {
        SavedView view = new SavedView(ids.next(Ids.VIEW, now), name, filter);
        return database.write(handle -> {
            handle.createUpdate("""
                            INSERT INTO saved_view (id, agent, name, payload) VALUES (:id, :agent, :name, :payload)
                            """)
                    .bind("id", view.id())
                    .bind("agent", agent.value())
                    .bind("name", name)
                    .bind("payload", JsonViews.of(filter))
                    .execute();
            return view;
        });
    }

    @Override
    public boolean change(AgentId agent, SavedView view) {
        return database.write(handle -> handle.createUpdate("""
                                UPDATE saved_view SET name = :name, payload = :payload WHERE id = :id AND agent = :agent
                                """)
                        .bind("id", view.id())
                        .bind("agent", agent.value())
                        .bind("name", view.name())
                        .bind("payload", JsonViews.of(view.filter()))
                        .execute()
                == 1);
    }

    @Override
    public boolean remove(AgentId agent, String id) {
        return database.write(handle -> handle.createUpdate("DELETE FROM saved_view WHERE id = :id AND agent = :agent")
                        .bind("id", id)
                        .bind("agent", agent.value())
                        .execute()
                == 1);
    }
}
