package io.babeldesk.desk;

import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Conversations.Repeat;
import io.babeldesk.conversation.Conversations.Repeated;
import io.babeldesk.conversation.DeskFilter;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling.Priority;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.handoff.Colleague;
import io.babeldesk.handoff.Handoffs;
import io.babeldesk.handoff.Move;
import io.babeldesk.handoff.Routing;
import io.babeldesk.knowledge.HandoffRules;
import io.babeldesk.language.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What agents do with conversations. Each deed looks at how the conversation stands, decides, and is done only if it
 * still stands so; else it looks again. So of two agents who reach for it one gets it, and the other is told who. Safe
 * for use by many threads.
 */
public final class Desk {

    /** Among so many of the newest events an earlier word on a suggestion is looked for. */
    private static final int LOOKED_BACK = 300;

    private static final int WAITING_AT_ONCE = 200;

    private final Conversations conversations;
    private final EventFeed feed;
    private final Handoffs handoffs;
    private final Presence presence;
    private final Supplier<HandoffRules> rules;
    private final Clock clock;

    public Desk(
            Conversations conversations,
            EventFeed feed,
            Handoffs handoffs,
            Presence presence,
            Supplier<HandoffRules> rules,
            Clock clock) {
        this.conversations = conversations;
        this.feed = feed;
        this.handoffs = handoffs;
        this.presence = presence;
        this.rules = rules;
        this.clock = clock;
    }

    /** Takes a conversation: from the queue, or from the assistant. One's own is taken already. */
    public Deed claim(String conversation, Speaker agent) {
        return act(conversation, now -> {
            Move move = handoffs.moves().claim(now, agent, List.of(), clock.instant());
            boolean fromAssistant = now.conversation().state() == ConversationState.ASSISTANT;
            return move instanceof Move.To to && fromAssistant
                    ? new Move.To(to.change().saying(handoffs.takenOver(now.conversation(), agent.name())))
                    : move;
        });
    }

    /**
     * What an agent sends.
     *
     * @param text as the shopper reads it
     * @param original what she wrote, if that was translated
     * @param seenUpTo the number of the last turn that she has seen; empty to send it whatever has come since
     * @param name under which it is sent once
     */
    public record Answer(
            String text,
            Language language,
            Optional<Turn.Original> original,
            Optional<Long> seenUpTo,
            Optional<Repeat> name) {}

    /** Replies to the shopper, in a conversation that the agent has. */
    public Deed reply(String conversation, Speaker agent, Answer answer) {
        while (true) {
            Optional<Repeated> repeated = answer.name().flatMap(name -> conversations.repeated(conversation, name));
            if (repeated.isPresent()) {
                return switch (repeated.get()) {
                    case Repeated.Same same -> done(conversation, Optional.of(same.turn()));
                    case Repeated.Other _ -> new Deed.NameUsed();
                };
            }
            Optional<Handled> now = conversations.handled(conversation);
            if (now.isEmpty()) {
                return new Deed.NoSuchConversation();
            }
            // Looked for after the conversation was read: what comes later has another version.
            Optional<Turn> unseen = answer.seenUpTo().flatMap(seen -> unseen(conversation, agent, seen));
            if (unseen.isPresent()) {
                return new Deed.Stale(unseen.get());
            }
            Entry.ByAgent said = new Entry.ByAgent(agent, answer.text(), answer.language(), answer.original());
            Optional<Deed> deed =
                    tried(now.get(), handoffs.moves().reply(now.get(), said, clock.instant()), answer.name());
            if (deed.isPresent()) {
                return deed.get();
            }
        }
    }

    /** A later turn of the shopper or of another agent. */
    private Optional<Turn> unseen(String conversation, Speaker agent, long seen) {
        return conversations.turns(conversation, new Page(Optional.of(seen), Optional.empty(), Page.MOST)).stream()
                .filter(turn -> turn instanceof Turn.OfShopper
                        || (turn instanceof Turn.OfAgent other
                                && !other.agent().id().equals(agent.id())))
                .findFirst();
    }

    /**
     * Notes something for agents; anyone may, in any state.
     *
     * @param name under which it is noted once
     */
    public Deed note(String conversation, Entry.Note noted, Optional<Repeat> name) {
        if (name.flatMap(known -> conversations.repeated(conversation, known)).orElse(null) instanceof Repeated.Other) {
            return new Deed.NameUsed();
        }
        Optional<Turn.OfNote> note = conversations.note(conversation, noted, name, clock.instant());
        if (note.isEmpty()) {
            return new Deed.NoSuchConversation();
        }
        feed.appended(conversation);
        return done(conversation, Optional.of(note.get()));
    }

    /**
     * Gives a conversation to another agent, with a note for her.
     *
     * @param by who gives it: the one who has it, or a lead
     */
    public Deed give(String conversation, Speaker from, Speaker by, Speaker to, Optional<Entry> note) {
        return act(conversation, now -> handoffs.moves().give(now, from, by, to, note, clock.instant()));
    }

    /** Puts a conversation back into the queue, for a team or for anyone. */
    public Deed requeue(String conversation, Speaker from, Optional<String> team, Optional<Entry> note) {
        return act(conversation, now -> handoffs.moves().requeue(now, from, team, note, clock.instant()));
    }

    public Deed giveBack(String conversation, Speaker agent) {
        return act(conversation, now -> handoffs.moves().giveBack(now, agent));
    }

    public Deed snooze(String conversation, Speaker agent, Instant until) {
        return act(conversation, now -> handoffs.moves().snooze(now, agent, until, clock.instant()));
    }

