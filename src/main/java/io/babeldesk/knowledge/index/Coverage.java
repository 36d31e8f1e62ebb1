package io.babeldesk.knowledge.index;

import io.babeldesk.language.Language;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;

/** How much of a question a passage speaks of, looked up in the index's own postings. */
final class Coverage {

    private static final double IN_HEAD = 1.0;
    private static final double IN_BODY = 0.8;
    private static final double HEAD_CONCEPT = 0.9;
    private static final double BODY_CONCEPT = 0.7;
    private static final double BY_GRAMS = 0.7;
    /** Below this share of a word's character sequences, likeness is chance. */
    private static final double LIKENESS = 0.6;

    private final List<LeafReaderContext> leaves;
    private final List<QueryUnit> units;
    private final Language written;

    Coverage(List<LeafReaderContext> leaves, List<QueryUnit> units, Language written) {
        this.leaves = leaves;
        this.units = units;
        this.written = written;
    }

    /** The summed weight of what the document speaks of, each unit by the best evidence for it. */
    double matched(int document) throws IOException {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        int local = document - leaf.docBase;
        double matched = 0;
        for (QueryUnit unit : units) {
            matched += unit.weight() * credit(unit, leaf.reader(), local);
        }
        return matched;
    }

    private double credit(QueryUnit unit, LeafReader leaf, int document) throws IOException {
        if (!unit.word().isEmpty() && has(leaf, PassageIndex.HEAD, unit.word(), document)) {
            return IN_HEAD;
        }
        if (hasConcept(unit, PassageIndex.HEAD_CONCEPTS, leaf, document)) {
            return HEAD_CONCEPT;
        }
        if (!unit.word().isEmpty() && has(leaf, PassageIndex.BODY, unit.word(), document)) {
            return IN_BODY;
        }
        if (hasConcept(unit, PassageIndex.BODY_CONCEPTS, leaf, document)) {
            return BODY_CONCEPT;
        }
        double likeness = likeness(unit, leaf, document);
        return likeness >= LIKENESS ? BY_GRAMS * likeness : 0;
    }

    private boolean hasConcept(QueryUnit unit, String field, LeafReader leaf, int document) throws IOException {
        for (String concept : unit.concepts()) {
            if (has(leaf, field, concept, document)) {
                return true;
            }
        }
        return false;
    }

    private double likeness(QueryUnit unit, LeafReader leaf, int document) throws IOException {
        if (unit.grams().size() < 2) {
            return 0;
        }
        int shared = 0;
        for (String gram : unit.grams()) {
            shared += has(leaf, PassageIndex.GRAMS, gram, document) ? 1 : 0;
        }
        return (double) shared / unit.grams().size();
    }

    private boolean has(LeafReader leaf, String field, String term, int document) throws IOException {
        PostingsEnum postings = leaf.postings(new Term(field + written, term), PostingsEnum.NONE);
        return postings != null && postings.advance(document) == document && document != DocIdSetIterator.NO_MORE_DOCS;
    }
}
