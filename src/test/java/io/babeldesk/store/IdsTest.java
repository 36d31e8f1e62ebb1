package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");

    private final Ids ids = new Ids();

    @Test
    void carriesItsKindItsTimeAndItsVersion() {
        String id = ids.next(Ids.TURN, NOON);
        UUID uuid = UUID.fromString(id.substring(4));
        assertThat(id).startsWith("trn_");
        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void sortsAsTheyWereMadeAlsoWithinAMillisecondAndWhenTheClockIsSetBack() {
        List<String> made = Stream.concat(
                        Stream.generate(() -> ids.next(Ids.TURN, NOON)).limit(10_000),
                        Stream.generate(() -> ids.next(Ids.TURN, NOON.minusSeconds(9)))
                                .limit(10_000))
                .toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void namesTheReplyToATurnAlwaysTheSame() {
        assertThat(Ids.replyTo("trn_a")).isEqualTo(Ids.replyTo("trn_a")).startsWith("trn_");
        assertThat(Ids.replyTo("trn_b")).isNotEqualTo(Ids.replyTo("trn_a"));
    }
}
