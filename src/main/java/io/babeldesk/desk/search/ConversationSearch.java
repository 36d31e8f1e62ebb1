package io.babeldesk.desk.search;

import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.language.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds conversations by the words that were said in them, or by who the shopper is. The index follows the log by itself
 * once it is started; a search first reads what was logged a moment ago. Safe for use by many threads.
 */
public final class ConversationSearch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationSearch.class);
    private static final Duration KEPT_AFTER = Duration.ofSeconds(30);
    private static final Duration BREATH = Duration.ofMillis(50);
    /** How long a search waits for an index that is made anew; then it finds what is there. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final TurnIndex index;
    private final LogReader log;
    private final EventFeed feed;
    private final Semaphore news = new Semaphore(1);
    private final Thread following =
            Thread.ofPlatform().name("desk-search").daemon().unstarted(this::run);
    private volatile boolean stopping;

    private ConversationSearch(TurnIndex index, Conversations conversations, EventFeed feed) {
        this.index = index;
        this.log = new LogReader(conversations, index);
        this.feed = feed;
    }

    /**
     * @param folder for what is derived from the log; it may be deleted while no service uses it
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public static ConversationSearch open(Path folder, Conversations conversations, EventFeed feed) {
        return new ConversationSearch(TurnIndex.open(folder), conversations, feed);
    }

    /** One that is gone with the process. */
    public static ConversationSearch inMemory(Conversations conversations, EventFeed feed) {
        return new ConversationSearch(TurnIndex.inMemory(), conversations, feed);
    }

    /** In which order conversations are found. */
    public enum Order {
        BEST,
        NEWEST
    }

    public void start() {
        following.start();
    }

    private void run() {
        try (EventFeed.Subscription _ = feed.listenToAll(news::release)) {
            while (!stopping) {
                readOn();
                if (!news.tryAcquire(KEPT_AFTER.toNanos(), TimeUnit.NANOSECONDS)) {
                    log.keep();
                }
                Thread.sleep(BREATH);
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether all that was logged is found. */
    public boolean isComplete() {
        return log.isComplete();
    }

    private void readOn() {
        try {
            boolean all = false;
            while (!all && !stopping) {
                all = log.read();
            }
        } catch (RuntimeException broken) {
            LOG.error("what was said cannot be indexed for the search; trying again with what comes next", broken);
        }
    }

    /**
     * The conversations in which all words stand in one turn, each once. A word is found as it is written or in another
     * form; words in quotation marks stand together; of the last one its beginning is enough.
     *
     * @param most how many at most
     */
    public List<Hit> find(String words, Order order, int most) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean all = false;
        while (!all && System.nanoTime() < end) {
            all = log.read();
        }
        return index.find(words, order, most);
    }

    /** A part of a text with the words in it marked; none if they don't stand in it. */
    public List<Piece> highlight(String words, String text, Language language) {
        return index.highlight(words, text, language);
    }

    @Override
    public void close() {
        stopping = true;
        news.release();
        try {
            following.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.keep();
        index.close();
    }
}
