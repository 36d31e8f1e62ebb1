package io.babeldesk.desk;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Repeat;
import io.babeldesk.conversation.Conversations.Repeated;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Shopper;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.desk.Macro.Action;
import io.babeldesk.handoff.Handoffs;
import io.babeldesk.handoff.Move;
import io.babeldesk.handoff.Moves;
import io.babeldesk.language.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Does several actions to a conversation, or says what they would do. They are one change, compared and set: all of them
 * are done, or none. Each asks for what it asks for alone. Safe for use by many threads.
 */
public final class MacroRuns {

    private final Conversations conversations;
    private final EventFeed feed;
    private final Handoffs handoffs;
    private final CannedReplies replies;
    private final Agents agents;
    private final Clock clock;

    public MacroRuns(
            Conversations conversations,
            EventFeed feed,
            Handoffs handoffs,
            CannedReplies replies,
            Agents agents,
            Clock clock) {
        this.conversations = conversations;
        this.feed = feed;
        this.handoffs = handoffs;
        this.replies = replies;
        this.agents = agents;
        this.clock = clock;
    }

    /**
     * Who runs them.
     *
     * @param leads whether she may act where a colleague has the conversation
     * @param language of what she writes for colleagues
     */
    public record Runner(Speaker agent, boolean leads, Language language) {}

    /** What came of it, or would come. */
    public sealed interface Outcome {

        /** All of it can be done; in a real run it is. */
        record Goes(Handled now, List<Step> steps) implements Outcome {}

        /**
         * None of it is done.
         *
         * @param step the place of the action that is in the way, from 0; empty if it is no single one
         */
        record Stops(Optional<Integer> step, Hindrance why) implements Outcome {}
    }

    /**
     * What one action does.
     *
     * @param changes false if it is so already
     * @param said what the shopper or colleagues read
     * @param after how the conversation stands then
     */
    public record Step(Action action, boolean changes, Optional<Said> said, Handled after) {}

    /** A text, filled in. */
    public record Said(String text, Language language) {}

    /** Says what would happen, and changes nothing. */
    public Outcome dryRun(String conversation, List<Action> actions, Runner runner) {
        return conversations
                .handled(conversation)
                .map(now -> outcome(planned(now, actions, runner), now))
                .orElseGet(() -> stops(new Hindrance.NoSuchConversation()));
    }

    /**
     * Does all of it, or nothing.
     *
     * @param version that she saw; empty to do it however the conversation stands
     * @param name under which it is done once
     */
    public Outcome run(
            String conversation, List<Action> actions, Runner runner, Optional<Long> version, Optional<Repeat> name) {
        while (true) {
            Optional<Handled> found = conversations.handled(conversation);
            if (found.isEmpty()) {
                return stops(new Hindrance.NoSuchConversation());
            }
            Handled now = found.get();
            Optional<Repeated> repeated = name.flatMap(known -> conversations.repeated(conversation, known));
            if (repeated.isPresent()) {
                return switch (repeated.get()) {
                    case Repeated.Same _ -> new Outcome.Goes(now, List.of());
                    case Repeated.Other _ -> stops(new Hindrance.NameUsed());
                };
            }
            if (version.filter(seen -> seen != now.conversation().version()).isPresent()) {
                return stops(new Hindrance.Outdated());
            }
            MacroPlan plan = planned(now, actions, runner);
            Optional<Change> change = plan.change()
                    .filter(_ -> plan.stopped().isEmpty())
                    .map(whole -> handoffs.asking(now, whole, clock.instant()));
            if (change.isEmpty() || isDone(now, change.get(), name)) {
                return outcome(plan, conversations.handled(conversation).orElse(now));
            }
        }
    }

    /** False if it has changed in the meantime. */
    private boolean isDone(Handled now, Change change, Optional<Repeat> name) {
        String conversation = now.conversation().id();
        Optional<List<Turn>> turns =
                conversations.change(conversation, now.conversation().version(), change, name, clock.instant());
        turns.ifPresent(_ -> feed.appended(conversation));
        return turns.isPresent();
    }

    private static Outcome outcome(MacroPlan plan, Handled now) {
        return plan.stopped()
                .<Outcome>map(stopped -> new Outcome.Stops(Optional.of(stopped.step()), stopped.why()))
                .orElseGet(() -> new Outcome.Goes(now, plan.steps()));
    }

    private static Outcome stops(Hindrance why) {
        return new Outcome.Stops(Optional.empty(), why);
    }

    private MacroPlan planned(Handled now, List<Action> actions, Runner runner) {
        MacroPlan plan = new MacroPlan(now);
        for (Action action : actions) {
            add(plan, action, runner);
            if (plan.stopped().isPresent()) {
                break;
            }
        }
        return plan;
    }

