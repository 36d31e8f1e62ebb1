package io.babeldesk.desk;

import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.DeskFilter;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.handoff.Handoffs;
import io.babeldesk.knowledge.HandoffRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens at the desk by itself: alarms go off, what an agent who is gone had goes back to the queue, and what
 * waits is given out. All of it is found in the store, so that a restart forgets nothing. One thread; safe for use by
 * many threads.
 */
public final class DeskClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeskClock.class);

    private static final int AT_ONCE = 100;

    /** Between two looks, so that a busy hour is not looked at after every word. */
    private static final Duration BREATH = Duration.ofMillis(50);

    private static final Set<ConversationState> HELD =
            Set.of(ConversationState.OPEN, ConversationState.WAITING, ConversationState.SNOOZED);

    private final Conversations conversations;
    private final EventFeed feed;
    private final Handoffs handoffs;
    private final Presence presence;
    private final Desk desk;
    private final Supplier<HandoffRules> rules;
    private final Clock clock;
    private final Duration look;
    private final Semaphore news = new Semaphore(0);
    private final Thread looking = Thread.ofVirtual().name("desk-clock").unstarted(this::run);
    private volatile boolean stopping;

    /** @param look how often it looks by itself */
    public DeskClock(
            Conversations conversations,
            EventFeed feed,
            Handoffs handoffs,
            Presence presence,
            Desk desk,
            Supplier<HandoffRules> rules,
            Clock clock,
            Duration look) {
        this.conversations = conversations;
        this.feed = feed;
        this.handoffs = handoffs;
        this.presence = presence;
        this.desk = desk;
        this.rules = rules;
        this.clock = clock;
        this.look = look;
    }

    public void start() {
        looking.start();
    }

    /** Something may be to do at once: somebody waits, or has become free. */
    public void wake() {
        news.release();
    }

    private void run() {
        // Whatever is logged may have brought somebody into the queue.
        try (EventFeed.Subscription _ = feed.listenToAll(this::wake)) {
            while (!stopping) {
                try {
                    tick();
                } catch (RuntimeException broken) {
                    LOG.error("the desk's clock stumbled; trying again in {}", look, broken);
                }
                news.tryAcquire(look.toNanos(), TimeUnit.NANOSECONDS);
                Thread.sleep(BREATH);
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does once all that is due now. */
    public void tick() {
        ring();
        takeFromThoseWhoAreGone();
        desk.assign();
    }

    private void ring() {
        Instant now = clock.instant();
        for (Alarm alarm : conversations.due(now, AT_ONCE)) {
            Optional<Handled> handled = conversations.handled(alarm.conversation());
            Optional<Change> change = handled.flatMap(known -> handoffs.alarm(known, alarm.kind(), now));
            if (change.isPresent()
                    && conversations
                            .change(
                                    alarm.conversation(),
                                    handled.orElseThrow().conversation().version(),
                                    change.get(),
                                    Optional.empty(),
                                    now)
                            .isPresent()) {
                feed.appended(alarm.conversation());
            }
        }
    }

    private void takeFromThoseWhoAreGone() {
        for (Speaker gone : presence.goneFor(rules.get().deadlines().goneAfter())) {
            DeskFilter hers = new DeskFilter(
                    HELD,
                    Optional.of(gone.id()),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    DeskFilter.Sort.WAITING,
                    Optional.empty(),
                    AT_ONCE);
            for (Handled held : conversations.forDesk(hers)) {
                desk.requeue(held.conversation().id(), gone, Optional.empty(), Optional.empty());
            }
        }
    }

    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
