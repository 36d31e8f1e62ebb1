package io.babeldesk.desk;

import io.babeldesk.conversation.Blocked;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.Handled;
import io.babeldesk.handoff.Handoffs;
import io.babeldesk.handoff.Move;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Keeps shoppers out who only want to harm, and lets them in again. Safe for use by many threads. */
public final class Blocks {

    private final Conversations conversations;
    private final EventFeed feed;
    private final Handoffs handoffs;
    private final Clock clock;

    public Blocks(Conversations conversations, EventFeed feed, Handoffs handoffs, Clock clock) {
        this.conversations = conversations;
        this.feed = feed;
        this.handoffs = handoffs;
        this.clock = clock;
    }

    /** From now on nothing of hers is taken, and what is under way is closed. False if there is no such shopper. */
    public boolean block(Blocked blocked) {
        if (!conversations.block(blocked)) {
            return false;
        }
        List<Conversation> hers = conversations.ofShopper(blocked.shopper());
        hers.forEach(conversation -> close(conversation.id()));
        hers.stream().findFirst().ifPresent(newest -> tell(newest.id()));
        return true;
    }

    /** False if she is not kept out. */
    public boolean unblock(String shopper) {
        boolean was = conversations.unblock(shopper);
        if (was) {
            conversations.ofShopper(shopper).stream().findFirst().ifPresent(newest -> tell(newest.id()));
        }
        return was;
    }

    public Optional<Blocked> of(String shopper) {
        return conversations.blocked(shopper, clock.instant());
    }

    /** The newest first. */
    public List<Blocked> all() {
        return conversations.allBlocked(clock.instant());
    }

    private void close(String conversation) {
        while (true) {
            Optional<Handled> now = conversations.handled(conversation);
            if (now.isEmpty() || now.get().conversation().state() == ConversationState.RESOLVED) {
                return;
            }
            if (!(handoffs.moves().close(now.get()) instanceof Move.To to) || isDone(now.get(), to.change())) {
                return;
            }
        }
    }

    /** Whoever looks at it hears that something has changed. */
    private void tell(String conversation) {
        Optional<Handled> now = conversations.handled(conversation);
        now.ifPresent(
                one -> isDone(one, Change.of(one.handling(), new Change.Entry.ForAgents(new Body.HandlingChanged()))));
    }

    private boolean isDone(Handled now, Change change) {
        String conversation = now.conversation().id();
        boolean done = conversations
                .change(conversation, now.conversation().version(), change, Optional.empty(), clock.instant())
                .isPresent();
        if (done) {
            feed.appended(conversation);
        }
        return done;
    }
}
