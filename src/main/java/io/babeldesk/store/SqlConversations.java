package io.babeldesk.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Blocked;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.DeskFilter;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.Redaction;
import io.babeldesk.conversation.Shopper;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Conversations in a database, in the SQL that SQLite and PostgreSQL share. */
final class SqlConversations implements Conversations {

    private final Ids ids = new Ids();
    private final Transactions database;

    SqlConversations(Transactions database) {
        this.database = database;
    }

    @Override
    public Shopper admit(String secretHash, Instant now) {
        String id = ids.next(Ids.SHOPPER, now);
        return database.write(handle -> {
            ShopperRows shoppers = new ShopperRows(handle);
            shoppers.add(id, secretHash, now);
            return shoppers.bySecret(secretHash).orElseThrow();
        });
    }

    @Override
    public Optional<Shopper> shopper(String id) {
        return database.read(handle -> new ShopperRows(handle).byId(id));
    }

    @Override
    public void identify(String shopper, Shopper.Customer customer) {
        database.write(handle -> {
            new ShopperRows(handle).identify(shopper, customer);
            return shopper;
        });
    }

    @Override
    public Optional<Shopper> shopperBySecret(String secretHash) {
        return database.read(handle -> new ShopperRows(handle).bySecret(secretHash));
    }

    @Override
    public boolean block(Blocked blocked) {
        return database.write(handle -> {
            boolean known = new ShopperRows(handle).byId(blocked.shopper()).isPresent();
            if (known) {
                new BlockRows(handle).put(blocked);
            }
            return known;
        });
    }

    @Override
    public boolean unblock(String shopper) {
        return database.write(handle -> new BlockRows(handle).remove(shopper));
    }

    @Override
    public Optional<Blocked> blocked(String shopper, Instant now) {
        return database.read(handle -> new BlockRows(handle).of(shopper, now));
    }

    @Override
    public List<Blocked> allBlocked(Instant now) {
        return database.read(handle -> new BlockRows(handle).all(now));
    }

    @Override
    public void join(String visitor, String customer) {
        database.write(handle -> {
            if (new ShopperRows(handle).byId(customer).isEmpty()) {
                throw Unknown.shopper(customer);
            }
            new ConversationRows(handle).join(visitor, customer);
            new BlockRows(handle).carry(visitor, customer);
            return customer;
        });
    }

    @Override
    public Conversation open(String shopper, Language language, Optional<Market> market, Instant now) {
        Instant at = now.truncatedTo(MILLIS);
        String id = ids.next(Ids.CONVERSATION, now);
        Conversation opened =
                new Conversation(id, shopper, 1, ConversationState.ASSISTANT, language, market, 0, at, at);
        return database.write(handle -> {
            if (new ShopperRows(handle).byId(shopper).isEmpty()) {
                throw Unknown.shopper(shopper);
            }
            new ConversationRows(handle).add(opened);
            return opened;
        });
    }

    @Override
    public Optional<Conversation> find(String conversation) {
        return database.read(handle -> new ConversationRows(handle).find(conversation));
    }

    @Override
    public List<Conversation> ofShopper(String shopper) {
        return database.read(handle -> new ConversationRows(handle).ofShopper(shopper));
    }

    @Override
    public Receipt receive(Message message) {
        String turn = ids.next(Ids.TURN, message.at());
        return database.write(handle -> StoredConversation.lock(handle, message.conversation())
                .map(conversation -> conversation.receive(message, turn, turnIds(message.at())))
                .orElseGet(Receipt.NoSuchConversation::new));
    }

    @Override
    public Taken receiveAndLease(Message message, Lessee lessee) {
        String turn = ids.next(Ids.TURN, message.at());
        return database.write(handle -> StoredConversation.lock(handle, message.conversation())
                .map(conversation -> conversation.receiveAndLease(message, turn, turnIds(message.at()), lessee))
                .orElseGet(() -> new Taken(new Receipt.NoSuchConversation(), Optional.empty())));
    }

    @Override
    public List<Turn> turns(String conversation, Page page) {
        return database.read(handle -> new LogRows(handle).turns(conversation, page, false));
    }

    @Override
    public Optional<Turn> turn(String turn) {
        return database.read(handle -> new LogRows(handle).turn(turn));
    }

    @Override
    public Optional<Conversation> conversationOf(String turn) {
        return database.read(handle -> new ConversationRows(handle).ofTurn(turn));
    }

