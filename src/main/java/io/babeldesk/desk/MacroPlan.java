package io.babeldesk.desk;

import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Change.Instead;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Handled;
import io.babeldesk.desk.Macro.Action;
import io.babeldesk.desk.MacroRuns.Said;
import io.babeldesk.desk.MacroRuns.Step;
import io.babeldesk.handoff.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What several actions come to, one after the other: one change, so that all of them are done or none. Each finds the
 * conversation as the one before would leave it. Not safe for use by many threads.
 */
final class MacroPlan {

    private final List<ConversationState> through = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private Optional<Instead> instead = Optional.empty();
    private Optional<Stopped> stopped = Optional.empty();
    private Handled now;

    MacroPlan(Handled now) {
        this.now = now;
    }

    /** @param step the place of the action that cannot be done, from 0 */
    record Stopped(int step, Hindrance why) {}

    Handled now() {
        return now;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    Optional<Stopped> stopped() {
        return stopped;
    }

    /** All that is to be done; empty if nothing would change. */
    Optional<Change> change() {
        boolean nothing = through.isEmpty() && entries.isEmpty() && instead.isEmpty();
        return nothing ? Optional.empty() : Optional.of(new Change(through, now.handling(), entries, instead));
    }

    void goes(Action action, Move move, Optional<Said> said) {
        switch (move) {
            case Move.To to -> {
                goes(to.change());
                steps.add(new Step(action, true, said, now));
            }
            case Move.Nothing _ -> steps.add(new Step(action, false, said, now));
            case Move.TakenBy taken -> stops(new Hindrance.TakenBy(taken.agent()));
            case Move.Lacks lacks -> stops(new Hindrance.Lacks(lacks.fields()));
            case Move.NotFrom not -> stops(new Hindrance.NotFrom(not.state()));
        }
    }

    void stops(Hindrance why) {
        stopped = Optional.of(new Stopped(steps.size(), why));
    }

    private void goes(Change change) {
        through.addAll(change.through());
        entries.addAll(change.entries());
        instead = instead.or(change::instead);
        Conversation was = now.conversation();
        ConversationState end =
                change.through().isEmpty() ? was.state() : change.through().getLast();
        Conversation is = new Conversation(
                was.id(),
                was.shopper(),
                was.version(),
                end,
                was.language(),
                was.market(),
                was.lastSeq(),
                was.createdAt(),
                was.updatedAt());
        now = new Handled(is, change.handling(), now.lastTurn());
    }
}
