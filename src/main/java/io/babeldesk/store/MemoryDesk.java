package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.Attendance;
import io.babeldesk.desk.Drafts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Attendance and drafts that live as long as the process: for tests. */
public final class MemoryDesk implements Attendance, Drafts {

    private final Map<AgentId, Seen> seen = new ConcurrentHashMap<>();
    private final Map<Place, Draft> drafts = new ConcurrentHashMap<>();

    private record Place(String conversation, AgentId agent) {}

    @Override
    public void keep(Seen one) {
        seen.put(one.agent().who().id(), one);
    }

    @Override
    public List<Seen> all() {
        return seen.values().stream()
                .sorted(Comparator.comparing(one -> one.agent().who().id()))
                .toList();
    }

    @Override
    public void forget(AgentId agent) {
        seen.remove(agent);
    }

    @Override
    public void keep(String conversation, Draft draft) {
        Place place = new Place(conversation, draft.agent());
        if (draft.text().isEmpty()) {
            drafts.remove(place);
        } else {
            drafts.put(place, draft);
        }
    }

    @Override
    public Optional<Draft> of(String conversation, AgentId agent) {
        return Optional.ofNullable(drafts.get(new Place(conversation, agent)));
    }

    @Override
    public List<String> conversationsOf(AgentId agent) {
        return drafts.keySet().stream()
                .filter(place -> place.agent().equals(agent))
                .map(Place::conversation)
                .sorted()
                .toList();
    }
}
