package io.babeldesk.handoff;

import static io.babeldesk.conversation.ConversationState.ASSISTANT;
import static io.babeldesk.conversation.ConversationState.CLOSED;
import static io.babeldesk.conversation.ConversationState.OPEN;
import static io.babeldesk.conversation.ConversationState.QUEUED;
import static io.babeldesk.conversation.ConversationState.RESOLVED;
import static io.babeldesk.conversation.ConversationState.SNOOZED;
import static io.babeldesk.conversation.ConversationState.WAITING;

import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Handling.Handover;
import io.babeldesk.conversation.Handling.Priority;
import io.babeldesk.conversation.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The states of a conversation and the ways between them: the one table. Each way is a pure function of how the
 * conversation stands; whoever goes it compares the version and sets.
 *
 * <pre>
 * assistant  -- asked for, rule, offer accepted -->  queued     shopper, policy
 * queued     -- claimed, assigned               -->  open       agent, routing
 * queued     -- withdrawn                       -->  assistant  shopper
 * open       -- replied                         -->  waiting    agent
 * waiting, snoozed -- shopper writes, snooze ends  -->  open    shopper, clock
 * open, waiting    -- snoozed                      -->  snoozed agent
 * open, waiting, snoozed -- agent gone, given to a team -->  queued  clock, agent
 * open, waiting    -- returned                     -->  assistant  agent
 * assistant, open, waiting, snoozed -- done, idle  -->  resolved   shopper, agent, clock
 * resolved   -- shopper writes -->  open with the same agent if present, else queued; assistant if no person was in it
 * resolved   -- time over      -->  closed      clock
 * </pre>
 *
 * An agent who takes over from the assistant goes two ways at once, by way of the queue.
 */
public record Moves(Deadlines deadlines) {

    /** Why people are responsible where an agent stepped in by herself. */
    public static final String TAKEN_OVER = "taken-over";

    /** The assistant hands over, or the shopper asks. */
    public Move queue(Handled now, String rule, boolean urgent, Instant at) {
        return switch (state(now)) {
            case ASSISTANT ->
                new Move.To(Change.to(
                        QUEUED,
                        queued(now.handling(), rule, urgent, at),
                        told(new Body.HandedOver(rule)),
                        queueChanged()));
            case QUEUED, OPEN, WAITING, SNOOZED -> new Move.Nothing();
            case RESOLVED, CLOSED -> notFrom(now);
        };
    }

    private Handling queued(Handling handling, String rule, boolean urgent, Instant at) {
        Handling pressing = urgent ? handling.pressing(Priority.URGENT) : handling;
        return deadlines.queued(pressing.handedOver(new Handover(rule, at)), at);
    }

    /** The shopper needs no person any more. */
    public Move withdraw(Handled now) {
        return switch (state(now)) {
            case QUEUED -> new Move.To(Change.to(ASSISTANT, now.handling().backWithTheAssistant(), queueChanged()));
            case ASSISTANT -> new Move.Nothing();
            case OPEN, WAITING, SNOOZED, RESOLVED, CLOSED -> notFrom(now);
        };
    }

    /**
     * An agent takes it, or it is given to her.
     *
     * @param reasons why she of all; none if she took it herself
     */
    public Move claim(Handled now, Speaker agent, List<String> reasons, Instant at) {
        Entry assigned = told(new Body.Assigned(Optional.of(agent), reasons));
        return switch (state(now)) {
            case QUEUED ->
                new Move.To(Change.to(OPEN, deadlines.opened(now.handling().ownedBy(agent), at), assigned));
            case ASSISTANT -> {
                Handling taken = queued(now.handling(), TAKEN_OVER, false, at).ownedBy(agent);
                yield new Move.To(new Change(
                        List.of(QUEUED, OPEN),
                        deadlines.opened(taken, at),
                        List.of(told(new Body.HandedOver(TAKEN_OVER)), assigned)));
            }
            case OPEN, WAITING, SNOOZED -> takenBy(now, agent).orElseGet(Move.Nothing::new);
            case RESOLVED, CLOSED -> notFrom(now);
        };
    }

    /** The agent who has it replies. */
    public Move reply(Handled now, Entry.ByAgent said, Instant at) {
        if (!state(now).isWithAgent()) {
            return notFrom(now);
        }
        Optional<Move> taken = takenBy(now, said.agent());
        if (taken.isPresent()) {
            return taken.get();
        }
        List<ConversationState> through = switch (state(now)) {
            case OPEN -> List.of(WAITING);
            case SNOOZED -> List.of(OPEN, WAITING);
            case WAITING, ASSISTANT, QUEUED, RESOLVED, CLOSED -> List.of();
        };
        return new Move.To(new Change(through, deadlines.answered(now.handling(), at), List.of(said)));
    }

