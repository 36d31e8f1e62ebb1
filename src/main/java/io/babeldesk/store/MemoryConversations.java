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
import io.babeldesk.conversation.Notifications;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.Redaction;
import io.babeldesk.conversation.Shopper;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.conversation.TurnTranslations;
import io.babeldesk.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Conversations that live as long as the process: for tests, and to try Babeldesk without a data folder. */
public final class MemoryConversations implements Conversations {

    private final Ids ids = new Ids();
    private final Map<String, Shopper> shoppers = new HashMap<>();
    private final Map<String, String> shoppersBySecret = new HashMap<>();
    private final Map<String, MemoryConversation> conversations = new HashMap<>();
    private final Map<String, Blocked> blocks = new HashMap<>();
    private final Map<String, MemoryConversation> byTurn = new HashMap<>();
    private final Notifications notifications = new MemoryNotifications(this);
    private final TurnTranslations translations = new MemoryTurnTranslations(this);
    private long position;

    @Override
    public synchronized Shopper admit(String secretHash, Instant now) {
        return shopperBySecret(secretHash).orElseGet(() -> {
            Shopper shopper = new Shopper(ids.next(Ids.SHOPPER, now), now.truncatedTo(MILLIS), Optional.empty());
            shoppers.put(shopper.id(), shopper);
            shoppersBySecret.put(secretHash, shopper.id());
            return shopper;
        });
    }

    @Override
    public synchronized Optional<Shopper> shopper(String id) {
        return Optional.ofNullable(shoppers.get(id));
    }

    @Override
    public synchronized void identify(String shopper, Shopper.Customer customer) {
        shoppers.computeIfPresent(shopper, (id, known) -> new Shopper(id, known.createdAt(), Optional.of(customer)));
    }

    @Override
    public synchronized Optional<Shopper> shopperBySecret(String secretHash) {
        return Optional.ofNullable(shoppersBySecret.get(secretHash)).flatMap(this::shopper);
    }

    @Override
    public synchronized boolean block(Blocked blocked) {
        boolean known = shoppers.containsKey(blocked.shopper());
        if (known) {
            blocks.put(blocked.shopper(), blocked);
        }
        return known;
    }

    @Override
    public synchronized boolean unblock(String shopper) {
        return blocks.remove(shopper) != null;
    }

    @Override
    public synchronized Optional<Blocked> blocked(String shopper, Instant now) {
        return Optional.ofNullable(blocks.get(shopper)).filter(blocked -> blocked.holdsAt(now));
    }

    @Override
    public synchronized List<Blocked> allBlocked(Instant now) {
        return blocks.values().stream()
                .filter(blocked -> blocked.holdsAt(now))
                .sorted(Comparator.comparing(Blocked::since).reversed().thenComparing(Blocked::shopper))
                .toList();
    }

    @Override
    public synchronized void join(String visitor, String customer) {
        if (!shoppers.containsKey(customer)) {
            throw Unknown.shopper(customer);
        }
        Optional.ofNullable(blocks.get(visitor))
                .ifPresent(blocked -> blocks.putIfAbsent(
                        customer,
                        new Blocked(customer, blocked.reason(), blocked.by(), blocked.since(), blocked.until())));
        conversations.values().stream()
                .filter(conversation -> conversation.now().shopper().equals(visitor))
                .forEach(conversation -> conversation.join(customer));
    }

    @Override
    public synchronized Conversation open(String shopper, Language language, Optional<Market> market, Instant now) {
        if (!shoppers.containsKey(shopper)) {
            throw Unknown.shopper(shopper);
        }
        Instant at = now.truncatedTo(MILLIS);
        String id = ids.next(Ids.CONVERSATION, now);
        Conversation opened =
                new Conversation(id, shopper, 1, ConversationState.ASSISTANT, language, market, 0, at, at);
        conversations.put(id, new MemoryConversation(opened, () -> ++position));
        return opened;
    }

    @Override
    public synchronized Optional<Conversation> find(String conversation) {
        return known(conversation).map(MemoryConversation::now);
    }

    @Override
    public synchronized List<Conversation> ofShopper(String shopper) {
        return conversations.values().stream()
                .map(MemoryConversation::now)
                .filter(conversation -> conversation.shopper().equals(shopper))
                .sorted(Comparator.comparing(Conversation::createdAt)
                        .thenComparing(Conversation::id)
                        .reversed())
                .toList();
    }