    private void add(MacroPlan plan, Action action, Runner runner) {
        Handled now = plan.now();
        Instant at = clock.instant();
        Moves moves = handoffs.moves();
        // A lead acts in a colleague's conversation as that colleague.
        Speaker actor = runner.leads() ? now.handling().owner().orElse(runner.agent()) : runner.agent();
        switch (action) {
            case Action.Reply reply -> reply(plan, reply, runner);
            case Action.Note note -> {
                Entry entry = new Entry.Note(runner.agent(), note.text(), runner.language());
                plan.goes(
                        action,
                        new Move.To(Change.of(now.handling(), entry)),
                        Optional.of(new Said(note.text(), runner.language())));
            }
            case Action.Label label -> plan.goes(action, labelled(now, label, at), Optional.empty());
            case Action.Prioritise prioritise ->
                plan.goes(
                        action,
                        prioritise.priority() == now.handling().priority()
                                ? new Move.Nothing()
                                : new Move.To(
                                        moves.arrange(now, Optional.of(prioritise.priority()), Optional.empty(), at)),
                        Optional.empty());
            case Action.Fill fill -> fill(plan, fill, at);
            case Action.AssignToMe _ -> plan.goes(action, taken(now, runner, at), Optional.empty());
            case Action.AssignToAgent assign ->
                colleague(assign.agent())
                        .ifPresentOrElse(
                                to -> plan.goes(
                                        action,
                                        moves.give(now, actor, runner.agent(), to, Optional.empty(), at),
                                        Optional.empty()),
                                () -> plan.stops(new Hindrance.NoSuchColleague()));
            case Action.AssignToTeam assign ->
                plan.goes(
                        action,
                        moves.requeue(now, actor, Optional.of(assign.team()), Optional.empty(), at),
                        Optional.empty());
            case Action.Snooze snooze ->
                plan.goes(action, moves.snooze(now, actor, at.plus(snooze.length()), at), Optional.empty());
            case Action.Resolve _ -> plan.goes(action, resolved(now, actor, at), Optional.empty());
            case Action.ReturnToAssistant _ -> plan.goes(action, moves.giveBack(now, actor), Optional.empty());
        }
    }

    private void reply(MacroPlan plan, Action.Reply action, Runner runner) {
        Handled now = plan.now();
        Language language = now.conversation().language();
        Optional<CannedReply> words = replies.all().stream()
                .filter(one -> one.id().equals(action.cannedReply()))
                .findFirst();
        if (words.isEmpty()) {
            plan.stops(new Hindrance.NoSuchReply());
            return;
        }
        String text = words.get().texts().get(language);
        if (text == null) {
            plan.stops(new Hindrance.NoTextIn(language));
            return;
        }
        Map<String, String> known = known(now, runner);
        List<String> missing = Variables.missing(text, known);
        if (!missing.isEmpty()) {
            plan.stops(new Hindrance.NotKnown(missing));
            return;
        }
        String said = Variables.fill(text, known);
        Entry.ByAgent entry = new Entry.ByAgent(runner.agent(), said, language, Optional.empty());
        plan.goes(action, handoffs.moves().reply(now, entry, clock.instant()), Optional.of(new Said(said, language)));
    }

    /** What texts may name. */
    private Map<String, String> known(Handled now, Runner runner) {
        Map<String, String> known = new HashMap<>();
        known.put("agent.name", runner.agent().name());
        conversations
                .shopper(now.conversation().shopper())
                .flatMap(Shopper::customer)
                .flatMap(Shopper.Customer::name)
                .ifPresent(name -> known.put("shopper.name", name));
        return known;
    }

    private void fill(MacroPlan plan, Action.Fill fill, Instant at) {
        Handled now = plan.now();
        Optional<String> value = handoffs.fields().stream()
                .filter(field -> field.key().equals(fill.field()))
                .findFirst()
                .flatMap(field -> field.value(fill.value()));
        if (value.isEmpty()) {
            plan.stops(new Hindrance.NoSuchField(fill.field()));
            return;
        }
        Map<String, String> fields = now.handling().particulars().fields();
        Change change = handoffs.moves().arrange(now, Optional.empty(), Optional.empty(), at);
        plan.goes(
                fill,
                value.equals(Optional.ofNullable(fields.get(fill.field())))
                        ? new Move.Nothing()
                        : new Move.To(filledIn(change, Map.of(fill.field(), value))),
                Optional.empty());
    }

    /** The change with fields as they are given; empty takes away what was filled in. */
    static Change filledIn(Change change, Map<String, Optional<String>> given) {
        Handling handling = change.handling();
        Map<String, String> fields = new HashMap<>(handling.particulars().fields());
        given.forEach((key, value) -> value.ifPresentOrElse(text -> fields.put(key, text), () -> fields.remove(key)));
        return new Change(
                change.through(),
                handling.with(handling.particulars().filledIn(fields)),
                change.entries(),
                change.instead());
    }

    private Move labelled(Handled now, Action.Label label, Instant at) {
        Handling handling = now.handling();
        Set<String> labels = new TreeSet<>(handling.labels());
        switch (label.how()) {
            case SET -> {
                labels.clear();
                labels.addAll(label.labels());
            }
            case ADD -> labels.addAll(label.labels());
            case REMOVE -> labels.removeAll(label.labels());
        }
        return labels.equals(handling.labels())
                ? new Move.Nothing()
                : new Move.To(handoffs.moves().arrange(now, Optional.empty(), Optional.of(labels), at));
    }

    /** A lead may take over from a colleague. */
    private Move taken(Handled now, Runner runner, Instant at) {
        Speaker agent = runner.agent();
        Move move = handoffs.moves().claim(now, agent, List.of(), at);
        return switch (move) {
            case Move.To to
            when now.conversation().state() == ConversationState.ASSISTANT ->
                new Move.To(to.change().saying(handoffs.takenOver(now.conversation(), agent.name())));
            case Move.TakenBy from
            when runner.leads() -> handoffs.moves().give(now, from.agent(), agent, agent, Optional.empty(), at);
            case Move.To _, Move.TakenBy _, Move.Nothing _, Move.NotFrom _, Move.Lacks _ -> move;
        };
    }

    private Move resolved(Handled now, Speaker actor, Instant at) {
        return now.handling()
                .owner()
                .filter(owner -> !owner.id().equals(actor.id()))
                .<Move>map(Move.TakenBy::new)
                .orElseGet(() -> handoffs.resolveByAgent(now, at));
    }

    private Optional<Speaker> colleague(AgentId id) {
        return agents.find(id)
                .filter(agent -> agent.profile().active() && agent.may(Right.WRITE_CONVERSATIONS))
                .map(agent -> new Speaker(agent.id(), agent.displayName()));
    }
}
