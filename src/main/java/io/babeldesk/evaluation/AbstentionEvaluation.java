package io.babeldesk.evaluation;

import io.babeldesk.answer.Cutoffs;
import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.PassageIndexing;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.language.Language;
import io.babeldesk.retrieval.Retrieval;
import io.babeldesk.retrieval.Retriever;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether a base answers what is its matter, and nothing else. */
public final class AbstentionEvaluation {

    private static final int DEPTH = 1;
    private static final double REJECTED_IN_SCOPE = 0.1;

    private final Retriever retriever;
    private final PassageIndexing indexing;

    public AbstentionEvaluation(Retriever retriever, PassageIndexing indexing) {
        this.retriever = retriever;
        this.indexing = indexing;
    }

    private record Row(Optional<String> intent, String found, double confidence) {
        /** What the product takes it for at its own cut-off. */
        Optional<String> predicted() {
            return confidence >= Cutoffs.ANSWER ? Optional.of(found) : Optional.empty();
        }
    }

    public Figures run(Edition like, List<LabelledText> base, List<LabelledText> test) {
        Map<ArticleId, String> intents = new HashMap<>();
        Edition edition = Bases.ofIntents(like, base, intents);
        Map<String, List<Row>> byLanguage = new TreeMap<>();
        List<Row> all = new ArrayList<>();
        try (PassageSearch search = indexing.index(edition)) {
            for (LabelledText text : test) {
                Retrieval found = retriever.retrieve(
                        search,
                        PassageSearch.Query.of(text.text()),
                        text.language(),
                        written(text, base),
                        translation -> true,
                        DEPTH);
                String intent = found.hits().stream()
                        .findFirst()
                        .map(hit -> intents.getOrDefault(hit.passage().article(), ""))
                        .orElse("");
                Row row = new Row(text.intent(), intent, found.confidence());
                all.add(row);
                byLanguage
                        .computeIfAbsent(text.language().code(), key -> new ArrayList<>())
                        .add(row);
            }
        }
        Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
        byLanguage.forEach((language, some) -> rows.put(language, figures(some)));
        Map<String, Map<String, Map<String, Double>>> parts = new LinkedHashMap<>();
        parts.put("by_language", rows);
        parts.put("by_confidence", byConfidence(byLanguage));
        return new Figures(figures(all), parts);
    }

    /** Of each language's bins of confidence that are not empty, how sure they are and how right. */
    private static Map<String, Map<String, Double>> byConfidence(Map<String, List<Row>> byLanguage) {
        Map<String, Map<String, Double>> bins = new LinkedHashMap<>();
        byLanguage.forEach((language, rows) -> reliability(language, rows).bins().stream()
                .filter(bin -> bin.questions() > 0)
                .forEach(bin -> {
                    Map<String, Double> figures = new LinkedHashMap<>();
                    figures.put("n", (double) bin.questions());
                    figures.put("confidence", bin.confidence());
                    figures.put("right", bin.right());
                    bins.put(language + " " + bin.name(), figures);
                }));
        return bins;
    }

    private static Reliability reliability(String language, List<Row> rows) {
        return Reliability.of(rows.stream()
                .map(row -> new Reliability.Judged(
                        language,
                        row.confidence(),
                        row.intent().isPresent(),
                        row.intent().equals(Optional.of(row.found())),
                        row.predicted().isPresent()))
                .toList());
    }

    /** The message's language where the base has it, else the base's first. */
    private static Language written(LabelledText text, List<LabelledText> base) {
        boolean same = base.stream().anyMatch(row -> row.language().equals(text.language()));
        return same || base.isEmpty() ? text.language() : base.getFirst().language();
    }

    private static Map<String, Double> figures(List<Row> rows) {
        Map<Boolean, List<Row>> parts = rows.stream()
                .collect(Collectors.partitioningBy(row -> row.intent().isPresent()));
        List<Row> in = parts.getOrDefault(true, List.of());
        List<Row> out = parts.getOrDefault(false, List.of());
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("n", (double) rows.size());
        if (!in.isEmpty()) {
            figures.put("in_scope_accuracy", share(in, row -> row.intent().equals(row.predicted())));
            figures.put("false_refusal", share(in, row -> row.predicted().isEmpty()));
        }
        if (!out.isEmpty()) {
            figures.put("oos_recall", share(out, row -> row.predicted().isEmpty()));
            figures.put("false_answer", share(out, row -> row.predicted().isPresent()));
        }
        figures.put(
                "mcc",
                MatthewsCorrelation.of(
                        rows.stream().map(Row::intent).toList(),
                        rows.stream().map(Row::predicted).toList()));
        if (!in.isEmpty() && !out.isEmpty()) {
            double cut = in.stream()
                    .map(Row::confidence)
                    .sorted()
                    .skip((long) (REJECTED_IN_SCOPE * in.size()))
                    .findFirst()
                    .orElse(0.0);
            figures.put("oos_recall_at_10", share(out, row -> row.confidence() < cut));
            figures.put(
                    "auroc",
                    Auroc.of(
                            in.stream().map(Row::confidence).toList(),
                            out.stream().map(Row::confidence).toList()));
        }
        return figures;
    }

    private static double share(List<Row> rows, Predicate<Row> which) {
        return 100.0 * rows.stream().filter(which).count() / rows.size();
    }
}
