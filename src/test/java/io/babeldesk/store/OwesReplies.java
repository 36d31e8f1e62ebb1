package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Conversations.Settlement;
import io.babeldesk.conversation.Turn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Debts and how they are settled. */
interface OwesReplies extends StoreVocabulary {

    @Test
    default void owesAReplyFromTheMomentThatAMessageIsAccepted() {
        Conversation conversation = conversation();
        assertThat(store().debts()).isZero();
        Receipt.Accepted first = shopperSays(conversation, "a");
        Receipt.Accepted second = shopperSays(conversation, "b");
        assertThat(store().debts()).isEqualTo(2);
        assertThat(store().owed(conversation.id())).extracting(Turn::id).containsExactly(first.turn(), second.turn());
        assertThat(store().owed(conversation.id()).getFirst())
                .isEqualTo(store().turn(first.turn()).orElseThrow());
        assertThat(store().replyTo(first.turn())).isEmpty();
        assertThat(store().owed("cnv_nowhere")).isEmpty();
    }

    @Test
    default void settlesAllThatIsOwedByOneReply() {
        Conversation conversation = conversation();
        Receipt.Accepted first = shopperSays(conversation, "a");
        Receipt.Accepted second = shopperSays(conversation, "b");
        Turn.OfAssistant reply = assistantReplies("both");
        assertThat(reply.replyTo()).containsExactly(first.turn(), second.turn());
        assertThat(store().replyTo(first.turn())).contains(reply);
        assertThat(store().replyTo(second.turn())).contains(reply);
        assertThat(store().debts()).isZero();
        assertThat(store().owed(conversation.id())).isEmpty();
        assertThat(store().lease("one", LEASE, NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    default void keepsAReplyWholeAndHowItCameAbout() {
        Conversation conversation = conversation();
        Receipt.Accepted said = shopperSays(conversation, "a");
        Turn.OfAssistant reply = assistantReplies("30 Tage");
        assertThat(reply)
                .isEqualTo(new Turn.OfAssistant(
                        reply.id(), 3, reply("30 Tage"), List.of(said.turn()), Optional.empty(), NOON));
        assertThat(store().provenance(reply.id())).contains(provenance("what was asked"));
        assertThat(store().conversationOf(reply.id())).contains(now(conversation));
        assertThat(store().provenance(said.turn())).isEmpty();
        assertThat(store().replyTo(reply.id())).isEmpty();
    }

    @Test
    default void takesOnTheLanguageAndTheMarketOfAReply() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Conversation before = now(conversation);
        settles(reply("b", SPANISH, Optional.of(FRANCE)));
        assertThat(now(conversation).language()).isEqualTo(SPANISH);
        assertThat(now(conversation).market()).contains(FRANCE);
        assertThat(now(conversation).version()).isEqualTo(before.version() + 1);
        shopperSays(conversation, "c");
        settles(reply("d", GERMAN, Optional.empty()));
        assertThat(now(conversation).language()).isEqualTo(GERMAN);
        assertThat(now(conversation).market()).contains(FRANCE);
    }

    @Test
    default void letsAMessageJoinTheReplyThatIsBeingMade() {
        Conversation conversation = conversation();
        Receipt.Accepted first = shopperSays(conversation, "a");
        Lease lease = workerLeases();
        store().start(lease, NOON);
        Receipt.Accepted second = shopperSays(conversation, "b");
        assertThat(store().settle(lease, settling(List.of(first.turn()), reply("one")), NOON))
                .isEqualTo(Settlement.JOINED);
        assertThat(textsOf(conversation)).containsExactly("a", "b");
        assertThat(store().debts()).isEqualTo(2);
        assertThat(settle(lease, "both")).isEqualTo(Settlement.SETTLED);
        assertThat(store().replyTo(first.turn())).isEqualTo(store().replyTo(second.turn()));
        assertThat(kindsOfEventsIn(conversation))
                .containsExactly("TurnCreated", "ReplyStarted", "TurnCreated", "ReplyCompleted");
    }

    @Test
    default void appendsAReplyOnceOnly() {
        Conversation conversation = conversation();
        Receipt.Accepted said = shopperSays(conversation, "a");
        Lease lease = workerLeases();
        assertThat(settle(lease, "b")).isEqualTo(Settlement.SETTLED);
        assertThat(store().settle(lease, settling(List.of(said.turn()), reply("b")), NOON))
                .isEqualTo(Settlement.LOST);
        assertThat(textsOf(conversation)).containsExactly("a", "b");
    }

    @Test
    default void refusesToSettleWhatIsNotOwed() {
        Conversation conversation = conversation();
        Receipt.Accepted said = shopperSays(conversation, "a");
        Lease lease = workerLeases();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().settle(lease, settling(List.of(said.turn(), "trn_x"), reply("b")), NOON))
                .withMessageContaining("trn_x");
        assertThat(textsOf(conversation)).containsExactly("a");
        assertThat(settle(lease, "b")).isEqualTo(Settlement.SETTLED);
    }

    @Test
    default void owesNothingInAClosedConversation() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Lease lease = workerLeases();
        store().change(conversation.id(), now(conversation).version(), ConversationState.CLOSED, NOON);
        assertThat(store().debts()).isZero();
        assertThat(settle(lease, "b")).isEqualTo(Settlement.LOST);
    }

    private void settles(AssistantReply reply) {
        Lease lease = workerLeases();
        assertThat(store().settle(lease, settling(owedIn(lease), reply), NOON)).isEqualTo(Settlement.SETTLED);
    }

    @Test
    default void aStoppedAnswerSettlesAllAndComesTooLate() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Lease lease = workerLeases();
        store().start(lease, NOON);
        Receipt.Accepted second = shopperSays(conversation, "b");
        List<String> owed = owedIn(lease);
        assertThat(store().stop(conversation.id(), reply("stopped"), provenance("a b"), NOON))
                .isTrue();
        assertThat(store().settle(lease, settling(owed, reply("late")), NOON)).isEqualTo(Settlement.LOST);
        assertThat(textsOf(conversation)).containsExactly("a", "b", "stopped");
        Turn.OfAssistant said = store().replyTo(second.turn()).orElseThrow();
        assertThat(said.id()).isEqualTo(lease.replyTurn());
        assertThat(said.replyTo()).isEqualTo(owed);
        assertThat(kindsOfEventsIn(conversation))
                .containsExactly("TurnCreated", "ReplyStarted", "TurnCreated", "ReplyCompleted");
        assertThat(store().debts()).isZero();
        assertThat(store().stop(conversation.id(), reply("again"), provenance(""), NOON))
                .isFalse();
    }

    @Test
    default void whatNobodyHasBegunToAnswerIsBegunAndStopped() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        assertThat(store().stop(conversation.id(), reply("stopped"), provenance("a"), NOON))
                .isTrue();
        assertThat(kindsOfEventsIn(conversation)).containsExactly("TurnCreated", "ReplyStarted", "ReplyCompleted");
        shopperSays(conversation, "b");
        assistantReplies("c");
        assertThat(textsOf(conversation)).containsExactly("a", "stopped", "b", "c");
    }

    @Test
    default void whatAPersonOwesIsNotStopped() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        store().change(conversation.id(), now(conversation).version(), ConversationState.OPEN, NOON);
        assertThat(store().stop(conversation.id(), reply("stopped"), provenance("a"), NOON))
                .isFalse();
        assertThat(store().stop("cnv_nowhere", reply("stopped"), provenance("a"), NOON))
                .isFalse();
        assertThat(textsOf(conversation)).containsExactly("a");
    }
}