    /** Ends a conversation that nobody else has. */
    public Deed resolve(String conversation, Speaker agent) {
        return act(
                conversation,
                now -> now.handling()
                        .owner()
                        .filter(owner -> !owner.id().equals(agent.id()))
                        .<Move>map(Move.TakenBy::new)
                        .orElseGet(() -> asking(now, handoffs.resolveByAgent(now, clock.instant()))));
    }

    /** She may be asked how it was. */
    private Move asking(Handled now, Move move) {
        return move instanceof Move.To to ? new Move.To(handoffs.asking(now, to.change(), clock.instant())) : move;
    }

    public Deed reopen(String conversation, Speaker agent) {
        return act(conversation, now -> handoffs.moves().reopen(now, agent, clock.instant()));
    }

    /** Sets priority and labels, if the conversation stands at the version that she saw. */
    public Deed arrange(String conversation, long version, Optional<Priority> priority, Optional<Set<String>> labels) {
        return arrange(conversation, version, priority, labels, Map.of());
    }

    /**
     * As that, and fills in fields.
     *
     * @param fields by their keys; empty takes away what was filled in
     */
    public Deed arrange(
            String conversation,
            long version,
            Optional<Priority> priority,
            Optional<Set<String>> labels,
            Map<String, Optional<String>> fields) {
        Optional<Handled> now = conversations.handled(conversation);
        if (now.isEmpty()) {
            return new Deed.NoSuchConversation();
        }
        if (now.get().conversation().version() != version) {
            return new Deed.Outdated(now.get());
        }
        Change change =
                MacroRuns.filledIn(handoffs.moves().arrange(now.get(), priority, labels, clock.instant()), fields);
        return tried(now.get(), new Move.To(change), Optional.empty())
                .orElseGet(() -> conversations
                        .handled(conversation)
                        .<Deed>map(Deed.Outdated::new)
                        .orElseGet(Deed.NoSuchConversation::new));
    }

    /** Keeps what an agent made of a suggestion of the assistant's; what she said of it first counts. */
    public Deed judge(String conversation, Event.Body.SuggestionJudged judged) {
        while (true) {
            Optional<Handled> now = conversations.handled(conversation);
            if (now.isEmpty()) {
                return new Deed.NoSuchConversation();
            }
            if (isJudged(now.get().conversation(), judged)) {
                return new Deed.Done(now.get(), Optional.empty());
            }
            Change change = Change.of(now.get().handling(), new Entry.ForAgents(judged));
            Optional<Deed> deed = tried(now.get(), new Move.To(change), Optional.empty());
            if (deed.isPresent()) {
                return deed.get();
            }
        }
    }

    private boolean isJudged(Conversation conversation, Event.Body.SuggestionJudged judged) {
        long from = Math.max(0, conversation.lastSeq() - LOOKED_BACK);
        return conversations.eventsAfter(conversation.id(), from, LOOKED_BACK).stream()
                .anyMatch(event -> event.body() instanceof Event.Body.SuggestionJudged before
                        && before.turn().equals(judged.turn())
                        && before.agent().id().equals(judged.agent().id()));
    }

    /** Gives what waits in the queue to those who are free. Returns how many were given. */
    public int assign() {
        HandoffRules.Routing points = rules.get().routing();
        if (!points.automatic()) {
            return 0;
        }
        List<Handled> waiting = conversations.forDesk(DeskFilter.of(Set.of(ConversationState.QUEUED), WAITING_AT_ONCE));
        if (waiting.isEmpty()) {
            return 0;
        }
        List<Colleague> colleagues = presence.colleagues(conversations.loads());
        int given = 0;
        for (Routing.Match match : new Routing(points).assign(waiting, colleagues, clock.instant())) {
            Handled now = match.waiting();
            Move move = handoffs.moves()
                    .claim(now, match.agent().who(), match.score().reasons(), clock.instant());
            given += tried(now, move, Optional.empty()).isPresent() ? 1 : 0;
        }
        return given;
    }

    /** How well each agent fits a conversation, best first. */
    public List<Routing.Match> fits(Handled conversation) {
        Routing routing = new Routing(rules.get().routing());
        Instant now = clock.instant();
        return presence.colleagues(conversations.loads()).stream()
                .map(agent -> new Routing.Match(conversation, agent, routing.score(conversation, agent, now)))
                .sorted((one, other) ->
                        Double.compare(other.score().points(), one.score().points()))
                .toList();
    }

    private Deed act(String conversation, Function<Handled, Move> mover) {
        while (true) {
            Optional<Handled> now = conversations.handled(conversation);
            if (now.isEmpty()) {
                return new Deed.NoSuchConversation();
            }
            Optional<Deed> deed = tried(now.get(), mover.apply(now.get()), Optional.empty());
            if (deed.isPresent()) {
                return deed.get();
            }
        }
    }

    /** Empty if the conversation has changed in the meantime. */
    private Optional<Deed> tried(Handled now, Move move, Optional<Repeat> name) {
        String conversation = now.conversation().id();
        return switch (move) {
            case Move.To to ->
                conversations
                        .change(conversation, now.conversation().version(), to.change(), name, clock.instant())
                        .map(turns -> {
                            feed.appended(conversation);
                            return done(conversation, turns.stream().findFirst());
                        });
            case Move.Nothing _ -> Optional.of(new Deed.Done(now, Optional.empty()));
            case Move.TakenBy taken -> Optional.of(new Deed.TakenBy(taken.agent()));
            case Move.NotFrom not -> Optional.of(new Deed.NotFrom(not.state()));
            case Move.Lacks lacks -> Optional.of(new Deed.Lacks(lacks.fields()));
        };
    }

    private Deed done(String conversation, Optional<Turn> turn) {
        return conversations
                .handled(conversation)
                .<Deed>map(now -> new Deed.Done(now, turn))
                .orElseGet(Deed.NoSuchConversation::new);
    }
}