    /** The shopper writes. Empty if nothing changes but the log. */
    public Optional<Change> arrive(
            Conversation conversation, Handling handling, Predicate<Speaker> present, Instant at) {
        return switch (conversation.state()) {
            case ASSISTANT, CLOSED -> Optional.empty();
            case QUEUED, OPEN ->
                handling.waitsSince().isPresent()
                        ? Optional.empty()
                        : Optional.of(Change.of(deadlines.asked(handling, at)));
            case WAITING, SNOOZED -> Optional.of(Change.to(OPEN, deadlines.opened(handling, at)));
            case RESOLVED -> Optional.of(reopened(handling, present, at));
        };
    }

    /** The agent stays named while a conversation is resolved, so that it can go back to her. */
    private Change reopened(Handling handling, Predicate<Speaker> present, Instant at) {
        if (!handling.hasPerson()) {
            return Change.to(ASSISTANT, handling.backWithTheAssistant());
        }
        Optional<Speaker> same = handling.last().filter(present);
        return same.map(agent -> Change.to(
                        OPEN,
                        deadlines.opened(handling.ownedBy(agent), at),
                        told(new Body.Assigned(same, List.of("knows the conversation")))))
                .orElseGet(() -> Change.to(QUEUED, deadlines.queued(handling, at), queueChanged()));
    }

    /** An agent goes on with what was resolved. */
    public Move reopen(Handled now, Speaker agent, Instant at) {
        return switch (state(now)) {
            case RESOLVED -> {
                Handling again =
                        now.handling().handedOver(new Handover(TAKEN_OVER, at)).ownedBy(agent);
                List<Entry> entries = new ArrayList<>();
                if (!now.handling().hasPerson()) {
                    entries.add(told(new Body.HandedOver(TAKEN_OVER)));
                }
                entries.add(told(new Body.Assigned(Optional.of(agent), List.of())));
                yield new Move.To(new Change(List.of(OPEN), deadlines.opened(again, at), entries));
            }
            case OPEN, WAITING, SNOOZED -> takenBy(now, agent).orElseGet(Move.Nothing::new);
            case ASSISTANT, QUEUED, CLOSED -> notFrom(now);
        };
    }

    /** The agent lays it aside until a time. */
    public Move snooze(Handled now, Speaker agent, Instant until, Instant at) {
        return switch (state(now)) {
            case OPEN, WAITING, SNOOZED ->
                takenBy(now, agent)
                        .orElseGet(() -> new Move.To(new Change(
                                state(now) == SNOOZED ? List.of() : List.of(SNOOZED),
                                deadlines.snoozed(now.handling(), until, at),
                                List.of(told(new Body.HandlingChanged())))));
            case ASSISTANT, QUEUED, RESOLVED, CLOSED -> notFrom(now);
        };
    }

    /** Given to another agent, who has it at once; out of the queue, too. */
    public Move give(Handled now, Speaker from, Speaker by, Speaker to, Optional<Entry> note, Instant at) {
        if (state(now) == QUEUED) {
            Entry assigned = told(new Body.Assigned(Optional.of(to), List.of(), Optional.of(by)));
            Handling taken = now.handling().ownedBy(to).forTeam(Optional.empty());
            return new Move.To(new Change(List.of(OPEN), deadlines.opened(taken, at), with(note, assigned)));
        }
        if (!state(now).isWithAgent()) {
            return notFrom(now);
        }
        return takenBy(now, from).orElseGet(() -> {
            Handling given = now.handling().ownedBy(to).forTeam(Optional.empty());
            boolean snoozed = state(now) == SNOOZED;
            return new Move.To(new Change(
                    List.of(snoozed ? OPEN : state(now)),
                    snoozed ? deadlines.opened(given, at) : given,
                    with(note, told(new Body.Assigned(Optional.of(to), List.of(), Optional.of(by))))));
        });
    }

    /** Back to the queue, for a team or for anyone. What waits there is only given another team. */
    public Move requeue(Handled now, Speaker from, Optional<String> team, Optional<Entry> note, Instant at) {
        if (state(now) == QUEUED) {
            return team.equals(now.handling().team())
                    ? new Move.Nothing()
                    : new Move.To(new Change(List.of(), now.handling().forTeam(team), with(note, queueChanged())));
        }
        if (!state(now).isWithAgent()) {
            return notFrom(now);
        }
        return takenBy(now, from).orElseGet(() -> {
            Handling free = now.handling().withoutOwner().forTeam(team);
            return new Move.To(new Change(
                    List.of(QUEUED),
                    deadlines.queued(free, at),
                    with(note, told(new Body.Assigned(Optional.empty(), List.of())))));
        });
    }