    @Override
    public synchronized Receipt receive(Message message) {
        MemoryConversation conversation = conversations.get(message.conversation());
        if (conversation == null) {
            return new Receipt.NoSuchConversation();
        }
        boolean blocked = blocked(conversation.now().shopper(), message.at()).isPresent();
        if (blocked && !conversation.knows(message.key())) {
            return new Receipt.ShopperBlocked();
        }
        String turn = ids.next(Ids.TURN, message.at());
        Receipt receipt = conversation.receive(message, turn, turnIds(conversation, message.at()));
        if (receipt instanceof Receipt.Accepted accepted && !accepted.repeated()) {
            byTurn.put(turn, conversation);
        }
        return receipt;
    }

    @Override
    public synchronized Taken receiveAndLease(Message message, Lessee lessee) {
        Receipt receipt = receive(message);
        Optional<Lease> lease = receipt instanceof Receipt.Accepted accepted && !accepted.repeated()
                ? known(message.conversation())
                        .filter(found -> found.awaitsWorker(message.at())
                                && found.debts.turns().size() == 1)
                        .map(found -> found.debts.take(
                                message.conversation(),
                                lessee.instance(),
                                message.at().plus(lessee.length()).truncatedTo(MILLIS)))
                : Optional.empty();
        lease.ifPresent(taken -> start(taken, message.at()));
        return new Taken(receipt, lease);
    }

    @Override
    public synchronized List<Turn> turns(String conversation, Page page) {
        return known(conversation).map(found -> found.log.turns(page, false)).orElse(List.of());
    }

    @Override
    public synchronized Optional<Turn> turn(String turn) {
        return standingIn(turn).flatMap(conversation -> conversation.log.turn(turn));
    }

    @Override
    public synchronized Optional<Conversation> conversationOf(String turn) {
        return standingIn(turn).map(MemoryConversation::now);
    }

    @Override
    public synchronized List<Event> eventsAfter(String conversation, long seq, int limit) {
        return known(conversation)
                .map(found -> found.log.eventsAfter(seq, limit))
                .orElse(List.of());
    }

    @Override
    public synchronized Optional<Turn.OfAssistant> replyTo(String shopperTurn) {
        return standingIn(shopperTurn).flatMap(conversation -> conversation.replyTo(shopperTurn));
    }

    @Override
    public synchronized Optional<Provenance> provenance(String turn) {
        return standingIn(turn).flatMap(conversation -> conversation.provenance(turn));
    }

    @Override
    public synchronized Optional<Lease> lease(String instance, Duration length, Instant now) {
        return conversations.values().stream()
                .filter(conversation -> conversation.awaitsWorker(now))
                .min(Comparator.comparingLong(conversation -> conversation.debts.oldest()))
                .map(found -> found.debts.take(
                        found.now().id(), instance, now.plus(length).truncatedTo(MILLIS)));
    }

    @Override
    public synchronized List<Turn.OfShopper> owed(String conversation) {
        return known(conversation).map(found -> found.debts.turns()).orElse(List.of());
    }

    @Override
    public synchronized Work work(String conversation, int earlier) {
        MemoryConversation found = known(conversation).orElseThrow(() -> Unknown.conversation(conversation));
        List<Turn.OfShopper> owed = found.debts.turns();
        List<Turn> others = found.log.turns().stream()
                .filter(turn -> turn.visibility() == Event.Visibility.SHOPPER)
                .filter(turn -> owed.stream().noneMatch(debt -> debt.id().equals(turn.id())))
                .toList();
        return new Work(
                found.now(),
                found.handling(),
                owed,
                others.subList(Math.max(0, others.size() - earlier), others.size()));
    }

    @Override
    public synchronized boolean extend(Lease lease, Instant until) {
        return known(lease.conversation())
                .map(found -> found.debts.extend(lease, until.truncatedTo(MILLIS)))
                .orElse(false);
    }

    @Override
    public synchronized boolean start(Lease lease, Instant now) {
        return known(lease.conversation()).map(found -> found.start(lease, now)).orElse(false);
    }

