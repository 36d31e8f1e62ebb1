package io.babeldesk.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.Question;
import io.babeldesk.answer.Reply;
import io.babeldesk.chat.ShopperChat.Incoming;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import io.babeldesk.sentiment.MoodTrend;
import io.babeldesk.sentiment.Sentiment;
import io.babeldesk.sentiment.Sentiment.Label;
import io.babeldesk.sentiment.SentimentReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** From a message to its reply. */
class ShopperChatTest extends ChatVocabulary {

    @Test
    void repliesToWhatAShopperSays() {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        String turn = shopperSays(chat, conversation, "Wo ist mein Paket?");
        Turn.OfAssistant reply = assistantReplies(chat, conversation, turn);
        assertThat(reply.text()).isEqualTo("re: Wo ist mein Paket?");
        assertThat(reply.replyTo()).containsExactly(turn);
        assertThat(conversations.provenance(reply.id()).orElseThrow().query()).isEqualTo("Wo ist mein Paket?");
        assertThat(kindsOfEventsIn(conversation)).containsExactly("TurnCreated", "ReplyStarted", "ReplyCompleted");
    }

    @Test
    void asksWithLanguageMarketAndWhatWasSaidBefore() {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        assistantReplies(chat, conversation, shopperSays(chat, conversation, "eins"));
        Incoming second = new Incoming("k", "d", "zwei", Optional.of("es-MX"), Optional.of(new Market("MX")));
        String turn = ((Receipt.Accepted) chat.receive(conversation, second)).turn();
        assistantReplies(chat, conversation, turn);
        Question asked = answerer.asked.getLast();
        assertThat(asked.text()).isEqualTo("zwei");
        assertThat(asked.language()).isEqualTo(SPANISH);
        assertThat(asked.market()).contains(new Market("MX"));
        assertThat(asked.earlier()).extracting(Turn::text).containsExactly("eins", "re: eins");
    }

    @Test
    void showsTheAnswererTheLastTwentyTurns() {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        for (int i = 1; i <= 13; i++) {
            assistantReplies(chat, conversation, shopperSays(chat, conversation, "" + i));
        }
        List<Turn> earlier = answerer.asked.getLast().earlier();
        assertThat(earlier).hasSize(20);
        assertThat(earlier.getFirst().text()).isEqualTo("3");
        assertThat(earlier.getLast().text()).isEqualTo("re: 12");
    }

    @Test
    void choosesTheLanguageByThePageAndTheTurnsBefore() {
        List<String> heard = new ArrayList<>();
        try (ShopperChat chat = new ShopperChat(
                conversations,
                feed,
                answerer,
                (text, page, earlier) -> {
                    heard.add(text + " on " + page.orElseThrow() + " after " + earlier);
                    return text.equals("hola") ? SPANISH : GERMAN;
                },
                SentimentReader.shipped(),
                ChatVocabulary::sorry,
                Optional.empty(),
                clock,
                "one",
                BRISK)) {
            Conversation conversation = conversation();
            chat.receive(conversation, new Incoming("1", "d", "hola", Optional.of("fr-CA"), Optional.empty()));
            chat.receive(conversation, new Incoming("2", "d", "moin", Optional.of("not a locale"), Optional.empty()));
            chat.receive(conversation, new Incoming("3", "d", "ok", Optional.empty(), Optional.empty()));
            assertThat(conversations.owed(conversation.id()))
                    .extracting(Turn.OfShopper::language)
                    .containsExactly(SPANISH, GERMAN, GERMAN);
        }
        assertThat(heard).containsExactly("hola on fr after []", "moin on de after [es]", "ok on de after [es, de]");
    }

    @Test
    void keepsHowTheShopperFeltWithEachTurn() {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        shopperSays(chat, conversation, "Wo ist mein Paket?");
        shopperSays(chat, conversation, "Ihr Betrüger, das ist eine Frechheit!!!");
        List<Sentiment> moods = conversations.turns(conversation.id(), Page.newest(50)).stream()
                .filter(Turn.OfShopper.class::isInstance)
                .map(turn -> ((Turn.OfShopper) turn).mood().orElseThrow())
                .toList();
        assertThat(moods).extracting(Sentiment::label).containsExactly(Label.NEUTRAL, Label.NEGATIVE);
        assertThat(MoodTrend.over(moods).angryTurns()).isEqualTo(1);
    }

