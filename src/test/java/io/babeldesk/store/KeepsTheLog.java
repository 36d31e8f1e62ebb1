package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations.Message;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Turn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Turns and events: their numbers, their order, their pages. */
interface KeepsTheLog extends StoreVocabulary {

    @Test
    default void keepsAShoppersTurnAsItWasSaid() {
        Conversation conversation = conversation();
        String text = "Wo ist mein Paket? 📦 أين طردي؟ \u200f «ﬁ» e\u0301 \\ \" \u0001\n";
        Receipt.Accepted accepted = shopperSays(conversation, text);
        Turn.OfShopper said = new Turn.OfShopper(
                accepted.turn(), accepted.seq(), text, GERMAN, Optional.of("de-AT"), Optional.of(UNHAPPY), NOON);
        assertThat(said.id()).startsWith("trn_");
        assertThat(store().turn(said.id())).contains(said);
        assertThat(turnsOf(conversation)).containsExactly(said);
        assertThat(store().conversationOf(said.id())).contains(now(conversation));
    }

    @Test
    default void numbersEventsFromOneWithoutHoles() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        shopperSays(conversation, "b");
        assistantReplies("both");
        shopperSays(conversation, "c");
        assertThat(kindsOfEventsIn(conversation))
                .containsExactly("TurnCreated", "TurnCreated", "ReplyStarted", "ReplyCompleted", "TurnCreated");
        assertThat(eventsOf(conversation)).extracting(Event::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(now(conversation).lastSeq()).isEqualTo(5);
    }

    @Test
    default void countsPositionsOverTheStoreInTheOrderOfAppending() {
        Conversation one = conversation();
        Conversation other = conversation();
        shopperSays(one, "a");
        shopperSays(other, "b");
        shopperSays(one, "c");
        long first = eventsOf(one).getFirst().position();
        assertThat(eventsOf(one)).extracting(Event::position).containsExactly(first, first + 2);
        assertThat(eventsOf(other)).extracting(Event::position).containsExactly(first + 1);
        assertThat(eventsOf(other)).extracting(Event::seq).containsExactly(1L);
    }

    @Test
    default void givesATurnTheNumberOfTheEventThatMadeItFinal() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        assistantReplies("b");
        assertThat(turnsOf(conversation)).extracting(Turn::seq).containsExactly(1L, 3L);
        assertThat(eventsOf(conversation).getLast().body()).isEqualTo(new Event.Body.ReplyCompleted((Turn.OfAssistant)
                turnsOf(conversation).getLast()));
    }

    @Test
    default void readsEventsAfterANumber() {
        Conversation conversation = conversation();
        List.of("a", "b", "c", "d").forEach(text -> shopperSays(conversation, text));
        List<Event> all = eventsOf(conversation);
        assertThat(store().eventsAfter(conversation.id(), 1, 2)).isEqualTo(all.subList(1, 3));
        assertThat(store().eventsAfter(conversation.id(), 4, 2)).isEmpty();
        assertThat(store().eventsAfter("cnv_nowhere", 0, 2)).isEmpty();
        assertThat(all.getFirst().conversation()).isEqualTo(conversation.id());
        assertThat(all.getFirst().visibility()).isEqualTo(Event.Visibility.SHOPPER);
        assertThat(all.getFirst().at()).isEqualTo(NOON);
    }

    @Test
    default void readsTurnsInPagesAlwaysAscending() {
        Conversation conversation = conversation();
        List.of("1", "2", "3", "4", "5", "6").forEach(text -> shopperSays(conversation, text));
        assertThat(page(conversation, Page.newest(2))).containsExactly("5", "6");
        assertThat(page(conversation, new Page(Optional.of(2L), Optional.empty(), 2)))
                .containsExactly("3", "4");
        assertThat(page(conversation, new Page(Optional.empty(), Optional.of(5L), 2)))
                .containsExactly("3", "4");
        assertThat(page(conversation, new Page(Optional.of(1L), Optional.of(6L), 3)))
                .containsExactly("2", "3", "4");
        assertThat(page(conversation, new Page(Optional.of(6L), Optional.empty(), 2)))
                .isEmpty();
        assertThat(page(conversation, new Page(Optional.of(5L), Optional.of(2L), 2)))
                .isEmpty();
        assertThat(store().turns("cnv_nowhere", Page.newest(1))).isEmpty();
    }

    @Test
    default void refusesAPageWithoutBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> Page.newest(0)).withMessageContaining("1 to 200");
        assertThatIllegalArgumentException().isThrownBy(() -> Page.newest(201)).withMessageContaining("1 to 200");
    }

    @Test
    default void takesOnTheLanguageAndTheMarketOfAMessage() {
        Conversation conversation = conversation();
        Message spanish = new Message(
                conversation.id(),
                "k",
                "d",
                "¿Dónde está?",
                SPANISH,
                Optional.empty(),
                Optional.of(FRANCE),
                UNHAPPY,
                NOON.plusSeconds(5));
        store().receive(spanish);
        Conversation after = now(conversation);
        assertThat(after.language()).isEqualTo(SPANISH);
        assertThat(after.market()).contains(FRANCE);
        assertThat(after.version()).isEqualTo(conversation.version() + 1);
        assertThat(after.updatedAt()).isEqualTo(NOON.plusSeconds(5));
        shopperSays(conversation, "ohne Land");
        assertThat(now(conversation).market()).contains(FRANCE);
    }

    @Test
    default void changesStateOnlyAtTheVersionThatWasSeen() {
        Conversation seen = conversation();
        assertThat(store().change(seen.id(), seen.version(), ConversationState.QUEUED, NOON.plusSeconds(9)))
                .isTrue();
        assertThat(store().change(seen.id(), seen.version(), ConversationState.RESOLVED, NOON))
                .isFalse();
        assertThat(store().change("cnv_nowhere", 1, ConversationState.OPEN, NOON))
                .isFalse();
        assertThat(now(seen).state()).isEqualTo(ConversationState.QUEUED);
        assertThat(now(seen).version()).isEqualTo(seen.version() + 1);
        assertThat(now(seen).updatedAt()).isEqualTo(NOON.plusSeconds(9));
        assertThat(eventsOf(seen))
                .extracting(Event::body)
                .containsExactly(new Event.Body.StateChanged(ConversationState.QUEUED));
    }

    @Test
    default void doesNotSpoilADecisionByWhatIsOnlyLogged() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        long seen = now(conversation).version();
        store().start(workerLeases(), NOON);
        assertThat(now(conversation).version()).isEqualTo(seen);
        assistantRepliesLate(conversation);
        assertThat(now(conversation).version()).isEqualTo(seen + 1);
        store().rate(turnsOf(conversation).getLast().id(), true, NOON);
        assertThat(now(conversation).version()).isEqualTo(seen + 1);
    }

    private void assistantRepliesLate(Conversation conversation) {
        store().releaseAll();
        assistantReplies("late");
        assertThat(textsOf(conversation)).containsExactly("a", "late");
    }

    private List<String> page(Conversation conversation, Page page) {
        return store().turns(conversation.id(), page).stream().map(Turn::text).toList();
    }
}
