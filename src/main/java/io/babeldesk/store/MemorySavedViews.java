package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.SavedView;
import io.babeldesk.desk.SavedViews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Saved views in memory, for tests. */
public final class MemorySavedViews implements SavedViews {

    private final Ids ids = new Ids();
    private final Map<AgentId, List<SavedView>> views = new HashMap<>();

    @Override
    public synchronized List<SavedView> of(AgentId agent) {
        return List.copyOf(hers(agent));
    }

    @Override
    public synchronized SavedView add(AgentId agent, String name, SavedView.Filter filter, Instant now) {
        SavedView view = new SavedView(ids.next(Ids.VIEW, now), name, filter);
        hers(agent).add(view);
        return view;
    }

    @Override
    public synchronized boolean change(AgentId agent, SavedView view) {
        boolean known = hers(agent).stream().anyMatch(one -> one.id().equals(view.id()));
        hers(agent).replaceAll(one -> one.id().equals(view.id()) ? view : one);
        return known;
    }

    @Override
    public synchronized boolean remove(AgentId agent, String id) {
        return hers(agent).removeIf(one -> one.id().equals(id));
    }

    private List<SavedView> hers(AgentId agent) {
        return views.computeIfAbsent(agent, _ -> new ArrayList<>());
    }
}
