package io.babeldesk.bench;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.desk.search.ConversationSearch;
import io.babeldesk.desk.search.ConversationSearch.Order;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.store.LocalEventFeed;
import io.babeldesk.store.MemoryConversations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Conversations found by two words that were said in them, against reading all texts for the same words, as a database
 * does without an index.
 */
final class TurnSearchBench {

    private static final long SEED = 11;
    private static final int MESSAGES_FOR_A_PASSAGE = 2;
    private static final int MESSAGES_IN_ONE = 20;
    private static final int FOUND = 50;

    private final Size size;
    private final Consumer<String> progress;
    private final AtomicLong found = new AtomicLong();
    private final List<String> texts = new ArrayList<>();

    TurnSearchBench(Size size, Consumer<String> progress) {
        this.size = size;
        this.progress = progress;
    }

    List<Figure> figures(Edition base) {
        int messages = size.passages() * MESSAGES_FOR_A_PASSAGE;
        Conversations conversations = new MemoryConversations();
        LocalEventFeed feed = new LocalEventFeed();
        progress.accept("desk: saying " + messages + " things");
        say(conversations, new Questions(base), messages);
        try (ConversationSearch search = ConversationSearch.inMemory(conversations, feed)) {
            progress.accept("desk: making the index of what was said");
            search.start();
            long begun = System.nanoTime();
            while (!search.isComplete()) {
                LockSupport.parkNanos(1_000_000);
            }
            double rate = messages * 1e9 / (System.nanoTime() - begun);
            Contender indexed = new Indexed(search, queries());
            Contender reading = new Reading(texts, queries());
            progress.accept("desk: searching");
            Map<Contender, Rounds.Times> times =
                    new Rounds(size.time(), size.searches(), 1).run(List.of(indexed, reading));
            Rounds.Times ours = times.getOrDefault(indexed, new Rounds.Times(0, 0, 0));
            Rounds.Times bare = times.getOrDefault(reading, new Rounds.Times(0, 0, 0));
            String what = "search, " + messages + " messages, ";
            return List.of(
                    new Figure("desk", what + "p50", "ms", ours.p50(), reading.name(), bare.p50()),
                    new Figure("desk", what + "p99", "ms", ours.p99(), reading.name(), bare.p99()),
                    new Figure("desk", what + "indexed", "per second", rate, "aim", messages / 60.0));
        }
    }

    private void say(Conversations conversations, Questions questions, int messages) {
        Speaker agent = new Speaker(new AgentId("agt_bench"), "Bench");
        Instant at = Instant.EPOCH;
        String shopper = conversations.admit("bench", at).id();
        Conversation now = null;
        for (int i = 0; i < messages; i++) {
            Questions.Asked asked = questions.get(i);
            if (now == null || i % MESSAGES_IN_ONE == 0) {
                now = conversations.open(shopper, asked.language(), Optional.empty(), at);
            }
            String text = asked.text() + " LW-" + (100_000 + i);
            texts.add(text.toLowerCase(Locale.ROOT));
            Entry entry = new Entry.ByAgent(agent, text, asked.language(), Optional.empty());
            conversations.change(
                    now.id(),
                    conversations.find(now.id()).orElseThrow().version(),
                    Change.of(Handling.NONE, entry),
                    Optional.empty(),
                    at.plusSeconds(i));
        }
    }

    /** Two neighbouring words of something that was said. */
    private List<String> queries() {
        Random random = new Random(SEED);
        List<String> queries = new ArrayList<>();
        while (queries.size() < size.searches()) {
            String[] words = texts.get(random.nextInt(texts.size())).split(" ", -1);
            if (words.length > 2) {
                int at = random.nextInt(words.length - 1);
                queries.add(words[at] + " " + words[at + 1]);
            }
        }
        return List.copyOf(queries);
    }

    private final class Indexed implements Contender {
        private final ConversationSearch search;
        private final List<String> queries;

        Indexed(ConversationSearch search, List<String> queries) {
            this.search = search;
            this.queries = queries;
        }

        @Override
        public String name() {
            return "babeldesk";
        }

        @Override
        public void run(int number) {
            found.addAndGet(
                    search.find(queries.get(number), Order.NEWEST, FOUND).size());
        }
    }

    private final class Reading implements Contender {
        private final List<String> texts;
        private final List<String> queries;

        Reading(List<String> texts, List<String> queries) {
            this.texts = texts;
            this.queries = queries;
        }

        @Override
        public String name() {
            return "reading all";
        }

        @Override
        public void run(int number) {
            String query = queries.get(number);
            found.addAndGet(texts.stream().filter(text -> text.contains(query)).count());
        }
    }
}
