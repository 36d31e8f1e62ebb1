package io.babeldesk.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.Reply;
import io.babeldesk.chat.ShopperChat.Incoming;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Turn;
import io.babeldesk.sentiment.SentimentReader;
import io.babeldesk.store.MemoryConversations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Two instances on one store that fails now and then, with an answerer that fails now and then, while shoppers write
 * and send again what was not acknowledged. Seeded; leases are so short that they pass on in mid-work.
 */
class InterleavingsTest extends ChatVocabulary {

    private static final SentimentReader MOODS = SentimentReader.shipped();
    private static final int SEEDS = 200;
    private static final int SHOPPERS = 3;
    private static final int MESSAGES = 4;
    private static final Pace HASTY = new Pace(
            Duration.ofMillis(2), Duration.ofMillis(1), Duration.ofNanos(50_000), Duration.ofMillis(100), 3, 4);

    private static final Logger LOG = (Logger) LoggerFactory.getLogger("io.babeldesk.chat");

    @BeforeAll
    static void keepsTheFailuresOnPurposeOutOfTheLog() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void logsAgain() {
        LOG.setLevel(null);
    }

    @Test
    void repliesOnceToEachMessageWhateverFailsAndWhenever() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            repliesOnceToEachMessage(seed);
        }
    }

    private void repliesOnceToEachMessage(long seed) throws Exception {
        Conversations store = new MemoryConversations();
        String shopper = store.admit("hash", clock.instant()).id();
        List<Conversation> open = IntStream.range(0, 2)
                .mapToObj(i -> store.open(shopper, GERMAN, Optional.empty(), clock.instant()))
                .toList();
        try (ShopperChat one = chat(store, seed, "one");
                ShopperChat other = chat(store, seed + 1_000, "other")) {
            one.start();
            other.start();
            List<Thread> shoppers = new ArrayList<>();
            for (int i = 0; i < SHOPPERS; i++) {
                Random chance = new Random(seed * 31 + i);
                String name = "shopper " + i;
                shoppers.add(Thread.ofVirtual().start(() -> writes(name, open, List.of(one, other), chance)));
            }
            for (Thread thread : shoppers) {
                thread.join();
            }
            waitUntilNothingIsOwed(store, seed);
        }
        for (Conversation conversation : open) {
            check(store, conversation, seed);
        }
        assertThat(open.stream()
                        .flatMap(conversation -> turns(store, conversation, Turn.OfShopper.class).stream())
                        .map(Turn::text))
                .as("what was said, seed %d", seed)
                .doesNotHaveDuplicates()
                .hasSize(SHOPPERS * MESSAGES);
    }

    private ShopperChat chat(Conversations store, long seed, String instance) {
        Random chance = new Random(seed);
        Answerer shaky = question -> {
            double draw;
            synchronized (chance) {
                draw = chance.nextDouble();
            }
            if (draw < 0.15) {
                throw new IllegalStateException("broken on purpose");
            }
            LockSupport.parkNanos(draw > 0.95 ? 4_000_000 : (long) (draw * 200_000));
            return new Reply.Answered(ScriptedAnswerer.saying(question), List.of(), List.of(), ReplyMode.PASSAGE);
        };
        return new ShopperChat(
                StumblingStore.over(store, seed, 0.04),
                feed,
                shaky,
                (text, page, earlier) -> GERMAN,
                MOODS,
                ChatVocabulary::sorry,
                Optional.empty(),
                clock,
                instance,
                HASTY);
    }

    private static void writes(String name, List<Conversation> open, List<ShopperChat> chats, Random chance) {
        for (int i = 0; i < MESSAGES; i++) {
            String text = name + ", message " + i;
            Conversation conversation = open.get(chance.nextInt(open.size()));
            boolean acknowledged = false;
            while (!acknowledged) {
                try {
                    ShopperChat chat = chats.get(chance.nextInt(chats.size()));
                    chat.receive(conversation, new Incoming(text, "digest", text, Optional.empty(), Optional.empty()));
                    acknowledged = true;
                } catch (IllegalStateException lost) {
                    LockSupport.parkNanos(1);
                }
            }
            LockSupport.parkNanos(chance.nextInt(300_000));
        }
    }

    private void waitUntilNothingIsOwed(Conversations store, long seed) throws InterruptedException {
        for (int i = 0; store.debts() > 0; i++) {
            assertThat(i).as("still owed: seed %d", seed).isLessThan(20_000);
            Thread.sleep(Duration.ofNanos(300_000));
        }
    }

    private static void check(Conversations store, Conversation conversation, long seed) {
        List<Event> events = store.eventsAfter(conversation.id(), 0, 10_000);
        List<String> said = turns(store, conversation, Turn.OfShopper.class).stream()
                .map(Turn::id)
                .toList();
        List<Turn.OfAssistant> replies = turns(store, conversation, Turn.OfAssistant.class);
        assertThat(replies.stream().flatMap(reply -> reply.replyTo().stream()).toList())
                .as("what was replied to, in order, seed %d", seed)
                .isEqualTo(said);
        assertThat(events.stream().map(Event::seq))
                .as("numbers, seed %d", seed)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        Set<String> begun = new HashSet<>();
        Set<String> completed = new HashSet<>();
        for (Event event : events) {
            switch (event.body()) {
                case Body.ReplyStarted started ->
                    assertThat(begun.add(started.turn())).isTrue();
                case Body.ReplyCompleted reply ->
                    assertThat(completed.add(reply.turn().id())).isTrue();
                case Body.TurnCreated _,
                        Body.TurnUpdated _,
                        Body.StateChanged _,
                        Body.Assigned _,
                        Body.Noted _,
                        Body.HandlingChanged _,
                        Body.Merged _,
                        Body.ScoreAsked _,
                        Body.Scored _,
                        Body.SuggestionJudged _,
                        Body.Deadline _,
                        Body.HandedOver _,
                        Body.Marked _ -> {}
            }
            assertThat(begun).as("begun before completed, seed %d", seed).containsAll(completed);
        }
        assertThat(completed).isEqualTo(begun).hasSameSizeAs(replies);
    }

    private static <T extends Turn> List<T> turns(Conversations store, Conversation conversation, Class<T> kind) {
        return store.turns(conversation.id(), Conversations.Page.newest(200)).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
