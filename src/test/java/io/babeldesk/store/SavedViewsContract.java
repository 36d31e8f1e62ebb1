package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Handling.Priority;
import io.babeldesk.desk.SavedView;
import io.babeldesk.desk.SavedView.Assignee;
import io.babeldesk.desk.SavedView.Filter;
import io.babeldesk.desk.SavedViews;
import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** All that a store of saved views promises. */
abstract class SavedViewsContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AgentId ANNA = new AgentId("agt_anna");
    private static final AgentId BEN = new AgentId("agt_ben");
    private static final Filter ALL =
            new Filter(Set.of(), Assignee.ANYONE, Optional.empty(), Optional.empty(), Optional.empty());
    private static final Filter NARROW = new Filter(
            Set.of(ConversationState.OPEN, ConversationState.QUEUED),
            Assignee.ME,
            Optional.of(Language.of("de")),
            Optional.of("vip"),
            Optional.of(Priority.HIGH));

    abstract SavedViews store();

    @Test
    void keepsThemInTheirOrderForTheOneWhoSavedThem() {
        SavedView second = store().add(ANNA, "Z \u2067<b>\u2069", NARROW, NOON);
        SavedView third = store().add(ANNA, "A", ALL, NOON);
        SavedView bens = store().add(BEN, "A", ALL, NOON);
        assertThat(second.id()).startsWith("viw_");
        assertThat(store().of(ANNA)).containsExactly(second, third);
        assertThat(store().of(BEN)).containsExactly(bens);
    }

    @Test
    void replacesAndRemovesOnlyWhatIsHers() {
        SavedView view = store().add(ANNA, "A", ALL, NOON);
        SavedView changed = new SavedView(view.id(), "B", NARROW);
        assertThat(store().change(BEN, changed)).isFalse();
        assertThat(store().change(ANNA, changed)).isTrue();
        assertThat(store().of(ANNA)).containsExactly(changed);
        assertThat(store().remove(BEN, view.id())).isFalse();
        assertThat(store().remove(ANNA, view.id())).isTrue();
        assertThat(store().remove(ANNA, view.id())).isFalse();
        assertThat(store().of(ANNA)).isEmpty();
    }

    @Test
    void isOfWhatPeopleHaveToDoWith() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Filter(
                        Set.of(ConversationState.CLOSED),
                        Assignee.ME,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .withMessageContaining("CLOSED");
    }
}
