package io.babeldesk.knowledge.index;

import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;

/**
 * How people put what is no shop's matter, by language: the weather, a recipe, homework, another company's contract. A
 * question is told from them as one article is told from another. Safe for use by many threads.
 */
final class ForeignMatters {

    private static final String LISTS = "foreign-matters/";

    private final LanguageAnalyzers analyzers;
    private final Map<Language, Matters> byLanguage = new ConcurrentHashMap<>();

    ForeignMatters(LanguageAnalyzers analyzers) {
        this.analyzers = analyzers;
    }

    /** What a list says, as a field of the index counts it. */
    private record Counts(Map<String, Long> terms, long length) {
        static Counts of(Analyzer analyzer, String list) {
            List<Token> tokens = list.lines()
                    .flatMap(line -> Token.of(analyzer, line).stream())
                    .toList();
            return new Counts(
                    tokens.stream().collect(Collectors.groupingBy(Token::term, Collectors.counting())),
                    tokens.stream().filter(token -> !token.stacked()).count());
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

    Matters in(Language asked) {
        return byLanguage.computeIfAbsent(asked, this::count);
    }

    private Matters count(Language language) {
        return new Matters(read(language)
                .map(list -> Map.of(
                        Fields.ABOUT, Counts.of(analyzers.words(language), list),
                        Fields.ABOUT_GRAMS, Counts.of(analyzers.grams(), list)))
                .orElse(Map.of()));
    }

    private static Optional<String> read(Language language) {
        try (InputStream list = ForeignMatters.class.getResourceAsStream(LISTS + language + ".txt")) {
            return list == null
                    ? Optional.empty()
                    : Optional.of(new String(list.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the list of foreign matters in " + language + " cannot be read", e);
        }
    }
}
