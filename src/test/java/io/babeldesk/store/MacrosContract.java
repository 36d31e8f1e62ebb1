package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Handling.Priority;
import io.babeldesk.desk.Macro;
import io.babeldesk.desk.Macro.Action;
import io.babeldesk.desk.Macros;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** All that a store of macros promises. */
abstract class MacrosContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<Action> EVERYTHING = List.of(
            new Action.Reply("cnd_1"),
            new Action.Note("مرحبًا 🦉"),
            new Action.Label(Action.Label.How.SET, Set.of("vip", "return")),
            new Action.Label(Action.Label.How.ADD, Set.of("late")),
            new Action.Label(Action.Label.How.REMOVE, Set.of("new")),
            new Action.Prioritise(Priority.URGENT),
            new Action.Fill("order", "204481-7"),
            new Action.AssignToMe(),
            new Action.AssignToAgent(new AgentId("agt_1")),
            new Action.AssignToTeam("Returns"),
            new Action.Snooze(Duration.ofMinutes(90)),
            new Action.Resolve(),
            new Action.ReturnToAssistant());

    abstract Macros store();

    @Test
    void keepsWhatTheyDoInOrderAndThemByName() {
        Macro second = store().add("Refund", EVERYTHING, NOON);
        Macro first = store().add("Bye", List.of(new Action.Resolve()), NOON);
        assertThat(second.id()).startsWith("mac_");
        assertThat(store().all()).containsExactly(first, second);
        assertThat(store().find(second.id()).orElseThrow().actions()).isEqualTo(EVERYTHING);
        assertThat(store().find("mac_none")).isEmpty();
    }

    @Test
    void replacesAndRemoves() {
        Macro bye = store().add("Bye", List.of(new Action.Resolve()), NOON);
        Macro changed = new Macro(bye.id(), "Later", List.of(new Action.Snooze(Duration.ofHours(1))));
        assertThat(store().change(changed)).isTrue();
        assertThat(store().all()).containsExactly(changed);
        assertThat(store().change(new Macro("mac_none", "x", List.of()))).isFalse();
        assertThat(store().remove(bye.id())).isTrue();
        assertThat(store().remove(bye.id())).isFalse();
        assertThat(store().all()).isEmpty();
    }
}
