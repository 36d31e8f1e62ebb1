package io.babeldesk.web;

import java.util.Map;

/**
 * What is kept of a text that somebody typed. Control characters go, but line feeds and tabs stay; so do the marks that
 * turn the direction of the writing around (U+202A to U+202E, U+2066 to U+2069), with which a text can be made to look
 * like another. Joiners stay: scripts and emoji need them. Stateless.
 */
final class MessageText {

    private MessageText() {}

    /** The text of a request, cleaned; notes the fault where it says nothing or too much. */
    static String in(Fields fields, String name, int limit) {
        String text = clean(fields.text(name));
        if (fields.isSound() && isBlank(text)) {
            fields.fault(name, ProblemCode.TEXT_EMPTY, Map.of());
        } else if (length(text) > limit) {
            fields.fault(name, ProblemCode.TEXT_TOO_LONG, Map.of("limit", limit));
        }
        return text;
    }

    static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(MessageText::isKept)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** Whether a person would see nothing. */
    static boolean isBlank(String text) {
        return text.codePoints().noneMatch(MessageText::isVisible);
    }

    /** In Unicode characters, so that an emoji or a rare Han character counts as one. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isKept(int character) {
        boolean control = Character.getType(character) == Character.CONTROL && character != '\n' && character != '\t';
        boolean turnsAround =
                (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        return !control && !turnsAround;
    }

    private static boolean isVisible(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT
                && Character.getType(character) != Character.CONTROL;
    }
}
