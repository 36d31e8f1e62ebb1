package io.babeldesk.language;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text without what people leave out or write differently: letter case, accents, Arabic vowel signs and hamza,
 * typographic apostrophes, traditional Chinese characters. For comparing, never for showing. Stateless.
 */
public final class PlainForm {

    private static final Pattern MARKS = Pattern.compile("[\u0300-\u036f\u064b-\u0655\u0640]");
    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFKDInstance();
    private static final Normalizer2 COMPOSED = Normalizer2.getNFKCCasefoldInstance();

    private PlainForm() {}

    public static String of(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String bare = MARKS.matcher(DECOMPOSED.normalize(text)).replaceAll("");
        return SimplifiedHan.of(COMPOSED.normalize(bare))
                .replace('ı', 'i')
                .replace('’', '\'')
                .replace('ة', 'ه')
                .replace('ى', 'ي');
    }

    /** Whether a text has nothing that could be left out but letter case. */
    public static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
