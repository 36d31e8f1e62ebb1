package io.babeldesk.knowledge.index;

import io.babeldesk.language.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a question apart into {@link QueryUnit}s, as the passages of one language are to be asked. */
final class QueryUnits {

    /** A phrase such as "how long" says less than a content word of the same rarity. */
    private static final double PHRASE_WEIGHT = 0.6;
    /** What tells the story but not the matter: a number, a product that no passage speaks of. */
    private static final double ASIDE_WEIGHT = 0.3;
    /** A long story is searched by its rarest words; the others would cost time and tell little. */
    private static final int MOST = 60;

    private final LanguageAnalyzers analyzers;
    private final Glossary glossary;

    QueryUnits(LanguageAnalyzers analyzers, Glossary glossary) {
        this.analyzers = analyzers;
        this.glossary = glossary;
    }

    List<QueryUnit> of(String text, Language asked, Lookups lookups) throws IOException {
        List<Glossary.Match> matches = glossary.matches(text, asked);
        Map<String, QueryUnit> units = new LinkedHashMap<>();
        Set<Glossary.Match> spokenFor = new HashSet<>();
        for (Token token : Token.of(analyzers.words(asked), text)) {
            Set<String> concepts = new LinkedHashSet<>();
            for (Glossary.Match match : matches) {
                if (match.start() < token.end() && token.start() < match.end()) {
                    concepts.add(match.concept());
                    spokenFor.add(match);
                }
            }
            String surface = text.substring(token.start(), Math.min(token.end(), text.length()));
            units.putIfAbsent(token.term(), word(token.term(), surface, concepts, lookups));
        }
        for (Glossary.Match match : matches) {
            if (!spokenFor.contains(match)) {
                units.putIfAbsent("concept " + match.concept(), phrase(match.concept(), lookups));
            }
        }
        return units.values().stream()
                .sorted(Comparator.comparingDouble(QueryUnit::weight).reversed())
                .limit(MOST)
                .toList();
    }

    private QueryUnit word(String term, String surface, Set<String> concepts, Lookups lookups) throws IOException {
        long documents = 0;
        for (String field : List.of(Fields.HEAD, Fields.ASKED, Fields.BODY)) {
            documents = Math.max(documents, lookups.find(field, term).documents());
        }
        for (String concept : concepts) {
            documents = Math.max(documents, havingConcept(concept, lookups));
        }
        List<String> grams = new ArrayList<>();
        Token.of(analyzers.grams(), surface).forEach(gram -> grams.add(gram.term()));
        double weight = rarity(documents, lookups);
        boolean asideWord = term.chars().allMatch(Character::isDigit) || (documents == 0 && !concepts.isEmpty());
        return new QueryUnit(term, grams, concepts, asideWord ? ASIDE_WEIGHT * weight : weight, documents > 0);
    }

    private static QueryUnit phrase(String concept, Lookups lookups) throws IOException {
        long documents = havingConcept(concept, lookups);
        double weight = PHRASE_WEIGHT * rarity(documents, lookups);
        return new QueryUnit("", List.of(), Set.of(concept), weight, documents > 0);
    }

    private static long havingConcept(String concept, Lookups lookups) throws IOException {
        return Math.max(
                lookups.find(Fields.HEAD_CONCEPTS, concept).documents(),
                lookups.find(Fields.BODY_CONCEPTS, concept).documents());
    }

    private static double rarity(long documents, Lookups lookups) {
        return lookups.view().field(Fields.HEAD).idf(documents);
    }
}
