package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import java.time.Instant;
import java.util.List;

/** The views that agents saved, each her own. Safe for use by many threads. */
public interface SavedViews {

    /** An agent's own, in the order in which she saved them. */
    List<SavedView> of(AgentId agent);

    SavedView add(AgentId agent, String name, SavedView.Filter filter, Instant now);

    /** Replaces the one with the same id; false if none such is hers. */
    boolean change(AgentId agent, SavedView view);

    /** False if none such is hers. */
    boolean remove(AgentId agent, String id);
}
