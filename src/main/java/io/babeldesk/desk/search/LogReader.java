package io.babeldesk.desk.search;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Redaction;
import io.babeldesk.conversation.Shopper;
import io.babeldesk.conversation.Turn;
import io.babeldesk.desk.search.TurnIndex.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps the index in step with the log, from where it stood when it was last kept. An index of another log, or one that
 * another program wrote, is made anew. Safe for use by many threads.
 */
final class LogReader {

    private static final int BATCH = 500;
    /** How much may have to be read again after a crash. */
    private static final int KEPT_EACH = 5_000;

    private final Conversations conversations;
    private final TurnIndex index;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean begun;
    private Mark mark = new Mark(0, "");
    private int notKept;

    LogReader(Conversations conversations, TurnIndex index) {
        this.conversations = conversations;
        this.index = index;
    }

    /** Reads on, at most one batch. True if it has read all that there was. */
    boolean read() {
        lock.lock();
        try {
            if (!begun) {
                begun = true;
                goOnWhereItWasLeft();
            }
            List<Event> events = conversations.eventsBeyond(mark.position(), BATCH);
            take(events);
            return events.size() < BATCH;
        } finally {
            lock.unlock();
        }
    }

    boolean isComplete() {
        lock.lock();
        try {
            return mark.position() == conversations.newestPosition();
        } finally {
            lock.unlock();
        }
    }

    private void goOnWhereItWasLeft() {
        Optional<Mark> left = index.mark().filter(this::isOfThisLog);
        if (left.isEmpty()) {
            index.clear();
        }
        mark = left.orElse(mark);
    }

    private boolean isOfThisLog(Mark left) {
        return conversations.eventsBeyond(left.position() - 1, 1).stream()
                .anyMatch(event -> event.position() == left.position()
                        && event.conversation().equals(left.conversation()));
    }

    private void take(List<Event> events) {
        Map<String, Event> touched = new HashMap<>();
        boolean leaves = false;
        for (Event event : events) {
            leaves |= take(event, touched);
        }
        touched.forEach((conversation, event) -> index.putShopper(conversation, shopperOf(conversation), event.at()));
        if (!events.isEmpty()) {
            mark = new Mark(events.getLast().position(), events.getLast().conversation());
            notKept += events.size();
        }
        if (leaves) {
            index.purge();
        }
        if (leaves || notKept >= KEPT_EACH) {
            keep();
        }
    }

    /** Whether something has left for good. */
    private boolean take(Event event, Map<String, Event> touched) {
        switch (event.body()) {
            case Body.TurnCreated created -> {
                index.put(event.conversation(), created.turn());
                touched.put(event.conversation(), event);
            }
            case Body.ReplyCompleted completed -> index.put(event.conversation(), completed.turn());
            case Body.Noted noted -> index.put(event.conversation(), noted.note());
            case Body.TurnUpdated updated -> {
                index.put(event.conversation(), updated.turn());
                touched.put(event.conversation(), event);
                // A rating changes no words.
                return !(updated.turn() instanceof Turn.OfAssistant said)
                        || said.text().isBlank()
                        || Redaction.mayHaveLeft(said);
            }
            case Body.HandlingChanged _, Body.StateChanged _ -> touched.put(event.conversation(), event);
            case Body.ReplyStarted _,
                    Body.Assigned _,
                    Body.Merged _,
                    Body.ScoreAsked _,
                    Body.Scored _,
                    Body.HandedOver _,
                    Body.Marked _,
                    Body.SuggestionJudged _,
                    Body.Deadline _ -> {}
        }
        return false;
    }

    private String shopperOf(String conversation) {
        Optional<Shopper.Customer> customer = conversations
                .find(conversation)
                .map(Conversation::shopper)
                .flatMap(conversations::shopper)
                .flatMap(Shopper::customer);
        Handling handling = conversations.handling(conversation);
        return Stream.of(
                        customer.flatMap(Shopper.Customer::name),
                        customer.flatMap(Shopper.Customer::email),
                        handling.email())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    /** Keeps on the disk what has been read. */
    void keep() {
        lock.lock();
        try {
            if (notKept > 0) {
                index.keep(mark);
                notKept = 0;
            }
        } finally {
            lock.unlock();
        }
    }
}