    @Override
    public List<Event> eventsAfter(String conversation, long seq, int limit) {
        return database.read(handle -> new LogRows(handle).eventsAfter(conversation, seq, limit));
    }

    @Override
    public Optional<Turn.OfAssistant> replyTo(String shopperTurn) {
        return database.read(handle -> new LogRows(handle).replyTo(shopperTurn));
    }

    @Override
    public Optional<Provenance> provenance(String turn) {
        return database.read(handle -> new LogRows(handle).provenance(turn));
    }

    @Override
    public Optional<Lease> lease(String instance, Duration length, Instant now) {
        return database.write(handle -> new DebtRows(handle)
                .longestWaiting(now)
                .flatMap(debt -> new LeaseRows(handle)
                        .take(debt.conversation(), Ids.replyTo(debt.turn()), instance, now.plus(length), now)));
    }

    @Override
    public List<Turn.OfShopper> owed(String conversation) {
        return database.read(handle -> new DebtRows(handle).turns(conversation));
    }

    @Override
    public Work work(String conversation, int earlier) {
        return database.read(handle -> {
            Conversation found = new ConversationRows(handle)
                    .find(conversation)
                    .orElseThrow(() -> Unknown.conversation(conversation));
            List<Turn.OfShopper> owed = new DebtRows(handle).turns(conversation);
            return new Work(
                    found,
                    new HandlingRows(handle).of(conversation),
                    owed,
                    new LogRows(handle).settledTurns(conversation, earlier));
        });
    }

    @Override
    public boolean extend(Lease lease, Instant until) {
        return database.write(handle -> new LeaseRows(handle).extend(lease, until));
    }

    @Override
    public boolean start(Lease lease, Instant now) {
        return database.write(handle -> StoredConversation.lock(handle, lease.conversation())
                .map(conversation -> conversation.start(lease, now))
                .orElse(false));
    }

    @Override
    public Settlement settle(Lease lease, Settling settling, Instant now) {
        return database.write(handle -> StoredConversation.lock(handle, lease.conversation())
                .map(conversation -> conversation.settle(lease, settling, turnIds(now), now))
                .orElse(Settlement.LOST));
    }

    @Override
    public boolean stop(String conversation, AssistantReply reply, Provenance provenance, Instant now) {
        return database.write(handle -> StoredConversation.lock(handle, conversation)
                .map(found -> found.stop(reply, provenance, now))
                .orElse(false));
    }

    @Override
    public void release(Lease lease) {
        database.write(handle -> {
            new LeaseRows(handle).release(lease);
            return lease;
        });
    }

    @Override
    public void handBack(Lease lease) {
        database.write(handle -> {
            new LeaseRows(handle).handBack(lease);
            return lease;
        });
    }

    @Override
    public void releaseAll() {
        database.write(handle -> {
            new LeaseRows(handle).endAll();
            return true;
        });
    }

    @Override
    public long debts() {
        return database.read(handle -> new DebtRows(handle).count());
    }

    @Override
    public boolean rate(String turn, boolean helpful, Instant now) {
        return database.write(handle -> new ConversationRows(handle)
                .ofTurn(turn)
                .flatMap(found -> StoredConversation.lock(handle, found.id()))
                .map(conversation -> conversation.rate(turn, helpful, now))
                .orElse(false));
    }

    @Override
    public boolean mark(String turn, Optional<Mark> mark, Speaker by, Instant now) {
        return database.write(handle -> new ConversationRows(handle)
                .ofTurn(turn)
                .flatMap(found -> StoredConversation.lock(handle, found.id()))
                .map(conversation -> conversation.mark(turn, mark, by, now))
                .orElse(false));
    }

    @Override
    public Map<String, Mark> marks(String conversation) {
        return database.read(handle -> new LogRows(handle).marks(conversation));
    }

    @Override
    public void score(String conversation, int score, Optional<String> comment, Instant now) {
        Score given = new Score(score, comment, now.truncatedTo(MILLIS));
        Score withoutWords = new Score(score, Optional.empty(), given.at());
        database.write(handle -> {
            StoredConversation found =
                    StoredConversation.lock(handle, conversation).orElseThrow(() -> Unknown.conversation(conversation));
            boolean known = new ShopperRows(handle).byId(found.shopper()).isPresent();
            found.score(known ? given : withoutWords);
            return found;
        });
    }

