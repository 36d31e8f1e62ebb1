package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Blocked;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Conversations.Lessee;
import io.babeldesk.conversation.Conversations.Message;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Conversations.Settling;
import io.babeldesk.conversation.Conversations.Taken;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.Redaction;
import io.babeldesk.conversation.Redaction.Span;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import io.babeldesk.sentiment.Sentiment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A store on which random operations are done. Two of them with the same seed do the same, and what they say can be
 * compared: ids are written as numbers in the order in which they appeared.
 */
final class ReplayedStore {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Pattern ID = Pattern.compile("(shp|cnv|trn)_[0-9a-f-]{36}");
    private static final List<Language> LANGUAGES = List.of(Language.of("de"), Language.of("ja"), Language.of("ar"));
    private static final List<Market> MARKETS = List.of(new Market("DE"), new Market("JP"));
    private static final List<String> TEXTS = List.of("", "Hallo?", "どこですか", "📦 \"\\\u0000\n", "x".repeat(5_000));

    private final Conversations store;
    private final Random chance;
    private final StoreVocabulary words;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<String> shoppers = new ArrayList<>();
    private final List<String> conversations = new ArrayList<>();
    private final List<String> turns = new ArrayList<>(List.of("trn_nothing"));
    private final List<Lease> leases = new ArrayList<>();
    private Instant now = StoreVocabulary.NOON;

    ReplayedStore(Conversations store, long seed) {
        this.store = store;
        this.chance = new Random(seed);
        this.words = () -> store;
        shoppers.add(store.admit("first", now).id());
        conversations.add(store.open(shoppers.getFirst(), LANGUAGES.getFirst(), Optional.empty(), now)
                .id());
    }

    /** Does something, and says what and with which outcome. */
    String next() {
        now = now.plusNanos(chance.nextInt(3) * 1_700_300L).plusSeconds(chance.nextInt(12) == 0 ? 20 : 0);
        int draw = chance.nextInt(100);
        if (draw < 4) {
            return tells(
                    "admit",
                    () -> added(
                            shoppers,
                            store.admit("secret " + chance.nextInt(4), now).id()));
        } else if (draw < 9) {
            return tells(
                    "open",
                    () -> added(
                            conversations,
                            store.open(any(shoppers), any(LANGUAGES), maybe(MARKETS), now)
                                    .id()));
        } else if (draw < 37) {
            return tells("receive", this::receive);
        } else if (draw < 52) {
            return tells("lease", this::lease);
        } else if (draw < 60) {
            return leases.isEmpty() ? "" : tells("start", () -> store.start(latest(leases), now));
        } else if (draw < 76) {
            return leases.isEmpty() ? "" : tells("settle", this::settle);
        } else if (draw < 79) {
            return leases.isEmpty() ? "" : tells("extend", () -> store.extend(latest(leases), now.plusSeconds(30)));
        } else if (draw < 82) {
            return leases.isEmpty() ? "" : tells("release", this::release);
        } else if (draw < 86) {
            return tells("rate", () -> store.rate(latest(turns), chance.nextBoolean(), now));
        } else if (draw < 90) {
            return tells("score", this::score);
        } else if (draw < 94) {
            return tells("change", this::change);
        } else if (draw < 96) {
            return tells("redact", this::redact);
        } else if (draw < 97) {
            return tells("block", this::block);
        } else if (draw < 98) {
            return tells("erase", this::erase);
        } else {
            return tells("forget", () -> store.forgetKeysBefore(now.minusMillis(chance.nextInt(50))));
        }
    }

    /** All that can be seen of one conversation, or of the store. */
    String sight() {
        String conversation = any(conversations);
        String turn = any(turns);
        Optional<Long> after = chance.nextBoolean() ? Optional.of((long) chance.nextInt(9)) : Optional.empty();
        Optional<Long> before = chance.nextBoolean() ? Optional.of((long) chance.nextInt(20)) : Optional.empty();
        return named(String.join(
                "\n",
                "now " + store.find(conversation),
                "events " + store.eventsAfter(conversation, chance.nextInt(5), 1 + chance.nextInt(50)),
                "turns " + store.turns(conversation, new Page(after, before, 1 + chance.nextInt(9))),
                "work " + store.work(conversation, chance.nextInt(5)),
                "owed " + store.owed(conversation) + " of " + store.debts(),
                "score " + store.scoreOf(conversation),
                "turn " + store.turn(turn) + " in " + store.conversationOf(turn),
                "reply " + store.replyTo(turn) + " by " + store.provenance(turn),
                "all " + store.ofShopper(any(shoppers)) + store.shopper(any(shoppers))
                        + store.shopperBySecret("secret " + chance.nextInt(4))));
    }

