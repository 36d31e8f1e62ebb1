package io.babeldesk.chat;

import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Conversations.Lessee;
import io.babeldesk.conversation.Conversations.Message;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Conversations.Taken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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

    private volatile boolean started;
    /** Whether debts may be waiting for a place. */
    private volatile boolean backlog;
    /** Whether what is being answered was interrupted because the time to stop was over. */
    private volatile boolean cutOff;

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
        started = true;
        looking.start();
    }

    /**
     * Receives a message. If there is a place free, its reply begins in the transaction that keeps the message; else
     * it is found when one becomes free.
     */
    Receipt receive(Message message) {
        if (!started || isStopping() || !places.tryAcquire()) {
            Receipt receipt = conversations.receive(message);
            backlog = true;
            wake();
            return receipt;
        }
        Optional<Lease> lease = Optional.empty();
        try {
            Taken taken = conversations.receiveAndLease(message, new Lessee(instance, pace.lease()));
            lease = taken.lease();
            lease.ifPresent(begun -> hold(begun, () -> true));
            return taken.receipt();
        } finally {
            if (lease.isEmpty()) {
                places.release();
                // An earlier debt of the conversation may be waiting, or have been given up in the meantime.
                wake();
            }
        }
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
                backlog = false;
                lease = conversations.lease(instance, pace.lease(), clock.instant());
            } finally {
                if (lease.isEmpty()) {
                    places.release();
                }
            }
            if (lease.isEmpty()) {
                return;
            }
            backlog = true;
            Lease taken = lease.get();
            hold(taken, () -> replying.begin(taken));
        }
    }

    /** Works under a lease on a thread of its own, which gives the place back. */
    private void hold(Lease lease, BooleanSupplier beginning) {
        held.put(lease, lease.until());
        try {
            threads.execute(() -> work(lease, beginning));
        } catch (RejectedExecutionException closed) {
            // It was received while the worker closed: the next start answers it.
            places.release();
            held.remove(lease);
            handBack(lease);
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

    private void work(Lease lease, BooleanSupplier beginning) {
        boolean done = false;
        try {
            if (beginning.getAsBoolean()) {
                replying.replyUnder(lease);
            }
            done = true;
        } catch (RuntimeException | Error broken) {
            // An Error too: the shopper should not wait until the lease runs out.
            LOG.warn("attempt {} at {} failed", lease.attempt(), lease.replyTurn(), broken);
        } finally {
            places.release();
        }
        if (cutOff) {
            handBack(lease);
        } else if (!done) {
            pauseAndRelease(lease);
        }
        held.remove(lease);
        if (!done || backlog) {
            wake();
        }
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

    private void handBack(Lease lease) {
        try {
            conversations.handBack(lease);
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
                cutOff();
            }
        } catch (InterruptedException e) {
            cutOff();
            Thread.currentThread().interrupt();
        }
        held.keySet().forEach(this::handBack);
    }

    /** What is interrupted has not failed: it does not count as an attempt. */
    private void cutOff() {
        cutOff = true;
        threads.shutdownNow();
    }
}
