package io.babeldesk.insight;

import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.insight.FactsTable.Progress;
import io.babeldesk.insight.FactsTable.Row;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log and keeps the facts of every conversation. It goes on where it, or another before it, has stopped; from
 * the beginning where the facts have another form. Safe for use by many threads.
 */
public final class FactsReader implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(FactsReader.class);
    private static final int BATCH = 500;
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final Log log;
    private final EventFeed feed;
    private final FactsTable table;
    private final int batch;
    private final ReentrantLock reading = new ReentrantLock();
    private final Semaphore news = new Semaphore(0);
    private final Thread following = Thread.ofVirtual().name("reports").unstarted(this::run);
    private final CountDownLatch stop = new CountDownLatch(1);

    public FactsReader(Conversations conversations, EventFeed feed, FactsTable table) {
        this(conversations::eventsBeyond, feed, table, BATCH);
    }

    /** As {@link Conversations#eventsBeyond}. */
    @FunctionalInterface
    interface Log {
        List<Event> eventsBeyond(long position, int limit);
    }

    /** @param batch how many events are read at once */
    FactsReader(Log log, EventFeed feed, FactsTable table, int batch) {
        this.log = log;
        this.feed = feed;
        this.table = table;
        this.batch = batch;
    }

    /** Keeps up with the log from now on. */
    public void start() {
        following.start();
    }

    /**
     * Reads on.
     *
     * @param most how many batches at most
     * @return whether the end of the log was reached
     */
    boolean catchUp(int most) {
        for (int i = 0; i < most; i++) {
            if (step() == Step.END) {
                return true;
            }
        }
        return false;
    }

    private enum Step {
        MORE,
        END
    }

    private Step step() {
        reading.lock();
        try {
            Progress from = table.progress();
            if (from.form() != FactsForm.NUMBER && from.position() > 0) {
                table.clear();
                from = table.progress();
            }
            List<Event> events = log.eventsBeyond(from.position(), batch);
            if (events.isEmpty()) {
                return Step.END;
            }
            table.put(folded(events), from, new Progress(events.getLast().position(), FactsForm.NUMBER));
            return events.size() < batch ? Step.END : Step.MORE;
        } finally {
            reading.unlock();
        }
    }

    private List<Row> folded(List<Event> events) {
        Map<String, Facts> touched = table
                .of(events.stream().map(Event::conversation).distinct().toList())
                .stream()
                .collect(Collectors.toMap(
                        Row::conversation, row -> FactsForm.read(row.facts()), (one, _) -> one, LinkedHashMap::new));
        for (Event event : events) {
            touched.computeIfAbsent(
                            event.conversation(), id -> new Facts(id, event.at().toEpochMilli()))
                    .take(event);
        }
        return touched.values().stream()
                .map(facts -> new Row(facts.conversation, facts.begun, FactsForm.write(facts)))
                .toList();
    }

    private void run() {
        try (EventFeed.Subscription _ = feed.listenToAll(news::release)) {
            while (!isStopping()) {
                if (readAll()) {
                    news.acquire();
                }
                // A busy desk is read in batches.
                stop.await(BREATH.toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean readAll() {
        try {
            Step last = Step.MORE;
            while (!isStopping() && last == Step.MORE) {
                last = step();
            }
            return true;
        } catch (RuntimeException broken) {
            LOGGER.error("the log cannot be read for the reports; trying again in {}", BREATH, broken);
            return false;
        }
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    @Override
    public void close() {
        stop.countDown();
        news.release();
        if (following.getState() == Thread.State.NEW) {
            return;
        }
        try {
            following.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