    /** The assistant may speak again. */
    public Move giveBack(Handled now, Speaker agent) {
        return switch (state(now)) {
            case OPEN, WAITING ->
                takenBy(now, agent)
                        .orElseGet(() -> new Move.To(Change.to(
                                ASSISTANT,
                                now.handling().backWithTheAssistant(),
                                told(new Body.Assigned(Optional.empty(), List.of())))));
            case ASSISTANT -> new Move.Nothing();
            case QUEUED, SNOOZED, RESOLVED, CLOSED -> notFrom(now);
        };
    }

    /** Done. What waits in the queue is withdrawn first. */
    public Move resolve(Handled now, Instant at) {
        Handling done = deadlines.resolved(now.handling().withoutOwner().offering(Optional.empty()), at);
        return switch (state(now)) {
            case ASSISTANT, OPEN, WAITING, SNOOZED -> new Move.To(Change.to(RESOLVED, done, queueChanged()));
            case QUEUED -> new Move.To(new Change(List.of(ASSISTANT, RESOLVED), done, List.of(queueChanged())));
            case RESOLVED, CLOSED -> new Move.Nothing();
        };
    }

    /** At once and for good. */
    public Move close(Handled now) {
        Handling over = Deadlines.closed(now.handling().withoutOwner().offering(Optional.empty()));
        return switch (state(now)) {
            case ASSISTANT, OPEN, WAITING, SNOOZED ->
                new Move.To(new Change(List.of(RESOLVED, CLOSED), over, List.of(queueChanged())));
            case QUEUED -> new Move.To(new Change(List.of(ASSISTANT, RESOLVED, CLOSED), over, List.of(queueChanged())));
            case RESOLVED -> new Move.To(Change.to(CLOSED, over, queueChanged()));
            case CLOSED -> new Move.Nothing();
        };
    }

    /** An alarm has gone off. */
    public Optional<Change> alarm(Handled now, Alarm.Kind kind, Instant at) {
        Optional<Instant> due = now.handling().alarm(kind).filter(time -> !time.isAfter(at));
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Handling handling = now.handling();
        return Optional.of(
                switch (kind) {
                    case FIRST_RESPONSE_WARNING,
                            NEXT_RESPONSE_WARNING,
                            RESOLUTION_WARNING,
                            FIRST_RESPONSE,
                            NEXT_RESPONSE,
                            RESOLUTION ->
                        Change.of(Deadlines.wentOff(handling, kind, at), told(new Body.Deadline(kind, due.get())));
                    case LOOK_AGAIN -> Change.of(Deadlines.wentOff(handling, kind, at));
                    case SNOOZE_ENDS -> Change.to(OPEN, deadlines.opened(handling, at));
                    case IDLE ->
                        Change.to(
                                RESOLVED,
                                deadlines.resolved(handling.withoutOwner().offering(Optional.empty()), at));
                    case REOPEN_ENDS -> Change.to(CLOSED, Deadlines.closed(handling));
                });
    }

    /** Labels and priority are set. */
    public Change arrange(Handled now, Optional<Priority> priority, Optional<Set<String>> labels, Instant at) {
        Handling pressing = priority.map(given -> deadlines.pressing(now.handling(), given, at))
                .orElse(now.handling());
        return Change.of(labels.map(pressing::labelled).orElse(pressing), told(new Body.HandlingChanged()));
    }

    private static Optional<Move> takenBy(Handled now, Speaker agent) {
        return now.handling()
                .owner()
                .filter(owner -> !owner.id().equals(agent.id()))
                .map(Move.TakenBy::new);
    }

    private static List<Entry> with(Optional<Entry> note, Entry other) {
        List<Entry> entries = new ArrayList<>();
        note.ifPresent(entries::add);
        entries.add(other);
        return entries;
    }

    private static Entry queueChanged() {
        return told(new Body.HandlingChanged());
    }

    private static Entry told(Body body) {
        return new Entry.ForAgents(body);
    }

    private static Move notFrom(Handled now) {
        return new Move.NotFrom(state(now));
    }

    private static ConversationState state(Handled now) {
        return now.conversation().state();
    }
}
