package io.babeldesk.answer.guard;

import io.babeldesk.language.PlainForm;
import java.util.regex.Pattern;

/** Text in the one form in which everything is compared: no case, accents, digits of other scripts, unseen characters. */
final class Plain {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\ufe00-\\ufe0f&&[^\\u200c]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f\\u2007\\u3000\\u200c]+");

    private Plain() {}

    static String of(String text) {
        return SPACES.matcher(PlainForm.of(PlainForm.isAscii(text) ? text : otherScripts(text)))
                .replaceAll(" ")
                .strip();
    }

    private static String otherScripts(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("");
        StringBuilder digits = new StringBuilder(seen.length());
        seen.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
                digits.append((char) ('0' + Character.digit(point, 10)));
            } else {
                switch (point) {
                    case '\u066b' -> digits.append(',');
                    case '\u066c' -> digits.append('.');
                    case '\u066a' -> digits.append('%');
                    case '\u060c' -> digits.append(", ");
                    case '\u301c', '\uff5e' -> digits.append('~');
                    case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\u2015' -> digits.append('-');
                    default -> digits.appendCodePoint(point);
                }
            }
        });
        return digits.toString();
    }
}
