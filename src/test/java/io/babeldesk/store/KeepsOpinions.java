package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Conversations.Score;
import io.babeldesk.conversation.Conversations.ScoreQuestion;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ratings of replies and scores of conversations. */
interface KeepsOpinions extends StoreVocabulary {

    @Test
    default void keepsARatingAndLogsIt() {
        Conversation conversation = conversation();
        Receipt.Accepted said = shopperSays(conversation, "a");
        Turn.OfAssistant reply = assistantReplies("b");
        assertThat(store().rate(reply.id(), false, NOON.plusSeconds(1))).isTrue();
        Turn.OfAssistant rated = store().replyTo(said.turn()).orElseThrow();
        assertThat(rated)
                .isEqualTo(new Turn.OfAssistant(
                        reply.id(), reply.seq(), reply.reply(), reply.replyTo(), Optional.of(false), NOON));
        assertThat(turnsOf(conversation)).hasSize(2).endsWith(rated);
        assertThat(eventsOf(conversation).getLast().body()).isEqualTo(new Event.Body.TurnUpdated(rated));
        assertThat(eventsOf(conversation).getLast().seq()).isEqualTo(4);
        assertThat(now(conversation).lastSeq()).isEqualTo(4);
    }

    @Test
    default void logsARatingOnlyWhenItChanges() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        String reply = assistantReplies("b").id();
        assertThat(store().rate(reply, true, NOON)).isTrue();
        assertThat(store().rate(reply, true, NOON)).isTrue();
        assertThat(store().rate(reply, false, NOON)).isTrue();
        assertThat(kindsOfEventsIn(conversation))
                .containsExactly("TurnCreated", "ReplyStarted", "ReplyCompleted", "TurnUpdated", "TurnUpdated");
    }

    @Test
    default void ratesOnlyWhatTheAssistantSaid() {
        Receipt.Accepted said = shopperSays(conversation(), "a");
        assertThat(store().rate(said.turn(), true, NOON)).isFalse();
        assertThat(store().rate("trn_nothing", true, NOON)).isFalse();
    }

    @Test
    default void keepsAMarkUntilItIsTakenBackAndLogsOnlyChanges() {
        Speaker anna = new Speaker(new AgentId("agt_anna"), "Anna");
        Conversation conversation = conversation();
        Receipt.Accepted said = shopperSays(conversation, "a");
        String reply = assistantReplies("b").id();
        assertThat(store().marks(conversation.id())).isEmpty();
        assertThat(store().mark(reply, Optional.of(Mark.WRONG_ANSWER), anna, NOON))
                .isTrue();
        assertThat(store().mark(reply, Optional.of(Mark.WRONG_ANSWER), anna, NOON))
                .isTrue();
        assertThat(store().marks(conversation.id())).containsExactly(Map.entry(reply, Mark.WRONG_ANSWER));
        Event marked = eventsOf(conversation).getLast();
        assertThat(marked.body()).isEqualTo(new Event.Body.Marked(reply, Optional.of(Mark.WRONG_ANSWER), anna));
        assertThat(marked.visibility()).isEqualTo(Event.Visibility.AGENTS);
        assertThat(store().mark(reply, Optional.empty(), anna, NOON)).isTrue();
        assertThat(store().mark(reply, Optional.empty(), anna, NOON)).isTrue();
        assertThat(store().marks(conversation.id())).isEmpty();
        assertThat(kindsOfEventsIn(conversation))
                .containsExactly("TurnCreated", "ReplyStarted", "ReplyCompleted", "Marked", "Marked");
        assertThat(store().mark(said.turn(), Optional.of(Mark.WRONG_ANSWER), anna, NOON))
                .isFalse();
        assertThat(store().mark("trn_nothing", Optional.empty(), anna, NOON)).isFalse();
        assertThat(store().marks("cnv_nowhere")).isEmpty();
    }

    @Test
    default void keepsTheLatestScore() {
        Conversation conversation = conversation();
        assertThat(store().scoreOf(conversation.id())).isEmpty();
        store().score(conversation.id(), 2, Optional.of("zu langsam"), NOON);
        store().score(conversation.id(), 5, Optional.empty(), NOON.plusSeconds(3));
        assertThat(store().scoreOf(conversation.id())).contains(new Score(5, Optional.empty(), NOON.plusSeconds(3)));
        assertThat(store().scoreOf("cnv_nowhere")).isEmpty();
    }

    @Test
    default void logsAScoreWheneverItOrItsWordsChange() {
        Conversation conversation = conversation();
        store().score(conversation.id(), 2, Optional.empty(), NOON);
        store().score(conversation.id(), 2, Optional.of("zu langsam"), NOON);
        store().score(conversation.id(), 2, Optional.of("zu langsam"), NOON.plusSeconds(1));
        store().score(conversation.id(), 4, Optional.empty(), NOON);
        assertThat(eventsOf(conversation))
                .extracting(Event::body)
                .containsExactly(new Event.Body.Scored(2), new Event.Body.Scored(2), new Event.Body.Scored(4));
        assertThat(eventsOf(conversation)).extracting(Event::visibility).containsOnly(Event.Visibility.AGENTS);
        assertThat(now(conversation).version()).isEqualTo(conversation.version());
    }

    @Test
    default void knowsHowAScoreWasLastAskedFor() {
        Conversation conversation = conversation();
        assertThat(store().scoreQuestion(conversation.id())).isEmpty();
        asksForScore(conversation, "Wie war es?", NOON);
        asksForScore(conversation, "Und jetzt?", NOON.plusSeconds(5));
        assertThat(store().scoreQuestion(conversation.id()))
                .contains(new ScoreQuestion("Und jetzt?", Language.of("de"), NOON.plusSeconds(5)));
        assertThat(eventsOf(conversation).getLast().visibility()).isEqualTo(Event.Visibility.SHOPPER);
    }

    private void asksForScore(Conversation conversation, String question, Instant at) {
        Change change = Change.of(Handling.NONE, new Change.Entry.AsksForScore(question, Language.of("de")));
        assertThat(store().change(conversation.id(), now(conversation).version(), change, Optional.empty(), at))
                .isPresent();
    }

    @Test
    default void refusesAScoreThatIsNone() {
        Conversation conversation = conversation();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().score(conversation.id(), 0, Optional.empty(), NOON))
                .withMessageContaining("1 to 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().score(conversation.id(), 6, Optional.empty(), NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().score("cnv_nowhere", 3, Optional.empty(), NOON))
                .withMessageContaining("cnv_nowhere");
        assertThat(store().scoreOf(conversation.id())).isEmpty();
    }
}
