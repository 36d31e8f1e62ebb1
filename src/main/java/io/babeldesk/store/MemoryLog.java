package io.babeldesk.store;

import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Redaction;
import io.babeldesk.conversation.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What was said and what happened in one conversation. Guarded by {@link MemoryConversations}. */
final class MemoryLog {

    private final List<Event> events = new ArrayList<>();
    private final NavigableMap<Long, Turn> turns = new TreeMap<>();
    private final Map<String, Long> seqOfTurn = new HashMap<>();

    void append(Event event) {
        events.add(event);
    }

    /** Adds the turn, or puts it in the place of what it was before. */
    void keep(Turn turn) {
        turns.put(turn.seq(), turn);
        seqOfTurn.put(turn.id(), turn.seq());
    }

    Optional<Turn> turn(String id) {
        return Optional.ofNullable(seqOfTurn.get(id)).map(turns::get);
    }

    List<Turn> turns() {
        return List.copyOf(turns.values());
    }

    /** The newest that the shopper or an agent said. */
    Optional<Turn> lastOfPeople() {
        return turns.values().stream()
                .filter(turn -> turn instanceof Turn.OfShopper || turn instanceof Turn.OfAgent)
                .reduce((_, later) -> later);
    }

    /** @param all whether also what only agents may read */
    List<Turn> turns(Page page, boolean all) {
        long after = page.after().orElse(0L);
        long before = page.before().orElse(Long.MAX_VALUE);
        List<Turn> found = turns.values().stream()
                .filter(turn -> turn.seq() > after && turn.seq() < before)
                .filter(turn -> all || turn.visibility() == Event.Visibility.SHOPPER)
                .toList();
        int length = Math.min(page.limit(), found.size());
        return page.after().isPresent() ? found.subList(0, length) : found.subList(found.size() - length, found.size());
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<Event> eventsAfter(long seq, int limit) {
        return events.stream().filter(event -> event.seq() > seq).limit(limit).toList();
    }

    void erase() {
        turns.replaceAll((seq, turn) -> Tombstones.of(turn));
        replaceBodies(Tombstones::of);
    }

    void redact(String turn, Redaction redaction) {
        replaceBodies(body -> redaction.of(body, turn));
    }

    private void replaceBodies(UnaryOperator<Event.Body> change) {
        events.replaceAll(event -> new Event(
                event.position(),
                event.conversation(),
                event.seq(),
                event.visibility(),
                change.apply(event.body()),
                event.at()));
    }
}
