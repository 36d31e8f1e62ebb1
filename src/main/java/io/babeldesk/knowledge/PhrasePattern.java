package io.babeldesk.knowledge;

import io.babeldesk.language.Language;
import io.babeldesk.language.PlainForm;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Words that stand for a meaning wherever they turn up in a message. Written as words in their order, where
 *
 * <ul>
 *   <li>{@code speak/talk} is either of them,
 *   <li>{@code lawyer*} is any word that begins so, {@code *lawyer} one that ends so,
 *   <li>{@code ..} is up to three other words of the same sentence.
 * </ul>
 *
 * In languages that put no blanks between words the parts are looked for as they are written. Case, accents and
 * typographic signs do not count. Immutable; safe for use by many threads.
 */
public final class PhrasePattern {

    /** What {@link #parse} expects, for complaints. */
    public static final String EXPECTED = "words apart by blanks, with a/b, word* or .. between words";

    private static final Set<String> UNSPACED = Set.of("zh", "ja", "ko", "th");
    private static final String LETTER = "[\\p{L}\\p{N}\\p{M}']";
    private static final String BETWEEN = "[^\\p{L}\\p{N}\\p{M}'.!?]+";
    private static final String GAP = "..";
    private static final String FEW_WORDS = "(?:" + LETTER + "++" + BETWEEN + "){0,3}";
    private static final String FEW_SIGNS = "[^.!?。！？]{0,8}?";
    private static final Pattern PART = Pattern.compile("\\*?[\\p{L}\\p{N}\\p{M}'-]+\\*?");

    private final Pattern pattern;

    private PhrasePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Empty if it is not written as a pattern. */
    public static Optional<PhrasePattern> parse(String written, Language language) {
        String[] items = PlainForm.of(written).strip().split("\\s+", -1);
        boolean spaced = !UNSPACED.contains(language.code());
        if (items[0].equals(GAP) || items[items.length - 1].equals(GAP)) {
            return Optional.empty();
        }
        StringBuilder regex = new StringBuilder();
        boolean afterGap = false;
        for (String item : items) {
            if (item.equals(GAP)) {
                regex.append(spaced ? BETWEEN + FEW_WORDS : FEW_SIGNS);
                afterGap = true;
                continue;
            }
            Optional<String> part = part(item, spaced);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            if (!regex.isEmpty() && !afterGap) {
                regex.append(spaced ? BETWEEN : "\\s*");
            }
            regex.append(part.get());
            afterGap = false;
        }
        String whole = spaced ? "(?<!" + LETTER + ")" + regex + "(?!" + LETTER + ")" : regex.toString();
        return Optional.of(new PhrasePattern(Pattern.compile(whole)));
    }

    private static Optional<String> part(String item, boolean spaced) {
        StringJoiner either = new StringJoiner("|", "(?:", ")");
        for (String word : item.split("/", -1)) {
            if (!PART.matcher(word).matches()) {
                return Optional.empty();
            }
            String bare = Pattern.quote(word.replace("*", ""));
            String before = spaced && word.startsWith("*") ? LETTER + "*" : "";
            String after = spaced && word.endsWith("*") ? LETTER + "*+" : "";
            either.add(before + bare + after);
        }
        return Optional.of(either.toString());
    }

    /** @param plain a message's {@link PlainForm} */
    public boolean isIn(String plain) {
        return pattern.matcher(plain).find();
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
