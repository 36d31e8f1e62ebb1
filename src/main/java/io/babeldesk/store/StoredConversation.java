package io.babeldesk.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Conversations.Lessee;
import io.babeldesk.conversation.Conversations.Message;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Conversations.Settlement;
import io.babeldesk.conversation.Conversations.Settling;
import io.babeldesk.conversation.Conversations.Taken;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Event.Visibility;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One conversation in a write transaction: locked when it is read, and written back after each operation. */
final class StoredConversation {

    private final LogRows log;
    private final DebtRows debts;
    private final LeaseRows leases;
    private final KeyRows keys;
    private final ScoreRows scores;
    private final ConversationRows conversations;
    private Conversation now;

    private StoredConversation(Handle handle, Conversation now) {
        this.log = new LogRows(handle);
        this.debts = new DebtRows(handle);
        this.leases = new LeaseRows(handle);
        this.keys = new KeyRows(handle);
        this.scores = new ScoreRows(handle);
        this.conversations = new ConversationRows(handle);
        this.now = now;
    }

    static Optional<StoredConversation> lock(Handle handle, String id) {
        return new ConversationRows(handle).lock(id).map(now -> new StoredConversation(handle, now));
    }

    Receipt receive(Message message, String turn) {
        Optional<Receipt> earlier = keys.earlier(message);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (now.state() == ConversationState.CLOSED) {
            return new Receipt.ConversationClosed();
        }
        Instant at = message.at().truncatedTo(MILLIS);
        Turn.OfShopper said = new Turn.OfShopper(
                turn,
                now.lastSeq() + 1,
                message.text(),
                message.language(),
                message.locale(),
                Optional.of(message.mood()),
                message.files(),
                at);
        log.add(now.id(), said);
        debts.owe(now.id(), turn, append(new Body.TurnCreated(said), at));
        keys.add(message, turn, said.seq());
        boolean reopens = now.state() == ConversationState.RESOLVED;
        if (reopens) {
            append(new Body.StateChanged(ConversationState.ASSISTANT), at);
        }
        become(
                reopens ? ConversationState.ASSISTANT : now.state(),
                message.language(),
                message.market().or(now::market));
        return new Receipt.Accepted(turn, said.seq(), false);
    }

    Taken receiveAndLease(Message message, String turn, Lessee lessee) {
        Receipt receipt = receive(message, turn);
        Optional<Lease> lease = Optional.empty();
        if (receipt instanceof Receipt.Accepted accepted
                && !accepted.repeated()
                && now.state() == ConversationState.ASSISTANT
                && debts.ids(now.id()).size() == 1) {
            lease = leases.takeAndBegin(
                    now.id(), Ids.replyTo(turn), lessee.instance(), message.at().plus(lessee.length()), message.at());
        }
        lease.ifPresent(taken -> {
            append(new Body.ReplyStarted(taken.replyTurn()), message.at());
            conversations.update(now);
        });
        return new Taken(receipt, lease);
    }

    boolean start(Lease lease, Instant at) {
        if (leases.begin(lease)) {
            append(new Body.ReplyStarted(lease.replyTurn()), at);
            conversations.update(now);
            return true;
        }
        return leases.holds(lease);
    }

    Settlement settle(Lease lease, Settling settling, Instant at) {
        if (!leases.holds(lease)) {
            return Settlement.LOST;
        }
        List<String> owed = debts.ids(now.id());
        for (String turn : settling.replyTo()) {
            if (!owed.contains(turn)) {
                throw Unknown.debt(turn);
            }
        }
        if (!settling.replyTo().containsAll(owed)) {
            return Settlement.JOINED;
        }
        say(lease.replyTurn(), settling, at);
        return Settlement.SETTLED;
    }

    /** False if nothing is owed, or not by the assistant. */
    boolean stop(AssistantReply reply, Provenance provenance, Instant at) {
        List<String> owed = debts.ids(now.id());
        if (owed.isEmpty() || now.state() != ConversationState.ASSISTANT) {
            return false;
        }
        String turn = Ids.replyTo(owed.getFirst());
        if (!leases.hasBegun(now.id(), turn)) {
            append(new Body.ReplyStarted(turn), at);
        }
        say(turn, new Settling(owed, reply, provenance), at);
        return true;
    }

    private void say(String turn, Settling settling, Instant at) {
        Turn.OfAssistant said = new Turn.OfAssistant(
                turn,
                now.lastSeq() + 1,
                settling.reply(),
                settling.replyTo(),
                Optional.empty(),
                at.truncatedTo(MILLIS));
        log.add(now.id(), said);
        append(new Body.ReplyCompleted(said), at);
        log.addProvenance(said.id(), settling.provenance());
        debts.settleAll(now.id(), said.id());
        become(now.state(), said.language(), said.reply().market().or(now::market));
    }

    /** False if the turn is not the assistant's. */
    boolean rate(String turn, boolean helpful, Instant at) {
        if (!(log.turn(turn).orElse(null) instanceof Turn.OfAssistant said)) {
            return false;
        }
        if (!said.helpful().equals(Optional.of(helpful))) {
            Turn.OfAssistant rated = new Turn.OfAssistant(
                    said.id(), said.seq(), said.reply(), said.replyTo(), Optional.of(helpful), said.createdAt());
            log.replace(rated);
            append(new Body.TurnUpdated(rated), at);
            conversations.update(now);
        }
        return true;
    }

    boolean change(long version, ConversationState to, Instant at) {
        if (now.version() != version) {
            return false;
        }
        append(new Body.StateChanged(to), at);
        become(to, now.language(), now.market());
        if (to != ConversationState.ASSISTANT) {
            leases.end(now.id());
        }
        if (to == ConversationState.CLOSED) {
            debts.drop(now.id());
        }
        return true;
    }

    void erase(Instant at) {
        for (Event event : log.eventsAfter(now.id(), 0, Integer.MAX_VALUE)) {
            log.replaceBody(event, Tombstones.of(event.body()));
        }
        debts.drop(now.id());
        keys.forget(now.id());
        log.forgetProvenances(now.id());
        scores.forgetComment(now.id());
        for (Turn turn : log.turns(now.id())) {
            Turn left = Tombstones.of(turn);
            log.replace(left);
            append(new Body.TurnUpdated(left), at);
        }
        append(new Body.StateChanged(ConversationState.CLOSED), at);
        become(ConversationState.CLOSED, now.language(), Optional.empty());
    }

    /** Returns the event's position. */
    private long append(Body body, Instant at) {
        Event event = new Event(
                log.nextPosition(), now.id(), now.lastSeq() + 1, Visibility.SHOPPER, body, at.truncatedTo(MILLIS));
        log.add(event);
        now = new Conversation(
                now.id(),
                now.shopper(),
                now.version(),
                now.state(),
                now.language(),
                now.market(),
                event.seq(),
                now.createdAt(),
                event.at());
        return event.position();
    }

    private void become(ConversationState state, Language language, Optional<Market> market) {
        now = new Conversation(
                now.id(),
                now.shopper(),
                now.version() + 1,
                state,
                language,
                market,
                now.lastSeq(),
                now.createdAt(),
                now.updatedAt());
        conversations.update(now);
    }
}
