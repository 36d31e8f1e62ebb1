package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations.Lease;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Conversations.Settlement;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Redaction;
import io.babeldesk.conversation.Redaction.Span;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What should never have been written is taken out. */
interface RedactsTurns extends StoreVocabulary {

    Redaction WHOLE = new Redaction(List.of(), "[entfernt]");

    private static Redaction part(int from, int to) {
        return new Redaction(List.of(new Span(from, to)), "[entfernt]");
    }

    @Test
    default void takesAPartOutOfTheTurnAndItsEvents() {
        Conversation conversation = conversation();
        String said = shopperSays(conversation, "🦉 Karte 4111 1111, danke").turn();
        Turn left = store().redact(said, part(8, 17), NOON.plusSeconds(5)).orElseThrow();
        assertThat(left.text()).isEqualTo("🦉 Karte [entfernt], danke");
        assertThat(store().turn(said)).contains(left);
        assertThat(eventsOf(conversation).toString()).doesNotContain("4111");
        assertThat(eventsOf(conversation).getLast().body()).isEqualTo(new Event.Body.TurnUpdated(left));
        assertThat(now(conversation).lastSeq()).isEqualTo(2);
        assertThat(now(conversation).version()).isEqualTo(2);
        assertThat(store().owed(conversation.id())).containsExactly((Turn.OfShopper) left);
    }

    @Test
    default void takesAllOfARepliesWordsAndHowItAndLaterOnesCameAbout() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Turn first = assistantReplies("Frau Muster, Sparweg 3");
        store().rate(first.id(), true, NOON);
        shopperSays(conversation, "b");
        Turn second = assistantReplies("Gern");
        Turn left = store().redact(first.id(), WHOLE, NOON).orElseThrow();
        assertThat(left.text()).isEqualTo("[entfernt]");
        assertThat(((Turn.OfAssistant) left).helpful()).contains(true);
        assertThat(eventsOf(conversation).toString()).doesNotContain("Muster");
        for (Turn reply : List.of(first, second)) {
            assertThat(store().provenance(reply.id()).orElseThrow().query()).isEqualTo("[entfernt]");
            assertThat(store().provenance(reply.id()).orElseThrow().hits()).isNotEmpty();
        }
    }

    @Test
    default void leavesHowEarlierRepliesCameAbout() {
        Conversation conversation = conversation();
        shopperSays(conversation, "a");
        Turn earlier = assistantReplies("Gern");
        store().redact(shopperSays(conversation, "4111").turn(), WHOLE, NOON);
        assertThat(store().provenance(earlier.id())).contains(provenance("what was asked"));
    }

    @Test
    default void takesNotesAndWhatAnAgentWroteBeforeItWasTranslated() {
        Conversation conversation = conversation();
        Speaker anna = new Speaker(new AgentId("agt_anna"), "Anna");
        Speaker ben = new Speaker(new AgentId("agt_ben"), "Ben");
        Turn note = store().note(
                        conversation.id(),
                        new Entry.Note(anna, "@Ben 4111", GERMAN, List.of(ben)),
                        Optional.empty(),
                        NOON)
                .orElseThrow();
        Change change = Change.of(
                store().handling(conversation.id()),
                new Entry.ByAgent(anna, "Nummer 4111", SPANISH, Optional.of(new Turn.Original("number 4111", GERMAN))));
        Turn reply = store().change(conversation.id(), now(conversation).version(), change, Optional.empty(), NOON)
                .orElseThrow()
                .getFirst();
        store().redact(note.id(), WHOLE, NOON);
        store().redact(reply.id(), part(7, 11), NOON);
        assertThat(eventsOf(conversation).toString()).doesNotContain("4111").doesNotContain("agt_ben");
        assertThat(store().turn(reply.id()).orElseThrow().text()).isEqualTo("Nummer [entfernt]");
        assertThat(eventsOf(conversation))
                .filteredOn(event ->
                        event.body() instanceof Event.Body.TurnUpdated updated && updated.turn() instanceof Turn.OfNote)
                .extracting(Event::visibility)
                .containsExactly(Event.Visibility.AGENTS);
    }

    @Test
    default void anAnswerThatIsBeingMadeBeginsAnewWithoutTheWords() {
        Conversation conversation = conversation();
        String said = shopperSays(conversation, "4111").turn();
        Lease lease = workerLeases();
        store().redact(said, WHOLE, NOON);
        assertThat(settle(lease, "zu 4111")).isEqualTo(Settlement.LOST);
        Lease again = workerLeases();
        assertThat(again.replyTurn()).isEqualTo(lease.replyTurn());
        assertThat(store().work(conversation.id(), 9).owed())
                .extracting(Turn::text)
                .containsExactly("[entfernt]");
    }

    @Test
    default void theSameMessageSentAgainIsRefused() {
        Conversation conversation = conversation();
        Receipt.Accepted said = (Receipt.Accepted) store().receive(message(conversation, "key", "4111"));
        store().redact(said.turn(), WHOLE, NOON);
        assertThat(store().receive(message(conversation, "key", "4111"))).isEqualTo(new Receipt.KeyReused());
        assertThat(textsOf(conversation)).containsExactly("[entfernt]");
    }

    @Test
    default void partsThatAreNotThereAreLeftAlone() {
        Conversation conversation = conversation();
        String said = shopperSays(conversation, "abc").turn();
        List<Event> before = eventsOf(conversation);
        for (Redaction none : List.of(part(2, 4), part(1, 1), part(-1, 1))) {
            assertThat(store().redact(said, none, NOON)).isEmpty();
        }
        assertThat(store().redact("trn_none", WHOLE, NOON)).isEmpty();
        assertThat(eventsOf(conversation)).isEqualTo(before);
        Redaction several = new Redaction(List.of(new Span(2, 3), new Span(0, 1), new Span(0, 2)), "*");
        assertThat(store().redact(said, several, NOON).orElseThrow().text()).isEqualTo("*");
    }
}
