package io.babeldesk.handoff;

import static io.babeldesk.conversation.ConversationState.ASSISTANT;
import static io.babeldesk.conversation.ConversationState.CLOSED;
import static io.babeldesk.conversation.ConversationState.OPEN;
import static io.babeldesk.conversation.ConversationState.QUEUED;
import static io.babeldesk.conversation.ConversationState.RESOLVED;
import static io.babeldesk.conversation.ConversationState.SNOOZED;
import static io.babeldesk.conversation.ConversationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Alarm.Kind;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Handling.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The table of states, way by way, and what each way does to the clocks. */
class MovesTest extends HandoffVocabulary {

    private static final Entry.ByAgent HELLO = new Entry.ByAgent(ANNA, "Hallo", GERMAN, Optional.empty());
    private final Moves moves = moves();

    /** How a conversation stands in a state, if it has come there by the table. */
    private Handled standing(ConversationState state) {
        Handling queued = change(moves.queue(in(ASSISTANT, Handling.NONE), "anger", false, MONDAY))
                .handling();
        Handling open =
                change(moves.claim(in(QUEUED, queued), ANNA, List.of(), MONDAY)).handling();
        Handling waiting = change(moves.reply(in(OPEN, open), HELLO, MONDAY)).handling();
        return in(
                state,
                switch (state) {
                    case ASSISTANT -> Handling.NONE;
                    case QUEUED -> queued;
                    case OPEN -> open;
                    case WAITING -> waiting;
                    case SNOOZED ->
                        change(moves.snooze(in(OPEN, open), ANNA, MONDAY.plusSeconds(3600), MONDAY))
                                .handling();
                    case RESOLVED ->
                        change(moves.resolve(in(WAITING, waiting), MONDAY)).handling();
                    case CLOSED -> Deadlines.closed(waiting.withoutOwner());
                });
    }

    private static Change change(Move move) {
        assertThat(move).isInstanceOf(Move.To.class);
        return ((Move.To) move).change();
    }

    private Map<ConversationState, String> ends(Function<Handled, Move> way) {
        Map<ConversationState, String> ends = new EnumMap<>(ConversationState.class);
        for (ConversationState state : ConversationState.values()) {
            ends.put(
                    state,
                    switch (way.apply(standing(state))) {
                        case Move.To to -> to.change().through().toString();
                        case Move.Nothing _ -> "stays";
                        case Move.TakenBy taken -> "taken by " + taken.agent().name();
                        case Move.NotFrom _ -> "no way";
                        case Move.Lacks _ -> "lacks";
                    });
        }
        return ends;
    }

    private static Map<ConversationState, String> expected(
            String assistant,
            String queued,
            String open,
            String waiting,
            String snoozed,
            String resolved,
            String closed) {
        Map<ConversationState, String> ends = new EnumMap<>(ConversationState.class);
        ends.putAll(Map.of(
                ASSISTANT, assistant,
                QUEUED, queued,
                OPEN, open,
                WAITING, waiting,
                SNOOZED, snoozed,
                RESOLVED, resolved,
                CLOSED, closed));
        return ends;
    }

    @Test
    void eachWayLeadsWhereTheTableSays() {
        String no = "no way";
        String stays = "stays";
        assertThat(ends(now -> moves.queue(now, "anger", false, MONDAY)))
                .isEqualTo(expected("[QUEUED]", stays, stays, stays, stays, no, no));
        assertThat(ends(now -> moves.claim(now, ANNA, List.of(), MONDAY)))
                .isEqualTo(expected("[QUEUED, OPEN]", "[OPEN]", stays, stays, stays, no, no));
        assertThat(ends(now -> moves.claim(now, BEN, List.of(), MONDAY)))
                .isEqualTo(expected(
                        "[QUEUED, OPEN]", "[OPEN]", "taken by Anna", "taken by Anna", "taken by Anna", no, no));
        assertThat(ends(moves::withdraw)).isEqualTo(expected(stays, "[ASSISTANT]", no, no, no, no, no));
        assertThat(ends(now -> moves.reply(now, HELLO, MONDAY)))
                .isEqualTo(expected(no, no, "[WAITING]", "[]", "[OPEN, WAITING]", no, no));
        assertThat(ends(now -> moves.snooze(now, ANNA, MONDAY.plusSeconds(60), MONDAY)))
                .isEqualTo(expected(no, no, "[SNOOZED]", "[SNOOZED]", "[]", no, no));
        assertThat(ends(now -> moves.give(now, ANNA, ANNA, BEN, Optional.empty(), MONDAY)))
                .isEqualTo(expected(no, "[OPEN]", "[OPEN]", "[WAITING]", "[OPEN]", no, no));
        assertThat(ends(now -> moves.requeue(now, ANNA, Optional.of("returns"), Optional.empty(), MONDAY)))
                .isEqualTo(expected(no, "[]", "[QUEUED]", "[QUEUED]", "[QUEUED]", no, no));
        assertThat(ends(now -> moves.giveBack(now, ANNA)))
                .isEqualTo(expected(stays, no, "[ASSISTANT]", "[ASSISTANT]", no, no, no));
        assertThat(ends(now -> moves.giveBack(now, BEN)))
                .isEqualTo(expected(stays, no, "taken by Anna", "taken by Anna", no, no, no));
        assertThat(ends(now -> moves.resolve(now, MONDAY)))
                .isEqualTo(expected(
                        "[RESOLVED]", "[ASSISTANT, RESOLVED]", "[RESOLVED]", "[RESOLVED]", "[RESOLVED]", stays, stays));
        assertThat(ends(now -> moves.reopen(now, BEN, MONDAY)))
                .isEqualTo(expected(no, no, "taken by Anna", "taken by Anna", "taken by Anna", "[OPEN]", no));
    }

