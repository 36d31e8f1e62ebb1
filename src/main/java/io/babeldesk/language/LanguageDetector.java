package io.babeldesk.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Decides a message's language by its script, OpenNLP's character model and what is known beforehand: the page's
 * language and the turns before, weighed as in Bayes' rule, so that clear text overrides a prior and a bare "ok" does
 * not. An explicit wish ("in English, please") wins over all. Safe for use by many threads.
 */
public final class LanguageDetector implements LanguageChooser {

    /** In a Maven artefact of the OpenNLP project; Apache-2.0. */
    private static final String MODEL = "/langdetect-183.bin";

    private static final double EXPECTED_WEIGHT = 5;
    private static final double PAGE_WEIGHT = 30;
    private static final double LAST_TURN_WEIGHT = 60;
    private static final double EARLIER_TURN_WEIGHT = 20;

    /** What the model gives a language that it rules out: no message is certain proof. */
    private static final double FLOOR = 1e-4;

    /** More text than this does not make the decision better. */
    private static final int ENOUGH = 400;

    private final LanguageDetectorModel model;
    private final LanguageWish wish;
    private final Set<String> expected;
    private final ThreadLocal<LanguageDetectorME> detectors;

    /** @param expected the languages that most shoppers write, such as those that the shop answers in */
    public LanguageDetector(LanguageWish wish, Collection<Language> expected) {
        this.wish = wish;
        this.expected = expected.stream().map(Language::code).collect(Collectors.toUnmodifiableSet());
        try (InputStream file = LanguageDetector.class.getResourceAsStream(MODEL)) {
            if (file == null) {
                throw new IllegalStateException(
                        "the language model " + MODEL + " is not on the class path; build anew");
            }
            this.model = new LanguageDetectorModel(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the language model cannot be read; build anew", e);
        }
        this.detectors = ThreadLocal.withInitial(() -> new LanguageDetectorME(model));
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
        Map<String, Double> likelihood = likelihood(text, possible);
        Map<String, Double> weighed = new HashMap<>();
        for (String code : possible) {
            weighed.put(code, likelihood.getOrDefault(code, FLOOR) * priors.getOrDefault(code, expected.contains(code) ? EXPECTED_WEIGHT : 1.0));
        }
        return best(weighed).orElse(Language.ENGLISH);
    }

    private static Map<String, Double> priors(Optional<Language> page, List<Language> earlier) {
        Map<String, Double> priors = new HashMap<>();
        page.ifPresent(language -> priors.merge(language.code(), PAGE_WEIGHT, Double::sum));
        for (int i = 0; i < earlier.size(); i++) {
            double weight = i == earlier.size() - 1 ? LAST_TURN_WEIGHT : EARLIER_TURN_WEIGHT;
            priors.merge(earlier.get(i).code(), weight, Math::max);
        }
        return priors;
    }

    private Map<String, Double> likelihood(String text, Set<String> possible) {
        String sample =
                text.substring(0, text.offsetByCodePoints(0, Math.min(ENOUGH, text.codePointCount(0, text.length()))));
        Map<String, Double> likelihood = new HashMap<>();
        for (opennlp.tools.langdetect.Language guess : detectors.get().predictLanguages(sample)) {
            BaseCodes.ofIso3(guess.getLang())
                    .filter(possible::contains)
                    .ifPresent(code -> likelihood.merge(code, Math.max(FLOOR, guess.getConfidence()), Double::sum));
        }
        return likelihood;
    }

    private static Optional<Language> best(Map<String, Double> weights) {
        return weights.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Language(entry.getKey()));
    }
}
