package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Conversations.Score;
import io.babeldesk.conversation.Conversations.Settlement;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Turn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The right to be forgotten. */
interface ErasesShoppers extends StoreVocabulary {

    @Test
    default void forgetsWhoSheWas() {
        String secret = anySecret();
        String shopper = store().admit(secret, NOON).id();
        store().erase(shopper, NOON);
        assertThat(store().shopper(shopper)).isEmpty();
        assertThat(store().shopperBySecret(secret)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> conversationOf(shopper));
        assertThat(store().admit(secret, NOON).id()).isNotEqualTo(shopper);
    }

    @Test
    default void leavesTombstonesWithTheirNumbers() {
        Conversation conversation = conversation();
        Receipt.Accepted said = shopperSays(conversation, "Meine Nummer ist 0170 1234567");
        String reply = assistantReplies("Danke, Frau Muster").id();
        store().rate(reply, true, NOON);
        List<Long> positions =
                eventsOf(conversation).stream().map(Event::position).toList();
        store().erase(conversation.shopper(), NOON.plusSeconds(7));

        assertThat(turnsOf(conversation)).extracting(Turn::id).containsExactly(said.turn(), reply);
        assertThat(turnsOf(conversation)).extracting(Turn::seq).containsExactly(1L, 3L);
        assertThat(textsOf(conversation)).containsExactly("", "");
        assertThat(eventsOf(conversation)).extracting(Event::position).startsWith(positions.toArray(Long[]::new));
        assertThat(eventsOf(conversation)).extracting(Event::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(eventsOf(conversation).toString())
                .doesNotContain("0170")
                .doesNotContain("Muster")
                .doesNotContain("return-window")
                .doesNotContain("de-AT");
        assertThat(store().replyTo(said.turn()))
                .contains((Turn.OfAssistant) turnsOf(conversation).getLast());
        assertThat(store().provenance(reply)).isEmpty();
    }

    @Test
    default void tellsListenersWhichTurnsAreGone() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        assistantReplies("b");
        store().erase(conversation.shopper(), NOON);
        List<Event.Body> after =
                eventsOf(conversation).stream().skip(3).map(Event::body).toList();
        assertThat(after)
                .containsExactly(
                        new Event.Body.TurnUpdated(turnsOf(conversation).getFirst()),
                        new Event.Body.TurnUpdated(turnsOf(conversation).getLast()),
                        new Event.Body.StateChanged(ConversationState.CLOSED));
        assertThat(now(conversation).lastSeq()).isEqualTo(6);
    }

    @Test
    default void erasesAllHerConversationsAndNobodyElses() {
        String shopper = shopper();
        Conversation first = conversationOf(shopper);
        Conversation second = conversationOf(shopper);
        Conversation others = conversation();
        List.of(first, second, others).forEach(conversation -> shopperSays(conversation, "a"));
        store().erase(shopper, NOON);
        assertThat(textsOf(first)).containsExactly("");
        assertThat(textsOf(second)).containsExactly("");
        assertThat(textsOf(others)).containsExactly("a");
        assertThat(store().debts()).isEqualTo(1);
    }

    @Test
    default void forgetsKeysAndComments() {
        Conversation conversation = conversation();
        store().receive(message(conversation, "key", "a"));
        store().score(conversation.id(), 4, Optional.of("nett, Erika"), NOON);
        store().erase(conversation.shopper(), NOON.plusSeconds(9));
        assertThat(store().scoreOf(conversation.id())).contains(new Score(4, Optional.empty(), NOON));
        assertThat(store().forgetKeysBefore(NOON.plusSeconds(99))).isZero();
        store().score(conversation.id(), 5, Optional.of("zu spät"), NOON);
        assertThat(store().scoreOf(conversation.id())).contains(new Score(5, Optional.empty(), NOON));
    }

    @Test
    default void takesNothingMoreInAnErasedConversation() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Lease lease = workerLeases();
        store().erase(conversation.shopper(), NOON.plusSeconds(9));
        assertThat(settle(lease, "zu spät")).isEqualTo(Settlement.LOST);
        assertThat(store().receive(message(conversation, "noch da"))).isEqualTo(new Receipt.ConversationClosed());
        assertThat(store().debts()).isZero();
        assertThat(now(conversation).state()).isEqualTo(ConversationState.CLOSED);
        assertThat(now(conversation).market()).isEmpty();
        assertThat(now(conversation).updatedAt()).isEqualTo(NOON.plusSeconds(9));
        assertThat(textsOf(conversation)).containsExactly("");
    }

    @Test
    default void erasesAStrangerWithoutEffect() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        store().erase("shp_nobody", NOON);
        store().erase(conversation.shopper(), NOON);
        List<Event> once = eventsOf(conversation);
        store().erase(conversation.shopper(), NOON);
        assertThat(eventsOf(conversation)).isEqualTo(once);
    }
}
