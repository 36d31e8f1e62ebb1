package io.babeldesk.answer.guard;

import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates, months and weekdays of a language. Immutable. */
final class CalendarReader {

    private static final Pattern ISO = Pattern.compile("(?<![0-9])([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])");
    private static final Pattern NUMERIC =
            Pattern.compile("(?<![0-9.,])([0-9]{1,2})([./-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})(?![0-9])");
    private static final Pattern CJK_DATE =
            Pattern.compile("(?:([0-9]{4})\\s*[年년]\\s*)?([0-9]{1,2})\\s*[月월]\\s*([0-9]{1,2})\\s*[日号號일]");
    private static final Pattern CJK_MONTH =
            Pattern.compile("(?:([0-9]{4})\\s*[年년]\\s*)?(?<![0-9])([0-9]{1,2})\\s*[月월](?![间間])");
    private static final Pattern VI_DATE = Pattern.compile("([0-9]{1,2}) thang ([0-9]{1,2})(?:,? nam ([0-9]{4}))?");

    private final Lexicon words;
    private final Optional<Pattern> dayMonth;
    private final Optional<Pattern> monthDay;
    private final Optional<Pattern> months;
    private final Pattern weekdays;

    CalendarReader(Language language, Lexicon words) {
        this.words = words;
        String names = String.join(
                "|", words.namesOf(words.months).stream().map(Pattern::quote).toList());
        boolean named = !names.isEmpty() && !Set.of("zh", "ja").contains(language.code());
        this.dayMonth = named
                ? Optional.of(
                        Pattern.compile(
                                "(?<![0-9.,])([0-3]?[0-9])(?:\\.|st|nd|rd|th|er|º|ª|°|-?го|-?е)?\\s*(?:de |of |di |d'|[בה])?(?:("
                                        + names
                                        + ")\\.?)(?![\\p{L}])\\p{L}{0,0}(?:\\s*(?:de |del |,|[คพ]\\.ศ\\.)?\\s*([12][0-9]{3}))?"))
                : Optional.empty();
        this.monthDay = named
                ? Optional.of(Pattern.compile("(?<!\\p{L})(" + names
                        + ")\\.?\\s+([0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:.,][0-9]|[0-9])(?:,?\\s+([12][0-9]{3}))?"))
                : Optional.empty();
        this.months = named
                ? Optional.of(
                        Pattern.compile("(?<!\\p{L})(" + names + ")(?!\\p{L})(?:\\s+(?:de |del )?([12][0-9]{3}))?"))
                : Optional.empty();
        String days = String.join(
                "|", words.namesOf(words.weekdays).stream().map(this::weekday).toList());
        this.weekdays = Pattern.compile(
                words.isUnspaced() || language.code().equals("ko")
                        ? "(" + days + ")"
                        : "(?<!\\p{L})(?:[وبلف]?)(" + days + ")(?!\\p{L})");
    }

    /** Weekdays take endings: mondays, montags, понедельнику, maanantaina. */
    private String weekday(String name) {
        if (words.isUnspaced() || name.length() < 5) {
            return Pattern.quote(name);
        }
        return Pattern.quote(name.substring(0, name.length() - 1)) + "\\p{L}?\\p{L}{0,5}";
    }

    void dates(Scan scan) {
        scan.takeNumbers(ISO, m -> day(m.group(2), m.group(3), m.group(1), scan));
        scan.takeNumbers(CJK_DATE, m -> day(m.group(2), m.group(3), m.group(1), scan));
        scan.takeNumbers(VI_DATE, m -> day(m.group(2), m.group(1), m.group(3), scan));
        scan.takeNumbers(NUMERIC, m -> numericDate(m, scan));
        dayMonth.ifPresent(pattern ->
                scan.takeNumbers(pattern, m -> day(month(m.group(2)), m.group(1), m.group(3), scan)));
        monthDay.ifPresent(pattern ->
                scan.takeNumbers(pattern, m -> day(month(m.group(1)), m.group(2), m.group(3), scan)));
        scan.takeNumbers(CJK_MONTH, m -> month(Integer.parseInt(m.group(2)), m.group(1), scan));
        months.ifPresent(pattern -> scan.take(
                pattern,
                m -> (m.group(1).length() > 3 || m.group(2) != null)
                        && !words.numbers.containsKey(m.group(1))
                        && !Set.of("may", "march", "mars", "marca", "mart").contains(m.group(1))
                        && month(words.months.getOrDefault(m.group(1), 0), m.group(2), scan)));
    }

    private String month(String name) {
        return String.valueOf(words.months.getOrDefault(name, 0));
    }

    private static boolean month(int month, @Nullable String year, Scan scan) {
        return month >= 1 && month <= 12 && scan.add(new Value.Month(month, year(year)));
    }

    private static boolean day(String month, String day, @Nullable String year, Scan scan) {
        int monthDay = Integer.parseInt(month) * 100 + Integer.parseInt(day);
        return isDay(monthDay) && scan.add(new Value.Day(Set.of(monthDay), year(year)));
    }

    private static boolean numericDate(MatchResult m, Scan scan) {
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(3));
        Set<Integer> either = new HashSet<>();
        if (isDay(second * 100 + first)) {
            either.add(second * 100 + first);
        }
        if (isDay(first * 100 + second) && !m.group(2).equals(".")) {
            either.add(first * 100 + second);
        }
        String year = m.group(4).length() == 2 ? "20" + m.group(4) : m.group(4);
        return !either.isEmpty() && scan.add(new Value.Day(Set.copyOf(either), year(year)));
    }

    private static boolean isDay(int monthDay) {
        return monthDay / 100 >= 1 && monthDay / 100 <= 12 && monthDay % 100 >= 1 && monthDay % 100 <= 31;
    }

    /** The Buddhist era is 543 years ahead. */
    private static Optional<Integer> year(@Nullable String year) {
        return Optional.ofNullable(year).map(Integer::valueOf).map(y -> y > 2400 && y < 2700 ? y - 543 : y);
    }

    void weekdays(Scan scan) {
        Matcher matcher = weekdays.matcher(scan.rest);
        List<Integer> days = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        while (matcher.find()) {
            int day = day(matcher.group(1));
            if (day > 0) {
                days.add(day);
                places.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        StringBuilder left = new StringBuilder(scan.rest);
        for (int i = 0; i < days.size(); i++) {
            scan.add(new Value.Weekday(days.get(i)));
            if (i > 0 && isRange(scan.rest.substring(places.get(i - 1)[1], places.get(i)[0]))) {
                for (int day = days.get(i - 1) % 7 + 1; day != days.get(i); day = day % 7 + 1) {
                    scan.add(new Value.Weekday(day));
                }
            }
            Scan.blank(left, places.get(i)[0], places.get(i)[1]);
        }
        scan.rest = left.toString();
    }

    private static boolean isRange(String between) {
        return between.length() <= 8 && !between.contains(",") && !between.contains("、");
    }

    private int day(String written) {
        Integer known = words.weekdays.get(written);
        if (known != null) {
            return known;
        }
        return words.weekdays.entrySet().stream()
                .filter(name -> name.getKey().length() >= 5
                        && written.startsWith(
                                name.getKey().substring(0, name.getKey().length() - 1)))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(0);
    }
}
