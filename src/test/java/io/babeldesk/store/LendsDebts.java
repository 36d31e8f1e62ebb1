package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Conversations.Lessee;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Conversations.Settlement;
import io.babeldesk.conversation.Conversations.Taken;
import io.babeldesk.conversation.Conversations.Work;
import io.babeldesk.conversation.Turn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leases: one worker at a time, and another when it dies. */
interface LendsDebts extends StoreVocabulary {

    Instant AFTER_THE_LEASE = NOON.plus(LEASE);

    @Test
    default void lendsADebtToOneWorkerAtATime() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Lease lease = workerLeases("one", NOON);
        assertThat(lease.conversation()).isEqualTo(conversation.id());
        assertThat(lease.replyTurn()).startsWith("trn_");
        assertThat(lease.instance()).isEqualTo("one");
        assertThat(lease.attempt()).isEqualTo(1);
        assertThat(lease.until()).isEqualTo(AFTER_THE_LEASE);
        assertThat(store().lease("two", LEASE, NOON)).isEmpty();
        assertThat(store().lease("one", LEASE, AFTER_THE_LEASE.minusMillis(1))).isEmpty();
    }

    @Test
    default void lendsTheOldestDebtFirst() {
        Conversation first = conversation();
        Conversation second = conversation();
        shopperSays(second, "a");
        shopperSays(first, "b");
        shopperSays(second, "c");
        assertThat(List.of(workerLeases().conversation(), workerLeases().conversation()))
                .containsExactly(second.id(), first.id());
        assertThat(store().lease("one", LEASE, NOON)).isEmpty();
    }

    @Test
    default void passesALeaseOnWhenItsTimeIsOver() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Lease dead = workerLeases("one", NOON);
        store().start(dead, NOON);
        Lease heir = workerLeases("two", AFTER_THE_LEASE);
        assertThat(heir.replyTurn()).isEqualTo(dead.replyTurn());
        assertThat(heir.fence()).isGreaterThan(dead.fence());
        assertThat(heir.attempt()).isEqualTo(2);
        assertThat(store().start(dead, AFTER_THE_LEASE)).isFalse();
        assertThat(store().start(heir, AFTER_THE_LEASE)).isTrue();
        assertThat(settle(dead, "from the grave")).isEqualTo(Settlement.LOST);
        assertThat(settle(heir, "alive")).isEqualTo(Settlement.SETTLED);
        assertThat(textsOf(conversation)).containsExactly("a", "alive");
        assertThat(kindsOfEventsIn(conversation)).containsExactly("TurnCreated", "ReplyStarted", "ReplyCompleted");
    }

    @Test
    default void takesALateReplyAsLongAsNobodyElseIsAtIt() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Lease lease = workerLeases("one", NOON);
        assertThat(store().settle(lease, settling(owedIn(lease), reply("late")), AFTER_THE_LEASE.plusSeconds(9)))
                .isEqualTo(Settlement.SETTLED);
        assertThat(textsOf(conversation)).containsExactly("a", "late");
    }

    @Test
    default void logsABeginningOnce() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Lease lease = workerLeases();
        assertThat(store().start(lease, NOON)).isTrue();
        assertThat(store().start(lease, NOON)).isTrue();
        assertThat(kindsOfEventsIn(conversation)).containsExactly("TurnCreated", "ReplyStarted");
        settle(lease, "b");
        shopperSays(conversation, "c");
        Lease next = workerLeases();
        assertThat(next.replyTurn()).isNotEqualTo(lease.replyTurn());
        assertThat(store().start(next, NOON)).isTrue();
        assertThat(kindsOfEventsIn(conversation)).endsWith("TurnCreated", "ReplyStarted");
    }

    @Test
    default void holdsOnToALease() {
        shopperSays(conversation(), "a");
        Lease lease = workerLeases("one", NOON);
        assertThat(store().extend(lease, AFTER_THE_LEASE.plusSeconds(10))).isTrue();
        assertThat(store().lease("two", LEASE, AFTER_THE_LEASE)).isEmpty();
        Lease heir = workerLeases("two", AFTER_THE_LEASE.plusSeconds(10));
        assertThat(store().extend(lease, AFTER_THE_LEASE.plusSeconds(99))).isFalse();
        assertThat(heir.attempt()).isEqualTo(2);
    }

    @Test
    default void lendsAReleasedDebtAtOnce() {
        shopperSays(conversation(), "a");
        Lease lease = workerLeases("one", NOON);
        store().release(lease);
        Lease next = workerLeases("two", NOON);
        assertThat(next.attempt()).isEqualTo(2);
        store().release(lease);
        assertThat(store().lease("three", LEASE, NOON)).isEmpty();
        assertThat(settle(lease, "released")).isEqualTo(Settlement.LOST);
        assertThat(settle(next, "held")).isEqualTo(Settlement.SETTLED);
    }

    @Test
    default void lendsAMessageWithItsReceipt() {
        Conversation conversation = conversation();
        Taken taken = receivesAndLeases(conversation, "a");
        Lease lease = taken.lease().orElseThrow();
        assertThat(taken.receipt()).isInstanceOf(Receipt.Accepted.class);
        assertThat(lease.instance()).isEqualTo("one");
        assertThat(lease.attempt()).isEqualTo(1);
        assertThat(lease.until()).isEqualTo(AFTER_THE_LEASE);
        assertThat(store().lease("two", LEASE, NOON)).isEmpty();
        assertThat(store().start(lease, NOON)).isTrue();
        assertThat(settle(lease, "b")).isEqualTo(Settlement.SETTLED);
        assertThat(kindsOfEventsIn(conversation)).containsExactly("TurnCreated", "ReplyStarted", "ReplyCompleted");
        Lease next = receivesAndLeases(conversation, "c").lease().orElseThrow();
        assertThat(next.attempt()).isEqualTo(1);
        assertThat(next.fence()).isGreaterThan(lease.fence());
        assertThat(next.replyTurn()).isNotEqualTo(lease.replyTurn());
    }

    @Test
    default void lendsNoMessageThatIsNotTheOnlyDebtOfTheAssistant() {
        Conversation owing = conversation();
        shopperSays(owing, "a");
        assertThat(receivesAndLeases(owing, "b").lease()).isEmpty();
        Conversation again = conversation();
        Taken first = receivesAndLeases(again, "c");
        Taken repeated = receivesAndLeases(again, "c");
        assertThat(((Receipt.Accepted) repeated.receipt()).turn())
                .isEqualTo(((Receipt.Accepted) first.receipt()).turn());
        assertThat(repeated.lease()).isEmpty();
        Conversation led = conversation();
        moves(led, ConversationState.OPEN);
        assertThat(receivesAndLeases(led, "d").lease()).isEmpty();
        assertThat(kindsOfEventsIn(led)).doesNotContain("ReplyStarted");
    }

    @Test
    default void doesNotCountAnAttemptThatWasHandedBack() {
        Conversation conversation = conversation();
        Lease first = receivesAndLeases(conversation, "a").lease().orElseThrow();
        store().handBack(first);
        store().handBack(first);
        Lease next = workerLeases("two", NOON);
        assertThat(next.attempt()).isEqualTo(1);
        assertThat(next.replyTurn()).isEqualTo(first.replyTurn());
        assertThat(settle(first, "handed back")).isEqualTo(Settlement.LOST);
        assertThat(store().start(next, NOON)).isTrue();
        assertThat(kindsOfEventsIn(conversation)).containsExactly("TurnCreated", "ReplyStarted");
    }

    @Test
    default void showsAWorkerWhatItNeeds() {
        Conversation conversation = conversation();
        for (String text : List.of("a", "b", "c")) {
            shopperSays(conversation, text);
            settle(workerLeases(), "re: " + text);
        }
        shopperSays(conversation, "d");
        shopperSays(conversation, "e");
        Work work = store().work(conversation.id(), 3);
        assertThat(work.conversation()).isEqualTo(now(conversation));
        assertThat(work.owed()).extracting(Turn::text).containsExactly("d", "e");
        assertThat(work.earlier()).extracting(Turn::text).containsExactly("re: b", "c", "re: c");
        assertThatIllegalArgumentException().isThrownBy(() -> store().work("cnv_nowhere", 3));
    }

    private Taken receivesAndLeases(Conversation conversation, String text) {
        return store().receiveAndLease(message(conversation, "key of " + text, text), new Lessee("one", LEASE));
    }

    @Test
    default void voidsEveryLeaseAtOnce() {
        shopperSays(conversation(), "a");
        shopperSays(conversation(), "b");
        Lease one = workerLeases();
        Lease other = workerLeases();
        store().releaseAll();
        assertThat(settle(one, "x")).isEqualTo(Settlement.LOST);
        assertThat(store().start(other, NOON)).isFalse();
        assertThat(workerLeases("new", NOON).replyTurn()).isEqualTo(one.replyTurn());
        assertThat(workerLeases("new", NOON).attempt()).isEqualTo(2);
    }

    @Test
    default void countsAttemptsAnewForTheNextDebt() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        store().release(workerLeases());
        Lease second = workerLeases();
        settle(second, "b");
        shopperSays(conversation, "c");
        Lease next = workerLeases();
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(next.attempt()).isEqualTo(1);
        assertThat(next.fence()).isGreaterThan(second.fence());
    }

    @Test
    default void lendsNothingThatIsNotTheAssistants() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Lease lease = workerLeases();
        moves(conversation, ConversationState.OPEN);
        assertThat(store().start(lease, NOON)).isFalse();
        assertThat(store().extend(lease, AFTER_THE_LEASE)).isFalse();
        assertThat(settle(lease, "into a person's words")).isEqualTo(Settlement.LOST);
        assertThat(store().lease("two", LEASE, AFTER_THE_LEASE)).isEmpty();
        assertThat(store().debts()).isEqualTo(1);
        moves(conversation, ConversationState.ASSISTANT);
        assertThat(settle(lease, "still void")).isEqualTo(Settlement.LOST);
        assertThat(workerLeases("two", NOON).replyTurn()).isEqualTo(lease.replyTurn());
    }

    @Test
    default void knowsNoLeaseOnAConversationThatIsNotThere() {
        Lease stray = new Lease("cnv_nowhere", "trn_x", "one", 1, 1, NOON);
        assertThat(store().start(stray, NOON)).isFalse();
        assertThat(store().extend(stray, NOON)).isFalse();
        assertThat(store().settle(stray, settling(List.of(), reply("x")), NOON)).isEqualTo(Settlement.LOST);
        store().release(stray);
    }

    private void moves(Conversation conversation, ConversationState to) {
        assertThat(store().change(conversation.id(), now(conversation).version(), to, NOON))
                .isTrue();
    }
}
