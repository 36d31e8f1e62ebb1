package io.babeldesk.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Conversations.Lessee;
import io.babeldesk.conversation.Conversations.Message;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Conversations.Repeat;
import io.babeldesk.conversation.Conversations.Score;
import io.babeldesk.conversation.Conversations.Settlement;
import io.babeldesk.conversation.Conversations.Settling;
import io.babeldesk.conversation.Conversations.Taken;
import io.babeldesk.conversation.Conversations.Versioned;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.Redaction;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** One conversation in a write transaction: locked when it is read, and written back after each operation. */
final class StoredConversation {

    private final LogRows log;
    private final DebtRows debts;
    private final LeaseRows leases;
    private final KeyRows keys;
    private final ScoreRows scores;
    private final ConversationRows conversations;
    private final HandlingRows handlings;
    private final NotificationRows notifications;
    private final BlockRows blocks;
    private Conversation now;

    private StoredConversation(Handle handle, Conversation now) {
        this.log = new LogRows(handle);
        this.debts = new DebtRows(handle);
        this.leases = new LeaseRows(handle);
        this.keys = new KeyRows(handle);
        this.scores = new ScoreRows(handle);
        this.conversations = new ConversationRows(handle);
        this.handlings = new HandlingRows(handle);
        this.notifications = new NotificationRows(handle);
        this.blocks = new BlockRows(handle);
        this.now = now;
    }

    static Optional<StoredConversation> lock(Handle handle, String id) {
        return new ConversationRows(handle).lock(id).map(now -> new StoredConversation(handle, now));
    }

    Receipt receive(Message message, String turn, Supplier<String> turnIds) {
        Optional<Receipt> earlier = keys.earlier(message);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (blocks.of(now.shopper(), message.at()).isPresent()) {
            return new Receipt.ShopperBlocked();
        }
        if (now.state() == ConversationState.CLOSED) {
            return new Receipt.ConversationClosed();
        }
        Instant at = message.at().truncatedTo(MILLIS);
        Turn.OfShopper said = message.asTurn(turn, now.lastSeq() + 1, at);
        log.add(now.id(), said);
        debts.owe(now.id(), turn, append(new Body.TurnCreated(said), at));
        keys.add(message, turn, said.seq());
        become(now.state(), message.language(), message.market().or(now::market));
        message.arrival()
                .upon(now, handling(), at)
                .ifPresent(change -> apply(change, Entries.end(change, now.state()), turnIds, at));
        return new Receipt.Accepted(turn, said.seq(), false);
    }

