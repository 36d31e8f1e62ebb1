package io.babeldesk.knowledge.index;

import io.babeldesk.language.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;

/**
 * How people put what is no shop's matter, by language: the weather, a recipe, homework, another company's contract. A
 * question is told from them as one article is told from another. Safe for use by many threads.
 */
final class ForeignMatters {

    private static final String LISTS = "foreign-matters";

    private final LanguageAnalyzers analyzers;
    private final Glossary withThesaurus;
    private final Map<Language, Matters> ownLanguage = new ConcurrentHashMap<>();
    private final Map<Language, Matters> acrossLanguages = new ConcurrentHashMap<>();

    /** @param withThesaurus what the words of a list mean, for articles of another language */
    ForeignMatters(LanguageAnalyzers analyzers, Glossary withThesaurus) {
        this.analyzers = analyzers;
        this.withThesaurus = withThesaurus;
    }

    /** What a list says, as a field of the index counts it. */
    private record Counts(Map<String, Long> terms, long length) {
        static Counts ofWords(Analyzer analyzer, String list) {
            List<Token> tokens = list.lines()
                    .flatMap(line -> Token.of(analyzer, line).stream())
                    .toList();
            return of(
                    tokens.stream().map(Token::term),
                    tokens.stream().filter(token -> !token.stacked()).count());
        }

        static Counts ofSenses(Glossary glossary, Language language, String list) {
            List<Glossary.Match> matches = list.lines()
                    .flatMap(line -> glossary.matches(line, language).stream())
                    .toList();
            return of(matches.stream().map(Glossary.Match::concept), matches.size());
        }

        private static Counts of(Stream<String> terms, long length) {
            return new Counts(terms.collect(Collectors.groupingBy(term -> term, Collectors.counting())), length);
        }
    }

    /** What one language's list says, by field. */
    record Matters(Map<String, Counts> counts) {

        /** How often a term would be there if the list were as long as an article's field is in the mean; 0 without a list. */
        double rate(String field, String term, double meanLength) {
            Counts known = counts.get(field);
            return known == null ? 0 : known.terms().getOrDefault(term, 0L) * meanLength / known.length();
        }
    }

    /** For articles of the list's own language. */
    Matters in(Language asked) {
        return ownLanguage.computeIfAbsent(asked, this::count);
    }

    /** For articles of another language. */
    Matters across(Language asked) {
        return acrossLanguages.computeIfAbsent(asked, this::countSenses);
    }

    private Matters count(Language language) {
        return new Matters(LineList.read(LISTS, language)
                .map(list -> Map.of(
                        Fields.ABOUT, Counts.ofWords(analyzers.words(language), list),
                        Fields.ABOUT_GRAMS, Counts.ofWords(analyzers.grams(), list)))
                .orElse(Map.of()));
    }

    private Matters countSenses(Language language) {
        Map<String, Counts> counts = new HashMap<>(in(language).counts());
        LineList.read(LISTS, language)
                .ifPresent(list -> counts.put(Fields.ABOUT_SENSES, Counts.ofSenses(withThesaurus, language, list)));
        return new Matters(Map.copyOf(counts));
    }

    /** A language's list; none without one. */
    static Stream<String> lines(Language language) {
        return LineList.lines(LISTS, language).stream();
    }
}
