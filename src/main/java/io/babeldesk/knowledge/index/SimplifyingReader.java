package io.babeldesk.knowledge.index;

import io.babeldesk.language.SimplifiedHan;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Reads traditional Chinese characters as simplified ones, which are all that the Chinese dictionary has. */
final class SimplifyingReader extends FilterReader {

    SimplifyingReader(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        return c < 0 ? c : SimplifiedHan.of((char) c);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            buffer[i] = SimplifiedHan.of(buffer[i]);
        }
        return read;
    }
}
