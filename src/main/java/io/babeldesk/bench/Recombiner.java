package io.babeldesk.bench;

import com.ibm.icu.text.BreakIterator;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.Placeholder;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes new sentences, titles and questions of one language from a base's own: each is whole, or the beginning of one
 * with the end of another. The same seed makes the same.
 */
final class Recombiner {

    private static final int SHORTEST_QUERY = 3;
    private static final int LONGEST_QUERY = 12;

    private final Language language;
    private final Random random;
    private final List<String> titles = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();

    Recombiner(Edition base, Language language, long seed) {
        this.language = language;
        this.random = new Random(seed);
        for (Translation translation : base.translations()) {
            if (translation.language().equals(language)) {
                titles.add(translation.title());
                questions.addAll(translation.questions());
                for (Passage passage : translation.passages()) {
                    titles.add(passage.heading());
                    sentences.addAll(sentences(PlainText.of(passage.blocks())));
                }
            }
        }
    }

    String title() {
        return recombined(titles);
    }

    String question() {
        return recombined(questions);
    }

    String sentence() {
        return recombined(sentences);
    }

    /** What a shopper may write: 3 to 12 words of one or two sentences or questions, without placeholders. */
    String query() {
        int wanted = SHORTEST_QUERY + random.nextInt(LONGEST_QUERY - SHORTEST_QUERY + 1);
        StringBuilder query = new StringBuilder();
        int taken = 0;
        while (taken < wanted) {
            List<String> from = random.nextInt(3) == 0 ? sentences : questions;
            List<String> words = words(Placeholder.strip(one(from)));
            int start = words.isEmpty() ? 0 : random.nextInt(words.size());
            for (int i = start; i < words.size() && taken < wanted; i++) {
                query.append(words.get(i));
                taken += isWord(words.get(i)) ? 1 : 0;
            }
            query.append(' ');
        }
        return query.toString().strip();
    }

    /** A query with two letters of its longest word exchanged. */
    String misspelt() {
        List<String> words = words(query());
        int longest = 0;
        for (int i = 1; i < words.size(); i++) {
            longest = words.get(i).length() > words.get(longest).length() ? i : longest;
        }
        String word = words.get(longest);
        int middle = word.length() / 2;
        if (middle > 0) {
            words.set(
                    longest,
                    word.substring(0, middle - 1)
                            + word.charAt(middle)
                            + word.charAt(middle - 1)
                            + word.substring(middle + 1));
        }
        return String.join("", words);
    }

    private String recombined(List<String> all) {
        String first = one(all);
        if (random.nextBoolean()) {
            return first;
        }
        List<String> begin = words(first);
        List<String> end = words(one(all));
        return String.join("", begin.subList(0, (begin.size() + 1) / 2))
                + String.join("", end.subList(end.size() / 2, end.size()));
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static boolean isWord(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Words with the spaces and signs between them, which are pieces of their own. */
    private List<String> words(String text) {
        return pieces(BreakIterator.getWordInstance(language.locale()), text);
    }

    private List<String> sentences(String text) {
        return pieces(BreakIterator.getSentenceInstance(language.locale()), text).stream()
                .map(String::strip)
                .filter(sentence -> isWord(Placeholder.strip(sentence)))
                .toList();
    }

    private static List<String> pieces(BreakIterator breaks, String text) {
        List<String> pieces = new ArrayList<>();
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }
}
