package io.babeldesk.desk;

import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.handoff.Handoffs;
import io.babeldesk.handoff.Move;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Lets a shopper's conversation go on in another of hers. The log is only ever added to: the one is closed with a line that
 * says where it goes on, the other gets a note, the labels, and what the first still asks for. First the one that ends,
 * so that a crash in between leaves what can be done again. Safe for use by many threads.
 */
public final class Merging {

    private final Conversations conversations;
    private final EventFeed feed;
    private final Handoffs handoffs;
    private final Messages messages;
    private final Clock clock;

    public Merging(Conversations conversations, EventFeed feed, Handoffs handoffs, Messages messages, Clock clock) {
        this.conversations = conversations;
        this.feed = feed;
        this.handoffs = handoffs;
        this.messages = messages;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Merged {

        /** @param into as it stands now */
        record Done(Handled into) implements Merged {}

        /** One of them is not there. */
        record NoSuchConversation() implements Merged {}

        /** They are not of one shopper, or one and the same. */
        record OtherShopper() implements Merged {}

        /** One of them is over. */
        record Over(ConversationState state) implements Merged {}

        /** A colleague has one of them. */
        record TakenBy(Speaker agent) implements Merged {}
    }

    /**
     * @param leads whether she may act where a colleague has the conversation
     * @param language of what she writes for colleagues
     */
    public Merged merge(String from, String into, Speaker agent, boolean leads, Language language) {
        Optional<Handled> source = conversations.handled(from);
        Optional<Handled> target = conversations.handled(into);
        if (source.isEmpty() || target.isEmpty()) {
            return new Merged.NoSuchConversation();
        }
        Optional<Merged> hindrance = hindrance(source.get(), target.get(), agent, leads);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        Handled before = source.get();
        Optional<Handled> ended = changed(from, now -> isMergedInto(now, into) ? Optional.empty() : end(now, into));
        if (ended.isEmpty() || !isMergedInto(ended.get(), into)) {
            return new Merged.Over(ConversationState.CLOSED);
        }
        return changed(into, now -> goesOn(now, before, agent, language))
                .<Merged>map(Merged.Done::new)
                .orElseGet(Merged.NoSuchConversation::new);
    }

    private static Optional<Merged> hindrance(Handled source, Handled target, Speaker agent, boolean leads) {
        String from = source.conversation().id();
        String into = target.conversation().id();
        if (from.equals(into)
                || !source.conversation().shopper().equals(target.conversation().shopper())) {
            return Optional.of(new Merged.OtherShopper());
        }
        boolean over = source.conversation().state() == ConversationState.CLOSED && !isMergedInto(source, into);
        if (over || target.conversation().state() == ConversationState.CLOSED) {
            return Optional.of(new Merged.Over(ConversationState.CLOSED));
        }
        return List.of(source, target).stream()
                .flatMap(one -> one.handling().owner().stream())
                .filter(owner -> !leads && !owner.id().equals(agent.id()))
                .findFirst()
                .map(Merged.TakenBy::new);
    }

    private static boolean isMergedInto(Handled source, String into) {
        return source.handling().particulars().mergedInto().equals(Optional.of(into));
    }

    private Optional<Change> end(Handled now, String into) {
        Language language = now.conversation().language();
        if (!(handoffs.moves().close(now) instanceof Move.To to)) {
            return Optional.empty();
        }
        Change closing = to.change();
        Handling left = closing.handling().with(now.handling().particulars().goingOnIn(into));
        List<Entry> entries = new ArrayList<>(closing.entries());
        entries.add(new Entry.ByService(messages.say(language, "desk.goes-on-elsewhere"), language));
        entries.add(new Entry.ForAgents(new Body.Merged(into)));
        return Optional.of(new Change(closing.through(), left, entries));
    }

    /** With what the other had, and what it still asked for. */
    private Optional<Change> goesOn(Handled now, Handled other, Speaker agent, Language language) {
        String from = other.conversation().id();
        if (now.handling().particulars().merged().contains(from)) {
            return Optional.empty();
        }
        Change change = asking(now, other).orElseGet(() -> Change.of(now.handling()));
        Set<String> labels = new TreeSet<>(change.handling().labels());
        labels.addAll(other.handling().labels());
        Handling handling = change.handling()
                .labelled(labels)
                .with(change.handling().particulars().with(from));
        String text = messages.say(language, "desk.merged", Map.of("conversation", from));
        List<Entry> entries = new ArrayList<>(change.entries());
        entries.add(new Entry.Note(agent, text, language));
        entries.add(new Entry.ForAgents(new Body.HandlingChanged()));
        return Optional.of(new Change(change.through(), handling, entries));
    }

    /** Whoever waited there waits here: for the person who has it, or in the queue. */
    private Optional<Change> asking(Handled now, Handled other) {
        Instant at = clock.instant();
        if (other.handling().waitsSince().isEmpty()) {
            return Optional.empty();
        }
        if (now.conversation().state() == ConversationState.ASSISTANT) {
            String rule =
                    other.handling().handover().map(Handling.Handover::rule).orElse("asked-person");
            boolean urgent = other.handling().priority() == Handling.Priority.URGENT;
            return handoffs.moves().queue(now, rule, urgent, at) instanceof Move.To to
                    ? Optional.of(to.change())
                    : Optional.empty();
        }
        return handoffs.arrival().upon(now.conversation(), now.handling(), at);
    }

    /** As it stands afterwards; as it stands already where there is nothing to change. */
    private Optional<Handled> changed(String conversation, Function<Handled, Optional<Change>> changing) {
        while (true) {
            Optional<Handled> now = conversations.handled(conversation);
            Optional<Change> change = now.flatMap(changing);
            if (now.isEmpty() || change.isEmpty()) {
                return now;
            }
            long version = now.get().conversation().version();
            if (conversations
                    .change(conversation, version, change.get(), Optional.empty(), clock.instant())
                    .isPresent()) {
                feed.appended(conversation);
                return conversations.handled(conversation);
            }
        }
    }
}
