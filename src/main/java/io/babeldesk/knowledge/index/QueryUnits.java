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
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** Takes a question apart into {@link QueryUnit}s, as the passages of one language are to be asked. */
final class QueryUnits {

    /** A phrase such as "how long" says less than a content word of the same rarity. */
    private static final double PHRASE_WEIGHT = 0.6;
    /** What tells the story but not the matter: a number, a product that no passage speaks of. */
    private static final double ASIDE_WEIGHT = 0.3;
    /** A long story is searched by its rarest words; the others would cost time and tell little. */
    private static final int MOST = 60;

    private final IndexReader reader;
    private final LanguageAnalyzers analyzers;
    private final Glossary glossary;

    QueryUnits(IndexReader reader, LanguageAnalyzers analyzers, Glossary glossary) {
        this.reader = reader;
        this.analyzers = analyzers;
        this.glossary = glossary;
    }

    List<QueryUnit> of(String text, Language asked, Language written) throws IOException {
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
            units.putIfAbsent(token.term(), word(token.term(), surface, concepts, written));
        }
        for (Glossary.Match match : matches) {
            if (!spokenFor.contains(match)) {
                units.putIfAbsent("concept " + match.concept(), phrase(match.concept(), written));
            }
        }
        return units.values().stream()
                .sorted(Comparator.comparingDouble(QueryUnit::weight).reversed())
                .limit(MOST)
                .toList();
    }

    private QueryUnit word(String term, String surface, Set<String> concepts, Language written) throws IOException {
        int docs = Math.max(frequency(PassageIndex.HEAD, term, written), frequency(PassageIndex.BODY, term, written));
        int conceptDocs = 0;
        for (String concept : concepts) {
            conceptDocs = Math.max(conceptDocs, conceptFrequency(concept, written));
        }
        List<String> grams = new ArrayList<>();
        Token.of(analyzers.grams(), surface).forEach(gram -> grams.add(gram.term()));
        int rarity = Math.max(docs, conceptDocs);
        double weight = idf(rarity, written);
        boolean asideWord = term.chars().allMatch(Character::isDigit) || (rarity == 0 && !concepts.isEmpty());
        return new QueryUnit(term, grams, concepts, asideWord ? ASIDE_WEIGHT * weight : weight, rarity > 0);
    }

    private QueryUnit phrase(String concept, Language written) throws IOException {
        int docs = conceptFrequency(concept, written);
        return new QueryUnit("", List.of(), Set.of(concept), PHRASE_WEIGHT * idf(docs, written), docs > 0);
    }

    private int conceptFrequency(String concept, Language written) throws IOException {
        return Math.max(
                frequency(PassageIndex.HEAD_CONCEPTS, concept, written),
                frequency(PassageIndex.BODY_CONCEPTS, concept, written));
    }

    private int frequency(String field, String term, Language written) throws IOException {
        return reader.docFreq(new Term(field + written, term));
    }

    private double idf(int docs, Language written) throws IOException {
        int all = reader.getDocCount(PassageIndex.HEAD + written);
        return Math.log(1 + (all - Math.min(all, docs) + 0.5) / (docs + 0.5));
    }
}
