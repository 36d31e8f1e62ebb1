package io.babeldesk.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of a debt when something breaks. */
class FailuresTest extends ChatVocabulary {

    @Test
    void triesAgainWhenTheAnswererFails() {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        answerer.failsTimes(2);
        String turn = shopperSays(chat, conversation, "a");
        assertThat(assistantReplies(chat, conversation, turn).text()).isEqualTo("re: a");
        assertThat(answerer.asked).hasSize(3);
        assertThat(kindsOfEventsIn(conversation)).containsExactly("TurnCreated", "ReplyStarted", "ReplyCompleted");
    }

    @Test
    void namesAPersonAfterThreeFailures() {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        answerer.failsTimes(99);
        Turn.OfAssistant reply = assistantReplies(chat, conversation, shopperSays(chat, conversation, "a"));
        assertThat(reply.reply()).isEqualTo(sorry(GERMAN));
        assertThat(reply.reply().kind()).isEqualTo(ReplyKind.NEEDS_PERSON);
        assertThat(conversations.provenance(reply.id()).orElseThrow().query()).isEqualTo("a");
        assertThat(answerer.asked).hasSize(3);
    }

    @Test
    void countsFailuresForEachDebtAnew() {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        answerer.failsTimes(2);
        assistantReplies(chat, conversation, shopperSays(chat, conversation, "a"));
        answerer.failsTimes(2);
        String second = shopperSays(chat, conversation, "b");
        assertThat(assistantReplies(chat, conversation, second).text()).isEqualTo("re: b");
    }

    @Test
    void answersOthersWhileItPausesForOne() {
        Pace slow = new Pace(
                Duration.ofSeconds(30), Duration.ofMillis(5), Duration.ofSeconds(20), Duration.ofMillis(100), 3, 1);
        ShopperChat chat = chat("one", slow);
        chat.start();
        answerer.failsTimes(1);
        Conversation failing = conversation();
        shopperSays(chat, failing, "a");
        while (answerer.asked.isEmpty()) {
            Thread.onSpinWait();
        }
        Conversation other = conversation();
        assertThat(assistantReplies(chat, other, shopperSays(chat, other, "b")).text())
                .isEqualTo("re: b");
    }

    @Test
    void takesOverWhatADeadProcessLeft() {
        ShopperChat dead = chat("dead", BRISK);
        Conversation conversation = conversation();
        String turn = shopperSays(dead, conversation, "a");
        ShopperChat next = runningChat("next");
        assertThat(assistantReplies(next, conversation, turn).text()).isEqualTo("re: a");
    }

    @Test
    void doesNotTryAgainWhatThreeProcessesDiedOf() {
        ShopperChat dead = chat("dead", BRISK);
        Conversation conversation = conversation();
        String turn = shopperSays(dead, conversation, "a");
        Instant past = clock.instant().minusSeconds(3600);
        for (int i = 0; i < 3; i++) {
            assertThat(conversations.lease("dead", Duration.ofSeconds(30), past.plusSeconds(60L * i)))
                    .isPresent();
        }
        assertThat(assistantReplies(runningChat("next"), conversation, turn).reply())
                .isEqualTo(sorry(GERMAN));
        assertThat(answerer.asked).isEmpty();
    }

    @Test
    void completesTheReplyThatADeadProcessBegan() {
        ShopperChat dead = chat("dead", BRISK);
        Conversation conversation = conversation();
        String turn = shopperSays(dead, conversation, "a");
        Instant past = clock.instant().minusSeconds(60);
        Lease lease = conversations.lease("dead", Duration.ofSeconds(30), past).orElseThrow();
        conversations.start(lease, past);
        assertThat(assistantReplies(runningChat("next"), conversation, turn).id())
                .isEqualTo(lease.replyTurn());
        assertThat(kindsOfEventsIn(conversation)).containsExactly("TurnCreated", "ReplyStarted", "ReplyCompleted");
    }

    @Test
    void holdsItsLeaseWhileAnAnswerTakesLong() throws Exception {
        Pace shortLease = new Pace(
                Duration.ofMillis(900), Duration.ofMillis(5), Duration.ofMillis(2), Duration.ofMillis(200), 3, 32);
        ShopperChat slow = chat("slow", shortLease);
        ShopperChat other = chat("other", shortLease);
        Conversation conversation = conversation();
        answerer.ponders();
        slow.start();
        String turn = shopperSays(slow, conversation, "a");
        answerer.hasBegun();
        other.start();
        assertThat(other.await(conversation.id(), turn, Duration.ofMillis(1_300)))
                .isEmpty();
        answerer.goesOn();
        assertThat(assistantReplies(slow, conversation, turn).text()).isEqualTo("re: a");
        assertThat(answerer.asked).hasSize(1);
    }

    @Test
    void finishesWhatItIsAnsweringWhenClosed() throws Exception {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        answerer.ponders();
        String turn = shopperSays(chat, conversation, "a");
        answerer.hasBegun();
        Thread closing = Thread.ofVirtual().start(chat::close);
        answerer.goesOn();
        closing.join();
        assertThat(conversations.replyTo(turn)).isPresent();
    }

    @Test
    void leavesToOthersWhatItCannotFinish() throws Exception {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        answerer.ponders();
        String turn = shopperSays(chat, conversation, "a");
        answerer.hasBegun();
        chat.close();
        answerer.goesOn();
        assertThat(textsOf(conversation)).containsExactly("a");
        assertThat(assistantReplies(runningChat("two"), conversation, turn).text())
                .isEqualTo("re: a");
    }

    @Test
    void doesNotCountAsAnAttemptWhatAStopCutOff() throws Exception {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        answerer.ponders();
        shopperSays(chat, conversation, "a");
        answerer.hasBegun();
        chat.close();
        Lease next = conversations
                .lease("two", Duration.ofSeconds(30), clock.instant())
                .orElseThrow();
        assertThat(next.attempt()).isEqualTo(1);
    }

    @Test
    void answersWhatFoundNoPlaceWithoutLookingForIt() {
        Pace narrow = new Pace(
                Duration.ofSeconds(30), Duration.ofDays(1), Duration.ofMillis(2), Duration.ofMillis(200), 3, 1);
        ShopperChat chat = chat("one", narrow);
        chat.start();
        List<Conversation> open = Stream.generate(this::conversation).limit(20).toList();
        List<String> turns = open.stream()
                .map(conversation -> shopperSays(chat, conversation, "a"))
                .toList();
        for (int i = 0; i < open.size(); i++) {
            assertThat(assistantReplies(chat, open.get(i), turns.get(i)).text()).isEqualTo("re: a");
        }
    }

    @Test
    void keepsMessagesThatComeAfterItsClosing() {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        chat.close();
        String turn = shopperSays(chat, conversation, "a");
        assertThat(conversations.owed(conversation.id())).extracting(Turn::id).isEqualTo(List.of(turn));
    }

    @Test
    void pausesLongerAfterEachFailureUpToHalfAMinute() {
        assertThat(Pace.USUAL.pauseAfter(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(Pace.USUAL.pauseAfter(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Pace.USUAL.pauseAfter(1_000_000)).isEqualTo(Duration.ofSeconds(30));
    }
}
