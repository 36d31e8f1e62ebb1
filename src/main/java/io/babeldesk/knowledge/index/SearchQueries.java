package io.babeldesk.knowledge.index;

import io.babeldesk.language.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** A question as it is put to articles and to passages. */
final class SearchQueries {

    // Fitted by a listwise softmax over saved questions, each language judged by the eleven others: docs/retrieval.md.
    private static final float TITLE = 1.5f;
    private static final float ABOUT = 1.55f;
    private static final float ABOUT_CONCEPTS = 1.8f;
    private static final float ABOUT_GRAMS = 0.67f;
    private static final float HEAD = 0.88f;
    private static final float HEAD_CONCEPTS = 0.48f;
    private static final float BODY = 0.1f;
    private static final float BODY_CONCEPTS = 0.88f;
    private static final float GRAMS = 0.25f;

    /** A BooleanQuery has room for 1024 clauses; long words come in many sequences. */
    private static final int MOST_GRAMS = 300;

    private final List<QueryUnit> units;
    private final Language written;

    SearchQueries(List<QueryUnit> units, Language written) {
        this.units = units;
        this.written = written;
    }

    Query articles() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        int grams = MOST_GRAMS;
        for (QueryUnit unit : units) {
            addWord(query, Fields.TITLE, unit, TITLE);
            addWord(query, Fields.ABOUT, unit, ABOUT);
            if (unit.grams().size() <= grams) {
                unit.grams().forEach(gram -> add(query, Fields.ABOUT_GRAMS, gram, ABOUT_GRAMS));
                grams -= unit.grams().size();
            }
        }
        concepts().forEach(concept -> add(query, Fields.ABOUT_CONCEPTS, concept, ABOUT_CONCEPTS));
        return query.build();
    }

    Query passages() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        int grams = MOST_GRAMS;
        for (QueryUnit unit : units) {
            addWord(query, Fields.HEAD, unit, HEAD);
            addWord(query, Fields.BODY, unit, BODY);
            // A word that no passage has may be misspelt, or a form that its stemmer does not know.
            if (!unit.known() && unit.grams().size() <= grams) {
                unit.grams().forEach(gram -> add(query, Fields.GRAMS, gram, GRAMS));
                grams -= unit.grams().size();
            }
        }
        for (String concept : concepts()) {
            add(query, Fields.HEAD_CONCEPTS, concept, HEAD_CONCEPTS);
            add(query, Fields.BODY_CONCEPTS, concept, BODY_CONCEPTS);
        }
        return query.build();
    }

    /** Each once, also where a phrase of several words stands for it. */
    Set<String> concepts() {
        Set<String> concepts = new LinkedHashSet<>();
        units.forEach(unit -> concepts.addAll(unit.concepts()));
        return concepts;
    }

    private void addWord(BooleanQuery.Builder query, String field, QueryUnit unit, float boost) {
        if (!unit.word().isEmpty()) {
            add(query, field, unit.word(), boost);
        }
    }

    private void add(BooleanQuery.Builder query, String field, String term, float boost) {
        Query one = new TermQuery(new Term(field + written, term));
        query.add(boost == 1 ? one : new BoostQuery(one, boost), Occur.SHOULD);
    }
}
