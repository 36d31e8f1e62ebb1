package io.babeldesk.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads the lists of words that come with the program: properties in UTF-8, beside the class that uses them. Stateless. */
public final class WordLists {

    private WordLists() {}

    /** @throws IllegalStateException if the build has left it out */
    public static Properties read(Class<?> user, String name) {
        try (InputStream file = user.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path; build anew");
            }
            Properties read = new Properties();
            read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
