package io.babeldesk.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Change;
import io.babeldesk.conversation.Change.Entry;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling;
import io.babeldesk.knowledge.HandoffRules.Csat;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.babeldesk.store.MemoryConversations;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is asked for a score, and who is left in peace. */
class SatisfactionTest extends HandoffVocabulary {

    private final Conversations conversations = new MemoryConversations();
    private final String shopper = conversations.admit("secret", MONDAY).id();
    private final Csat rules = new Csat(true, Duration.ofDays(1), Set.of("spam"), Set.of("threat"));

    private Conversation begun(Language language) {
        return conversations.open(shopper, language, Optional.empty(), MONDAY);
    }

    private void answered(Conversation conversation) {
        change(
                conversation,
                Change.of(Handling.NONE, new Entry.ByAgent(ANNA, "done", GERMAN, Optional.empty())),
                MONDAY);
    }

    private void change(Conversation conversation, Change change, Instant at) {
        long version = conversations.find(conversation.id()).orElseThrow().version();
        assertThat(conversations.change(conversation.id(), version, change, Optional.empty(), at))
                .isPresent();
    }

    private Change resolved(Csat rules, Conversation conversation, Handling handling, Instant at) {
        Handled handled = new Handled(conversations.find(conversation.id()).orElseThrow(), handling, Optional.empty());
        return new Satisfaction(conversations, rules, new HandoffWords(new Messages()))
                .asking(handled, Change.to(ConversationState.RESOLVED, handling), at);
    }

    private boolean asks(Conversation conversation, Handling handling, Instant at) {
        return !resolved(rules, conversation, handling, at).entries().isEmpty();
    }

    @Test
    void isAskedInTheLanguageOfTheConversation() {
        Conversation arabic = begun(Language.of("ar"));
        answered(arabic);
        assertThat(resolved(rules, arabic, Handling.NONE, MONDAY).entries())
                .containsExactly(new Entry.AsksForScore("كيف كانت هذه المحادثة؟", Language.of("ar")));
    }

    @Test
    void nobodyIsAskedWhoseQuestionNobodyAnswered() {
        Conversation alone = begun(GERMAN);
        change(alone, Change.of(Handling.NONE, new Entry.Note(ANNA, "who is that?", GERMAN)), MONDAY);
        assertThat(asks(alone, Handling.NONE, MONDAY)).isFalse();
        answered(alone);
        assertThat(asks(alone, Handling.NONE, MONDAY)).isTrue();
    }

    @Test
    void nobodyIsAskedTwiceInADayOrAfterAScore() {
        Conversation first = begun(GERMAN);
        Conversation second = begun(GERMAN);
        answered(first);
        answered(second);
        change(first, resolved(rules, first, Handling.NONE, MONDAY), MONDAY);
        assertThat(asks(second, Handling.NONE, MONDAY.plus(Duration.ofHours(23))))
                .isFalse();
        assertThat(asks(second, Handling.NONE, MONDAY.plus(Duration.ofHours(25))))
                .isTrue();
        assertThat(asks(first, Handling.NONE, MONDAY.plusSeconds(60)))
                .as("the same conversation, when it is done again")
                .isTrue();
        conversations.score(first.id(), 5, Optional.empty(), MONDAY);
        assertThat(asks(first, Handling.NONE, MONDAY.plusSeconds(60))).isFalse();
    }

    @Test
    void theShopSaysWhoIsLeftInPeace() {
        Conversation conversation = begun(GERMAN);
        answered(conversation);
        assertThat(asks(conversation, Handling.NONE.labelled(Set.of("spam", "vip")), MONDAY))
                .isFalse();
        assertThat(asks(conversation, Handling.NONE.labelled(Set.of("vip")), MONDAY))
                .isTrue();
        assertThat(asks(conversation, Handling.NONE.handedOver(new Handling.Handover("threat", MONDAY)), MONDAY))
                .isFalse();
        Csat nobody = new Csat(false, rules.pause(), Set.of(), Set.of());
        assertThat(resolved(nobody, conversation, Handling.NONE, MONDAY).entries())
                .isEmpty();
    }

    @Test
    void onlyWhatIsResolvedIsAskedFor() {
        Conversation conversation = begun(GERMAN);
        answered(conversation);
        Change closing = Change.to(ConversationState.CLOSED, Handling.NONE);
        Handled handled =
                new Handled(conversations.find(conversation.id()).orElseThrow(), Handling.NONE, Optional.empty());
        assertThat(new Satisfaction(conversations, rules, new HandoffWords(new Messages()))
                        .asking(handled, closing, MONDAY))
                .isEqualTo(closing);
    }
}
