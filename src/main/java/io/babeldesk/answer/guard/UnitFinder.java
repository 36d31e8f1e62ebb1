package io.babeldesk.answer.guard;

import io.babeldesk.answer.guard.Lexicon.Form;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the unit or the currency beside a number. Immutable. */
final class UnitFinder {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}']+");

    private final Lexicon words;

    UnitFinder(Lexicon words) {
        this.words = words;
    }

    /** Either a form or the currencies that a sign may stand for. */
    record Found(int start, int end, Optional<Form> form, Optional<Set<String>> currencies) {}

    /** What stands after a number, or before it. */
    Optional<Found> around(String text, int start, int end) {
        Optional<Found> after = unitAt(text, end).or(() -> currencyAt(text, end));
        return after.or(() -> currencyBefore(text, start));
    }

    Optional<Found> unitAt(String text, int at) {
        Optional<Found> found = formAt(text, at);
        if (found.isPresent() || words.fillers.isEmpty()) {
            return found;
        }
        Matcher filler = WORD.matcher(text).region(Math.min(at, text.length()), text.length());
        boolean skips = filler.find() && filler.start() - at <= 1 && words.fillers.contains(filler.group());
        return skips ? formAt(text, filler.end()) : Optional.empty();
    }

    private Optional<Found> formAt(String text, int at) {
        int begin = skip(text, at);
        for (int length = Math.min(words.longestUnit, text.length() - begin); length > 0; length--) {
            Form form = words.units.get(text.substring(begin, begin + length));
            if (form != null) {
                int end = begin + length;
                int wordEnd = wordEnd(text, end);
                boolean whole = wordEnd == end || !Character.isLetter(text.charAt(end - 1));
                if (whole || (words.addsEndings() && (length >= 3 || words.isUnspaced() || isKorean(text, begin)))) {
                    return Optional.of(new Found(
                            begin,
                            words.isUnspaced() || isKorean(text, begin) ? end : wordEnd,
                            Optional.of(form),
                            Optional.empty()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isKorean(String text, int at) {
        return Character.UnicodeScript.of(text.charAt(at)) == Character.UnicodeScript.HANGUL;
    }

    Optional<Found> currencyAt(String text, int at) {
        int begin = skip(text, at);
        for (int length = Math.min(words.longestUnit, text.length() - begin); length > 0; length--) {
            Optional<Set<String>> codes = words.currency(text.substring(begin, begin + length));
            if (codes.isPresent()) {
                int end = begin + length;
                boolean sign = !Character.isLetter(text.charAt(end - 1));
                boolean whole = sign
                        || wordEnd(text, end) == end
                        || words.isUnspaced()
                        || isKorean(text, begin)
                        || (words.addsEndings() && length >= 2);
                if (whole) {
                    return Optional.of(new Found(
                            begin, sign || words.isUnspaced() ? end : wordEnd(text, end), Optional.empty(), codes));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Found> currencyBefore(String text, int start) {
        int end = start;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        if (end > 0 && text.charAt(end - 1) == '%') {
            return Optional.of(
                    new Found(end - 1, end, Optional.of(new Form(Unit.PERCENT, BigDecimal.ONE)), Optional.empty()));
        }
        if (text.startsWith("yuzde", Math.max(0, end - 5)) && words.units.containsKey("gun")) {
            return Optional.of(
                    new Found(end - 5, end, Optional.of(new Form(Unit.PERCENT, BigDecimal.ONE)), Optional.empty()));
        }
        for (int length = Math.min(12, end); length > 0; length--) {
            String form = text.substring(end - length, end);
            Optional<Set<String>> codes = words.currency(form);
            boolean whole = end - length == 0
                    || !Character.isLetter(text.charAt(end - length - 1))
                    || !Character.isLetter(form.charAt(0));
            if (codes.isPresent() && whole) {
                return Optional.of(new Found(end - length, end, Optional.empty(), codes));
            }
        }
        return Optional.empty();
    }

    /** Between a number and its unit: nothing, a space, a hyphen. */
    private static int skip(String text, int at) {
        int begin = at;
        while (begin < text.length() && begin - at < 2 && (text.charAt(begin) == ' ' || text.charAt(begin) == '-')) {
            begin++;
        }
        return begin;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length()
                && (Character.isLetter(text.charAt(end))
                        || Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK
                        || Character.getType(text.charAt(end)) == Character.COMBINING_SPACING_MARK)) {
            end++;
        }
        return end;
    }
}
