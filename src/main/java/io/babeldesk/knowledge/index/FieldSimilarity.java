package io.babeldesk.knowledge.index;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/**
 * BM25 (Robertson and others 1994), with parameters by field. What an article is about is told by many short ways of
 * asking: there it counts how often a word is said, so that saturation comes later, and length says less.
 */
final class FieldSimilarity extends PerFieldSimilarityWrapper {

    private static final Similarity TEXT = new BM25Similarity();
    private static final Similarity WAYS_OF_ASKING = new BM25Similarity(3.0f, 0.5f);

    @Override
    public Similarity get(String field) {
        return field.startsWith("about") ? WAYS_OF_ASKING : TEXT;
    }
}
