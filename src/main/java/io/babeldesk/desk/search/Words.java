package io.babeldesk.desk.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/**
 * What is looked for: all words, each as it is written or as a form of it in any language; words in quotation marks stand
 * together; of the last one its beginning is enough, since it may still be typed.
 */
record Words(List<Words.Part> parts) {

    private static final Pattern PART = Pattern.compile("[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]|(\\S+)");
    /** More than anybody types; what is pasted is not looked for whole. */
    private static final int MOST = 12;

    private static final int SHORTEST_BEGINNING = 2;
    private static final float OTHERS_COUNT = 0.1f;

    /** @param exact whether only as it is written */
    record Part(String text, boolean exact) {}

    static Words of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text.strip());
        while (parts.size() < MOST && matcher.find()) {
            parts.add(matcher.group(1) == null ? new Part(matcher.group(), false) : new Part(matcher.group(1), true));
        }
        return new Words(List.copyOf(parts));
    }

    /**
     * @param written the field of words as they are written
     * @param stemmed the fields of the forms of words, by language
     * @return empty if nothing is left to look for
     */
    Optional<Query> in(Analyzer analyzer, String written, Collection<String> stemmed) {
        QueryBuilder builder = new QueryBuilder(analyzer);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Query whole = builder.createPhraseQuery(written, part.text());
            if (whole == null) {
                continue;
            }
            List<Query> ways = new ArrayList<>(List.of(whole));
            if (i == parts.size() - 1
                    && !part.exact()
                    && whole instanceof TermQuery one
                    && one.getTerm().text().length() >= SHORTEST_BEGINNING) {
                ways.add(new PrefixQuery(new Term(written, one.getTerm().text())));
            }
            for (String field : part.exact() ? List.<String>of() : stemmed) {
                Optional.ofNullable(builder.createPhraseQuery(field, part.text()))
                        .ifPresent(ways::add);
            }
            all.add(new DisjunctionMaxQuery(ways, OTHERS_COUNT), Occur.MUST);
        }
        BooleanQuery query = all.build();
        return query.clauses().isEmpty() ? Optional.empty() : Optional.of(query);
    }
}
