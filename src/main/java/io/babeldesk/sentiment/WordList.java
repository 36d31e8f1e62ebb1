package io.babeldesk.sentiment;

import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words and phrases of one language by {@link Feeling}. A file has a line a feeling, {@code scam: fraud*, rip off};
 * a star stands for any ending. Immutable; safe for use by many threads.
 */
public final class WordList {

    /** A phrase of the list. */
    public record Phrase(Feeling feeling, String text) {}

    /** What was found: which feeling, and how many characters of the text it takes. */
    record Match(Feeling feeling, int length) {}

    private static final class Node {
        final Map<Character, Node> next = new HashMap<>(2);

        @Nullable
        Feeling whole;

        @Nullable
        Feeling beginning;
    }

    /** The languages that there is a list for: those that the service understands, and some of their neighbours. */
    public static final List<Language> LANGUAGES = Stream.of(
                    "am", "ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu",
                    "id", "it", "ja", "ko", "mr", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sv", "sw", "th", "tr",
                    "uk", "vi", "zh")
            .map(Language::new)
            .toList();

    static final WordList EMPTY = new WordList(List.of(), "");

    private final List<Phrase> phrases;
    private final Node root = new Node();

    private WordList(List<Phrase> phrases, String language) {
        this.phrases = phrases;
        phrases.forEach(phrase -> plant(phrase, language));
    }

    /** The list {@code words/de.txt}; empty if there is none. */
    static WordList shipped(String name) {
        try (InputStream file = WordList.class.getResourceAsStream("words/" + name + ".txt")) {
            return file == null ? EMPTY : parse(new String(file.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException("the word list " + name + " cannot be read", e);
        }
    }

    /** The list of a language; empty if there is none. */
    public static WordList of(Language language) {
        return shipped(language.code());
    }

    static WordList parse(String text, String language) {
        List<Phrase> phrases = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            Feeling feeling = Feeling.named(line.substring(0, colon));
            for (String phrase : line.substring(colon + 1).split(",", -1)) {
                phrases.add(new Phrase(feeling, phrase.strip()));
            }
        });
        return new WordList(List.copyOf(phrases), language);
    }

    public List<Phrase> phrases() {
        return phrases;
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    private void plant(Phrase phrase, String language) {
        boolean open = phrase.text().endsWith("*");
        String words = String.join(" ", PlainWords.of(phrase.text().replace("*", ""), language));
        Node node = root;
        for (int i = 0; i < words.length(); i++) {
            node = node.next.computeIfAbsent(words.charAt(i), _ -> new Node());
        }
        if (node == root) {
            return;
        }
        if (open && node.beginning == null) {
            node.beginning = phrase.feeling();
        } else if (!open && node.whole == null) {
            node.whole = phrase.feeling();
        }
    }

    /** The longest phrase at this place of a text of plain words with a space between them. */
    @Nullable
    Match longest(String words, int from, boolean unspaced) {
        Node node = root;
        Match best = null;
        for (int i = from; i < words.length(); i++) {
            Node next = node.next.get(words.charAt(i));
            if (next == null) {
                break;
            }
            node = next;
            boolean ends = unspaced || i + 1 == words.length() || words.charAt(i + 1) == ' ';
            Feeling feeling = ends && node.whole != null ? node.whole : node.beginning;
            if (feeling != null) {
                best = new Match(feeling, i + 1 - from);
            }
        }
        return best;
    }
}
