package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Blocked;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations.Message;
import io.babeldesk.conversation.Conversations.Receipt;
import io.babeldesk.conversation.Speaker;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Some shoppers are kept out. */
interface BlocksShoppers extends StoreVocabulary {

    Speaker LEA = new Speaker(new AgentId("agt_lea"), "Lea");

    private static Blocked blocked(String shopper, Instant since, Optional<Instant> until) {
        return new Blocked(shopper, "insults", LEA, since, until);
    }

    @Test
    default void takesNothingOfWhomIsBlockedAndOwesNothing() {
        Conversation conversation = conversation();
        Message before = message(conversation, "key", "a");
        store().receive(before);
        Blocked blocked = blocked(conversation.shopper(), NOON, Optional.empty());
        assertThat(store().block(blocked)).isTrue();
        assertThat(store().blocked(conversation.shopper(), NOON)).contains(blocked);
        assertThat(store().receive(message(conversation, "b"))).isEqualTo(new Receipt.ShopperBlocked());
        assertThat(store().receive(before)).isInstanceOf(Receipt.Accepted.class);
        assertThat(textsOf(conversation)).containsExactly("a");
        assertThat(store().debts()).isEqualTo(1);
        assertThat(store().unblock(conversation.shopper())).isTrue();
        assertThat(store().unblock(conversation.shopper())).isFalse();
        shopperSays(conversation, "c");
        assertThat(textsOf(conversation)).containsExactly("a", "c");
    }

    @Test
    default void aBlockEndsAtItsTime() {
        Conversation conversation = conversation();
        store().block(blocked(conversation.shopper(), NOON, Optional.of(NOON.plusSeconds(60))));
        assertThat(store().blocked(conversation.shopper(), NOON.plusSeconds(59)))
                .isPresent();
        assertThat(store().blocked(conversation.shopper(), NOON.plusSeconds(60)))
                .isEmpty();
        assertThat(store().allBlocked(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    default void aNewBlockTakesThePlaceOfAnEarlierOne() {
        String first = shopper();
        String second = shopper();
        store().block(blocked(first, NOON, Optional.of(NOON.plusSeconds(60))));
        store().block(blocked(second, NOON.plusSeconds(1), Optional.empty()));
        Blocked renewed = new Blocked(first, "spam", LEA, NOON.plusSeconds(2), Optional.empty());
        store().block(renewed);
        assertThat(store().allBlocked(NOON.plusSeconds(3)))
                .containsExactly(renewed, blocked(second, NOON.plusSeconds(1), Optional.empty()));
        assertThat(store().block(blocked("shp_none", NOON, Optional.empty()))).isFalse();
    }

    @Test
    default void whoIsProvenToBeTheSameIsKeptOutAndWhoIsErasedIsForgotten() {
        String visitor = shopper();
        String customer = shopper();
        store().block(blocked(visitor, NOON, Optional.empty()));
        store().join(visitor, customer);
        assertThat(store().blocked(customer, NOON)).contains(blocked(customer, NOON, Optional.empty()));
        store().erase(customer, NOON);
        store().erase(visitor, NOON);
        assertThat(store().allBlocked(NOON)).isEmpty();
    }
}
