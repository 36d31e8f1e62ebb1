package io.babeldesk.knowledge.index;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises what is written in a question to name one order, one parcel or one sum: order numbers, tracking codes, article
 * numbers, amounts, addresses. They are not searched as words, but for those that the base itself speaks of. Stateless.
 */
final class Codes {

    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    private static final Pattern AMOUNT = Pattern.compile(
            "\\p{Sc}\\s?\\p{Nd}[\\p{Nd}.,'’]*|\\p{Nd}[\\p{Nd}.,'’]*(?=\\s?\\p{Sc})|\\p{Nd}[\\p{Nd}.,'’]*[.,]\\p{Nd}{2}(?!\\p{Nd})");

    private static final Pattern RUN = Pattern.compile("[#№]?[A-Za-z\\p{Nd}]+(?:[-_/.:][A-Za-z\\p{Nd}]+)*");

    private static final int DIGITS_OF_A_NUMBER = 4;
    /** Among capitals fewer are enough: AB-12-XY. */
    private static final int DIGITS_AMONG_CAPITALS = 2;

    private static final int SHORTEST_CODE = 6;

    /** SPRING15, WELCOME10: a word and how much it takes off. */
    private static final Pattern DISCOUNT =
            Pattern.compile("(?<![\\p{IsLatin}\\p{Nd}_/.-])\\p{Lu}{4,12}[1-9][0-9]?(?![\\p{IsLatin}\\p{Nd}_/.-])");

    private Codes() {}

    /** Whether the base speaks of a code, such as a model's number. */
    interface Known {
        boolean isKnown(String code) throws IOException;
    }

    /** The text with spaces in their place, so that all else stays where it is. */
    static String blanked(String text, Known base) throws IOException {
        if (!mayHoldOne(text)) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text);
        blank(ADDRESS.matcher(text), rest);
        Matcher amounts = AMOUNT.matcher(rest.toString());
        while (amounts.find()) {
            if (!base.isKnown(amounts.group())) {
                blank(amounts.start(), amounts.end(), rest);
            }
        }
        Matcher runs = RUN.matcher(rest.toString());
        while (runs.find()) {
            if (isCode(runs.group()) && !base.isKnown(runs.group())) {
                blank(runs.start(), runs.end(), rest);
            }
        }
        return rest.toString();
    }

    /** The text with what a discount code is called instead of each that no article speaks of. */
    static String discountsNamed(String text, Known base, Supplier<Optional<String>> name) throws IOException {
        if (!mayHoldOne(text)) {
            return text;
        }
        StringBuilder named = new StringBuilder();
        Matcher discounts = DISCOUNT.matcher(text);
        while (discounts.find()) {
            Optional<String> word = base.isKnown(discounts.group()) ? Optional.empty() : name.get();
            discounts.appendReplacement(
                    named,
                    Matcher.quoteReplacement(
                            word.map(called -> " " + called + " ").orElse(discounts.group())));
        }
        return discounts.appendTail(named).toString();
    }

    /** Most questions don't, and are not read three times for it. */
    private static boolean mayHoldOne(String text) {
        return text.contains("www.")
                || text.chars()
                        .anyMatch(character -> Character.isDigit(character) || character == '@' || character == '/');
    }

    private static boolean isCode(String run) {
        long digits = run.codePoints().filter(Character::isDigit).count();
        return digits >= DIGITS_OF_A_NUMBER
                || (digits >= DIGITS_AMONG_CAPITALS
                        && run.length() >= SHORTEST_CODE
                        && run.codePoints().noneMatch(Character::isLowerCase));
    }

    private static void blank(Matcher found, StringBuilder rest) {
        while (found.find()) {
            blank(found.start(), found.end(), rest);
        }
    }

    private static void blank(int start, int end, StringBuilder rest) {
        for (int i = start; i < end; i++) {
            rest.setCharAt(i, ' ');
        }
    }
}
