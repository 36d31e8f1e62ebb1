package io.babeldesk.answer.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text while its values are found: what one kind of value has taken is blanked out for the next. For one thread. */
final class Scan {

    private static final char TAKEN = '\u0001';

    final List<Value> claims = new ArrayList<>();
    String rest;

    /** @param plain in the form in which everything is compared */
    Scan(String plain) {
        this.rest = " " + plain + " ";
    }

    boolean add(Value value) {
        claims.add(value);
        return true;
    }

    /** Decides about a match. */
    interface Taker {
        /** Whether the match is a value. */
        boolean take(MatchResult match);
    }

    void take(Pattern pattern, Taker taker) {
        Matcher matcher = pattern.matcher(rest);
        StringBuilder left = null;
        while (matcher.find()) {
            if (matcher.end() > matcher.start() && taker.take(matcher)) {
                left = left == null ? new StringBuilder(rest) : left;
                blank(left, matcher.start(), matcher.end());
            }
        }
        if (left != null) {
            rest = left.toString();
        }
    }

    /** The same for a pattern that nothing without a digit matches; most sentences have none. */
    void takeNumbers(Pattern pattern, Taker taker) {
        if (rest.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            take(pattern, taker);
        }
    }

    static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, TAKEN);
        }
    }
}
