package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Conversations.Message;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Conversations.Settlement;
import io.babeldesk.conversation.Conversations.Settling;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Source;
import io.babeldesk.conversation.Suggestion;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import io.babeldesk.sentiment.Sentiment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The words in which the tests of a store are written. */
interface StoreVocabulary {

    Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");
    Duration LEASE = Duration.ofSeconds(30);
    Language GERMAN = Language.of("de");
    Language SPANISH = Language.of("es");
    Sentiment UNHAPPY = new Sentiment(Sentiment.Label.NEGATIVE, 0.5, 0.25, 0.75);
    Market GERMANY = new Market("DE");
    Market FRANCE = new Market("FR");

    Conversations store();

    /** A new conversation of a new shopper. */
    default Conversation conversation() {
        return conversationOf(shopper());
    }

    default Conversation conversationOf(String shopper) {
        return store().open(shopper, GERMAN, Optional.empty(), NOON);
    }

    default String shopper() {
        return store().admit(anySecret(), NOON).id();
    }

    default String anySecret() {
        return "hash of " + UUID.randomUUID();
    }

    default Receipt.Accepted shopperSays(Conversation conversation, String text) {
        return (Receipt.Accepted) store().receive(message(conversation, text));
    }

    default Message message(Conversation conversation, String text) {
        return message(conversation, UUID.randomUUID().toString(), text);
    }

    default Message message(Conversation conversation, String key, String text) {
        return new Message(
                conversation.id(),
                key,
                "digest of " + text,
                text,
                GERMAN,
                Optional.of("de-AT"),
                Optional.empty(),
                UNHAPPY,
                NOON);
    }

    /** Takes the only debt that is free. */
    default Lease workerLeases(String instance, Instant now) {
        return store().lease(instance, LEASE, now).orElseThrow();
    }

    default Lease workerLeases() {
        return workerLeases("one", NOON);
    }

    /** One whole reply to all that is owed in the conversation that waits longest. */
    default Turn.OfAssistant assistantReplies(String text) {
        Lease lease = workerLeases();
        assertThat(store().start(lease, NOON)).isTrue();
        assertThat(settle(lease, text)).isEqualTo(Settlement.SETTLED);
        return (Turn.OfAssistant) store().turn(lease.replyTurn()).orElseThrow();
    }

    /** Settles all that is owed at this moment. */
    default Settlement settle(Lease lease, String text) {
        return store().settle(lease, settling(owedIn(lease), reply(text)), NOON);
    }

    default List<String> owedIn(Lease lease) {
        return store().owed(lease.conversation()).stream().map(Turn::id).toList();
    }

    default Settling settling(List<String> replyTo, AssistantReply reply) {
        return new Settling(replyTo, reply, provenance("what was asked"));
    }

    default AssistantReply reply(String text) {
        return reply(text, SPANISH, Optional.empty());
    }

    default AssistantReply reply(String text, Language language, Optional<Market> market) {
        return new AssistantReply(
                ReplyKind.ANSWERED,
                language,
                market,
                0.93,
                PlainText.paragraph(text),
                List.of(new Source("returns/return-window", language, "Rückgabe", "Frist", 0.87)),
                List.of(new Suggestion("Kosten?", "Was kostet die Rücksendung?")),
                ReplyMode.PASSAGE);
    }

    default Provenance provenance(String query) {
        return new Provenance(
                query,
                GERMAN,
                List.of(new Source("returns/return-window", GERMAN, "Rückgabe", "Frist", 0.87)),
                Map.of("returns.window", "30 Tage"),
                "edition 7",
                0.93,
                Map.of("search", Duration.ofNanos(1_250_000)));
    }

    default Conversation now(Conversation conversation) {
        return store().find(conversation.id()).orElseThrow();
    }

    default List<Turn> turnsOf(Conversation conversation) {
        return store().turns(conversation.id(), Page.newest(200));
    }

    default List<String> textsOf(Conversation conversation) {
        return turnsOf(conversation).stream().map(Turn::text).toList();
    }

    default List<Event> eventsOf(Conversation conversation) {
        return store().eventsAfter(conversation.id(), 0, 10_000);
    }

    /** The kinds of events, in short: {@code TurnCreated, ReplyStarted, …}. */
    default List<String> kindsOfEventsIn(Conversation conversation) {
        return eventsOf(conversation).stream()
                .map(event -> event.body().getClass().getSimpleName())
                .toList();
    }
}
