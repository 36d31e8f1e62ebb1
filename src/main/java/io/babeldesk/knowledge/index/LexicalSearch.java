package io.babeldesk.knowledge.index;

import com.ibm.icu.lang.UCharacter;
import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.Policies;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * Lexical search over the view of one edition. Two looks by BM25 are added up: which article is it about, and which
 * passage speaks of it; then for each candidate how much of the question it covers.
 */
final class LexicalSearch implements PassageSearch {

    private static final int ARTICLES = 10;
    private static final int PASSAGES = 40;
    /** Articles from which every passage is a candidate, also one that no word has found. */
    private static final int WHOLE_ARTICLES = 2;

    private static final double COVERAGE_BOOST = 0.05;
    /** Suggestions send a heading as the question: its own section answers. */
    private static final double SAME_HEADING = 100;
    /** The first passage answers the article's title, which most people ask; another has to be clearly nearer. */
    private static final double FIRST_PASSAGE = 0.8;
    /** A question for a time, an amount or names is better answered by a section that states such. */
    private static final double STATED_FACT = 2.0;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Map<String, Passage> passages;
    private final Map<String, List<Passage>> byTranslation = new HashMap<>();
    private final Map<String, Set<StatedFact>> states = new HashMap<>();
    private final QueryUnits queryUnits;

    LexicalSearch(
            DirectoryReader reader,
            Map<String, Passage> passages,
            Policies policies,
            LanguageAnalyzers analyzers,
            Glossary glossary) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.searcher.setSimilarity(new FieldSimilarity());
        this.passages = passages;
        this.queryUnits = new QueryUnits(reader, analyzers, glossary);
        passages.forEach((key, passage) -> states.put(key, StatedFact.in(passage, policies)));
        passages.values()
                .forEach(passage -> byTranslation
                        .computeIfAbsent(translation(passage), key -> new ArrayList<>())
                        .add(passage));
    }

    @Override
    public Result search(String text, Language asked, Language written, Predicate<Passage> admits, int limit) {
        try {
            List<QueryUnit> units = queryUnits.of(text, asked, written);
            double weight = units.stream().mapToDouble(QueryUnit::weight).sum();
            double known = units.stream()
                    .filter(QueryUnit::known)
                    .mapToDouble(QueryUnit::weight)
                    .sum();
            Set<String> concepts = new LinkedHashSet<>();
            units.forEach(unit -> concepts.addAll(unit.concepts()));
            int otherWords = (int)
                    units.stream().filter(unit -> unit.concepts().isEmpty()).count();
            List<Hit> hits = weight == 0 ? List.of() : hits(text, units, weight, written, admits, limit);
            return new Result(hits, weight, weight == 0 ? 0 : known / weight, concepts, otherWords);
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    private List<Hit> hits(
            String text, List<QueryUnit> units, double weight, Language written, Predicate<Passage> admits, int limit)
            throws IOException {
        SearchQueries queries = new SearchQueries(units, written);
        Map<String, Double> articles = best(queries.articles(), ARTICLES);
        Map<String, Double> found = best(queries.passages(), PASSAGES);
        Set<String> candidates = new LinkedHashSet<>(found.keySet());
        articles.keySet().stream()
                .limit(WHOLE_ARTICLES)
                .flatMap(key -> byTranslation.getOrDefault(key, List.of()).stream())
                .forEach(passage -> candidates.add(passage.key()));
        String chip = letters(text);
        Set<StatedFact> wanted = EnumSet.allOf(StatedFact.class);
        wanted.removeIf(kind -> !kind.isAskedBy(queries.concepts()));
        Coverage coverage = new Coverage(reader.leaves(), units, written);
        List<Hit> hits = new ArrayList<>();
        for (String key : candidates) {
            Passage passage = passages.get(key);
            if (passage != null && admits.test(passage)) {
                double matched = coverage.matched(key);
                double evidence = articles.getOrDefault(translation(passage), 0.0)
                        + found.getOrDefault(key, 0.0)
                        + COVERAGE_BOOST * matched
                        + (letters(passage.heading()).equals(chip) ? SAME_HEADING : 0);
                hits.add(new Hit(passage, evidence, Math.min(1, matched / weight)));
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed());
        List<Hit> sections = bestSectionFirst(hits, wanted);
        return List.copyOf(sections.subList(0, Math.min(limit, sections.size())));
    }

    /**
     * Orders the passages of each article anew among the places that they hold: which article answers is settled by the
     * evidence, which of its sections does also by what the question asks for.
     */
    private List<Hit> bestSectionFirst(List<Hit> hits, Set<StatedFact> wanted) {
        Map<ArticleId, Iterator<Passage>> ordered = new HashMap<>();
        hits.stream()
                .collect(Collectors.groupingBy(hit -> hit.passage().article()))
                .forEach((article, own) -> ordered.put(
                        article,
                        own.stream()
                                .sorted(Comparator.comparingDouble((Hit hit) -> fitness(hit, wanted))
                                        .reversed())
                                .map(Hit::passage)
                                .iterator()));
        return hits.stream()
                .map(place -> {
                    Iterator<Passage> next = ordered.get(place.passage().article());
                    return next == null ? place : new Hit(next.next(), place.score(), place.covered());
                })
                .toList();
    }

    private double fitness(Hit hit, Set<StatedFact> wanted) {
        return hit.score()
                + (hit.passage().number() == 0 ? FIRST_PASSAGE : 0)
                + (statesAny(hit.passage().key(), wanted) ? STATED_FACT : 0);
    }

    private static String letters(String text) {
        return UCharacter.foldCase(text, true)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private boolean statesAny(String passage, Set<StatedFact> wanted) {
        return !Collections.disjoint(states.getOrDefault(passage, Set.of()), wanted);
    }

    /** The best score for each key, best first. */
    private Map<String, Double> best(Query query, int limit) throws IOException {
        Map<String, Double> scores = new LinkedHashMap<>();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc document : searcher.search(query, limit).scoreDocs) {
            scores.putIfAbsent(stored.document(document.doc).get(Fields.KEY), (double) document.score);
        }
        return scores;
    }

    private static String translation(Passage passage) {
        return passage.article() + "/" + passage.language();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a view of the index could not be closed", e);
        }
    }
}
