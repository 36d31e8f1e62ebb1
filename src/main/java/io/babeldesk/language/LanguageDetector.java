package io.babeldesk.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides a message's language by its script, its letters, its common words and OpenNLP's model of letter sequences,
 * and by what is known beforehand: the page's language and the turns before. All is weighed as in Bayes' rule, so that
 * clear text overrides a prior and a bare "ok" does not. An explicit wish ("in English, please") wins over all. Safe
 * for use by many threads.
 */
public final class LanguageDetector implements LanguageChooser {

    private static final double EXPECTED = Math.log(2);
    private static final double PAGE = Math.log(12);
    private static final double LAST_TURN = Math.log(24);
    private static final double EARLIER_TURN = Math.log(8);
    private static final double WORD_IN_ANOTHER_SCRIPT = Math.log(0.3);

    /**
     * The model shares out its confidence by the letter sequence, so that it stays flat however long the text is. A text
     * of this many letters is as much evidence as the figures say, twice as many squares them. Measured on sentences with
     * a page in the wrong language: 2.5 lets 99 of 100 override it, and a page in the right one loses nothing.
     */
    private static final double LETTERS = 2.5;

    /** What the model gives a language that it rules out: no message is certain proof. */
    private static final double FLOOR = 1e-4;

    /** More text than this does not make the decision better. */
    private static final int ENOUGH = 400;

    private final LetterSequences model;
    private final LanguageWish wish;
    private final Set<String> expected;
    private final CommonWords commonWords = new CommonWords();
    private final Alphabets alphabets = new Alphabets();

    /** @param expected the languages that most shoppers write, such as those that the shop answers in */
    public LanguageDetector(LanguageWish wish, Collection<Language> expected, LetterSequences model) {
        this.wish = wish;
        this.model = model;
        this.expected = expected.stream().map(Language::code).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Language choose(String text, Optional<Language> page, List<Language> earlier) {
        Optional<Language> wished = wish.in(text);
        if (wished.isPresent()) {
            return wished.get();
        }
        Map<String, Double> priors = priors(page, earlier);
        Set<String> possible = Script.languages(text).orElse(Set.of());
        if (possible.isEmpty()) {
            return best(priors).orElse(Language.ENGLISH);
        }
        if (possible.size() == 1) {
            return new Language(possible.iterator().next());
        }
        String sample = beginning(text);
        Map<String, Double> sequences = sequences(sample, possible);
        Map<String, Double> words = commonWords.evidence(sample);
        if (possible.contains(Language.ENGLISH.code())) {
            Optional<String> romanised = RomanisedWords.language(sample, priors.keySet(), mostWords(words, possible));
            if (romanised.isPresent()) {
                return new Language(romanised.get());
            }
        }
        Map<String, Double> weighed = new HashMap<>();
        for (String code : possible) {
            weighed.put(
                    code,
                    sequences.getOrDefault(code, 0.0)
                            + words.getOrDefault(code, 0.0)
                            + alphabets.evidence(sample, code)
                            + priors.getOrDefault(code, expected.contains(code) ? EXPECTED : 0.0));
        }
        if (possible.contains(Language.ENGLISH.code())) {
            strangers(sample, sequences, priors).forEach(weighed::putIfAbsent);
        }
        return best(weighed).orElse(Language.ENGLISH);
    }

    private static long mostWords(Map<String, Double> evidence, Set<String> possible) {
        return possible.stream()
                .mapToLong(code -> CommonWords.count(evidence.getOrDefault(code, 0.0)))
                .max()
                .orElse(0);
    }

    /**
     * Languages that are known beforehand but not written in Latin letters: names and small words such as "ok" are so
     * written in all of them.
     */
    private static Map<String, Double> strangers(
            String sample, Map<String, Double> sequences, Map<String, Double> priors) {
        double middling = sequences.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        long words = Arrays.stream(sample.split("\\P{L}+", -1))
                .filter(word -> !word.isEmpty())
                .count();
        Map<String, Double> strangers = new HashMap<>();
        priors.forEach((code, prior) -> strangers.put(code, middling + prior + words * WORD_IN_ANOTHER_SCRIPT));
        return strangers;
    }

    private static Map<String, Double> priors(Optional<Language> page, List<Language> earlier) {
        Map<String, Double> priors = new HashMap<>();
        page.ifPresent(language -> priors.put(language.code(), PAGE));
        for (int i = 0; i < earlier.size(); i++) {
            double weight = i == earlier.size() - 1 ? LAST_TURN : EARLIER_TURN;
            priors.merge(earlier.get(i).code(), weight, Math::max);
        }
        return priors;
    }

    private static String beginning(String text) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(ENOUGH, text.codePointCount(0, text.length()))));
    }

    /** Log-odds by the model; languages that it has in several codes count by the best of these. */
    private Map<String, Double> sequences(String sample, Set<String> possible) {
        long letters = sample.codePoints().filter(Character::isLetter).count();
        double independent = letters / LETTERS;
        Map<String, Double> evidence = new HashMap<>();
        model.confidences(sample)
                .forEach((iso3, confidence) -> BaseCodes.ofIso3(iso3)
                        .filter(possible::contains)
                        .ifPresent(code ->
                                evidence.merge(code, independent * Math.log(Math.max(FLOOR, confidence)), Math::max)));
        return evidence;
    }

    private static Optional<Language> best(Map<String, Double> weights) {
        return weights.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Language(entry.getKey()));
    }
}
