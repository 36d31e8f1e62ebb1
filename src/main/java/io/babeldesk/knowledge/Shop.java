package io.babeldesk.knowledge;

import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who the shop is.
 *
 * @param site the name under which web pages embed it
 * @param languages what articles are offered in; the default language is one of them
 * @param markets the countries that it sells to
 * @param starters the articles whose titles a shopper is offered before she writes
 */
public record Shop(
        String site,
        String name,
        Language defaultLanguage,
        List<Language> languages,
        List<Market> markets,
        Contact contact,
        String privacyPage,
        List<ArticleId> starters,
        Hours hours) {

    /** How a shopper reaches people. */
    public record Contact(String email, String phone, String page) {}

    /**
     * When people are there. A day that is missing is a day off.
     *
     * @param holidays days off whatever the day of the week
     */
    public record Hours(ZoneId zone, Map<DayOfWeek, Span> days, Set<LocalDate> holidays) {

        /** Hours without holidays. */
        public Hours(ZoneId zone, Map<DayOfWeek, Span> days) {
            this(zone, days, Set.of());
        }

        public boolean open(ZonedDateTime when) {
            ZonedDateTime there = when.withZoneSameInstant(zone);
            return on(there.toLocalDate())
                    .filter(span -> span.contains(there.toLocalTime()))
                    .isPresent();
        }

        /** When people are there on a day; empty on a day off. */
        public Optional<Span> on(LocalDate day) {
            return holidays.contains(day) ? Optional.empty() : Optional.ofNullable(days.get(day.getDayOfWeek()));
        }
    }

    /** A part of a day; {@code to} is after {@code from} and not contained. */
    public record Span(LocalTime from, LocalTime to) {
        boolean contains(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(to);
        }
    }
}
