package io.babeldesk.answer;

import io.babeldesk.answer.Masking.Kind;
import io.babeldesk.language.Language;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands in a translation as it stands in the text: names, links, codes, amounts and larger numbers. Stateless. */
final class Untranslated {

    private static final int SHORTEST_NAME = 3;

    /** What looks like one of our placeholders, and the shop's own. */
    private static final Kind TEXT = new Kind("TEXT", Pattern.compile("\\[\\[[A-Z]+_[0-9]+]]|\\{\\{[^{}\\n]{1,80}}}"));

    /** Scripts in which a number is not written onto the word before it. */
    private static final String ALPHABETIC = "\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}";

    /** Where no space stands before or behind it, other letters are no part of it. */
    private static final Kind EMAIL = new Kind(
            "EMAIL", Pattern.compile("[\\p{IsLatin}0-9._%+-]+@[\\p{IsLatin}0-9-]+(?:\\.[\\p{IsLatin}0-9-]+)+"));

    private static final String PATH = "(?:[A-Za-z0-9._~:/?#@!$&*+,;=%-]*[A-Za-z0-9/_=#%-])";

    /** A name without a scheme is a link if it goes on, or ends as most do: "later.thanks" does not. */
    private static final Kind LINK = new Kind(
            "LINK",
            Pattern.compile("(?i)https?://" + PATH + "|\\bwww\\." + PATH
                    + "|(?<![\\p{L}\\p{Nd}@._-])(?:[a-z0-9-]+\\.)+"
                    + "(?:[a-z]{2,12}/" + PATH
                    + "|(?:com|net|org|shop|store|info|example|eu|io|co\\.uk)(?![\\p{L}\\p{Nd}-]))"));

    /** Letters and digits together, but for ordinals and units such as 2nd, 5kg and 3pm. */
    private static final Kind CODE = new Kind(
            "CODE",
            Pattern.compile("(?<![" + ALPHABETIC
                    + "\\p{Nd}\\[_])(?![0-9]+[a-z]{1,3}(?![A-Za-z0-9_/-]))(?=[A-Za-z0-9_/-]*[0-9])(?=[A-Za-z0-9_/-]*[A-Za-z])"
                    + "#?[A-Za-z0-9]+(?:[-_/][A-Za-z0-9]+)*(?![" + ALPHABETIC + "\\p{Nd}_])"));

    private static final String NUMERAL =
            "(?:\\p{Nd}{1,3}(?:[ \\u00a0\\u202f]\\p{Nd}{3})+|\\p{Nd}+)(?:[.,'’٫٬]\\p{Nd}+)*(?!\\p{Nd})";

    private static final String CURRENCY =
            "(?:R\\$|\\p{Sc}|kr\\b|zł|Kč|Ft\\b|TL\\b|Rp\\b|RM\\b|(?:USD|EUR|GBP|JPY|CNY|KRW|TRY|SAR|AED|BRL|RUB|AUD|CAD|CHF|SEK|NOK"
                    + "|DKK|PLN|CZK|HUF|RON|BGN|UAH|ILS|INR|BDT|THB|VND|IDR|MYR|EGP|KWD|QAR|MXN)(?![A-Za-z]))";

    private static final Kind AMOUNT = new Kind(
            "AMOUNT",
            Pattern.compile(
                    "(?<![" + ALPHABETIC + "\\p{Nd}_])(?:" + CURRENCY + "|[%٪])[ \\u00a0\\u202f]?" + NUMERAL + "|(?<!["
                            + ALPHABETIC + "\\p{Nd}_.,])" + NUMERAL + "[ \\u00a0\\u202f]?(?:" + CURRENCY + "|[%٪])"));

    /** Of three digits or more, or of several parts: a price, a day, a time. What is smaller is compared by value. */
    private static final Kind NUMBER = new Kind(
            "NUMBER",
            Pattern.compile(
                    "(?<![" + ALPHABETIC + "\\p{Nd}_])(?:\\p{Nd}+(?:[.,:/'’٫٬–~～-]\\p{Nd}+)+|\\p{Nd}{3,})(?!\\p{Nd})"));

    private Untranslated() {}

    /** @param personal what a model does not see of a shopper in any case */
    static List<Kind> kinds(Set<String> names, List<Kind> personal) {
        List<Kind> kinds = new ArrayList<>(List.of(TEXT, EMAIL, LINK));
        named(names).ifPresent(kinds::add);
        kinds.addAll(personal);
        kinds.addAll(List.of(CODE, AMOUNT, NUMBER));
        return kinds;
    }

    private static Optional<Kind> named(Set<String> names) {
        String any = names.stream()
                .map(String::strip)
                .filter(name -> name.codePointCount(0, name.length()) >= SHORTEST_NAME)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> isCased(name)
                        ? "(?<![\\p{L}\\p{Nd}])" + Pattern.quote(name) + "(?![\\p{L}\\p{Nd}])"
                        : Pattern.quote(name))
                .collect(Collectors.joining("|"));
        return any.isEmpty() ? Optional.empty() : Optional.of(new Kind("NAME", Pattern.compile(any)));
    }

    private static boolean isCased(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
    }

    /** A value as a reader of the language can read it: everybody reads ASCII digits, few those of other scripts. */
    static String written(String mark, String value, Language language) {
        if (mark.matches("\\[\\[(?:TEXT|LINK|EMAIL|NAME)_.*")) {
            return value;
        }
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(language.locale());
        StringBuilder written = new StringBuilder();
        value.codePoints().forEach(point -> {
            switch (point) {
                case '٫' -> written.append(ascii(symbols.getDecimalSeparator(), '.'));
                case '٬' -> written.append(ascii(symbols.getGroupingSeparator(), ','));
                case '٪' -> written.append('%');
                default -> written.appendCodePoint(Character.isDigit(point) ? '0' + Character.digit(point, 10) : point);
            }
        });
        return written.toString();
    }

    private static char ascii(char separator, char otherwise) {
        return separator < 0x80 ? separator : otherwise;
    }
}
