package io.babeldesk.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Conversations.Message;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Conversations.Repeat;
import io.babeldesk.conversation.Conversations.Repeated;
import io.babeldesk.conversation.Conversations.Score;
import io.babeldesk.conversation.Conversations.Settlement;
import io.babeldesk.conversation.Conversations.Settling;
import io.babeldesk.conversation.Conversations.Versioned;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Handled;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One conversation with all that belongs to it. Guarded by {@link MemoryConversations}. */
final class MemoryConversation {

    final MemoryLog log = new MemoryLog();
    final MemoryDebts debts = new MemoryDebts();
    private final LongSupplier positions;
    private final Map<String, Key> keys = new HashMap<>();
    private final Map<String, Provenance> provenances = new HashMap<>();
    private final Set<String> started = new HashSet<>();
    private Conversation now;
    private Handling handling = Handling.NONE;
    private @Nullable Score score;
    private boolean erased;

    /** @param positions counts the events of all conversations */
    MemoryConversation(Conversation opened, LongSupplier positions) {
        this.now = opened;
        this.positions = positions;
    }

    Conversation now() {
        return now;
    }

    /** Whether a message came under this key before. */
    boolean knows(String key) {
        return keys.containsKey(key);
    }

    Receipt receive(Message message, String turn, Supplier<String> turnIds) {
        Key used = keys.get(message.key());
        if (used != null) {
            return used.digest().equals(message.digest())
                    ? new Receipt.Accepted(used.turn(), used.seq(), true)
                    : new Receipt.KeyReused();
        }
        if (now.state() == ConversationState.CLOSED) {
            return new Receipt.ConversationClosed();
        }
        Instant at = message.at().truncatedTo(MILLIS);
        Turn.OfShopper said = message.asTurn(turn, now.lastSeq() + 1, at);
        log.keep(said);
        debts.owe(said, append(new Body.TurnCreated(said), at));
        keys.put(message.key(), new Key(message.digest(), turn, said.seq(), at));
        become(now.state(), message.language(), message.market().or(now::market), at);
        message.arrival()
                .upon(now, handling, at)
                .ifPresent(change -> apply(change, Entries.end(change, now.state()), turnIds, at));
        return new Receipt.Accepted(turn, said.seq(), false);
    }

    Optional<Turn.OfAssistant> replyTo(String shopperTurn) {
        return debts.replyTo(shopperTurn).flatMap(log::turn).map(Turn.OfAssistant.class::cast);
    }

    Optional<Provenance> provenance(String turn) {
        return Optional.ofNullable(provenances.get(turn));
    }

    boolean awaitsWorker(Instant at) {
        return now.state() == ConversationState.ASSISTANT && debts.awaitWorker(at);
    }

    boolean start(Lease lease, Instant at) {
        if (!debts.isHeldBy(lease)) {
            return false;
        }
        if (started.add(lease.replyTurn())) {
            append(new Body.ReplyStarted(lease.replyTurn()), at);
        }
        return true;
    }

