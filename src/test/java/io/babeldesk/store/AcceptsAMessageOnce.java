package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations.Message;
import io.babeldesk.conversation.Conversations.Receipt;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Idempotency, and conversations that take no messages. */
interface AcceptsAMessageOnce extends StoreVocabulary {

    @Test
    default void answersTheSameMessageAgainWithTheSameTurn() {
        Conversation conversation = conversation();
        Receipt.Accepted first = (Receipt.Accepted) store().receive(message(conversation, "key", "a"));
        shopperSays(conversation, "b");
        Receipt again = store().receive(message(conversation, "key", "a"));
        assertThat(first.repeated()).isFalse();
        assertThat(again).isEqualTo(new Receipt.Accepted(first.turn(), first.seq(), true));
        assertThat(textsOf(conversation)).containsExactly("a", "b");
        assertThat(store().debts()).isEqualTo(2);
    }

    @Test
    default void refusesAnotherBodyUnderTheSameKey() {
        Conversation conversation = conversation();
        store().receive(message(conversation, "key", "a"));
        assertThat(store().receive(message(conversation, "key", "b"))).isEqualTo(new Receipt.KeyReused());
        assertThat(textsOf(conversation)).containsExactly("a");
    }

    @Test
    default void keepsTheKeysOfConversationsApart() {
        Conversation one = conversation();
        Conversation other = conversation();
        store().receive(message(one, "key", "a"));
        assertThat(store().receive(message(other, "key", "b"))).isInstanceOf(Receipt.Accepted.class);
        assertThat(textsOf(other)).containsExactly("b");
    }

    @Test
    default void knowsAMessageAgainAfterItsReply() {
        Conversation conversation = conversation();
        Receipt.Accepted first = (Receipt.Accepted) store().receive(message(conversation, "key", "a"));
        assistantReplies("b");
        assertThat(store().receive(message(conversation, "key", "a")))
                .isEqualTo(new Receipt.Accepted(first.turn(), first.seq(), true));
        assertThat(store().debts()).isZero();
    }

    @Test
    default void forgetsOldKeysOnly() {
        Conversation conversation = conversation();
        store().receive(message(conversation, "key", "a"));
        assertThat(store().forgetKeysBefore(NOON)).isZero();
        assertThat(store().forgetKeysBefore(NOON.plus(Duration.ofMillis(1)))).isEqualTo(1);
        assertThat(((Receipt.Accepted) store().receive(message(conversation, "key", "a"))).repeated())
                .isFalse();
        assertThat(textsOf(conversation)).containsExactly("a", "a");
    }

    @Test
    default void takesNoMessageForAConversationThatIsNotThere() {
        assertThat(store().receive(new Message(
                        "cnv_nowhere", "k", "d", "hallo?", GERMAN, Optional.empty(), Optional.empty(), UNHAPPY, NOON)))
                .isEqualTo(new Receipt.NoSuchConversation());
        assertThat(store().debts()).isZero();
    }

    @Test
    default void takesNoMessageForAClosedConversationButKnowsTheOldOnes() {
        Conversation conversation = conversation();
        Receipt.Accepted said = (Receipt.Accepted) store().receive(message(conversation, "key", "a"));
        closes(conversation);
        assertThat(store().receive(message(conversation, "b"))).isEqualTo(new Receipt.ConversationClosed());
        assertThat(store().receive(message(conversation, "key", "a")))
                .isEqualTo(new Receipt.Accepted(said.turn(), said.seq(), true));
        assertThat(textsOf(conversation)).containsExactly("a");
    }

    @Test
    default void givesAResolvedConversationBackToTheAssistantWhenTheShopperWrites() {
        Conversation conversation = conversation();
        store().change(conversation.id(), conversation.version(), ConversationState.RESOLVED, NOON);
        Receipt.Accepted said = shopperSays(conversation, "doch noch etwas");
        assertThat(said.seq()).isEqualTo(2);
        assertThat(now(conversation).state()).isEqualTo(ConversationState.ASSISTANT);
        assertThat(kindsOfEventsIn(conversation)).containsExactly("StateChanged", "TurnCreated", "StateChanged");
        assertThat(now(conversation).lastSeq()).isEqualTo(3);
        assertThat(workerLeases().conversation()).isEqualTo(conversation.id());
    }

    @Test
    default void leavesTheStateAloneWhileAPersonIsAtIt() {
        Conversation conversation = conversation();
        store().change(conversation.id(), conversation.version(), ConversationState.OPEN, NOON);
        shopperSays(conversation, "sind Sie da?");
        assertThat(now(conversation).state()).isEqualTo(ConversationState.OPEN);
    }

    private void closes(Conversation conversation) {
        assertThat(store().change(conversation.id(), now(conversation).version(), ConversationState.CLOSED, NOON))
                .isTrue();
    }
}
