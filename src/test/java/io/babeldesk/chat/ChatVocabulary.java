package io.babeldesk.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.chat.ShopperChat.Incoming;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import io.babeldesk.sentiment.SentimentReader;
import io.babeldesk.store.LocalEventFeed;
import io.babeldesk.store.MemoryConversations;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** The words in which the tests of the chat are written. */
abstract class ChatVocabulary {

    static final Duration LONG_ENOUGH = Duration.ofSeconds(10);
    static final Duration A_MOMENT = Duration.ofMillis(60);
    static final Language GERMAN = Language.of("de");
    static final Language SPANISH = Language.of("es");

    /** As usual, but a test does not wait for seconds. */
    static final Pace BRISK =
            new Pace(Duration.ofSeconds(30), Duration.ofMillis(5), Duration.ofMillis(2), Duration.ofMillis(200), 3, 32);

    final Conversations conversations = new MemoryConversations();
    final LocalEventFeed feed = new LocalEventFeed();
    final ScriptedAnswerer answerer = new ScriptedAnswerer();
    final Clock clock = Clock.systemUTC();
    private final List<ShopperChat> chats = new ArrayList<>();

    @AfterEach
    void closeAll() {
        answerer.goesOn();
        chats.forEach(ShopperChat::close);
        assertThat(feed.listening()).as("listeners left behind").isZero();
    }

    /** A chat that has not begun to reply. */
    ShopperChat chat(String instance, Pace pace) {
        ShopperChat chat = new ShopperChat(
                conversations,
                feed,
                answerer,
                (text, page, earlier) -> page.orElseThrow(),
                SentimentReader.shipped(),
                ChatVocabulary::sorry,
                Optional.empty(),
                clock,
                instance,
                pace);
        chats.add(chat);
        return chat;
    }

    ShopperChat runningChat(String instance) {
        ShopperChat chat = chat(instance, BRISK);
        chat.start();
        return chat;
    }

    Conversation conversation() {
        String shopper = conversations
                .admit("hash of " + UUID.randomUUID(), clock.instant())
                .id();
        return conversations.open(shopper, GERMAN, Optional.empty(), clock.instant());
    }

    static Incoming incoming(String text) {
        return new Incoming(
                UUID.randomUUID().toString(), "digest of " + text, text, Optional.of("de-DE"), Optional.empty());
    }

    /** Returns the turn. */
    static String shopperSays(ShopperChat chat, Conversation conversation, String text) {
        return ((Receipt.Accepted) chat.receive(conversation, incoming(text))).turn();
    }

    /** Waits for the reply to a turn. */
    static Turn.OfAssistant assistantReplies(ShopperChat chat, Conversation conversation, String turn) {
        return chat.await(conversation.id(), turn, LONG_ENOUGH).orElseThrow();
    }

    void personTakes(Conversation conversation) {
        moves(conversation, ConversationState.OPEN);
    }

    void personGivesBack(Conversation conversation) {
        moves(conversation, ConversationState.ASSISTANT);
    }

    private void moves(Conversation conversation, ConversationState to) {
        long version = conversations.find(conversation.id()).orElseThrow().version();
        assertThat(conversations.change(conversation.id(), version, to, clock.instant()))
                .isTrue();
        feed.appended(conversation.id());
    }

    List<String> textsOf(Conversation conversation) {
        return conversations.turns(conversation.id(), Page.newest(200)).stream()
                .map(Turn::text)
                .toList();
    }

    List<String> kindsOfEventsIn(Conversation conversation) {
        return conversations.eventsAfter(conversation.id(), 0, 10_000).stream()
                .map(event -> event.body().getClass().getSimpleName())
                .toList();
    }

    static AssistantReply sorry(Language language) {
        return new AssistantReply(
                ReplyKind.NEEDS_PERSON,
                language,
                Optional.empty(),
                0,
                PlainText.paragraph("write to us"),
                List.of(),
                List.of(),
                ReplyMode.PASSAGE);
    }
}