    @Override
    public synchronized Settlement settle(Lease lease, Settling settling, Instant now) {
        MemoryConversation conversation = conversations.get(lease.conversation());
        if (conversation == null) {
            return Settlement.LOST;
        }
        Settlement settlement = conversation.settle(lease, settling, turnIds(conversation, now), now);
        if (settlement == Settlement.SETTLED) {
            byTurn.put(lease.replyTurn(), conversation);
        }
        return settlement;
    }

    @Override
    public synchronized boolean stop(String conversation, AssistantReply reply, Provenance provenance, Instant now) {
        MemoryConversation found = conversations.get(conversation);
        Optional<String> turn = found == null ? Optional.empty() : found.stop(reply, provenance, now);
        turn.ifPresent(said -> byTurn.put(said, conversations.get(conversation)));
        return turn.isPresent();
    }

    @Override
    public synchronized void release(Lease lease) {
        known(lease.conversation()).ifPresent(conversation -> conversation.debts.release(lease));
    }

    @Override
    public synchronized void handBack(Lease lease) {
        known(lease.conversation()).ifPresent(conversation -> conversation.debts.handBack(lease));
    }

    @Override
    public synchronized void releaseAll() {
        conversations.values().forEach(conversation -> conversation.debts.endLease());
    }

    @Override
    public synchronized long debts() {
        return conversations.values().stream()
                .mapToLong(conversation -> conversation.debts.turns().size())
                .sum();
    }

    @Override
    public synchronized boolean rate(String turn, boolean helpful, Instant now) {
        return standingIn(turn)
                .map(conversation -> conversation.rate(turn, helpful, now))
                .orElse(false);
    }

    @Override
    public synchronized boolean mark(String turn, Optional<Mark> mark, Speaker by, Instant now) {
        return standingIn(turn)
                .map(conversation -> conversation.mark(turn, mark, by, now))
                .orElse(false);
    }

    @Override
    public synchronized Map<String, Mark> marks(String conversation) {
        return known(conversation).map(MemoryConversation::marks).orElse(Map.of());
    }

    @Override
    public synchronized void score(String conversation, int score, Optional<String> comment, Instant now) {
        known(conversation)
                .orElseThrow(() -> Unknown.conversation(conversation))
                .score(new Score(score, comment, now.truncatedTo(MILLIS)));
    }

    @Override
    public synchronized Optional<Score> scoreOf(String conversation) {
        return known(conversation).flatMap(MemoryConversation::score);
    }

    @Override
    public synchronized Optional<ScoreQuestion> scoreQuestion(String conversation) {
        return known(conversation).stream()
                .flatMap(found -> found.log.events().reversed().stream())
                .flatMap(event -> event.body() instanceof Event.Body.ScoreAsked asked
                        ? Stream.of(ScoreQuestion.of(asked, event.at()))
                        : Stream.empty())
                .findFirst();
    }

    @Override
    public synchronized boolean change(String conversation, long version, ConversationState to, Instant now) {
        return known(conversation).map(found -> found.change(version, to, now)).orElse(false);
    }

    @Override
    public synchronized Handling handling(String conversation) {
        return known(conversation).map(MemoryConversation::handling).orElse(Handling.NONE);
    }

    @Override
    public synchronized Optional<Handled> handled(String conversation) {
        return known(conversation).map(MemoryConversation::handled);
    }

    @Override
    public synchronized Optional<List<Turn>> change(
            String conversation, long version, Change change, Optional<Repeat> repeat, Instant now) {
        return known(conversation)
                .flatMap(found -> found.change(version, change, repeat, turnIds(found, now), now)
                        .map(turns -> {
                            turns.forEach(turn -> byTurn.put(turn.id(), found));
                            return turns;
                        }));
    }

    @Override
    public synchronized Optional<Repeated> repeated(String conversation, Repeat repeat) {
        return known(conversation).flatMap(found -> found.repeated(repeat));
    }

    @Override
    public synchronized Optional<Turn.OfNote> note(
            String conversation, Change.Entry.Note note, Optional<Repeat> repeat, Instant now) {
        return known(conversation).map(found -> found.note(turnIds(found, now).get(), note, repeat, now));
    }