    @Test
    void letsARetryWaitForTheSameReply() {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        Incoming message = incoming("a");
        Receipt.Accepted first = (Receipt.Accepted) chat.receive(conversation, message);
        Turn.OfAssistant reply = assistantReplies(chat, conversation, first.turn());
        Receipt.Accepted again = (Receipt.Accepted) chat.receive(conversation, message);
        assertThat(again.turn()).isEqualTo(first.turn());
        assertThat(assistantReplies(chat, conversation, again.turn())).isEqualTo(reply);
        assertThat(answerer.asked).hasSize(1);
    }

    @Test
    void tellsWhyAMessageWasNotTaken() {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        Incoming message = incoming("a");
        chat.receive(conversation, message);
        Incoming other = new Incoming(message.key(), "other", "b", Optional.empty(), Optional.empty());
        assertThat(chat.receive(conversation, other)).isEqualTo(new Receipt.KeyReused());
        conversations.erase(conversation.shopper(), clock.instant());
        assertThat(chat.receive(conversation, incoming("c"))).isEqualTo(new Receipt.ConversationClosed());
    }

    @Test
    void joinsAMessageThatComesWhileTheReplyIsBeingMade() throws Exception {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        answerer.ponders();
        String first = shopperSays(chat, conversation, "Wo ist mein Paket?");
        answerer.hasBegun();
        String second = shopperSays(chat, conversation, "Nummer 4711");
        var waiting = CompletableFuture.supplyAsync(() -> assistantReplies(chat, conversation, first));
        answerer.goesOn();
        Turn.OfAssistant reply = assistantReplies(chat, conversation, second);
        assertThat(waiting.get()).isEqualTo(reply);
        assertThat(reply.replyTo()).containsExactly(first, second);
        assertThat(textsOf(conversation))
                .containsExactly("Wo ist mein Paket?", "Nummer 4711", "re: Wo ist mein Paket?\nNummer 4711");
        assertThat(answerer.asked.getLast().earlier()).isEmpty();
        assertThat(kindsOfEventsIn(conversation))
                .containsExactly("TurnCreated", "ReplyStarted", "TurnCreated", "ReplyCompleted");
    }

    @Test
    void waitsInVainNoLongerThanAsked() {
        ShopperChat asleep = chat("one", BRISK);
        Conversation conversation = conversation();
        String turn = shopperSays(asleep, conversation, "a");
        assertThat(asleep.await(conversation.id(), turn, A_MOMENT)).isEmpty();
        assertThat(asleep.await("cnv_nowhere", turn, LONG_ENOUGH)).isEmpty();
    }

    @Test
    void doesNotWaitForTheAssistantWhileAPersonLeads() throws Exception {
        ShopperChat asleep = chat("one", BRISK);
        Conversation conversation = conversation();
        String turn = shopperSays(asleep, conversation, "a");
        var waiting = CompletableFuture.supplyAsync(() -> asleep.await(conversation.id(), turn, LONG_ENOUGH));
        personTakes(conversation);
        assertThat(waiting.get()).isEmpty();
        assertThat(asleep.await(conversation.id(), turn, LONG_ENOUGH)).isEmpty();
    }

    @Test
    void leavesAConversationToThePersonWhoLeadsIt() {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        personTakes(conversation);
        String turn = shopperSays(chat, conversation, "a");
        Conversation other = conversation();
        assistantReplies(chat, other, shopperSays(chat, other, "b"));
        assertThat(textsOf(conversation)).containsExactly("a");
        personGivesBack(conversation);
        assertThat(assistantReplies(chat, conversation, turn).text()).isEqualTo("re: a");
    }

    @Test
    void dropsItsReplyWhenAPersonTakesOverMeanwhile() throws Exception {
        ShopperChat chat = runningChat("one");
        Conversation conversation = conversation();
        answerer.ponders();
        shopperSays(chat, conversation, "a");
        answerer.hasBegun();
        personTakes(conversation);
        answerer.goesOn();
        chat.close();
        assertThat(textsOf(conversation)).containsExactly("a");
    }

    @Test
    void speaksEachKindOfReply() {
        Question question = new Question("q", Language.ENGLISH, Optional.empty(), List.of());
        var saying = ScriptedAnswerer.saying(question);
        assertThat(SpokenReply.of(new Reply.AskedBack(saying, List.of())).kind())
                .isEqualTo(ReplyKind.ASKED_BACK);
        assertThat(SpokenReply.of(new Reply.Declined(saying)).kind()).isEqualTo(ReplyKind.DECLINED);
        assertThat(SpokenReply.of(new Reply.NeedsPerson(saying)).kind()).isEqualTo(ReplyKind.NEEDS_PERSON);
    }
}
