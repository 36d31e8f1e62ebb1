package io.babeldesk.answer.guard;

import io.babeldesk.language.Language;
import io.babeldesk.language.LanguageChooser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a text that is clearly in another language than it should be. Stateless. */
final class OtherLanguage {

    /** Shorter texts may be a name, or any language. */
    private static final int TELLING_LETTERS = 25;

    /** Languages that a single sentence may be taken for one another. */
    private static final List<Set<String>> RELATIVES = List.of(
            Set.of("ru", "uk", "bg"),
            Set.of("no", "da", "sv"),
            Set.of("id", "ms"),
            Set.of("es", "pt", "it", "ro"),
            Set.of("cs", "pl"));

    private static final Pattern ADDRESS = Pattern.compile("\\S*[@/0-9]\\S*");
    /** A list of brands is no English: Visa、Mastercard、PayPalをご利用いただけます. */
    private static final Pattern NAMES_AMONG_OTHER_LETTERS =
            Pattern.compile("(?:\\p{IsUppercase}[\\p{IsLatin}\\p{M}]*[\\p{P}\\s]*)+(?=[\\p{L}&&[^\\p{IsLatin}]])");

    private OtherLanguage() {}

    static boolean isIn(String text, Language wanted, LanguageChooser languages) {
        String prose = ADDRESS.matcher(text).replaceAll(" ");
        return isOther(prose, wanted, languages)
                && isOther(NAMES_AMONG_OTHER_LETTERS.matcher(prose).replaceAll(" "), wanted, languages);
    }

    private static boolean isOther(String prose, Language wanted, LanguageChooser languages) {
        if (prose.codePoints().filter(Character::isLetter).count() < TELLING_LETTERS) {
            return false;
        }
        Language written = languages.choose(prose, Optional.of(wanted), List.of(wanted, wanted));
        return !written.equals(wanted)
                && RELATIVES.stream()
                        .noneMatch(family -> family.contains(written.code()) && family.contains(wanted.code()));
    }
}
