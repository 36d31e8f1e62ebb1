package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.EventFeed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalEventFeedTest {

    private final LocalEventFeed feed = new LocalEventFeed();
    private final List<String> woken = new ArrayList<>();

    @Test
    void wakesAllWhoListenToTheConversationAndNobodyElse() {
        feed.listen("cnv_a", () -> woken.add("first"));
        feed.listen("cnv_a", () -> woken.add("second"));
        feed.listen("cnv_b", () -> woken.add("other"));
        feed.appended("cnv_a");
        feed.appended("cnv_c");
        assertThat(woken).containsExactly("first", "second");
    }

    @Test
    void wakesNobodyWhoHasClosed() {
        EventFeed.Subscription first = feed.listen("cnv_a", () -> woken.add("first"));
        feed.listen("cnv_a", () -> woken.add("second"));
        first.close();
        first.close();
        feed.appended("cnv_a");
        assertThat(woken).containsExactly("second");
        assertThat(feed.listening()).isEqualTo(1);
    }

    @Test
    void wakesTheOthersThoughOneBreaks() {
        feed.listen("cnv_a", () -> {
            throw new IllegalStateException("broken on purpose");
        });
        feed.listen("cnv_a", () -> woken.add("second"));
        feed.appended("cnv_a");
        assertThat(woken).containsExactly("second");
    }

    @Test
    void letsAListenerCloseItselfWhenWoken() {
        List<EventFeed.Subscription> own = new ArrayList<>();
        own.add(feed.listen("cnv_a", () -> own.getFirst().close()));
        feed.listen("cnv_a", () -> woken.add("second"));
        feed.appended("cnv_a");
        feed.appended("cnv_a");
        assertThat(woken).containsExactly("second", "second");
        assertThat(feed.listening()).isEqualTo(1);
    }
}