    @Test
    void aShoppersMessageBringsItBackToWhoeverIsThere() {
        assertThat(arrives(WAITING, true)).contains(OPEN);
        assertThat(arrives(SNOOZED, true)).contains(OPEN);
        assertThat(arrives(RESOLVED, true)).contains(OPEN);
        assertThat(arrives(RESOLVED, false)).contains(QUEUED);
        assertThat(arrives(ASSISTANT, true)).isEmpty();
        assertThat(arrives(QUEUED, true)).isEmpty();
        assertThat(arrives(OPEN, true)).isEmpty();
        Handled byTheAssistant = in(
                RESOLVED,
                change(moves.resolve(in(ASSISTANT, Handling.NONE), MONDAY)).handling());
        assertThat(moves.arrive(byTheAssistant.conversation(), byTheAssistant.handling(), agent -> true, MONDAY)
                        .orElseThrow()
                        .through())
                .containsExactly(ASSISTANT);
    }

    private Optional<ConversationState> arrives(ConversationState state, boolean present) {
        Handled now = standing(state);
        return moves.arrive(now.conversation(), now.handling(), agent -> present, MONDAY)
                .map(change -> change.through().getLast());
    }

    @Test
    void aQueuedConversationIsDueAtFifteenMinutesAndInDangerAtThreeQuartersOfThem() {
        Handling queued = standing(QUEUED).handling();
        assertThat(queued.alarm(Kind.FIRST_RESPONSE)).contains(MONDAY.plus(Duration.ofMinutes(15)));
        assertThat(queued.alarm(Kind.FIRST_RESPONSE_WARNING)).contains(MONDAY.plusSeconds(675));
        // 24 business hours are three days of eight; the tenth of March is a holiday.
        assertThat(queued.alarm(Kind.RESOLUTION))
                .contains(Instant.parse("2026-03-16T10:00:00Z").minusSeconds(0));
        assertThat(queued.alarm(Kind.LOOK_AGAIN)).isPresent();
        assertThat(queued.waitsSince()).contains(MONDAY);
        Handling urgent = change(moves.queue(in(ASSISTANT, Handling.NONE), "threat", true, MONDAY))
                .handling();
        assertThat(urgent.priority()).isEqualTo(Priority.URGENT);
        assertThat(urgent.alarm(Kind.FIRST_RESPONSE).orElseThrow()).isBefore(MONDAY.plus(Duration.ofMinutes(6)));
    }

    @Test
    void theClockOfTheResolutionStandsStillWhileTheShopperHasTheWord() {
        Handling waiting = standing(WAITING).handling();
        assertThat(waiting.alarms().keySet()).containsExactly(Kind.IDLE);
        assertThat(waiting.resolutionLeft()).contains(Duration.ofHours(24));
        Instant later = MONDAY.plus(Duration.ofHours(24));
        Handling open = moves.arrive(in(WAITING, waiting).conversation(), waiting, agent -> true, later)
                .orElseThrow()
                .handling();
        assertThat(open.alarm(Kind.NEXT_RESPONSE)).contains(later.plus(Duration.ofMinutes(30)));
        assertThat(open.alarm(Kind.FIRST_RESPONSE)).isEmpty();
        assertThat(open.alarm(Kind.RESOLUTION).orElseThrow()).isEqualTo(hours().after(later, Duration.ofHours(24)));
        assertThat(open.alarm(Kind.IDLE)).isEmpty();
    }

    @Test
    void anAlarmThatHasGoneOffIsOverAndOneThatLooksForSomebodyIsSetAnew() {
        Handled queued = standing(QUEUED);
        Instant warned = MONDAY.plusSeconds(700);
        Handling after = moves.alarm(queued, Kind.FIRST_RESPONSE_WARNING, warned)
                .orElseThrow()
                .handling();
        assertThat(after.alarm(Kind.FIRST_RESPONSE_WARNING)).isEmpty();
        assertThat(after.alarm(Kind.FIRST_RESPONSE)).isPresent();
        assertThat(moves.alarm(queued, Kind.FIRST_RESPONSE, warned))
                .as("not due yet")
                .isEmpty();
        Handling looked =
                moves.alarm(queued, Kind.LOOK_AGAIN, warned).orElseThrow().handling();
        assertThat(looked.alarm(Kind.LOOK_AGAIN).orElseThrow()).isAfter(warned);
        Handled snoozed = standing(SNOOZED);
        assertThat(moves.alarm(snoozed, Kind.SNOOZE_ENDS, MONDAY.plusSeconds(3600))
                        .orElseThrow()
                        .through())
                .containsExactly(OPEN);
        assertThat(moves.alarm(standing(WAITING), Kind.IDLE, MONDAY.plus(Duration.ofDays(4)))
                        .orElseThrow()
                        .through())
                .containsExactly(RESOLVED);
        assertThat(moves.alarm(standing(RESOLVED), Kind.REOPEN_ENDS, MONDAY.plus(Duration.ofDays(8)))
                        .orElseThrow()
                        .through())
                .containsExactly(CLOSED);
    }

    @Test
    void anotherPriorityCountsTheResponseFromWhenSheBeganToWait() {
        Handled queued = standing(QUEUED);
        Handling pressed = moves.arrange(queued, Optional.of(Priority.URGENT), Optional.empty(), MONDAY.plusSeconds(60))
                .handling();
        assertThat(pressed.alarm(Kind.FIRST_RESPONSE)).contains(MONDAY.plusSeconds(297));
    }
}
