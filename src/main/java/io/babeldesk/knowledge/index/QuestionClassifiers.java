package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.knowledge.index.TextClassifier.Example;
import io.babeldesk.language.Language;
import io.babeldesk.language.Shorthand;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a language's ways of asking teach: which article a question is for, that it does not say what is wanted, or that it is no
 * shop's matter. Learned in about a second when a language is asked for first, and again when its articles change. Safe for
 * use by many threads.
 */
final class QuestionClassifiers {

    private static final String VAGUE = "vague-questions";

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

    private final Map<Language, Learned> learned = new ConcurrentHashMap<>();

    /** @param from what it was learned from */
    private record Learned(Fingerprint from, QuestionClassifier classifier) {}

    /**
     * @param translations all of a language
     * @return empty where too few ways of asking are listed, where articles are too many, and where no foreign matters are known in
     *     the language
     */
    Optional<QuestionClassifier> of(Language language, List<Translation> translations) {
        int ways = translations.stream().mapToInt(one -> one.questions().size()).sum();
        if (translations.isEmpty()
                || ways < LEAST_LINES * translations.size()
                || translations.size() > MOST_ARTICLES
                || ForeignMatters.lines(language).findAny().isEmpty()) {
            return Optional.empty();
        }
        // In the same order in each process: what comes last weighs a little more.
        List<Translation> ordered = translations.stream()
                .sorted(Comparator.comparing(one -> one.article().toString()))
                .toList();
        List<List<String>> lines =
                ordered.stream().map(QuestionClassifiers::lines).toList();
        Fingerprint from = Fingerprint.of(lines.toString());
        return Optional.of(learned.compute(
                        language,
                        (same, last) -> last != null && last.from().equals(from)
                                ? last
                                : new Learned(from, learn(ordered, lines, language)))
                .classifier());
    }

    private static QuestionClassifier learn(
            List<Translation> translations, List<List<String>> lines, Language language) {
        Map<ArticleId, Integer> articles = new HashMap<>();
        translations.forEach(one -> articles.put(one.article(), articles.size()));
        double all = lines.stream().mapToInt(List::size).sum();
        double each = all / lines.size();
        List<Example> examples = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            add(lines.get(number), number, each, examples);
        }
        add(LineList.lines(VAGUE, language), Likelihood.vague(lines.size()), each, examples);
        List<String> foreign = spread(ForeignMatters.lines(language).toList(), (int) (FOREIGN_LINES * all));
        add(foreign, Likelihood.foreign(lines.size()), FOREIGN_SHARE * all, examples);
        return new QuestionClassifier(TextClassifier.learn(examples, Likelihood.classes(lines.size())), articles);
    }

    /** At most so many, from all parts of a list: it goes from matter to matter. */
    private static List<String> spread(List<String> lines, int most) {
        int count = Math.min(most, lines.size());
        return IntStream.range(0, count)
                .mapToObj(i -> lines.get((int) ((long) i * lines.size() / count)))
                .toList();
    }

    /** @param count how many the lines of a class count for */
    private static void add(List<String> lines, int number, double count, List<Example> examples) {
        float weight = (float) Math.min(MOST_WEIGHT, count / lines.size());
        lines.forEach(line -> examples.add(new Example(line, number, weight)));
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