    @Override
    public Optional<ScoreQuestion> scoreQuestion(String conversation) {
        return database.read(handle -> new LogRows(handle).scoreQuestion(conversation));
    }

    @Override
    public Optional<Score> scoreOf(String conversation) {
        return database.read(handle -> new ScoreRows(handle).of(conversation));
    }

    @Override
    public boolean change(String conversation, long version, ConversationState to, Instant now) {
        return database.write(handle -> StoredConversation.lock(handle, conversation)
                .map(found -> found.change(version, to, now))
                .orElse(false));
    }

    @Override
    public Handling handling(String conversation) {
        return database.read(handle -> new HandlingRows(handle).of(conversation));
    }

    @Override
    public Optional<Handled> handled(String conversation) {
        return database.read(handle -> new ConversationRows(handle)
                .find(conversation)
                .map(found -> new Handled(
                        found,
                        new HandlingRows(handle).of(conversation),
                        new LogRows(handle).lastOfPeople(conversation))));
    }

    @Override
    public Optional<List<Turn>> change(
            String conversation, long version, Change change, Optional<Repeat> repeat, Instant now) {
        return database.write(handle -> StoredConversation.lock(handle, conversation)
                .flatMap(found -> found.change(version, change, repeat, turnIds(now), now)));
    }

    @Override
    public Optional<Repeated> repeated(String conversation, Repeat repeat) {
        return database.read(handle -> new KeyRows(handle)
                .earlier(conversation, repeat.key())
                .map(earlier -> earlier.getKey().equals(repeat.digest())
                        ? new Repeated.Same(
                                new LogRows(handle).turn(earlier.getValue()).orElseThrow())
                        : new Repeated.Other()));
    }

    @Override
    public Optional<Turn.OfNote> note(
            String conversation, Change.Entry.Note note, Optional<Repeat> repeat, Instant now) {
        String turn = ids.next(Ids.TURN, now);
        return database.write(handle ->
                StoredConversation.lock(handle, conversation).map(found -> found.note(turn, note, repeat, now)));
    }

    @Override
    public List<Turn> everyTurn(String conversation, Page page) {
        return database.read(handle -> new LogRows(handle).turns(conversation, page, true));
    }

    @Override
    public List<Event> eventsBeyond(long position, int limit) {
        return database.read(handle -> new LogRows(handle).eventsBeyond(position, limit));
    }

    @Override
    public long newestPosition() {
        return database.read(handle -> new LogRows(handle).newestPosition());
    }

    @Override
    public List<Alarm> due(Instant now, int limit) {
        return database.read(handle -> new HandlingRows(handle).due(now, limit));
    }

    @Override
    public List<Handled> forDesk(DeskFilter filter) {
        return database.read(handle -> new DeskRows(handle).page(filter));
    }

    @Override
    public long count(DeskFilter filter) {
        return database.read(handle -> new DeskRows(handle).count(filter));
    }

    @Override
    public Map<AgentId, Integer> loads() {
        return database.read(handle -> new HandlingRows(handle).loads());
    }

    private Supplier<String> turnIds(Instant now) {
        return () -> ids.next(Ids.TURN, now);
    }

    @Override
    public void erase(String shopper, Instant now) {
        database.write(handle -> {
            boolean known = new ShopperRows(handle).erase(shopper, now);
            if (known) {
                new BlockRows(handle).remove(shopper);
                new ConversationRows(handle)
                        .ofShopper(shopper).reversed().stream()
                                .flatMap(found -> StoredConversation.lock(handle, found.id()).stream())
                                .forEach(conversation -> conversation.erase(now));
            }
            return known;
        });
        database.forgetOldCopies();
    }

    @Override
    public Optional<Turn> redact(String turn, Redaction redaction, Instant now) {
        Optional<Turn> left = database.write(handle -> new ConversationRows(handle)
                .ofTurn(turn)
                .flatMap(found -> StoredConversation.lock(handle, found.id()))
                .flatMap(conversation -> conversation.redact(turn, redaction, now)));
        if (left.isPresent()) {
            database.forgetOldCopies();
        }
        return left;
    }

    @Override
    public int forgetKeysBefore(Instant before) {
        return database.write(handle -> new KeyRows(handle).forgetBefore(before));
    }
}