    private Object receive() {
        Message message = new Message(
                any(conversations),
                "key " + chance.nextInt(60),
                "digest " + chance.nextInt(2),
                any(TEXTS),
                any(LANGUAGES),
                chance.nextBoolean() ? Optional.of("de-AT") : Optional.empty(),
                maybe(MARKETS),
                Sentiment.NEUTRAL,
                now);
        if (chance.nextBoolean()) {
            return appended(store.receive(message));
        }
        Taken taken = store.receiveAndLease(message, new Lessee("instance " + chance.nextInt(2), LEASE));
        taken.lease().ifPresent(leases::add);
        return appended(taken.receipt()) + " " + taken.lease();
    }

    private Receipt appended(Receipt receipt) {
        if (receipt instanceof Receipt.Accepted accepted && !accepted.repeated()) {
            turns.add(accepted.turn());
        }
        return receipt;
    }

    private Object lease() {
        Optional<Lease> lease = store.lease("instance " + chance.nextInt(2), LEASE, now);
        lease.ifPresent(leases::add);
        return lease;
    }

    private Object settle() {
        Lease lease = latest(leases);
        List<String> owed = new ArrayList<>(
                store.owed(lease.conversation()).stream().map(Turn::id).toList());
        if (owed.size() > 1 && chance.nextInt(4) == 0) {
            owed.removeLast();
        }
        if (chance.nextInt(15) == 0) {
            owed.add(any(turns));
        }
        AssistantReply reply = words.reply(any(TEXTS), any(LANGUAGES), maybe(MARKETS));
        Provenance provenance = words.provenance(any(TEXTS));
        turns.add(lease.replyTurn());
        return store.settle(lease, new Settling(owed, reply, provenance), now);
    }

    private Object release() {
        int draw = chance.nextInt(4);
        if (draw == 0) {
            store.releaseAll();
        } else if (draw == 1) {
            store.handBack(latest(leases));
        } else {
            store.release(latest(leases));
        }
        return "done";
    }

    private Object score() {
        store.score(any(conversations), chance.nextInt(7), maybe(TEXTS), now);
        return "done";
    }

    private Object change() {
        String conversation = any(conversations);
        long version =
                store.find(conversation).map(Conversation::version).orElse(0L) - (chance.nextInt(5) == 0 ? 1 : 0);
        ConversationState to =
                chance.nextBoolean() ? ConversationState.ASSISTANT : any(List.of(ConversationState.values()));
        return to + " " + store.change(conversation, version, to, now);
    }

    private Object erase() {
        store.erase(any(shoppers), now);
        return "done";
    }

    private Object redact() {
        List<Span> spans =
                chance.nextBoolean() ? List.of() : List.of(new Span(chance.nextInt(3), 1 + chance.nextInt(6)));
        return store.redact(latest(turns), new Redaction(spans, "*"), now);
    }

    private Object block() {
        String shopper = any(shoppers);
        Blocked blocked = new Blocked(
                shopper,
                "spam",
                new Speaker(new AgentId("agt_1"), "Anna"),
                now,
                Optional.of(now.plusSeconds(chance.nextInt(40))));
        return chance.nextInt(3) == 0 ? store.unblock(shopper) : store.block(blocked);
    }

    private String tells(String what, Supplier<Object> operation) {
        try {
            return named(what + " " + operation.get());
        } catch (IllegalArgumentException refused) {
            return named(what + " refused: " + refused.getMessage());
        }
    }

    private String named(String text) {
        Matcher ids = ID.matcher(text);
        return ids.replaceAll(id -> names.computeIfAbsent(id.group(), _ -> id.group(1) + "#" + names.size()));
    }

    private static String added(List<String> all, String id) {
        all.add(id);
        return id;
    }

    private <T> T any(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }

    private <T> Optional<T> maybe(List<T> some) {
        return chance.nextInt(3) == 0 ? Optional.of(any(some)) : Optional.empty();
    }

    /** Mostly one of the newest. */
    private <T> T latest(List<T> all) {
        return chance.nextInt(4) == 0 ? any(all) : all.get(all.size() - 1 - chance.nextInt(Math.min(3, all.size())));
    }
}
