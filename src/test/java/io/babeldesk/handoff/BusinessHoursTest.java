package io.babeldesk.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.Shop;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessHoursTest extends HandoffVocabulary {

    private static Instant at(String time) {
        return Instant.parse(time + ":00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00, PT15M, 2026-03-02T10:15",
        "2026-03-02T16:50, PT15M, 2026-03-03T09:05",
        "2026-03-02T17:00, PT15M, 2026-03-03T09:15",
        "2026-03-02T03:00, PT15M, 2026-03-02T09:15",
        "2026-03-03T16:00, PT2H,  2026-03-09T10:00",
        "2026-03-09T16:00, PT2H,  2026-03-16T10:00",
        "2026-03-02T09:00, PT8H,  2026-03-02T17:00",
    })
    void timePassesOnlyWhenPeopleAreThere(String from, String business, String due) {
        assertThat(hours().after(at(from), Duration.parse(business))).isEqualTo(at(due));
        assertThat(hours().between(at(from), at(due))).isEqualTo(Duration.parse(business));
    }

    @Test
    void theNextOpeningSkipsHolidays() {
        assertThat(hours().opening(at("2026-03-09T18:00"))).contains(at("2026-03-16T09:00"));
        assertThat(hours().opening(at("2026-03-09T12:00"))).contains(at("2026-03-09T12:00"));
        assertThat(hours().isOpen(at("2026-03-10T12:00"))).isFalse();
    }

    @Test
    void aShopWithoutHoursIsAlwaysThere() {
        BusinessHours always = new BusinessHours(new Shop.Hours(ZoneId.of("UTC"), Map.of()));
        assertThat(always.after(MONDAY, Duration.ofHours(30))).isEqualTo(MONDAY.plus(Duration.ofHours(30)));
        assertThat(always.between(MONDAY, MONDAY.plusSeconds(9))).isEqualTo(Duration.ofSeconds(9));
        assertThat(always.isOpen(MONDAY)).isTrue();
    }

    /** Where clocks go forward at night, business days stay as long as they are. */
    @Test
    void whatIsCountedForwardIsFoundBackwardWhateverTheClocksDo() {
        Shop.Span day = new Shop.Span(LocalTime.of(1, 30), LocalTime.of(23, 0));
        BusinessHours berlin = new BusinessHours(
                new Shop.Hours(ZoneId.of("Europe/Berlin"), Map.of(DayOfWeek.SUNDAY, day, DayOfWeek.MONDAY, day)));
        Random chance = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Instant from = at("2026-03-20T00:00").plusSeconds(chance.nextInt(30 * 86_400));
            Duration business = Duration.ofMinutes(1 + chance.nextInt(5_000));
            assertThat(berlin.between(from, berlin.after(from, business))).isEqualTo(business);
        }
    }
}
