package io.babeldesk.answer.guard;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds times of the day of a language. Immutable. */
final class ClockReader {

    private static final Pattern CLOCK =
            Pattern.compile("(?<![0-9.,:])([0-2]?[0-9])[:h]([0-5][0-9])(?::[0-5][0-9])?(?![0-9:])");
    private static final Pattern CJK_CLOCK =
            Pattern.compile("([0-2]?[0-9])\\s*(?:[时時点點]|시(?!간))(?![间間])(?:\\s*([0-5]?[0-9])\\s*[分분])?");

    private final Lexicon words;

    ClockReader(Lexicon words) {
        this.words = words;
    }

    void read(Scan scan) {
        scan.takeNumbers(CLOCK, m -> time(scan, m, Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))));
        scan.takeNumbers(
                CJK_CLOCK,
                m -> time(
                        scan, m, Integer.parseInt(m.group(1)), m.group(2) == null ? 0 : Integer.parseInt(m.group(2))));
        scan.takeNumbers(Numerals.NUMBER, m -> {
            boolean hour = m.group().matches("[0-2]?[0-9](?:\\.[0-5][0-9])?");
            boolean marked = hour && (isAfter(scan.rest, m.end(), words.hours) || dayPart(scan.rest, m) != 0);
            if (!marked) {
                return false;
            }
            String[] parts = m.group().split("\\.", 2);
            return time(scan, m, Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
        });
    }

    private boolean time(Scan scan, MatchResult m, int hour, int minute) {
        if (hour > 24) {
            return false;
        }
        int part = dayPart(scan.rest, m);
        Set<Integer> minutes = new HashSet<>();
        int written = hour * 60 + minute;
        if (part > 0 && hour <= 12) {
            minutes.add((hour % 12 + 12) * 60 + minute);
        } else if (part < 0) {
            minutes.add(hour % 12 * 60 + minute);
        } else {
            minutes.add(written);
        }
        return scan.add(new Value.Time(Set.copyOf(minutes)));
    }

    /** Whether the hour is marked as before noon, -1, or after, 1. */
    private int dayPart(String text, MatchResult m) {
        if (isAfter(text, m.end(), words.afternoons) || isBefore(text, m.start(), words.afternoons)) {
            return 1;
        }
        return isAfter(text, m.end(), words.mornings) || isBefore(text, m.start(), words.mornings) ? -1 : 0;
    }

    private boolean isAfter(String text, int end, Set<String> marks) {
        String after = text.substring(end, Math.min(text.length(), end + 16)).stripLeading();
        return marks.stream()
                .anyMatch(mark -> after.startsWith(mark)
                        && (after.length() == mark.length()
                                || !Character.isLetter(after.charAt(mark.length()))
                                || words.isUnspaced()));
    }

    private static boolean isBefore(String text, int start, Set<String> marks) {
        String before = text.substring(Math.max(0, start - 12), start).stripTrailing();
        return marks.stream().anyMatch(mark -> mark.length() > 1 && before.endsWith(mark) && !mark.matches("[a-z. ]+"));
    }
}
