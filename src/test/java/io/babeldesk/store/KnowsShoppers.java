package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Shopper;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shoppers and whose conversation is whose. */
interface KnowsShoppers extends StoreVocabulary {

    @Test
    default void knowsAShopperByHerIdAndByHerSecret() {
        String secret = anySecret();
        Shopper admitted = store().admit(secret, NOON);
        assertThat(admitted.id()).startsWith("shp_");
        assertThat(admitted.createdAt()).isEqualTo(NOON);
        assertThat(store().shopper(admitted.id())).contains(admitted);
        assertThat(store().shopperBySecret(secret)).contains(admitted);
    }

    @Test
    default void admitsTheSameSecretAsTheSameShopper() {
        String secret = anySecret();
        Shopper first = store().admit(secret, NOON);
        assertThat(store().admit(secret, NOON.plusSeconds(60))).isEqualTo(first);
        assertThat(store().admit(anySecret(), NOON)).isNotEqualTo(first);
    }

    @Test
    default void doesNotKnowAStranger() {
        assertThat(store().shopper("shp_nobody")).isEmpty();
        assertThat(store().shopperBySecret("nobody's")).isEmpty();
        assertThat(store().ofShopper("shp_nobody")).isEmpty();
    }

    @Test
    default void opensAConversationThatTheAssistantLeads() {
        String shopper = shopper();
        Conversation opened = store().open(shopper, GERMAN, Optional.of(FRANCE), NOON);
        assertThat(opened.id()).startsWith("cnv_");
        assertThat(opened)
                .isEqualTo(new Conversation(
                        opened.id(),
                        shopper,
                        1,
                        ConversationState.ASSISTANT,
                        GERMAN,
                        Optional.of(FRANCE),
                        0,
                        NOON,
                        NOON));
        assertThat(store().find(opened.id())).contains(opened);
    }

    @Test
    default void keepsTimesToTheMillisecond() {
        Instant odd = NOON.plusNanos(456_789);
        Shopper shopper = store().admit(anySecret(), odd);
        Conversation opened = store().open(shopper.id(), GERMAN, Optional.empty(), odd);
        assertThat(shopper.createdAt()).isEqualTo(NOON);
        assertThat(opened.createdAt()).isEqualTo(NOON);
        assertThat(now(opened)).isEqualTo(opened);
    }

    @Test
    default void opensNothingForAShopperWhoIsNotKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> conversationOf("shp_nobody"))
                .withMessageContaining("shp_nobody");
    }

    @Test
    default void doesNotFindWhatIsNotThere() {
        assertThat(store().find("cnv_nowhere")).isEmpty();
        assertThat(store().turn("trn_nothing")).isEmpty();
        assertThat(store().conversationOf("trn_nothing")).isEmpty();
    }

    @Test
    default void listsAShoppersOwnConversationsNewestFirst() {
        String shopper = shopper();
        Conversation first = conversationOf(shopper);
        Conversation second = conversationOf(shopper);
        Conversation third = store().open(shopper, GERMAN, Optional.empty(), NOON.plusSeconds(1));
        conversation();
        assertThat(store().ofShopper(shopper)).containsExactly(third, second, first);
    }

    @Test
    default void makesAVisitorsConversationsThoseOfACustomer() {
        String visitor = shopper();
        String customer = shopper();
        Conversation own = conversationOf(customer);
        Conversation moved = conversationOf(visitor);
        Conversation others = conversation();
        shopperSays(moved, "a");
        long version = now(moved).version();
        store().join(visitor, customer);
        assertThat(store().ofShopper(visitor)).isEmpty();
        assertThat(store().ofShopper(customer))
                .extracting(Conversation::id)
                .containsExactlyInAnyOrder(own.id(), moved.id());
        assertThat(now(moved).version()).isEqualTo(version + 1);
        assertThat(now(others)).isEqualTo(others);
        assertThat(store().shopper(visitor)).isPresent();
        assertThat(assistantReplies("b").replyTo()).hasSize(1);
        assertThat(now(moved).shopper()).isEqualTo(customer);
    }

    @Test
    default void joinsNobodyToACustomerWhoIsNotKnown() {
        Conversation conversation = conversation();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().join(conversation.shopper(), "shp_nobody"))
                .withMessageContaining("shp_nobody");
        assertThat(now(conversation)).isEqualTo(conversation);
    }
}
