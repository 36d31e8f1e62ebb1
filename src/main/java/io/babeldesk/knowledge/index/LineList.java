package io.babeldesk.knowledge.index;

import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Lists of messages that come with the program, a file for each language. Stateless. */
final class LineList {

    private LineList() {}

    /**
     * One message a line.
     *
     * @param list its name
     * @return empty where the language has none
     */
    static Optional<String> read(String list, Language language) {
        String path = list + "/" + language + ".txt";
        try (InputStream file = LineList.class.getResourceAsStream(path)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    /** The same, line by line; none where the language has no list. */
    static List<String> lines(String list, Language language) {
        return read(list, language).stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .toList();
    }
}