    @Override
    public synchronized List<Turn> everyTurn(String conversation, Page page) {
        return known(conversation).map(found -> found.log.turns(page, true)).orElse(List.of());
    }

    @Override
    public synchronized List<Event> eventsBeyond(long position, int limit) {
        return conversations.values().stream()
                .flatMap(conversation -> conversation.log.events().stream())
                .filter(event -> event.position() > position)
                .sorted(Comparator.comparingLong(Event::position))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long newestPosition() {
        return position;
    }

    /** What machines made of its turns. */
    public TurnTranslations translations() {
        return translations;
    }

    /** What its log tells agents. */
    public Notifications notifications() {
        return notifications;
    }

    @Override
    public synchronized List<Alarm> due(Instant now, int limit) {
        return conversations.values().stream()
                .flatMap(conversation -> conversation.handling().alarms().entrySet().stream()
                        .map(alarm -> new Alarm(conversation.now().id(), alarm.getKey(), alarm.getValue())))
                .filter(alarm -> !alarm.due().isAfter(now.truncatedTo(MILLIS)))
                .sorted(Comparator.comparing(Alarm::due)
                        .thenComparing(Alarm::conversation)
                        .thenComparing(alarm -> alarm.kind().name()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Handled> forDesk(DeskFilter filter) {
        Comparator<Handled> byKey =
                Comparator.comparing(handled -> filter.keyOf(handled.conversation(), handled.handling()));
        Comparator<Handled> order = (filter.sort() == DeskFilter.Sort.NEWEST ? byKey.reversed() : byKey)
                .thenComparing(handled -> handled.conversation().id());
        return matching(filter)
                .sorted(order)
                .filter(handled -> filter.beyond()
                        .map(beyond -> isBeyond(handled, filter, beyond))
                        .orElse(true))
                .limit(filter.limit())
                .toList();
    }

    @Override
    public synchronized long count(DeskFilter filter) {
        return matching(filter).count();
    }

    private Stream<Handled> matching(DeskFilter filter) {
        return conversations.values().stream().map(MemoryConversation::handled).filter(filter::lets);
    }

    private static boolean isBeyond(Handled handled, DeskFilter filter, DeskFilter.Beyond beyond) {
        int byKey = filter.keyOf(handled.conversation(), handled.handling()).compareTo(beyond.key());
        int further = filter.sort() == DeskFilter.Sort.NEWEST ? -byKey : byKey;
        return further > 0 || (further == 0 && handled.conversation().id().compareTo(beyond.conversation()) > 0);
    }

    @Override
    public synchronized Map<AgentId, Integer> loads() {
        Map<AgentId, Integer> loads = new HashMap<>();
        conversations.values().stream()
                .filter(conversation -> conversation.now().state() == ConversationState.OPEN
                        || conversation.now().state() == ConversationState.WAITING)
                .flatMap(conversation -> conversation.handling().owner().stream())
                .forEach(owner -> loads.merge(owner.id(), 1, Integer::sum));
        return loads;
    }

    /** Notes where each new turn stands. */
    private Supplier<String> turnIds(MemoryConversation conversation, Instant now) {
        return () -> {
            String turn = ids.next(Ids.TURN, now);
            byTurn.put(turn, conversation);
            return turn;
        };
    }

    @Override
    public synchronized void erase(String shopper, Instant now) {
        if (shoppers.remove(shopper) != null) {
            shoppersBySecret.values().removeIf(shopper::equals);
            blocks.remove(shopper);
            ofShopper(shopper).reversed().stream()
                    .flatMap(conversation -> known(conversation.id()).stream())
                    .forEach(conversation -> conversation.erase(now));
        }
    }

    @Override
    public synchronized Optional<Turn> redact(String turn, Redaction redaction, Instant now) {
        return standingIn(turn).flatMap(conversation -> conversation.redact(turn, redaction, now));
    }

    @Override
    public synchronized int forgetKeysBefore(Instant before) {
        return conversations.values().stream()
                .mapToInt(conversation -> conversation.forgetKeysBefore(before))
                .sum();
    }

    private Optional<MemoryConversation> known(String conversation) {
        return Optional.ofNullable(conversations.get(conversation));
    }

    private Optional<MemoryConversation> standingIn(String turn) {
        return Optional.ofNullable(byTurn.get(turn));
    }
}
