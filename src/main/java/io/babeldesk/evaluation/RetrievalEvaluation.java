package io.babeldesk.evaluation;

import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.PassageIndexing;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.PassageSearch.Hit;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import io.babeldesk.retrieval.Retrieval;
import io.babeldesk.retrieval.Retriever;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How well documents are found: hit@1, mean reciprocal rank and recall within the first ten. */
public final class RetrievalEvaluation {

    private static final int DEPTH = 10;

    private final Retriever retriever;
    private final PassageIndexing indexing;

    public RetrievalEvaluation(Retriever retriever, PassageIndexing indexing) {
        this.retriever = retriever;
        this.indexing = indexing;
    }

    /**
     * @param grades by query and document
     * @param relevant the least grade that counts as found
     * @param mixed whether the whole corpus is ranked, instead of the documents of one language at a time
     */
    public Figures run(
            Edition like,
            List<CorpusDocument> documents,
            List<CorpusQuery> queries,
            Map<String, Map<String, Integer>> grades,
            int relevant,
            boolean mixed) {
        Edition edition = Bases.ofDocuments(like, documents);
        Corpus corpus = new Corpus(documents);
        Map<String, Tally> byLanguage = new TreeMap<>();
        Tally all = new Tally();
        try (PassageSearch search = indexing.index(edition)) {
            for (CorpusQuery query : queries) {
                Set<String> right = grades.getOrDefault(query.id(), Map.of()).entrySet().stream()
                        .filter(grade -> grade.getValue() >= relevant)
                        .map(Map.Entry::getKey)
                        .filter(corpus.numbers::containsKey)
                        .collect(Collectors.toSet());
                for (Language written : languages(query, right, corpus, mixed)) {
                    Set<String> rightHere = mixed
                            ? right
                            : right.stream()
                                    .filter(id -> corpus.document(id).language().equals(written))
                                    .collect(Collectors.toSet());
                    Ranking ranking = rank(search, query, written, corpus, mixed);
                    all.add(ranking, rightHere);
                    byLanguage
                            .computeIfAbsent(pair(query.language(), written, mixed), key -> new Tally())
                            .add(ranking, rightHere);
                }
            }
        }
        Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
        byLanguage.forEach((pair, tally) -> rows.put(pair, tally.figures()));
        return new Figures(all.figures(), Map.of("by_language", rows));
    }

    private static String pair(Language asked, Language written, boolean mixed) {
        return mixed || asked.equals(written) ? asked.code() : asked + "->" + written;
    }

    private static final class Corpus {
        private final List<CorpusDocument> documents;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<ArticleId, CorpusDocument> byArticle = new HashMap<>();
        private final Set<Language> languages = new TreeSet<>();

        Corpus(List<CorpusDocument> documents) {
            this.documents = documents;
            for (int i = 0; i < documents.size(); i++) {
                numbers.put(documents.get(i).id(), i);
                byArticle.put(Bases.id(i), documents.get(i));
                languages.add(documents.get(i).language());
            }
        }

        CorpusDocument document(String id) {
            return documents.get(numbers.getOrDefault(id, 0));
        }

        boolean admits(Translation translation, Optional<String> group) {
            CorpusDocument document = byArticle.get(translation.article());
            return document != null
                    && (group.isEmpty()
                            || document.group().isEmpty()
                            || document.group().equals(group));
        }
    }

    /** The languages whose documents a query is asked of, one after the other. */
    private static Set<Language> languages(CorpusQuery query, Set<String> right, Corpus corpus, boolean mixed) {
        if (mixed || right.isEmpty()) {
            return Set.of(
                    corpus.languages.contains(query.language()) || corpus.languages.isEmpty()
                            ? query.language()
                            : corpus.languages.iterator().next());
        }
        return right.stream().map(id -> corpus.document(id).language()).collect(Collectors.toCollection(TreeSet::new));
    }

    private record Ranking(List<String> ids, double confidence) {}

    private Ranking rank(PassageSearch search, CorpusQuery query, Language written, Corpus corpus, boolean mixed) {
        Predicate<Translation> admits = translation -> corpus.admits(translation, query.group());
        List<Retrieval> found = new ArrayList<>();
        for (Language language : mixed ? corpus.languages : Set.of(written)) {
            found.add(retriever.retrieve(
                    search, PassageSearch.Query.of(query.text()), query.language(), language, admits, DEPTH));
        }
        double confidence =
                found.stream().mapToDouble(Retrieval::confidence).max().orElse(0);
        List<String> ids = found.stream()
                .flatMap(retrieval -> retrieval.hits().stream())
                .sorted(Comparator.comparingDouble(Hit::score).reversed())
                .limit(DEPTH)
                .map(hit -> Optional.ofNullable(
                                corpus.byArticle.get(hit.passage().article()))
                        .map(CorpusDocument::id)
                        .orElse(""))
                .toList();
        return new Ranking(ids, confidence);
    }

    private static final class Tally {
        private int asked;
        private int first;
        private double reciprocal;
        private double recall;
        private final List<Double> answerable = new ArrayList<>();
        private final List<Double> unanswerable = new ArrayList<>();

        void add(Ranking ranking, Set<String> right) {
            if (right.isEmpty()) {
                unanswerable.add(ranking.confidence());
                return;
            }
            answerable.add(ranking.confidence());
            asked++;
            int found = 0;
            for (int i = 0; i < ranking.ids().size(); i++) {
                if (right.contains(ranking.ids().get(i))) {
                    if (found == 0) {
                        reciprocal += 1.0 / (i + 1);
                        first += i == 0 ? 1 : 0;
                    }
                    found++;
                }
            }
            recall += (double) found / Math.min(DEPTH, right.size());
        }

        Map<String, Double> figures() {
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("n", (double) asked);
            if (asked > 0) {
                figures.put("hit@1", 100.0 * first / asked);
                figures.put("mrr@10", 100 * reciprocal / asked);
                figures.put("recall@10", 100 * recall / asked);
            }
            if (!answerable.isEmpty() && !unanswerable.isEmpty()) {
                figures.put("answerable_auroc", Auroc.of(answerable, unanswerable));
            }
            return figures;
        }
    }
}