    Settlement settle(Lease lease, Settling settling, Supplier<String> turnIds, Instant at) {
        if (!debts.isHeldBy(lease)) {
            return Settlement.LOST;
        }
        if (!debts.areAll(settling.replyTo())) {
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

    /** The turn that was said; none if nothing is owed, or not by the assistant. */
    Optional<String> stop(AssistantReply reply, Provenance provenance, Instant at) {
        List<String> owed = debts.turns().stream().map(Turn::id).toList();
        if (owed.isEmpty() || now.state() != ConversationState.ASSISTANT) {
            return Optional.empty();
        }
        String turn = Ids.replyTo(owed.getFirst());
        if (started.add(turn)) {
            append(new Body.ReplyStarted(turn), at);
        }
        say(turn, new Settling(owed, reply, provenance), at);
        return Optional.of(turn);
    }

    private void say(String turn, Settling settling, Instant at) {
        Turn.OfAssistant said = new Turn.OfAssistant(
                turn,
                now.lastSeq() + 1,
                settling.reply(),
                List.copyOf(settling.replyTo()),
                Optional.empty(),
                at.truncatedTo(MILLIS));
        log.keep(said);
        append(new Body.ReplyCompleted(said), at);
        provenances.put(said.id(), settling.provenance());
        debts.settleAll(said.id());
        become(now.state(), said.language(), said.reply().market().or(now::market), at);
    }

    void join(String customer) {
        now = new Conversation(
                now.id(),
                customer,
                now.version() + 1,
                now.state(),
                now.language(),
                now.market(),
                now.lastSeq(),
                now.createdAt(),
                now.updatedAt());
    }

    boolean rate(String turn, boolean helpful, Instant at) {
        if (!(log.turn(turn).orElse(null) instanceof Turn.OfAssistant said)) {
            return false;
        }
        if (!said.helpful().equals(Optional.of(helpful))) {
            Turn.OfAssistant rated = new Turn.OfAssistant(
                    said.id(), said.seq(), said.reply(), said.replyTo(), Optional.of(helpful), said.createdAt());
            log.keep(rated);
            append(new Body.TurnUpdated(rated), at);
        }
        return true;
    }

    boolean mark(String turn, Optional<Mark> mark, Speaker by, Instant at) {
        if (!(log.turn(turn).orElse(null) instanceof Turn.OfAssistant)) {
            return false;
        }
        if (!Optional.ofNullable(marks().get(turn)).equals(mark)) {
            append(new Body.Marked(turn, mark, by), at);
        }
        return true;
    }

    Map<String, Mark> marks() {
        return Entries.marksIn(log.events());
    }

    void score(Score given) {
        Score kept = erased ? new Score(given.score(), Optional.empty(), given.at()) : given;
        boolean told = score != null && score.says(kept);
        score = kept;
        if (!told) {
            append(new Body.Scored(given.score()), given.at());
        }
    }

    Optional<Score> score() {
        return Optional.ofNullable(score);
    }

    boolean change(long version, ConversationState to, Instant at) {
        if (now.version() != version) {
            return false;
        }
        append(new Body.StateChanged(to), at);
        become(to, now.language(), now.market(), at);
        if (to != ConversationState.ASSISTANT) {
            debts.endLease();
        }
        if (to == ConversationState.CLOSED) {
            debts.drop();
        }
        return true;
    }

    Handling handling() {
        return handling;
    }

    Handled handled() {
        return new Handled(now, handling, log.lastOfPeople());
    }

    /** What was done under a name before. */
    Optional<Repeated> repeated(Repeat repeat) {
        return Optional.ofNullable(keys.get(repeat.key()))
                .map(key -> key.digest().equals(repeat.digest())
                        ? new Repeated.Same(log.turn(key.turn()).orElseThrow())
                        : new Repeated.Other());
    }

    /** The turns that were added; none if it stands at another version, or the change was made before. */
    Optional<List<Turn>> change(
            long version, Change change, Optional<Repeat> repeat, Supplier<String> turnIds, Instant at) {
        if (now.version() != version
                || repeat.filter(known -> keys.containsKey(known.key())).isPresent()) {
            return Optional.empty();
        }
        List<Turn> turns = apply(change, Entries.end(change, now.state()), turnIds, at);
        if (repeat.isPresent() && !turns.isEmpty()) {
            Turn first = turns.getFirst();
            keys.put(
                    repeat.get().key(),
                    new Key(repeat.get().digest(), first.id(), first.seq(), at.truncatedTo(MILLIS)));
        }
        return Optional.of(turns);
    }

    private List<Turn> apply(Change change, ConversationState to, Supplier<String> turnIds, Instant at) {
        List<Turn> turns = new ArrayList<>();
        change.through().forEach(state -> append(Entries.moved(state, change), at));
        change.instead().ifPresent(said -> turns.add(sayInstead(said, turnIds, at)));
        for (Body body : Entries.of(change, now, turnIds, at)) {
            Entries.turnIn(body).ifPresent(turn -> {
                log.keep(turn);
                turns.add(turn);
            });
            append(body, at);
        }
        handling = change.handling();
        become(to, now.language(), now.market(), at);
        if (to != ConversationState.ASSISTANT) {
            debts.endLease();
        }
        if (Entries.settles(change)) {
            debts.drop();
        }
        return List.copyOf(turns);
    }

    private Turn sayInstead(Change.Instead said, Supplier<String> turnIds, Instant at) {
        List<String> owed = debts.turns().stream().map(Turn::id).toList();
        if (owed.isEmpty()) {
            Turn told = Entries.told(said, turnIds.get(), now, at);
            log.keep(told);
            append(new Body.TurnCreated(told), at);
            return told;
        }
        String turn = Ids.replyTo(owed.getFirst());
        if (started.add(turn)) {
            append(new Body.ReplyStarted(turn), at);
        }
        say(turn, new Settling(owed, said.reply(), said.provenance()), at);
        return log.turn(turn).orElseThrow();
    }

    /** Adds a note without touching the version. */
    Turn.OfNote note(String turn, Entry.Note noted, Optional<Repeat> repeat, Instant at) {
        Optional<Turn> before = repeat.flatMap(known -> Optional.ofNullable(keys.get(known.key())))
                .flatMap(key -> log.turn(key.turn()));
        if (before.orElse(null) instanceof Turn.OfNote same) {
            return same;
        }
        Turn.OfNote note = noted.asTurn(turn, now.lastSeq() + 1, at);
        log.keep(note);
        append(new Body.Noted(note), at);
        repeat.ifPresent(known -> keys.put(known.key(), new Key(known.digest(), note.id(), note.seq(), at)));
        return note;
    }

    /** Empty if the turn does not have these parts. */
    Optional<Turn> redact(String id, Redaction redaction, Instant at) {
        return log.turn(id).filter(turn -> redaction.fits(turn.text())).map(turn -> {
            log.redact(id, redaction);
            Turn left = redaction.of(turn);
            log.keep(left);
            if (left instanceof Turn.OfShopper said) {
                debts.replace(said);
            }
            provenances.replaceAll((reply, provenance) ->
                    log.turn(reply).orElseThrow().seq() >= turn.seq() ? redaction.of(provenance) : provenance);
            keys.replaceAll((_, key) -> key.turn().equals(id) ? new Key("", key.turn(), key.seq(), key.at()) : key);
            debts.endLease();
            append(new Body.TurnUpdated(left), at);
            return left;
        });
    }

    void erase(Instant at) {
        erased = true;
        handling = handling.equals(Handling.NONE) ? handling : Tombstones.of(handling);
        log.erase();
        debts.drop();
        keys.clear();
        provenances.clear();
        score().ifPresent(this::score);
        log.turns().forEach(turn -> append(new Body.TurnUpdated(turn), at));
        append(new Body.StateChanged(ConversationState.CLOSED), at);
        become(ConversationState.CLOSED, now.language(), Optional.empty(), at);
    }

    int forgetKeysBefore(Instant before) {
        int all = keys.size();
        keys.values().removeIf(key -> key.at().isBefore(before.truncatedTo(MILLIS)));
        return all - keys.size();
    }

    /** Returns the event's position. */
    private long append(Body body, Instant at) {
        Event event = new Event(
                positions.getAsLong(),
                now.id(),
                now.lastSeq() + 1,
                Event.visibilityOf(body),
                body,
                at.truncatedTo(MILLIS));
        log.append(event);
        stand(now.version(), now.state(), now.language(), now.market(), event.seq(), event.at());
        return event.position();
    }

    private void become(ConversationState state, Language language, Optional<Market> market, Instant at) {
        stand(now.version() + 1, state, language, market, now.lastSeq(), at.truncatedTo(MILLIS));
    }

    private void stand(
            long version,
            ConversationState state,
            Language language,
            Optional<Market> market,
            long lastSeq,
            Instant at) {
        now = new Conversation(now.id(), now.shopper(), version, state, language, market, lastSeq, now.createdAt(), at);
    }

    private record Key(String digest, String turn, long seq, Instant at) {}
}
