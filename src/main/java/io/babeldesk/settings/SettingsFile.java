package io.babeldesk.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code babeldesk.properties}. It names keys in lower case, with dots or dashes where the environment has underscores:
 * {@code llm.base-url} is {@code BABELDESK_LLM_BASE_URL}.
 */
record SettingsFile(Optional<Path> path, Map<String, Entry> entries) {

    static final SettingsFile NONE = new SettingsFile(Optional.empty(), Map.of());

    record Entry(String written, String value, int line) {}

    static SettingsFile read(Path path, List<String> findings) {
        try {
            String text = Files.readString(path);
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            Map<String, Entry> entries = new TreeMap<>();
            for (String written : properties.stringPropertyNames()) {
                entries.put(keyOf(written), new Entry(written, properties.getProperty(written), lineOf(written, text)));
            }
            return new SettingsFile(Optional.of(path), entries);
        } catch (NoSuchFileException absent) {
            return NONE;
        } catch (CharacterCodingException e) {
            findings.add(path + " is not UTF-8 text. Save it as UTF-8.");
        } catch (IOException | IllegalArgumentException e) {
            findings.add(path + " cannot be read: " + e.getMessage() + ". Make it readable, or remove it.");
        }
        return NONE;
    }

    /** The key that a name of the file stands for. */
    static String keyOf(String written) {
        return written.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** How a key is written in the file: a dot after the first word, then dashes. */
    static String nameOf(String key) {
        return key.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    String placeOf(String key) {
        Entry entry = entries.get(key);
        return path.map(Path::getFileName).map(Path::toString).orElse("babeldesk.properties")
                + (entry == null ? "" : ":" + entry.line());
    }

    void unknown(Set<String> known, List<String> findings) {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                findings.add(placeOf(key) + ": " + entry.written() + " is not a setting. "
                        + nearest(key, known)
                                .map(near -> "Did you mean " + nameOf(near) + "?")
                                .orElse("docs/operations.md lists all of them."));
            }
        });
    }

    private static Optional<String> nearest(String key, Set<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(key, candidate)))
                .filter(candidate -> distance(key, candidate) <= Math.max(2, key.length() / 3));
    }

    private static int lineOf(String written, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).stripLeading().startsWith(written)) {
                return i + 1;
            }
        }
        return 1;
    }

    /** Levenshtein's: how many letters to add, drop or change. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
