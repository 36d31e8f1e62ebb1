package io.babeldesk.chat;

import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes debts under a lease and has them answered, each on a virtual thread of its own. One thread looks for debts:
 * when it is woken, and now and then by itself. Safe for use by many threads.
 */
final class ReplyWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyWorker.class);

    private final Conversations conversations;
    private final Replying replying;
    private final Clock clock;
    private final String instance;
    private final Pace pace;

    private final Semaphore news = new Semaphore(0);
    private final Semaphore places;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<Lease, Instant> held = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("reply-", 0).factory());
    private final Thread looking = Thread.ofVirtual().name("reply-worker").unstarted(this::lookForDebts);

    ReplyWorker(Conversations conversations, Replying replying, Clock clock, String instance, Pace pace) {
        this.conversations = conversations;
        this.replying = replying;
        this.clock = clock;
        this.instance = instance;
        this.pace = pace;
        this.places = new Semaphore(pace.atOnce());
    }

    void start() {
        looking.start();
    }

    /** There may be a new debt. */
    void wake() {
        news.release();
    }

    private void lookForDebts() {
        try {
            while (!isStopping()) {
                try {
                    takeWhatIsFree();
                    holdOn();
                } catch (RuntimeException broken) {
                    LOG.error("the store gives no work; trying again in {}", pace.look(), broken);
                }
                news.tryAcquire(pace.look().toNanos(), TimeUnit.NANOSECONDS);
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeWhatIsFree() {
        while (!isStopping() && places.tryAcquire()) {
            Optional<Lease> lease = Optional.empty();
            try {
                lease = conversations.lease(instance, pace.lease(), clock.instant());
            } finally {
                if (lease.isEmpty()) {
                    places.release();
                }
            }
            if (lease.isEmpty()) {
                return;
            }
            Lease taken = lease.get();
            held.put(taken, taken.until());
            threads.execute(() -> work(taken));
        }
    }

    /** Extends leases of which a third has passed. */
    private void holdOn() {
        Instant now = clock.instant();
        Instant soon = now.plus(pace.lease().multipliedBy(2).dividedBy(3));
        held.forEach((lease, until) -> {
            if (until.isBefore(soon) && conversations.extend(lease, now.plus(pace.lease()))) {
                held.replace(lease, now.plus(pace.lease()));
            }
        });
    }

    private void work(Lease lease) {
        boolean done = false;
        try {
            replying.replyUnder(lease);
            done = true;
        } catch (RuntimeException | Error broken) {
            // An Error too: the shopper should not wait until the lease runs out.
            LOG.warn("attempt {} at {} failed", lease.attempt(), lease.replyTurn(), broken);
        } finally {
            places.release();
        }
        if (!done) {
            pauseAndRelease(lease);
        }
        held.remove(lease);
        wake();
    }

    /** Holds the lease while it pauses, so that no other instance runs into the same failure at once. */
    private void pauseAndRelease(Lease lease) {
        try {
            Duration pause = pace.pauseAfter(lease.attempt());
            if (stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.info("{} is left to the next start", lease.replyTurn());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        release(lease);
    }

    private void release(Lease lease) {
        try {
            conversations.release(lease);
        } catch (RuntimeException broken) {
            LOG.warn("{} stays leased until its time is over", lease.replyTurn(), broken);
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Takes no more work, lets what is being answered finish, and after the grace time leaves it to others. */
    @Override
    public void close() {
        stopping.countDown();
        wake();
        try {
            looking.join();
            threads.shutdown();
            if (!threads.awaitTermination(pace.grace().toNanos(), TimeUnit.NANOSECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        held.keySet().forEach(this::release);
    }
}
