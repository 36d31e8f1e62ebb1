package io.babeldesk.knowledge.index;

import com.ibm.icu.text.Transliterator;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Traditional Chinese characters as simplified ones, so that 退貨 and 退货 are one word; by ICU's transform. One
 * character becomes one, so that offsets go on pointing into the text. Stateless.
 */
final class SimplifiedHan extends FilterReader {

    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fff';
    private static final char[] SIMPLIFIED = table();

    SimplifiedHan(Reader traditional) {
        super(traditional);
    }

    private static char[] table() {
        Transliterator transform = Transliterator.getInstance("Traditional-Simplified");
        char[] table = new char[LAST - FIRST + 1];
        for (char c = FIRST; c <= LAST; c++) {
            String simplified = transform.transliterate(String.valueOf(c));
            table[c - FIRST] = simplified.length() == 1 ? simplified.charAt(0) : c;
        }
        return table;
    }

    static String of(String text) {
        char[] characters = text.toCharArray();
        simplify(characters, 0, characters.length);
        return new String(characters);
    }

    private static void simplify(char[] characters, int from, int to) {
        for (int i = from; i < to; i++) {
            characters[i] = of(characters[i]);
        }
    }

    private static char of(char c) {
        return c >= FIRST && c <= LAST ? SIMPLIFIED[c - FIRST] : c;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        return c < 0 ? c : of((char) c);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        simplify(buffer, offset, offset + Math.max(0, read));
        return read;
    }
}
