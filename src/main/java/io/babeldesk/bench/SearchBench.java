package io.babeldesk.bench;

import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.KnowledgeBase;
import io.babeldesk.knowledge.index.BareSearch;
import io.babeldesk.knowledge.index.PassageIndex;
import io.babeldesk.language.Language;
import io.babeldesk.retrieval.Retriever;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The retrieval step, from a question to passages with a confidence, against a bare BM25 query over the same passages. */
final class SearchBench {

    private final Retriever retriever;
    private final Size size;
    private final Consumer<String> progress;
    /** What the searches found; it keeps them from being optimised away. */
    private final AtomicLong found = new AtomicLong();

    SearchBench(Retriever retriever, Size size, Consumer<String> progress) {
        this.retriever = retriever;
        this.size = size;
        this.progress = progress;
    }

    private record Query(String text, Language language, List<String> words) {}

    List<Figure> figures(Edition demo) {
        SyntheticBase synthetic = new SyntheticBase(demo);
        progress.accept("search: making " + size.passages() + " passages");
        Edition edition = synthetic.edition(size.passages());
        progress.accept("search: indexing them for both sides");
        try (PassageIndex index = PassageIndex.inMemory(List.of());
                KnowledgeBase base = new KnowledgeBase(index, Runnable::run);
                BareSearch bare = new BareSearch(edition)) {
            base.publish(edition);
            List<Figure> figures = new ArrayList<>();
            List<Query> plain = new ArrayList<>();
            List<Query> misspelt = new ArrayList<>();
            List<Language> languages = synthetic.languages();
            for (int i = 0; i < size.searches(); i++) {
                Language language = languages.get(i % languages.size());
                plain.add(query(synthetic.query(language), language, bare));
                misspelt.add(query(synthetic.misspelt(language), language, bare));
            }
            progress.accept("search: all languages");
            figures.addAll(compare("all languages", plain, base, bare, size.time(), true));
            progress.accept("search: with a misspelt word");
            figures.addAll(compare("a word misspelt", misspelt, base, bare, size.time(), false));
            for (Language language : languages) {
                progress.accept("search: " + language);
                List<Query> some = plain.stream()
                        .filter(query -> query.language().equals(language))
                        .toList();
                if (!some.isEmpty()) {
                    figures.addAll(compare(
                                    language.code(),
                                    some,
                                    base,
                                    bare,
                                    size.time().dividedBy(4),
                                    false)
                            .subList(0, 1));
                }
            }
            return figures;
        }
    }

    private static Query query(String text, Language language, BareSearch bare) {
        return new Query(text, language, bare.words(text, language));
    }

    private List<Figure> compare(
            String which,
            List<Query> queries,
            KnowledgeBase base,
            BareSearch bare,
            Duration time,
            boolean withoutAnalysis) {
        Contender ours = new Product(queries, base);
        Contender lucene = new Bare("Lucene", queries, bare, false);
        Contender given = new Bare("Lucene, words given", queries, bare, true);
        List<Contender> all = withoutAnalysis ? List.of(ours, lucene, given) : List.of(ours, lucene);
        Map<Contender, Rounds.Times> times = new Rounds(time, queries.size(), 1).run(all);
        List<Figure> figures = new ArrayList<>();
        Rounds.Times product = Objects.requireNonNull(times.get(ours));
        for (Contender yardstick : all.subList(1, all.size())) {
            Rounds.Times bareTimes = Objects.requireNonNull(times.get(yardstick));
            figures.add(new Figure("search", "p50, " + which, "ms", product.p50(), yardstick.name(), bareTimes.p50()));
            figures.add(new Figure("search", "p99, " + which, "ms", product.p99(), yardstick.name(), bareTimes.p99()));
        }
        return figures;
    }

    private final class Product implements Contender {
        private final List<Query> queries;
        private final KnowledgeBase base;

        Product(List<Query> queries, KnowledgeBase base) {
            this.queries = queries;
            this.base = base;
        }

        @Override
        public String name() {
            return "Babeldesk";
        }

        @Override
        public void run(int number) {
            Query query = queries.get(number);
            found.addAndGet(base.read((edition, search) -> retriever
                    .retrieve(edition, search, query.text(), query.language(), Optional.empty())
                    .hits()
                    .size()));
        }
    }

    private final class Bare implements Contender {
        private final String name;
        private final List<Query> queries;
        private final BareSearch search;
        private final boolean wordsGiven;

        Bare(String name, List<Query> queries, BareSearch search, boolean wordsGiven) {
            this.name = name;
            this.queries = queries;
            this.search = search;
            this.wordsGiven = wordsGiven;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void run(int number) {
            Query query = queries.get(number);
            List<String> words = wordsGiven ? query.words() : search.words(query.text(), query.language());
            found.addAndGet(search.search(words, query.language()).size());
        }
    }
}
