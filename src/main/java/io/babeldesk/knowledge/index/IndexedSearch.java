package io.babeldesk.knowledge.index;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.Policies;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import io.babeldesk.language.Shorthand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;

/**
 * Search over the view of one edition, by words and, where a model reads the language, by meaning: the passages with most
 * evidence, the fittest section of each article first.
 */
final class IndexedSearch implements PassageSearch {

    /** Passages that are looked at closely. */
    private static final int CANDIDATES = 40;

    /** Suggestions send a heading as the question: its own section answers. So does the article that lists the question. */
    private static final double SAME_WORDS = 100;
    /** The first passage answers the article's title, which most people ask; another has to be clearly nearer. */
    private static final double FIRST_PASSAGE = 1.2;
    /** A question for a time, an amount or names is better answered by a section that states such. */
    private static final double STATED_FACT = 1.2;

    private final DirectoryReader reader;
    private final Segments segments;
    private final Policies policies;
    private final QueryUnits ownLanguage;
    private final QueryUnits acrossLanguages;
    private final Glossary meaning;
    private final Meanings meanings;
    private final QuestionClassifiers classifiers;
    private final ForeignMatters foreignMatters;
    private final Edition edition;
    private final Map<Language, Map<String, Set<ArticleId>>> listed = new ConcurrentHashMap<>();
    private final Map<Language, Optional<Romanised>> romanised = new ConcurrentHashMap<>();
    private final Map<Passage, Set<StatedFact>> states = new ConcurrentHashMap<>();

    IndexedSearch(
            DirectoryReader reader,
            Edition edition,
            QueryUnits ownLanguage,
            QueryUnits acrossLanguages,
            ForeignMatters foreignMatters,
            Glossary meaning,
            Meanings meanings,
            QuestionClassifiers classifiers)
            throws IOException {
        this.meaning = meaning;
        this.meanings = meanings;
        this.classifiers = classifiers;
        this.foreignMatters = foreignMatters;
        this.reader = reader;
        this.segments = new Segments(reader, edition);
        this.edition = edition;
        this.policies = edition.policies();
        this.ownLanguage = ownLanguage;
        this.acrossLanguages = acrossLanguages;
    }

