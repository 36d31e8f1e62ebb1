package io.babeldesk.answer;

import io.babeldesk.language.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps a shopper's personal data from a model: cards, accounts, e-mail addresses, phone numbers, addresses and the
 * numbers of orders are put under placeholders, {@code [[EMAIL_1]]}, and put back into what is said to her. The shop's
 * own addresses stay. For the replies of one turn; for one thread.
 */
final class Masking {

    private static final String STREETS =
            "street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|square|way";
    private static final String STREETS_BEFORE =
            "rue|avenue|boulevard|allée|chemin|place|calle|avenida|avda|plaza|via|viale|corso|piazza|rua|travessa|"
                    + "ул|улица|проспект|просп|شارع|ulica|ul|aleja";

    private static final List<Kind> KINDS = List.of(
            new Kind("EMAIL", Pattern.compile("[\\p{L}0-9._%+-]+@[\\p{L}0-9-]+(?:\\.[\\p{L}0-9-]+)+")),
            new Kind("ACCOUNT", Pattern.compile("\\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\\b")),
            new Kind("CARD", Pattern.compile("(?<![\\p{Nd}])\\p{Nd}(?:[ -]?\\p{Nd}){12,18}(?![\\p{Nd}])")),
            new Kind(
                    "PHONE",
                    Pattern.compile(
                            "(?<![\\p{L}\\p{Nd}-])(?:\\+|00?)?[(]?\\p{Nd}(?:[ ()/.-]{0,2}\\p{Nd}){7,14}(?![\\p{L}\\p{Nd}])")),
            new Kind(
                    "ADDRESS",
                    Pattern.compile(
                            "(?iu)(?:\\p{L}+(?:straße|strasse|str\\.|weg|platz|allee|gasse|straat|laan|gatan|vej|gata|utca)\\s+[0-9]+\\s?[a-z]?\\b)"
                                    + "|(?:\\b[0-9]{1,5}[a-z]?,?\\s+(?:\\p{L}+\\s+){1,3}(?:" + STREETS + ")\\b\\.?)"
                                    + "|(?:\\b(?:" + STREETS_BEFORE
                                    + ")\\.?\\s+(?:[\\p{L}'.-]+\\s+){0,4}[\\p{L}'.-]+,?\\s+(?:n[º°o]\\.?\\s*)?[0-9]{1,5}\\b)"
                                    + "|(?:\\b[0-9]{1,4},?\\s+(?:" + STREETS_BEFORE
                                    + ")\\.?\\s+(?:[\\p{L}'.-]+\\s*){1,5})"
                                    + "|(?:\\p{L}+\\s(?:sokak|sokağı|caddesi|cad\\.|sok\\.)\\s*(?:no:?\\s*)?[0-9]+)"
                                    + "|(?:〒?[0-9]{3}-[0-9]{4}\\s*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}0-9-]+)"
                                    + "|(?:[\\p{IsHan}]{2,12}(?:路|街|大道|巷)[0-9]+[号號](?:[\\p{IsHan}0-9]{0,12}[室楼樓])?)"
                                    + "|(?:[\\p{IsHangul}0-9]+(?:로|길)\\s[0-9]+(?:-[0-9]+)?(?:번지|호)?)")),
            new Kind(
                    "ORDER",
                    Pattern.compile(
                            "#?\\b(?=[A-Z0-9-]*[0-9]{4})[A-Z]{1,5}-?[0-9][A-Z0-9-]{4,}\\b|#[0-9]{4,}|\\b[0-9]{6,12}\\b")));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[[A-Z]+_[0-9]+]]");

    /** Something that is put under placeholders of a name. */
    record Kind(String name, Pattern pattern) {}

    private final List<Kind> kinds;
    /** Whether all of the text must come back. */
    private final boolean whole;

    private final Set<String> open;
    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** @param open what may be seen: the shop's own contact */
    Masking(Set<String> open) {
        this(KINDS, false, open);
    }

    private Masking(List<Kind> kinds, boolean whole, Set<String> open) {
        this.kinds = kinds;
        this.whole = whole;
        this.open = Set.copyOf(open);
    }

    /** For texts that are translated: besides, all that must stand in the translation as it stands in the text. */
    static Masking forTranslation(Set<String> names) {
        return new Masking(Untranslated.kinds(names, KINDS), true, Set.of());
    }

    String mask(String text) {
        // What looks like one of ours was not made by us; where it must come back it is one of the kinds.
        String masked = whole ? text : PLACEHOLDER.matcher(text).replaceAll("");
        for (Kind kind : kinds) {
            masked = kind.pattern().matcher(masked).replaceAll(found -> replace(kind, found));
        }
        return masked;
    }

    private String replace(Kind kind, MatchResult found) {
        String value = found.group();
        boolean kept = open.contains(value.strip()) || (kind.name().equals("CARD") && !isCard(value));
        return Matcher.quoteReplacement(kept ? value : placeholder(kind.name(), value));
    }

    private String placeholder(String kind, String value) {
        for (Map.Entry<String, String> known : placeholders.entrySet()) {
            if (known.getValue().equals(value)) {
                return known.getKey();
            }
        }
        String made = "[[" + kind + "_" + counts.merge(kind, 1, Integer::sum) + "]]";
        placeholders.put(made, value);
        return made;
    }

    /** Luhn's check digit (ISO/IEC 7812-1). */
    private static boolean isCard(String written) {
        int sum = 0;
        boolean doubled = false;
        for (int i = written.length() - 1; i >= 0; i--) {
            int digit = Character.digit(written.charAt(i), 10);
            if (digit >= 0) {
                int counted = doubled ? digit * 2 : digit;
                sum += counted > 9 ? counted - 9 : counted;
                doubled = !doubled;
            }
        }
        return sum % 10 == 0;
    }

    /** The placeholders that were made so far. */
    List<String> made() {
        return List.copyOf(placeholders.keySet());
    }

    /** How often each stands in a text. */
    static Map<String, Long> countMarks(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .collect(Collectors.groupingBy(MatchResult::group, Collectors.counting()));
    }

    /** Whether there is anything but placeholders, digits and signs. */
    static boolean hasWords(String masked) {
        return PLACEHOLDER.matcher(masked).replaceAll("").codePoints().anyMatch(Character::isLetter);
    }

    /** As {@link #restore}, with digits that the readers of the language can read. */
    String restoreFor(Language language, String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(mark -> Matcher.quoteReplacement(Optional.ofNullable(placeholders.get(mark.group()))
                        .map(value -> Untranslated.written(mark.group(), value, language))
                        .orElse(mark.group())));
    }

    String restore(String text) {
        String restored = text;
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            restored = restored.replace(placeholder.getKey(), placeholder.getValue());
        }
        return restored;
    }
}
