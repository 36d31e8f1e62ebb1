package io.babeldesk.knowledge.index;

import io.babeldesk.language.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The analysis of a translation's texts, each done once: a title stands in the head of every passage, a question with the
 * article and with its passage. Not safe for use by several threads.
 */
final class Analyses {

    private final LanguageAnalyzers analyzers;
    private final Glossary glossary;
    private final Language language;
    private final Map<String, Analysis> done = new HashMap<>();

    /**
     * @param words without stop words, stemmed
     * @param concepts of the glossary, each as often as it is said
     * @param grams sequences of characters
     */
    record Analysis(List<Token> words, List<String> concepts, List<Token> grams) {}

    Analyses(LanguageAnalyzers analyzers, Glossary glossary, Language language) {
        this.analyzers = analyzers;
        this.glossary = glossary;
        this.language = language;
    }

    Analysis of(String text) {
        return done.computeIfAbsent(text, this::analyse);
    }

    private Analysis analyse(String text) {
        return new Analysis(
                Token.of(analyzers.words(language), text),
                glossary.matches(text, language).stream()
                        .map(Glossary.Match::concept)
                        .toList(),
                Token.of(analyzers.grams(), text));
    }
}