    @Override
    public Result search(Query query, Language asked, Language written, Predicate<Translation> admits, int limit) {
        String text = Shorthand.spelledOut(inItsOwnLetters(query.text(), asked), asked);
        try {
            boolean same = asked.equals(written);
            Lookups lookups = new Lookups(
                    segments.in(written), same ? Fields.OfConcepts.SAME_LANGUAGE : Fields.OfConcepts.ACROSS_LANGUAGES);
            QueryUnits.Parts parts = (same ? ownLanguage : acrossLanguages).of(text, asked, lookups);
            double weight = 0;
            double known = 0;
            int otherWords = 0;
            int words = 0;
            Set<String> concepts = new LinkedHashSet<>();
            Tally tally = new Tally(
                    lookups,
                    asked,
                    foreignMatters,
                    meanings.nearness(text, asked, written, lookups.view()),
                    query.topic().isEmpty() ? likelihood(text, asked, written) : Optional.empty());
            for (QueryUnit unit : parts.units()) {
                weight += unit.weight();
                known += unit.known() ? unit.weight() : 0;
                words += unit.word().isEmpty() ? 0 : 1;
                otherWords += unit.concepts().isEmpty() ? 1 : 0;
                concepts.addAll(unit.concepts());
                tally.add(unit);
            }
            tally.add(parts.grams());
            List<Hit> hits = weight == 0
                    ? List.of()
                    : hits(text, best(tally, lookups.view(), admits), weight, wanted(concepts), limit);
            return new Result(
                    hits,
                    weight,
                    weight == 0 ? 0 : known / weight,
                    concepts,
                    otherWords,
                    words,
                    tally.foreign(),
                    tally.foreignNearness(),
                    tally.foreignLikelihood(),
                    // Whoever asks what the shop itself lists has said what she wants.
                    isListed(text, hits) ? 0 : tally.vagueness());
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    private String inItsOwnLetters(String text, Language asked) {
        // A name in Latin letters stays in a text that is written in its own.
        return Romanised.isWrittenSo(asked)
                        && text.codePoints().filter(Character::isLetter).allMatch(IndexedSearch::isLatin)
                ? romanised
                        .computeIfAbsent(asked, language -> Romanised.of(language, texts(language)))
                        .map(latin -> latin.read(text))
                        .orElse(text)
                : text;
    }

    private static boolean isLatin(int character) {
        return UScript.getScript(character) == UScript.LATIN;
    }

    /** By words and, where other languages have taught as well, by what they mean; across languages by the latter alone. */
    private Optional<Likelihood> likelihood(String question, Language asked, Language written) {
        if (!asked.equals(written)) {
            return byMeaning(question, asked);
        }
        Optional<Likelihood> byMeaning =
                classifiers.isTaughtBeyond(asked) ? byMeaning(question, asked) : Optional.empty();
        return classifiers
                .ofWords(asked)
                .map(own -> own.of(TextFeatures.of(question)))
                .map(byWords -> byMeaning.map(byWords::with).orElse(byWords));
    }

    private Optional<Likelihood> byMeaning(String question, Language asked) {
        return classifiers.ofMeanings().map(all -> all.of(TextFeatures.ofConcepts(meaning.concepts(question, asked))));
    }

    private Stream<Translation> translations(Language language) {
        return edition.translations().stream()
                .filter(translation -> translation.language().equals(language));
    }

    /** All that the edition says in a language. */
    private List<String> texts(Language language) {
        return Stream.concat(
                        edition.glossary().stream()
                                .flatMap(concept -> concept.terms().getOrDefault(language, List.of()).stream()),
                        translations(language)
                                .flatMap(translation -> Stream.concat(
                                        translation.questions().stream(),
                                        translation.passages().stream()
                                                .map(passage ->
                                                        passage.heading() + "\n" + PlainText.of(passage.blocks())))))
                .toList();
    }

    private record Candidate(
            Passage passage, int number, float evidence, float words, float covered, OptionalDouble nearness) {

        /** Best first; among equals in the edition's order, so that the same question finds the same. */
        static final Comparator<Candidate> BEST =
                Comparator.comparingDouble(Candidate::evidence).reversed().thenComparingInt(Candidate::number);
    }

    /** The passages with most evidence among those that are admitted, best first. */
    private static List<Candidate> best(Tally tally, LanguageView view, Predicate<Translation> admits) {
        Map<Integer, Boolean> admitted = new HashMap<>();
        PriorityQueue<Candidate> best = new PriorityQueue<>(CANDIDATES + 1, Candidate.BEST.reversed());
        float least = 0;
        for (int number = 0; number < view.passages(); number++) {
            float evidence = tally.evidence(number);
            if (evidence > least
                    && admitted.computeIfAbsent(
                            view.translationOf(number), article -> admits.test(view.translation(article)))) {
                best.add(new Candidate(
                        view.passage(number),
                        number,
                        evidence,
                        tally.words(number),
                        tally.covered(number),
                        tally.nearness(number)));
                if (best.size() > CANDIDATES) {
                    best.remove();
                    least = best.element().evidence();
                }
            }
        }
        return best.stream().sorted(Candidate.BEST).toList();
    }

    private List<Hit> hits(String text, List<Candidate> best, double weight, Set<StatedFact> wanted, int limit) {
        String letters = letters(text);
        List<Hit> hits = new ArrayList<>();
        for (Candidate candidate : best) {
            double same = isListedBy(candidate.passage(), letters) ? SAME_WORDS : 0;
            hits.add(new Hit(
                    candidate.passage(),
                    candidate.evidence() + same,
                    candidate.words() + same,
                    Math.min(1, candidate.covered() / weight),
                    candidate.nearness()));
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed());
        List<Hit> sections = bestSectionFirst(hits, wanted);
        return List.copyOf(sections.subList(0, Math.min(limit, sections.size())));
    }

    private boolean isListed(String text, List<Hit> hits) {
        return !hits.isEmpty() && isListedBy(hits.getFirst().passage(), letters(text));
    }

    /** Whether it is the passage's heading, in these very letters, or a question that the article lists. */
    private boolean isListedBy(Passage passage, String letters) {
        return letters(passage.heading()).equals(letters)
                || listed.computeIfAbsent(passage.language(), this::listedQuestions)
                        .getOrDefault(letters, Set.of())
                        .contains(passage.article());
    }

    /** Spelled out as the shopper's own question is: some are listed in shorthand. */
    private Map<String, Set<ArticleId>> listedQuestions(Language language) {
        return translations(language)
                .flatMap(translation -> translation.questions().stream()
                        .map(question ->
                                Map.entry(letters(Shorthand.spelledOut(question, language)), translation.article())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableSet())));
    }

    /**
     * Orders the passages of each article anew among the places that they hold: which article answers is settled by the
     * evidence, which of its sections does also by what the question asks for.
     */
    private List<Hit> bestSectionFirst(List<Hit> hits, Set<StatedFact> wanted) {
        Map<ArticleId, List<Hit>> sections = new HashMap<>();
        for (Hit hit : hits) {
            sections.computeIfAbsent(hit.passage().article(), article -> new ArrayList<>())
                    .add(hit);
        }
        Map<ArticleId, Iterator<Hit>> ordered = new HashMap<>();
        sections.forEach((article, own) -> {
            own.sort(Comparator.comparingDouble((Hit hit) -> fitness(hit, wanted))
                    .reversed());
            ordered.put(article, own.iterator());
        });
        return hits.stream()
                .map(place -> {
                    Iterator<Hit> next = ordered.get(place.passage().article());
                    return next == null ? place : place.withPassage(next.next().passage());
                })
                .toList();
    }

    private double fitness(Hit hit, Set<StatedFact> wanted) {
        return hit.score()
                + (hit.passage().number() == 0 ? FIRST_PASSAGE : 0)
                + (statesAny(hit.passage(), wanted) ? STATED_FACT : 0);
    }

    private static Set<StatedFact> wanted(Set<String> concepts) {
        Set<StatedFact> wanted = EnumSet.allOf(StatedFact.class);
        wanted.removeIf(kind -> !kind.isAskedBy(concepts));
        return wanted;
    }

    private boolean statesAny(Passage passage, Set<StatedFact> wanted) {
        return !wanted.isEmpty()
                && !Collections.disjoint(
                        states.computeIfAbsent(passage, some -> StatedFact.in(some, policies)), wanted);
    }

    private static String letters(String text) {
        String folded = UCharacter.foldCase(text, true);
        StringBuilder letters = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
            int character = folded.codePointAt(i);
            if (Character.isLetterOrDigit(character)) {
                letters.appendCodePoint(character);
            }
        }
        return letters.toString();
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
