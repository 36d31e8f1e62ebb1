package io.babeldesk.knowledge.index;

import io.babeldesk.language.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The analysis of a translation's texts, each done once: a title stands in the head of every passage, a question with the
 * article and with its passage. Not safe for use by several threads.
 */
final class Analyses {

    private final LanguageAnalyzers analyzers;
    private final Glossary glossary;
    private final Glossary withThesaurus;
    private final Language language;
    private final Map<String, Analysis> done = new HashMap<>();

    /** A text's analysis, each kind done when first asked for. */
    final class Analysis {
        private final String text;
        private @Nullable List<Token> words;
        private @Nullable List<String> concepts;
        private @Nullable List<String> senses;
        private @Nullable List<Token> grams;

        private Analysis(String text) {
            this.text = text;
        }

        /** Without stop words, stemmed. */
        List<Token> words() {
            if (words == null) {
                words = Token.of(analyzers.words(language), text);
            }
            return words;
        }

        /** Of the glossary, each as often as it is said. */
        List<String> concepts() {
            if (concepts == null) {
                concepts = named(glossary);
            }
            return concepts;
        }

        /** Of the glossary and the thesaurus, each as often as it is said. */
        List<String> senses() {
            if (senses == null) {
                senses = named(withThesaurus);
            }
            return senses;
        }

        private List<String> named(Glossary some) {
            return some.matches(text, language).stream()
                    .map(Glossary.Match::concept)
                    .toList();
        }

        /** Sequences of characters. */
        List<Token> grams() {
            if (grams == null) {
                grams = Token.of(analyzers.grams(), text);
            }
            return grams;
        }
    }

    Analyses(LanguageAnalyzers analyzers, Glossaries glossaries, Language language) {
        this.analyzers = analyzers;
        this.glossary = glossaries.shop();
        this.withThesaurus = glossaries.withThesaurus();
        this.language = language;
    }

    Analysis of(String text) {
        return done.computeIfAbsent(text, Analysis::new);
    }
}
