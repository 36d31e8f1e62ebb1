package io.babeldesk.knowledge;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Says opening hours in a language: days with the same hours are joined, "Monday to Thursday: 08:00–20:00". Times are
 * those of the shop's own zone. Stateless.
 */
public final class HoursWording {

    private final Messages messages;

    public HoursWording(Messages messages) {
        this.messages = messages;
    }

    /** A time with its day of the week, as people say when they are back. */
    public String when(Instant time, ZoneId zone, Language language) {
        ULocale locale = ULocale.forLocale(language.locale());
        DateFormat format = DateFormat.getInstanceForSkeleton("EEEEjm", locale);
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(time));
    }

    public String say(Shop.Hours hours, Language language) {
        ULocale locale = ULocale.forLocale(language.locale());
        List<String> lines = new ArrayList<>();
        for (Run run : runs(hours)) {
            lines.add(messages.say(
                    language,
                    "hours.line",
                    Map.of(
                            "days", days(run, language, locale),
                            "from", time(run.span().from(), locale),
                            "to", time(run.span().to(), locale))));
        }
        return String.join(separator(language), lines);
    }

    /** The locale data puts no more than a space between units of a list in some languages, and in Chinese nothing. */
    private static String separator(Language language) {
        return switch (language.code()) {
            case "zh" -> "，";
            case "ja" -> "、";
            case "ar", "fa" -> "، ";
            default -> ", ";
        };
    }

    private record Run(DayOfWeek first, DayOfWeek last, Shop.Span span) {}

    private static List<Run> runs(Shop.Hours hours) {
        List<Run> runs = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            Shop.Span span = hours.days().get(day);
            if (span == null) {
                continue;
            }
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.span().equals(span) && last.last().plus(1) == day) {
                runs.set(runs.size() - 1, new Run(last.first(), day, span));
            } else {
                runs.add(new Run(day, day, span));
            }
        }
        return runs;
    }

    private String days(Run run, Language language, ULocale locale) {
        if (Objects.equals(run.first(), run.last())) {
            return name(run.first(), locale);
        }
        return messages.say(
                language, "hours.range", Map.of("first", name(run.first(), locale), "last", name(run.last(), locale)));
    }

    private static String name(DayOfWeek day, ULocale locale) {
        String[] names = DateFormatSymbols.getInstance(locale)
                .getWeekdays(DateFormatSymbols.STANDALONE, DateFormatSymbols.ABBREVIATED);
        return names[day.getValue() % 7 + 1];
    }

    private static String time(LocalTime time, ULocale locale) {
        DateFormat format = DateFormat.getTimeInstance(DateFormat.SHORT, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(time.atDate(LocalDate.EPOCH).toInstant(ZoneOffset.UTC)));
    }
}
