package io.babeldesk.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.Reply;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Handling.Handover;
import io.babeldesk.conversation.Handling.Offer;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Turn;
import io.babeldesk.desk.Deed;
import io.babeldesk.desk.Desk;
import io.babeldesk.desk.Presence;
import io.babeldesk.handoff.Colleague;
import io.babeldesk.handoff.Colleague.Availability;
import io.babeldesk.handoff.HandoffVocabulary;
import io.babeldesk.handoff.Handoffs;
import io.babeldesk.handoff.Handoffs.Wish;
import io.babeldesk.language.Messages;
import io.babeldesk.sentiment.SentimentReader;
import io.babeldesk.store.MemoryDesk;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a shopper meets on her way from the assistant to a person and back. */
class HandoffChatTest extends ChatVocabulary {

    private final Presence presence = new Presence(new MemoryDesk(), clock);
    private final Handoffs handoffs =
            new Handoffs(conversations, feed, HandoffVocabulary::demo, presence, new Messages());
    private final Desk desk = new Desk(conversations, feed, handoffs, presence, HandoffVocabulary::rules, clock);
    private Kind answers = Kind.ANSWER;
    private final ShopperChat chat = new ShopperChat(
            conversations,
            feed,
            question -> switch (answers) {
                case ANSWER ->
                    new Reply.Answered(ScriptedAnswerer.saying(question), List.of(), List.of(), ReplyMode.PASSAGE);
                case UNSURE -> new Reply.NeedsPerson(ScriptedAnswerer.saying(question));
                case ASKED -> new Reply.NeedsPerson(ScriptedAnswerer.saying(question), Reply.Why.ASKED);
                case BROKEN -> throw new IllegalStateException("broken on purpose");
            },
            (text, page, earlier) -> page.orElseThrow(),
            SentimentReader.shipped(),
            ChatVocabulary::sorry,
            Optional.of(handoffs),
            clock,
            "one",
            BRISK);

    private enum Kind {
        ANSWER,
        UNSURE,
        ASKED,
        BROKEN
    }

    @AfterEach
    void closeChat() {
        chat.close();
    }

    private void annaIsAtTheDesk() {
        presence.sees(
                new Colleague(HandoffVocabulary.ANNA, Set.of(GERMAN), Set.of(), Set.of(), Availability.ONLINE, 4, 0));
    }

    private Turn.OfAssistant asks(Conversation conversation, String text) {
        chat.start();
        return assistantReplies(chat, conversation, shopperSays(chat, conversation, text));
    }

    private Turn.OfAssistant asksOn(Conversation conversation, String text) {
        return assistantReplies(chat, conversation, shopperSays(chat, conversation, text));
    }

    private ConversationState state(Conversation conversation) {
        return conversations.find(conversation.id()).orElseThrow().state();
    }

    @Test
    void queuesWhereNobodyWasEverAtTheDeskAndTellsHowElsePeopleAreReached() {
        Conversation asking = conversation();
        Turn.OfAssistant reply = asks(asking, "Ich möchte mit einem Menschen sprechen");
        assertThat(reply.reply().kind()).isEqualTo(ReplyKind.NEEDS_PERSON);
        assertThat(reply.text()).contains("help@larkwell.example");
        assertThat(state(asking)).isEqualTo(ConversationState.QUEUED);
        Conversation inNeed = conversation();
        Turn.OfAssistant help = asksOn(inNeed, "ich will nicht mehr leben");
        assertThat(help.text()).contains("findahelpline").doesNotContain("Team");
        assertThat(state(inNeed)).isEqualTo(ConversationState.QUEUED);
    }

    @Test
    void handsOverWhenTheShopperAsksForAPerson() {
        annaIsAtTheDesk();
        Conversation conversation = conversation();
        Turn.OfAssistant reply = asks(conversation, "Ich möchte mit einem Menschen sprechen");
        assertThat(reply.reply().kind()).isEqualTo(ReplyKind.NEEDS_PERSON);
        assertThat(state(conversation)).isEqualTo(ConversationState.QUEUED);
        assertThat(conversations.handling(conversation.id()).handover())
                .map(Handover::rule)
                .contains("asked-person");
        assertThat(conversations.provenance(reply.id()).orElseThrow().facts()).containsEntry("handoff", "asked-person");
        List<Event> events = conversations.eventsAfter(conversation.id(), 0, 99);
        assertThat(indexOf(events, Event.Body.StateChanged.class))
                .as("queued before it is said")
                .isLessThan(indexOf(events, Event.Body.ReplyCompleted.class));
    }

