package io.babeldesk;

import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.Summariser;
import io.babeldesk.answer.Translator;
import io.babeldesk.chat.Fallback;
import io.babeldesk.chat.ShopperChat;
import io.babeldesk.desk.Blocks;
import io.babeldesk.desk.Desk;
import io.babeldesk.desk.DeskClock;
import io.babeldesk.desk.Interpreter;
import io.babeldesk.desk.MacroRuns;
import io.babeldesk.desk.Merging;
import io.babeldesk.desk.Presence;
import io.babeldesk.desk.search.ConversationSearch;
import io.babeldesk.handoff.Handoffs;
import io.babeldesk.insight.FactsReader;
import io.babeldesk.insight.Reports;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.language.LanguageChooser;
import io.babeldesk.language.Messages;
import io.babeldesk.sentiment.SentimentReader;
import io.babeldesk.store.Stores;
import io.babeldesk.web.DeskRoom;
import io.babeldesk.web.DeskTools;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** Builds what shoppers and agents do with conversations, around an open store. It leaves the store open. */
final class DeskAssembly implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Presence presence;
    private final Handoffs handoffs;
    private final ShopperChat chat;
    private final Desk desk;
    private final DeskClock deskClock;
    private final FactsReader facts;
    private final DeskRoom room;

    DeskAssembly(
            Stores stores,
            Answerer answerer,
            LanguageChooser languages,
            Fallback fallback,
            Supplier<Edition> edition,
            Messages messages,
            Summariser summariser,
            Translator translator,
            ConversationSearch search,
            Clock clock) {
        this.presence = new Presence(stores.attendance(), clock);
        this.handoffs = new Handoffs(stores.conversations(), stores.feed(), edition, presence, messages);
        this.chat = new ShopperChat(
                stores.conversations(),
                stores.feed(),
                answerer,
                languages,
                SentimentReader.shipped(),
                fallback,
                handoffs,
                clock,
                UUID.randomUUID().toString());
        this.desk = new Desk(
                stores.conversations(),
                stores.feed(),
                handoffs,
                presence,
                () -> edition.get().handoff(),
                clock);
        this.deskClock = new DeskClock(
                stores.conversations(),
                stores.feed(),
                handoffs,
                presence,
                desk,
                () -> edition.get().handoff(),
                clock,
                LOOK);
        this.facts = new FactsReader(stores.conversations(), stores.feed(), stores.facts());
        this.room = new DeskRoom(
                stores.conversations(),
                stores.feed(),
                handoffs,
                desk,
                presence,
                stores.drafts(),
                stores.notifications(),
                stores.savedViews(),
                search,
                summariser,
                new Interpreter(translator, stores.conversations(), stores.turnTranslations(), languages, edition),
                new DeskTools(
                        stores.macros(),
                        new MacroRuns(
                                stores.conversations(),
                                stores.feed(),
                                handoffs,
                                stores.cannedReplies(),
                                stores.accounts().agents(),
                                clock),
                        new Blocks(stores.conversations(), stores.feed(), handoffs, clock),
                        new Merging(stores.conversations(), stores.feed(), handoffs, messages, clock)),
                new Reports(facts, stores.facts(), clock));
    }

    Presence presence() {
        return presence;
    }

    /** Where agents work. */
    DeskRoom room() {
        return room;
    }

    Handoffs handoffs() {
        return handoffs;
    }

    ShopperChat chat() {
        return chat;
    }

    Desk desk() {
        return desk;
    }

    void start() {
        chat.start();
        deskClock.start();
        facts.start();
    }

    @Override
    public void close() {
        facts.close();
        deskClock.close();
        chat.close();
    }
}
