package io.babeldesk.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.Hearing;
import io.babeldesk.store.LocalEventFeed;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OpenRepliesTest {

    private static final String HERE = "cnv_1";

    private final AtomicLong nanos = new AtomicLong();
    private final OpenReplies replies = new OpenReplies(new LocalEventFeed(), nanos::get);

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private Hearing begins() {
        return replies.begin(HERE, "trn_2", 1);
    }

    @Test
    void whatIsSaidIsKeptUntilTheReplyIsComplete() {
        Hearing hearing = begins();
        assertThat(replies.in(HERE)).isEmpty();
        hearing.say("One.");
        hearing.say(" Two.");
        assertThat(replies.in(HERE).orElseThrow().pieces()).containsExactly("One.", " Two.");
        replies.end(HERE);
        assertThat(replies.in(HERE)).isEmpty();
    }

    @Test
    void aReplyThatIsStoppedIsOver() {
        Hearing hearing = begins();
        assertThat(hearing.isOver()).isFalse();
        replies.stop("cnv_of_another");
        assertThat(hearing.isOver()).isFalse();
        replies.stop(HERE);
        assertThat(hearing.isOver()).isTrue();
    }

    @Test
    void aReplyIsOverTenSecondsAfterTheLastListenerLeft() {
        OpenReplies.Presence one = replies.enter(HERE);
        OpenReplies.Presence two = replies.enter(HERE);
        Hearing hearing = begins();
        one.close();
        passes(Duration.ofSeconds(11));
        assertThat(hearing.isOver()).as("another still listens").isFalse();
        two.close();
        passes(Duration.ofSeconds(9));
        assertThat(hearing.isOver()).as("she may only reload").isFalse();
        passes(Duration.ofSeconds(2));
        assertThat(hearing.isOver()).isTrue();
    }

    @Test
    void whoeverComesBackInTimeHearsOn() {
        OpenReplies.Presence page = replies.enter(HERE);
        Hearing hearing = begins();
        page.close();
        passes(Duration.ofSeconds(5));
        replies.enter(HERE);
        passes(Duration.ofSeconds(60));
        assertThat(hearing.isOver()).isFalse();
    }

    /** Scripts that wait for the reply listen to no events. */
    @Test
    void aReplyThatNobodyEverListenedToGoesOn() {
        Hearing hearing = begins();
        passes(Duration.ofHours(1));
        assertThat(hearing.isOver()).isFalse();
    }

    @Test
    void anotherMessageEndsTheRoundAndTheNextBeginsAnew() {
        Hearing hearing = begins();
        hearing.say("One.");
        replies.join(HERE, 1);
        assertThat(hearing.isOver()).as("that message it answers already").isFalse();
        replies.join(HERE, 3);
        assertThat(hearing.isOver()).isTrue();
        int round = replies.in(HERE).orElseThrow().round();
        Hearing anew = replies.begin(HERE, "trn_2", 3);
        assertThat(anew.isOver()).isFalse();
        assertThat(replies.in(HERE)).isEmpty();
        anew.say("Both.");
        assertThat(replies.in(HERE).orElseThrow().round()).isGreaterThan(round);
    }
}
