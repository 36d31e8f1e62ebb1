package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.knowledge.index.TextClassifier.Example;
import io.babeldesk.language.Language;
import io.babeldesk.language.Shorthand;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the ways of asking of one edition teach: which article a question is for, that it does not say what is wanted, or that it is no
 * shop's matter. Each language has a classifier of its words, and all together one of what words mean: how people ask in Spanish tells
 * something of how they do in Turkish, too. Safe for use by many threads.
 */
final class QuestionClassifiers {

    private static final String VAGUE = "vague-questions";
    /** The name of the classifier of all languages. */
    private static final String MEANINGS = "meanings";

    /** Of fewer ways of asking, in the mean of a language's articles, nothing is to be learned. */
    private static final int LEAST_LINES = 30;
    /** Time and room grow with the number of articles. */
    private static final int MOST_ARTICLES = 150;
    /** How many lines of foreign matters are learned for one of the shop's: of too many, all seems foreign. */
    private static final double FOREIGN_LINES = 0.17;
    /** And how many they count for. */
    private static final double FOREIGN_SHARE = 0.1;
    /** An article of few ways of asking counts as much as one of many, but no line for more than so many. */
    private static final double MOST_WEIGHT = 4;

    private final Edition edition;
    private final KeptIndex.Content content;
    private final Glossary glossary;
    private final LearnedClassifiers learned;
    /** By language; those of which something can be learned. */
    private final Map<Language, List<Translation>> teachers;

    private final boolean teachesMeanings;

    private final Map<Language, QuestionClassifier> ofWords = new ConcurrentHashMap<>();

    /**
     * @param content the edition's
     * @param glossary says what words mean; asked for lessons alone
     */
    QuestionClassifiers(Edition edition, KeptIndex.Content content, Glossary glossary, LearnedClassifiers learned) {
        this.edition = edition;
        this.content = content;
        this.glossary = glossary;
        this.learned = learned;
        // In the same order in each process: what comes last weighs a little more.
        this.teachers = edition.translations().stream()
                .sorted(Comparator.comparing(PassageDocuments::key))
                .collect(Collectors.groupingBy(
                        Translation::language,
                        () -> new TreeMap<>(Comparator.comparing(Language::toString)),
                        Collectors.toUnmodifiableList()));
        teachers.entrySet().removeIf(language -> !teaches(language.getKey(), language.getValue()));
        this.teachesMeanings = !teachers.isEmpty() && edition.articles().size() <= MOST_ARTICLES;
        if (teachesMeanings) {
            learned.recall(MEANINGS, meaningsAreFrom());
        }
    }

    private static boolean teaches(Language language, List<Translation> translations) {
        int ways = translations.stream().mapToInt(one -> one.questions().size()).sum();
        return ways >= LEAST_LINES * translations.size()
                && translations.size() <= MOST_ARTICLES
                && ForeignMatters.lines(language).findAny().isPresent();
    }

    /**
     * That of a language's words. Who asks for it first, of all processes, waits about a second.
     *
     * @return empty where too few ways of asking are listed, where articles are too many, and where no foreign matters are known in
     *     the language
     */
    Optional<QuestionClassifier> ofWords(Language language) {
        List<Translation> translations = teachers.get(language);
        return translations == null
                ? Optional.empty()
                : Optional.of(ofWords.computeIfAbsent(
                        language,
                        same -> learned.get(
                                language.toString(), from(translations), () -> learnWords(language, translations))));
    }

    /** That of what words mean, once it is {@linkplain #learn learned}; that of the last edition until then, if it knows all articles. */
    Optional<QuestionClassifier> ofMeanings() {
        return teachesMeanings
                ? learned.last(MEANINGS)
                        .filter(last -> last.knows(edition.articles().keySet()))
                : Optional.empty();
    }

    /** Whether any other language teaches what the meanings are asked for. Of itself a language's words say more. */
    boolean isTaughtBeyond(Language language) {
        return teachers.keySet().stream().anyMatch(other -> !other.equals(language));
    }

    /** Learns what is not learned yet of these languages' words, and of what words mean in any, before anybody asks for it. */
    void learn(Predicate<Language> languages) {
        // What an earlier process has kept takes no room until somebody asks in the language.
        teachers.entrySet().stream()
                .filter(language -> languages.test(language.getKey()))
                .filter(language -> !learned.has(language.getKey().toString(), from(language.getValue())))
                .forEach(language -> ofWords(language.getKey()));
        if (teachesMeanings) {
            learned.get(MEANINGS, meaningsAreFrom(), this::learnMeanings);
        }
    }