    Taken receiveAndLease(Message message, String turn, Supplier<String> turnIds, Lessee lessee) {
        Receipt receipt = receive(message, turn, turnIds);
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

    Settlement settle(Lease lease, Settling settling, Supplier<String> turnIds, Instant at) {
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
        if (settling.change().isPresent() && settling.change().get().version() != now.version()) {
            return Settlement.JOINED;
        }
        Optional<Change> change = settling.change().map(Versioned::change);
        change.map(Change::through).orElse(List.of()).forEach(state -> append(new Body.StateChanged(state), at));
        say(lease.replyTurn(), settling, at);
        change.ifPresent(made -> apply(made.withoutStates(), Entries.end(made, now.state()), turnIds, at));
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

    /** False if the turn is not the assistant's. */
    boolean mark(String turn, Optional<Mark> mark, Speaker by, Instant at) {
        if (!(log.turn(turn).orElse(null) instanceof Turn.OfAssistant)) {
            return false;
        }
        if (!Optional.ofNullable(log.marks(now.id()).get(turn)).equals(mark)) {
            append(new Body.Marked(turn, mark, by), at);
            conversations.update(now);
        }
        return true;
    }

    void score(Score given) {
        boolean told = scores.of(now.id()).filter(before -> before.says(given)).isPresent();
        scores.put(now.id(), given);
        if (!told) {
            append(new Body.Scored(given.score()), given.at());
            conversations.update(now);
        }
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

    String shopper() {
        return now.shopper();
    }

    Handling handling() {
        return handlings.of(now.id());
    }

    /** The turns that were added; none if it stands at another version, or the change was made before. */
    Optional<List<Turn>> change(
            long version, Change change, Optional<Repeat> repeat, Supplier<String> turnIds, Instant at) {
        boolean done =
                repeat.flatMap(known -> keys.earlier(now.id(), known.key())).isPresent();
        if (now.version() != version || done) {
            return Optional.empty();
        }
        List<Turn> turns = apply(change, Entries.end(change, now.state()), turnIds, at);
        if (repeat.isPresent() && !turns.isEmpty()) {
            keys.add(now.id(), repeat.get(), turns.getFirst(), at);
        }
        return Optional.of(turns);
    }

    private List<Turn> apply(Change change, ConversationState to, Supplier<String> turnIds, Instant at) {
        List<Turn> turns = new ArrayList<>();
        change.through().forEach(state -> append(Entries.moved(state, change), at));
        change.instead().ifPresent(said -> turns.add(sayInstead(said, turnIds, at)));
        for (Body body : Entries.of(change, now, turnIds, at)) {
            Entries.turnIn(body).ifPresent(turn -> {
                log.add(now.id(), turn);
                turns.add(turn);
            });
            append(body, at);
        }
        handlings.put(now.id(), change.handling());
        become(to, now.language(), now.market());
        if (to != ConversationState.ASSISTANT) {
            leases.end(now.id());
        }
        if (Entries.settles(change)) {
            debts.drop(now.id());
        }
        return List.copyOf(turns);
    }

    private Turn sayInstead(Change.Instead said, Supplier<String> turnIds, Instant at) {
        List<String> owed = debts.ids(now.id());
        if (owed.isEmpty()) {
            Turn told = Entries.told(said, turnIds.get(), now, at);
            log.add(now.id(), told);
            append(new Body.TurnCreated(told), at);
            return told;
        }
        String turn = Ids.replyTo(owed.getFirst());
        if (!leases.hasBegun(now.id(), turn)) {
            append(new Body.ReplyStarted(turn), at);
        }
        say(turn, new Settling(owed, said.reply(), said.provenance()), at);
        return log.turn(turn).orElseThrow();
    }

    /** Adds a note without touching the version. */
    Turn.OfNote note(String turn, Entry.Note noted, Optional<Repeat> repeat, Instant at) {
        Optional<Turn> before = repeat.flatMap(known -> keys.earlier(now.id(), known.key()))
                .flatMap(earlier -> log.turn(earlier.getValue()));
        if (before.orElse(null) instanceof Turn.OfNote same) {
            return same;
        }
        Turn.OfNote note = noted.asTurn(turn, now.lastSeq() + 1, at);
        log.add(now.id(), note);
        append(new Body.Noted(note), at);
        repeat.ifPresent(known -> keys.add(now.id(), known, note, at));
        conversations.update(now);
        return note;
    }

    void erase(Instant at) {
        for (Event event : log.eventsAfter(now.id(), 0, Integer.MAX_VALUE)) {
            log.replaceBody(event, Tombstones.of(event.body()));
        }
        debts.drop(now.id());
        keys.forget(now.id());
        log.forgetProvenances(now.id());
        scores.forgetComment(now.id());
        handlings.erase(now.id());
        notifications.forgetMentions(now.id());
        for (Turn turn : log.turns(now.id())) {
            Turn left = Tombstones.of(turn);
            log.replace(left);
            append(new Body.TurnUpdated(left), at);
        }
        append(new Body.StateChanged(ConversationState.CLOSED), at);
        become(ConversationState.CLOSED, now.language(), Optional.empty());
    }

    /** Empty if the turn does not have these parts. */
    Optional<Turn> redact(String id, Redaction redaction, Instant at) {
        Optional<Turn> found = log.turn(id).filter(turn -> redaction.fits(turn.text()));
        return found.map(turn -> {
            log.eventsAfter(now.id(), 0, Integer.MAX_VALUE)
                    .forEach(event -> log.replaceBody(event, redaction.of(event.body(), id)));
            Turn left = redaction.of(turn);
            log.replace(left);
            log.replaceProvenancesFrom(now.id(), turn.seq(), redaction::of);
            keys.forgetDigest(id);
            handlings.forgetDraftsWith(now.id(), redaction.removed(turn.text()));
            leases.end(now.id());
            append(new Body.TurnUpdated(left), at);
            conversations.update(now);
            return left;
        });
    }

    /** Returns the event's position. */
    private long append(Body body, Instant at) {
        Event event = new Event(
                log.nextPosition(),
                now.id(),
                now.lastSeq() + 1,
                Event.visibilityOf(body),
                body,
                at.truncatedTo(MILLIS));
        log.add(event);
        notifications.tell(event);
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
