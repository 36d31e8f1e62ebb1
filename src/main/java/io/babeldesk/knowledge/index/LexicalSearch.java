package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
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
    private static final float HEAD_BOOST = 2.0f;
    private static final float CONCEPT_BOOST = 1.5f;
    private static final float GRAM_BOOST = 0.3f;
    /** How much a full coverage counts beside the best BM25 score. */
    private static final double COVERAGE_SHARE = 0.6;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Map<String, Passage> passages;
    private final QueryUnits queryUnits;

    LexicalSearch(
            DirectoryReader reader, Map<String, Passage> passages, LanguageAnalyzers analyzers, Glossary glossary) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.passages = passages;
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
            return new Result(hits, weight, weight == 0 ? 0 : known / weight, concepts);
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    private List<Hit> hits(List<QueryUnit> units, double weight, Language written, Predicate<Passage> admits, int limit)
            throws IOException {
        ScoreDoc[] candidates = searcher.search(query(units, written), CANDIDATES).scoreDocs;
        Coverage coverage = new Coverage(reader.leaves(), units, written);
        StoredFields stored = searcher.storedFields();
        double best = candidates.length == 0 ? 1 : candidates[0].score;
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc candidate : candidates) {
            Passage passage = passages.get(stored.document(candidate.doc).get(PassageIndex.KEY));
            if (passage != null && admits.test(passage)) {
                double matched = coverage.matched(candidate.doc);
                double covered = Math.min(1, matched / weight);
                hits.add(new Hit(passage, candidate.score / best + COVERAGE_SHARE * covered, matched, covered));
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed());
        return List.copyOf(hits.subList(0, Math.min(limit, hits.size())));
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
                add(query, PassageIndex.CONCEPTS + written, concept, CONCEPT_BOOST);
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
