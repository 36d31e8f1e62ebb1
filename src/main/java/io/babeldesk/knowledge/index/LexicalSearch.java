package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Lexical search over the view of one edition: candidates by BM25 over words, concepts and, where words find little,
 * character sequences; then for each candidate how much of the question it covers.
 */
final class LexicalSearch implements PassageSearch {

    private static final int CANDIDATES = 30;
    private static final int MOST_GRAMS = 200;

    // Fitted by a listwise softmax on saved questions, each language judged by the eleven others: docs/retrieval.md.
    private static final float HEAD_BOOST = 2.8f;
    private static final float HEAD_CONCEPT_BOOST = 1.6f;
    private static final float BODY_CONCEPT_BOOST = 0.7f;
    private static final float GRAM_BOOST = 0.3f;
    private static final double COVERAGE_BOOST = 0.8;
    /** A passage gains by the mean score of its article: a question's words are often spread over its sections. */
    private static final double ARTICLE_SHARE = 0.5;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Map<String, Passage> passages;
    private final Map<String, Integer> counts;
    private final QueryUnits queryUnits;

    LexicalSearch(
            DirectoryReader reader, Map<String, Passage> passages, LanguageAnalyzers analyzers, Glossary glossary) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.passages = passages;
        this.counts = new HashMap<>();
        passages.values()
                .forEach(passage -> counts.merge(passage.article() + "/" + passage.language(), 1, Integer::sum));
        this.queryUnits = new QueryUnits(reader, analyzers, glossary);
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
            List<Hit> hits = weight == 0 ? List.of() : hits(units, weight, written, admits, limit);
            int otherWords = (int)
                    units.stream().filter(unit -> unit.concepts().isEmpty()).count();
            return new Result(hits, weight, weight == 0 ? 0 : known / weight, concepts, otherWords);
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    private List<Hit> hits(List<QueryUnit> units, double weight, Language written, Predicate<Passage> admits, int limit)
            throws IOException {
        ScoreDoc[] candidates = searcher.search(query(units, written), CANDIDATES).scoreDocs;
        Coverage coverage = new Coverage(reader.leaves(), units, written);
        StoredFields stored = searcher.storedFields();
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc candidate : candidates) {
            Passage passage = passages.get(stored.document(candidate.doc).get(PassageIndex.KEY));
            if (passage != null && admits.test(passage)) {
                double matched = coverage.matched(candidate.doc);
                double score = candidate.score + COVERAGE_BOOST * matched;
                hits.add(new Hit(passage, score, matched, Math.min(1, matched / weight)));
            }
        }
        return withArticles(hits).stream()
                .sorted(Comparator.comparingDouble(Hit::score).reversed())
                .limit(limit)
                .toList();
    }

    private List<Hit> withArticles(List<Hit> hits) {
        Map<ArticleId, Double> sums = new HashMap<>();
        hits.forEach(hit -> sums.merge(hit.passage().article(), hit.score(), Double::sum));
        return hits.stream()
                .map(hit -> {
                    Passage passage = hit.passage();
                    double mean = sums.getOrDefault(passage.article(), 0.0) / passagesOf(passage);
                    return new Hit(passage, hit.score() + ARTICLE_SHARE * mean, hit.matched(), hit.covered());
                })
                .toList();
    }

    private int passagesOf(Passage passage) {
        return counts.getOrDefault(passage.article() + "/" + passage.language(), 1);
    }

    private static Query query(List<QueryUnit> units, Language written) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        int grams = MOST_GRAMS;
        for (QueryUnit unit : units) {
            if (!unit.word().isEmpty()) {
                add(query, PassageIndex.HEAD + written, unit.word(), HEAD_BOOST);
                add(query, PassageIndex.BODY + written, unit.word(), 1);
            }
            for (String concept : unit.concepts()) {
                add(query, PassageIndex.HEAD_CONCEPTS + written, concept, HEAD_CONCEPT_BOOST);
                add(query, PassageIndex.BODY_CONCEPTS + written, concept, BODY_CONCEPT_BOOST);
            }
            // Character sequences cost several lookups a word, so that only words which no passage has ask for them.
            if (!unit.known() && grams >= unit.grams().size()) {
                unit.grams().forEach(gram -> add(query, PassageIndex.GRAMS + written, gram, GRAM_BOOST));
                grams -= unit.grams().size();
            }
        }
        return query.build();
    }

    private static void add(BooleanQuery.Builder query, String field, String term, float boost) {
        Query one = new TermQuery(new Term(field, term));
        query.add(boost == 1 ? one : new BoostQuery(one, boost), Occur.SHOULD);
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
