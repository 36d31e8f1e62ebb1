package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Use by many threads at once. */
interface ServesManyThreads extends StoreVocabulary {

    int THREADS = 8;
    int MESSAGES = 25;

    @Test
    default void losesAndDoublesNoNumber() throws Exception {
        List<Conversation> conversations = List.of(conversation(), conversation());
        atOnce(thread -> IntStream.range(0, MESSAGES)
                .mapToObj(i -> shopperSays(conversations.get(thread % 2), thread + "/" + i))
                .toList());
        int each = THREADS / 2 * MESSAGES;
        for (Conversation conversation : conversations) {
            assertThat(eventsOf(conversation))
                    .extracting(Event::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, each).boxed().toList());
        }
        assertThat(conversations.stream().flatMap(one -> eventsOf(one).stream()))
                .extracting(Event::position)
                .doesNotHaveDuplicates()
                .hasSize(2 * each);
        assertThat(store().debts()).isEqualTo(2L * each);
    }

    @Test
    default void acceptsOneMessageOnceHoweverManySendIt() throws Exception {
        Conversation conversation = conversation();
        List<Receipt> receipts = atOnce(thread -> store().receive(message(conversation, "key", "a")));
        assertThat(receipts)
                .extracting(receipt -> ((Receipt.Accepted) receipt).turn())
                .containsOnly(turnsOf(conversation).getFirst().id());
        assertThat(receipts)
                .extracting(receipt -> ((Receipt.Accepted) receipt).repeated())
                .containsOnlyOnce(false);
        assertThat(textsOf(conversation)).containsExactly("a");
    }

    @Test
    default void admitsOneSecretOnce() throws Exception {
        String secret = anySecret();
        assertThat(atOnce(thread -> store().admit(secret, NOON))).containsOnly(store().admit(secret, NOON));
    }

    @Test
    default void changesAStateForOneOfMany() throws Exception {
        Conversation seen = conversation();
        assertThat(atOnce(thread -> store().change(seen.id(), seen.version(), ConversationState.OPEN, NOON)))
                .containsOnlyOnce(true);
        assertThat(eventsOf(seen)).hasSize(1);
    }

    @Test
    default void answersEachDebtOnceHoweverManyWork() throws Exception {
        List<Conversation> conversations =
                Stream.generate(this::conversation).limit(THREADS).toList();
        atOnce(thread -> {
            for (int i = 0; i < MESSAGES; i++) {
                shopperSays(conversations.get((thread + i) % THREADS), thread + "/" + i);
                worksOnce("worker " + thread);
            }
            return thread;
        });
        while (store().debts() > 0) {
            worksOnce("last");
        }
        for (Conversation conversation : conversations) {
            List<String> answered = turnsOf(conversation).stream()
                    .filter(Turn.OfAssistant.class::isInstance)
                    .flatMap(turn -> ((Turn.OfAssistant) turn).replyTo().stream())
                    .toList();
            assertThat(answered).doesNotHaveDuplicates().hasSize(MESSAGES);
        }
    }

    private void worksOnce(String instance) {
        for (Lease lease : store().lease(instance, LEASE, NOON).stream().toList()) {
            store().start(lease, NOON);
            settle(lease, "reply");
            store().release(lease);
        }
    }

    /** The outcomes of the same work in many threads. */
    private <T> List<T> atOnce(Work<T> work) throws Exception {
        try (var executor = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<T>> works = IntStream.range(0, THREADS)
                    .<Callable<T>>mapToObj(thread -> () -> work.in(thread))
                    .toList();
            List<T> outcomes = new ArrayList<>();
            for (Future<T> outcome : executor.invokeAll(works)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }

    /** Something that a numbered thread does. */
    interface Work<T> {
        T in(int thread) throws Exception;
    }
}
