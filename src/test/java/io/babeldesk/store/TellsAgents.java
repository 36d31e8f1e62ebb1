package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.DeskFilter;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Notification;
import io.babeldesk.conversation.Notification.Kind;
import io.babeldesk.conversation.Notifications;
import io.babeldesk.conversation.Notifications.Page;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the log tells agents of, and what they have read of it. */
interface TellsAgents extends StoreVocabulary {

    Speaker MARA = new Speaker(new AgentId("agt_mara"), "Mara");
    Speaker YUSUF = new Speaker(new AgentId("agt_yusuf"), "Yusuf");
    Speaker AIKO = new Speaker(new AgentId("agt_aiko"), "Aiko");

    Notifications notifications();

    private Turn.OfNote notes(Conversation conversation, String text, Speaker... mentions) {
        return store().note(
                        conversation.id(),
                        new Entry.Note(MARA, text, GERMAN, List.of(mentions)),
                        Optional.empty(),
                        NOON)
                .orElseThrow();
    }

    private List<Notification> toldTo(Speaker agent) {
        return notifications().of(agent.id(), new Page(false, Optional.empty(), 50));
    }

    private void changes(Conversation conversation, Change change) {
        assertThat(store().change(conversation.id(), now(conversation).version(), change, Optional.empty(), NOON))
                .isPresent();
    }

    private void given(Conversation conversation, List<String> reasons, Optional<Speaker> by) {
        Handling hers = Handling.NONE.ownedBy(YUSUF);
        Body assigned = new Body.Assigned(Optional.of(YUSUF), reasons, by);
        changes(conversation, Change.to(ConversationState.OPEN, hers, new Entry.ForAgents(assigned)));
    }

    @Test
    default void tellsThoseWhomANoteNamesAndNobodyElse() {
        Conversation conversation = conversation();
        notes(conversation, "for all");
        Turn.OfNote note = notes(conversation, "@Yusuf @Aiko look", YUSUF, AIKO, MARA);
        assertThat(toldTo(MARA)).isEmpty();
        Notification told = toldTo(YUSUF).getFirst();
        assertThat(toldTo(YUSUF)).hasSize(1);
        assertThat(told.note()).contains(note);
        assertThat(told.by()).contains(MARA);
        assertThat(told.kind()).isEqualTo(Kind.MENTION);
        assertThat(told.read()).isFalse();
        assertThat(told.event().conversation()).isEqualTo(conversation.id());
        assertThat(toldTo(AIKO)).hasSize(1);
        assertThat(turnsOf(conversation)).isEmpty();
    }

    @Test
    default void tellsHerWhatOthersGaveHerAndNotWhatSheTook() {
        Conversation conversation = conversation();
        given(conversation, List.of(), Optional.empty());
        given(conversation, List.of(), Optional.of(YUSUF));
        assertThat(toldTo(YUSUF)).isEmpty();
        given(conversation, List.of(), Optional.of(MARA));
        given(conversation, List.of("language de +40"), Optional.empty());
        assertThat(toldTo(YUSUF)).extracting(Notification::kind).containsExactly(Kind.ASSIGNMENT, Kind.TRANSFER);
        assertThat(toldTo(YUSUF)).extracting(Notification::by).containsExactly(Optional.empty(), Optional.of(MARA));
    }

    @Test
    default void keepsWhatSheHasReadAndNothingThatCameSince() {
        Conversation one = conversation();
        Conversation other = conversation();
        notes(one, "first", YUSUF, AIKO);
        notes(other, "second", YUSUF);
        long seen = toldTo(YUSUF).getFirst().event().position();
        notes(one, "third", YUSUF);
        AgentId yusuf = YUSUF.id();
        assertThat(notifications().unread(yusuf)).isEqualTo(3);
        assertThat(notifications().read(yusuf, Optional.of(one.id()), seen, NOON))
                .isTrue();
        assertThat(notifications().read(yusuf, Optional.of(one.id()), seen, NOON))
                .isFalse();
        assertThat(toldTo(YUSUF)).extracting(Notification::read).containsExactly(false, false, true);
        assertThat(notifications().read(yusuf, Optional.empty(), seen, NOON)).isTrue();
        List<Notification> left = notifications().of(yusuf, new Page(true, Optional.empty(), 50));
        assertThat(left).extracting(told -> told.note().orElseThrow().text()).containsExactly("third");
        long newest = left.getFirst().event().position();
        assertThat(notifications().of(yusuf, new Page(false, Optional.of(newest), 1)))
                .hasSize(1);
        assertThat(notifications().unread(AIKO.id())).isEqualTo(1);
    }

    @Test
    default void anErasedNoteNamesNobody() {
        Conversation conversation = conversation();
        notes(conversation, "she lives in Graz", YUSUF);
        store().erase(conversation.shopper(), NOON);
        assertThat(toldTo(YUSUF)).isEmpty();
        assertThat(notifications().unread(YUSUF.id())).isZero();
    }

    @Test
    default void findsConversationsByHowMuchTheyPress() {
        Conversation urgent = conversation();
        conversation();
        Handling queued = Handling.NONE
                .pressing(Handling.Priority.URGENT)
                .timed(Optional.of(NOON), Optional.empty(), Map.of(Alarm.Kind.FIRST_RESPONSE, NOON));
        changes(urgent, Change.to(ConversationState.QUEUED, queued));
        assertThat(store().forDesk(pressing(Handling.Priority.URGENT)))
                .extracting(handled -> handled.conversation().id())
                .containsExactly(urgent.id());
        assertThat(store().count(pressing(Handling.Priority.NORMAL))).isEqualTo(1);
        assertThat(store().count(pressing(Handling.Priority.LOW))).isZero();
    }

    private static DeskFilter pressing(Handling.Priority priority) {
        return new DeskFilter(
                Set.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(priority),
                DeskFilter.Sort.WAITING,
                Optional.empty(),
                50);
    }
}