    private static int indexOf(List<Event> events, Class<?> kind) {
        return events.stream().map(event -> event.body().getClass()).toList().indexOf(kind);
    }

    @Test
    void handsOverWhenOnlyTheAnswererUnderstoodTheWishOrNoAnswerCanBeMade() {
        annaIsAtTheDesk();
        answers = Kind.ASKED;
        Conversation asked = conversation();
        assertThat(asks(asked, "können Sie mich verbinden?").reply().kind()).isEqualTo(ReplyKind.NEEDS_PERSON);
        assertThat(state(asked)).isEqualTo(ConversationState.QUEUED);
        answers = Kind.BROKEN;
        Conversation broken = conversation();
        assertThat(asksOn(broken, "Wie lange?").reply().kind()).isEqualTo(ReplyKind.NEEDS_PERSON);
        assertThat(conversations.handling(broken.id()).handover())
                .map(Handover::rule)
                .contains("no-answer");
    }

    @Test
    void offersAPersonWhereTheAnswerIsNotSureAndTakesAYes() {
        annaIsAtTheDesk();
        answers = Kind.UNSURE;
        Conversation conversation = conversation();
        Turn.OfAssistant offer = asks(conversation, "Und das Ding da?");
        assertThat(offer.reply().kind()).as("nobody is coming yet").isEqualTo(ReplyKind.ASKED_BACK);
        assertThat(offer.text()).contains("Menschen sprechen?");
        assertThat(offer.reply().suggestions().getFirst().question()).isEqualTo("Ja, einen Menschen bitte");
        assertThat(conversations.handling(conversation.id()).offer())
                .map(Offer::rule)
                .contains("low-confidence");
        Turn.OfAssistant second = asksOn(conversation, "Und das hier?");
        assertThat(second.text()).as("one offer is enough").doesNotContain("Menschen sprechen?");
        asksOn(conversation, "ja bitte");
        assertThat(state(conversation)).isEqualTo(ConversationState.QUEUED);
        assertThat(conversations.handling(conversation.id()).offer()).isEmpty();
    }

    @Test
    void theAssistantIsSilentWhileAPersonHasItAndGoesOnAfterwards() {
        annaIsAtTheDesk();
        Conversation conversation = conversation();
        asks(conversation, "Mensch bitte");
        shopperSays(chat, conversation, "Hallo?");
        assertThat(desk.claim(conversation.id(), HandoffVocabulary.ANNA)).isInstanceOf(Deed.Done.class);
        Desk.Answer hello = new Desk.Answer("Guten Tag!", GERMAN, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(desk.reply(conversation.id(), HandoffVocabulary.ANNA, hello)).isInstanceOf(Deed.Done.class);
        assertThat(state(conversation)).isEqualTo(ConversationState.WAITING);
        shopperSays(chat, conversation, "Wo ist mein Paket?");
        assertThat(state(conversation)).isEqualTo(ConversationState.OPEN);
        assertThat(conversations.debts()).isEqualTo(1);
        assertThat(textsOf(conversation)).last().isEqualTo("Wo ist mein Paket?");
        desk.giveBack(conversation.id(), HandoffVocabulary.ANNA);
        String turn = conversations.owed(conversation.id()).getFirst().id();
        assertThat(assistantReplies(chat, conversation, turn).replyTo()).containsExactly(turn);
        assertThat(state(conversation)).isEqualTo(ConversationState.ASSISTANT);
    }

    @Test
    void theButtonQueuesAtOnceAndEndsTheReplyThatIsBeingMade() {
        annaIsAtTheDesk();
        Conversation conversation = conversation();
        shopperSays(chat, conversation, "Wie lange?");
        assertThat(handoffs.ask(conversation.id(), clock.instant())).isEqualTo(Wish.DONE);
        assertThat(state(conversation)).isEqualTo(ConversationState.QUEUED);
        assertThat(conversations.debts()).isZero();
        assertThat(kindsOfEventsIn(conversation)).containsSubsequence("StateChanged", "ReplyStarted", "ReplyCompleted");
        assertThat(handoffs.ask(conversation.id(), clock.instant())).isEqualTo(Wish.DONE);
        assertThat(handoffs.withdraw(conversation.id(), clock.instant())).isEqualTo(Wish.DONE);
        assertThat(state(conversation)).isEqualTo(ConversationState.ASSISTANT);
        assertThat(conversations.handling(conversation.id()).handover()).isEmpty();
    }
}
