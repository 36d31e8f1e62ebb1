package io.babeldesk.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * OpenNLP's model of which letter sequences each language uses. The first of a process loads it, which takes a while. Safe
 * for use by many threads.
 */
public final class LetterSequences {

    /** In a Maven artefact of the OpenNLP project; Apache-2.0. */
    private static final String MODEL = "/langdetect-183.bin";

    private final ThreadLocal<LanguageDetectorME> detectors;

    /** Never changes, and takes 23 MB: all that a process opens share it. */
    private static final class Loaded {
        private static final LanguageDetectorModel MODEL = load();
    }

    public LetterSequences() {
        LanguageDetectorModel model = Loaded.MODEL;
        this.detectors = ThreadLocal.withInitial(() -> new LanguageDetectorME(model));
    }

    private static LanguageDetectorModel load() {
        try (InputStream file = LetterSequences.class.getResourceAsStream(MODEL)) {
            if (file == null) {
                throw new IllegalStateException(
                        "the language model " + MODEL + " is not on the class path; build anew");
            }
            return new LanguageDetectorModel(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the language model cannot be read; build anew", e);
        }
    }

    /** How likely a text is in each language, by ISO 639-3 code; together 1. */
    Map<String, Double> confidences(String text) {
        Map<String, Double> confidences = new HashMap<>();
        for (opennlp.tools.langdetect.Language guess : detectors.get().predictLanguages(text)) {
            confidences.put(guess.getLang(), guess.getConfidence());
        }
        return confidences;
    }
}