    private Fingerprint from(List<Translation> translations) {
        return Fingerprint.of(translations.stream()
                .map(PassageDocuments::key)
                .map(key -> key + " " + content.translations().get(key))
                .collect(Collectors.joining("\n")));
    }

    private Fingerprint meaningsAreFrom() {
        return Fingerprint.of(content.glossary()
                + "\n"
                + new TreeSet<>(edition.articles().keySet())
                + teachers.values().stream().map(this::from).toList());
    }

    private static QuestionClassifier learnWords(Language language, List<Translation> translations) {
        Map<ArticleId, Integer> articles =
                numbered(translations.stream().map(Translation::article).toList());
        return learn(examples(language, translations, articles, TextFeatures::of), articles);
    }

    private QuestionClassifier learnMeanings() {
        Map<ArticleId, Integer> articles =
                numbered(new TreeSet<>(edition.articles().keySet()));
        List<Example> examples = teachers.entrySet().parallelStream()
                .flatMap(language -> examples(
                        language.getKey(),
                        language.getValue(),
                        articles,
                        line -> TextFeatures.ofConcepts(glossary.concepts(line, language.getKey())))
                        .stream())
                .toList();
        return learn(examples, articles);
    }

    private static QuestionClassifier learn(List<Example> examples, Map<ArticleId, Integer> articles) {
        return new QuestionClassifier(TextClassifier.learn(examples, Likelihood.classes(articles.size())), articles);
    }

    private static Map<ArticleId, Integer> numbered(Collection<ArticleId> articles) {
        Map<ArticleId, Integer> numbered = new HashMap<>();
        articles.forEach(article -> numbered.put(article, numbered.size()));
        return numbered;
    }

    /** What a language has to teach. */
    private static List<Example> examples(
            Language language,
            List<Translation> translations,
            Map<ArticleId, Integer> articles,
            Function<String, int[]> features) {
        List<List<String>> lines =
                translations.stream().map(QuestionClassifiers::lines).toList();
        double all = lines.stream().mapToInt(List::size).sum();
        double each = all / lines.size();
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int number = articles.getOrDefault(translations.get(i).article(), 0);
            examples.addAll(examples(lines.get(i), number, each, features));
        }
        examples.addAll(examples(LineList.lines(VAGUE, language), Likelihood.vague(articles.size()), each, features));
        List<String> foreign = spread(ForeignMatters.lines(language).toList(), (int) (FOREIGN_LINES * all));
        examples.addAll(examples(foreign, Likelihood.foreign(articles.size()), FOREIGN_SHARE * all, features));
        return examples;
    }

    /** @param count how many the lines of a class count for */
    private static List<Example> examples(
            List<String> lines, int number, double count, Function<String, int[]> features) {
        float weight = (float) Math.min(MOST_WEIGHT, count / lines.size());
        return lines.stream()
                .map(line -> new Example(features.apply(line), number, weight))
                .toList();
    }

    /** At most so many, from all parts of a list: it goes from matter to matter. */
    private static List<String> spread(List<String> lines, int most) {
        int count = Math.min(most, lines.size());
        return IntStream.range(0, count)
                .mapToObj(i -> lines.get((int) ((long) i * lines.size() / count)))
                .toList();
    }

    private static List<String> lines(Translation translation) {
        return Stream.of(
                        Stream.of(translation.title()),
                        translation.passages().stream().map(Passage::heading),
                        translation.tags().stream(),
                        translation.questions().stream()
                                .map(question -> Shorthand.spelledOut(question, translation.language())),
                        // Nobody wrote down how people ask for it: it is about what it says.
                        translation.questions().isEmpty()
                                ? translation.passages().stream().flatMap(QuestionClassifiers::sentences)
                                : Stream.<String>empty())
                .flatMap(some -> some)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static Stream<String> sentences(Passage passage) {
        String body = PassageDocuments.body(passage);
        BreakIterator ends =
                BreakIterator.getSentenceInstance(passage.language().locale());
        ends.setText(body);
        Stream.Builder<String> sentences = Stream.builder();
        int from = ends.first();
        for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
            sentences.add(body.substring(from, end).strip());
            from = end;
        }
        return sentences.build();
    }
}
