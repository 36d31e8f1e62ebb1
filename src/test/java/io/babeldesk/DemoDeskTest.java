package io.babeldesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.cli.Services;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.DeskFilter;
import io.babeldesk.conversation.Handled;
import io.babeldesk.desk.Passwords;
import io.babeldesk.knowledge.index.DemoIndex;
import io.babeldesk.store.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever tries the desk alone finds on it. */
class DemoDeskTest {

    @TempDir
    Path data;

    private Services.Running serve() {
        Map<String, String> given = new HashMap<>(Map.of("PORT", "0", "DEMO", "true", "EMBEDDING", "off"));
        given.put("DATA", DemoIndex.into(data).toString());
        given.put("KNOWLEDGE_BASE", "knowledge-base");
        return new Assembly(Map.of()).serve(given);
    }

    private List<Handled> in(Stores stores, ConversationState... states) {
        return stores.conversations().forDesk(DeskFilter.of(Set.of(states), 200));
    }

    @Test
    void shoppersWaitInManyLanguagesAndColleaguesAreAtWork() {
        try (Services.Running service = serve()) {
            assertThat(service.firstPassword()).as("of the first account").isPresent();
        }
        try (Stores stores = Stores.open(data)) {
            List<Handled> waiting = in(stores, ConversationState.QUEUED);
            assertThat(waiting)
                    .extracting(one -> one.conversation().language().code())
                    .containsExactlyInAnyOrder("de", "ar", "fr", "zh", "es", "en", "tr");
            assertThat(waiting)
                    .extracting(one -> one.handling().handover().orElseThrow().rule())
                    .contains("asked-person", "payment-fraud", "product-safety");
            assertThat(in(stores, ConversationState.OPEN, ConversationState.WAITING, ConversationState.SNOOZED))
                    .extracting(one -> one.handling().owner().orElseThrow().name())
                    .containsExactlyInAnyOrder("Mara", "Aiko", "Karim");
            assertThat(in(stores, ConversationState.RESOLVED)).hasSize(2);
            assertThat(in(stores, ConversationState.ASSISTANT)).hasSize(2);
            assertThat(stores.accounts().agents().all()).hasSize(4);
            assertThat(stores.cannedReplies().all()).hasSize(3);
            DemoDesk again = new DemoDesk(stores, Passwords.ofNoCost(), Clock.systemUTC());
            assertThat(again.play(_ -> {
                        throw new AssertionError("nothing is played twice");
                    }))
                    .isFalse();
        }
    }
}
