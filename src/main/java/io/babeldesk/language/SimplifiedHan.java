package io.babeldesk.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Traditional Chinese characters as simplified ones, so that 退貨 and 退货 are one word. The table is that of ICU's
 * Traditional-Simplified, which takes a quarter of a second to load. One character becomes one, so that offsets go on
 * pointing into the text. Stateless.
 */
public final class SimplifiedHan {

    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9fff';
    private static final char[] TABLE = table();

    private SimplifiedHan() {}

    private static char[] table() {
        char[] table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) (FIRST + i);
        }
        for (String pair : pairs().split("\\s+", -1)) {
            if (pair.length() == 2) {
                table[pair.charAt(0) - FIRST] = pair.charAt(1);
            }
        }
        return table;
    }

    private static String pairs() {
        try (InputStream file = SimplifiedHan.class.getResourceAsStream("simplified-han.txt")) {
            if (file == null) {
                throw new IllegalStateException("simplified-han.txt is not on the class path; build anew");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("simplified-han.txt cannot be read", e);
        }
    }

    public static String of(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = of(characters[i]);
        }
        return new String(characters);
    }

    public static char of(char c) {
        return c >= FIRST && c <= LAST ? TABLE[c - FIRST] : c;
    }
}
