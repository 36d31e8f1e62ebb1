package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Message;
import io.babeldesk.conversation.Conversations.Settling;
import io.babeldesk.conversation.Event.Body;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.Redaction;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Source;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import io.babeldesk.sentiment.Sentiment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A desk at which anything happens at random, over some weeks: what reports must make sense of. */
final class RandomDesk {

    private static final List<Language> LANGUAGES = List.of(Language.of("de"), Language.of("ja"), Language.of("ar"));
    private static final List<Market> MARKETS = List.of(new Market("DE"), new Market("JP"));
    private static final List<String> ARTICLES = List.of("returns/window", "returns/costs", "payment/ways");
    private static final List<String> RULES = List.of("asked-person", "anger", "taken-over");
    private static final List<Speaker> AGENTS =
            List.of(new Speaker(new AgentId("agt_1"), "Anna"), new Speaker(new AgentId("agt_2"), "Ben"));
    private static final List<Alarm.Kind> DEADLINES =
            List.of(Alarm.Kind.FIRST_RESPONSE, Alarm.Kind.NEXT_RESPONSE, Alarm.Kind.RESOLUTION);

    private final Conversations store;
    private final Random chance;
    private final StoreVocabulary words;
    private final List<Conversation> conversations = new ArrayList<>();
    private final List<String> replies = new ArrayList<>();
    private Instant now;
    private int messages;

    RandomDesk(Conversations store, long seed, Instant begin) {
        this.store = store;
        this.chance = new Random(seed);
        this.words = () -> store;
        this.now = begin;
    }

    Instant now() {
        return now;
    }

    void doesSomething() {
        now = now.plusSeconds(chance.nextInt(25) == 0 ? chance.nextInt(45_000) : chance.nextInt(300));
        int draw = chance.nextInt(100);
        if (draw < 12 || conversations.isEmpty()) {
            String shopper = store.admit("secret " + chance.nextInt(20), now).id();
            conversations.add(store.open(shopper, any(LANGUAGES), maybe(MARKETS), now));
        } else if (draw < 45) {
            says(conversation());
        } else if (draw < 60) {
            replies();
        } else if (draw < 66 && !replies.isEmpty()) {
            store.rate(any(replies), chance.nextBoolean(), now);
        } else if (draw < 72 && !replies.isEmpty()) {
            store.mark(any(replies), maybe(List.of(Mark.values())), any(AGENTS), now);
        } else if (draw < 75) {
            store.score(conversation().id(), 1 + chance.nextInt(5), Optional.empty(), now);
        } else if (draw < 77 && !replies.isEmpty()) {
            store.redact(any(replies), new Redaction(List.of(), "…"), now);
        } else if (draw < 98) {
            changes(conversation());
        } else {
            store.erase(conversation().shopper(), now);
        }
    }

    private void says(Conversation conversation) {
        store.receive(new Message(
                conversation.id(),
                "key " + messages++,
                "digest",
                "?",
                any(LANGUAGES),
                Optional.empty(),
                maybe(MARKETS),
                Sentiment.NEUTRAL,
                now));
    }

    private void replies() {
        store.lease("here", Duration.ofSeconds(30), now).ifPresent(lease -> {
            List<String> owed =
                    store.owed(lease.conversation()).stream().map(Turn::id).toList();
            AssistantReply reply = new AssistantReply(
                    any(Arrays.asList(ReplyKind.values())),
                    any(LANGUAGES),
                    maybe(MARKETS),
                    chance.nextInt(101) / 100.0,
                    PlainText.paragraph("!"),
                    maybe(ARTICLES)
                            .map(article -> List.of(new Source(article, any(LANGUAGES), "t", "h", 1)))
                            .orElse(List.of()),
                    List.of(),
                    ReplyMode.PASSAGE);
            store.settle(lease, new Settling(owed, reply, words.provenance("?")), now);
            replies.add(lease.replyTurn());
        });
    }

    /** To any state, by way of any other, and what may go with it. */
    private void changes(Conversation conversation) {
        ConversationState to = any(Arrays.asList(ConversationState.values()));
        List<ConversationState> through = chance.nextInt(4) == 0
                ? List.of(any(List.of(ConversationState.ASSISTANT, ConversationState.QUEUED)), to)
                : List.of(to);
        Speaker agent = any(AGENTS);
        Handling handling = to.isWithAgent() ? Handling.NONE.ownedBy(agent) : Handling.NONE;
        Handling timed = handling.timed(Optional.empty(), Optional.empty(), Map.of(Alarm.Kind.IDLE, now));
        List<Entry> entries = new ArrayList<>();
        if (chance.nextInt(3) == 0) {
            entries.add(new Entry.ForAgents(new Body.HandedOver(any(RULES))));
        }
        if (chance.nextInt(3) == 0) {
            entries.add(new Entry.ForAgents(new Body.Deadline(any(DEADLINES), now)));
        }
        if (to == ConversationState.RESOLVED && chance.nextBoolean()) {
            entries.add(new Entry.AsksForScore("?", any(LANGUAGES)));
        }
        if (to.isWithAgent() && chance.nextBoolean()) {
            entries.add(new Entry.ByAgent(agent, "!", any(LANGUAGES), Optional.empty()));
        }
        store.change(
                conversation.id(), conversation.version(), new Change(through, timed, entries), Optional.empty(), now);
    }

    /** One of the newest, as it stands now. */
    private Conversation conversation() {
        int newest = Math.min(15, conversations.size());
        Conversation known = conversations.get(conversations.size() - 1 - chance.nextInt(newest));
        return store.find(known.id()).orElseThrow();
    }

    private <T> T any(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }

    private <T> Optional<T> maybe(List<T> some) {
        return chance.nextInt(3) == 0 ? Optional.empty() : Optional.of(any(some));
    }
}
