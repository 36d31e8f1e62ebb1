package io.babeldesk.answer.guard;

import io.babeldesk.knowledge.Concept;
import io.babeldesk.knowledge.Thesaurus;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The shop's glossary and the thesaurus, to tell that words of different languages, or different words, mean one thing. */
final class Concepts {

    private static final int BEGINNING = 4;

    private final List<Concept> glossary;
    private final Map<Language, Map<String, List<Term>>> languages = new ConcurrentHashMap<>();

    private static final Pattern PREFIXED = Pattern.compile("(?:[وفبلك]?ال|[وبلفك]|[הובלמשכ])(\\p{L}{3,})");

    /** Words are looked up again and again; a shop's texts and answers have some ten thousand. */
    private final Map<Language, Map<String, Set<String>>> known = new ConcurrentHashMap<>();

    private final Map<Language, List<Term>> phrases = new ConcurrentHashMap<>();

    private final Map<Language, Map<Character, List<Term>>> byLetter = new ConcurrentHashMap<>();

    private final Map<Language, Map<String, List<Several>>> severals = new ConcurrentHashMap<>();

    private record Term(String word, String concept) {}

    private record Several(List<String> words, String concept) {}

    Concepts(List<Concept> glossary) {
        this.glossary = glossary;
    }

    boolean isOf(List<Concept> other) {
        return glossary.size() == other.size() && glossary.equals(other);
    }

    /** Where a text names a concept. */
    record Place(int start, int end, String concept) {}

    /** The terms within a run of letters without spaces. */
    List<Place> places(String run, Language language) {
        List<Place> places = new ArrayList<>();
        Map<Character, List<Term>> terms = byLetter.computeIfAbsent(language, this::byLetter);
        for (int at = 0; at < run.length(); at++) {
            for (Term term : terms.getOrDefault(run.charAt(at), List.of())) {
                if (run.startsWith(term.word(), at)) {
                    places.add(new Place(at, at + term.word().length(), term.concept()));
                }
            }
        }
        return places;
    }

    /** The same in the order of the text, of those that begin at one place the longest first. */
    List<Place> longestFirst(String run, Language language) {
        return places(run, language).stream()
                .sorted(Comparator.comparingInt(Place::start)
                        .thenComparing(Comparator.comparingInt(Place::end).reversed()))
                .toList();
    }

    /** Every concept that a text names. */
    Set<String> in(Wording wording) {
        Set<String> found = new HashSet<>();
        for (String word : words(wording)) {
            found.addAll(of(word, wording.language));
        }
        found.addAll(phrases(wording));
        return found;
    }

    private static Set<String> words(Wording wording) {
        return Wording.isBigrams(wording.language)
                ? Set.of()
                : new HashSet<>(Wording.tokens(wording.plain, wording.language));
    }

    Set<String> of(String word, Language language) {
        return known.computeIfAbsent(language, spoken -> new ConcurrentHashMap<>())
                .computeIfAbsent(word, one -> find(one, language));
    }

    private Set<String> find(String word, Language language) {
        Map<String, List<Term>> terms = terms(language);
        Set<String> found = new HashSet<>();
        for (String form : forms(word, language)) {
            for (Term term : terms.getOrDefault(beginning(form), List.of())) {
                if (term.word().equals(form)
                        || (!term.word().contains(" ") && Likeness.closelyAlike(term.word(), form))) {
                    found.add(term.concept());
                }
            }
        }
        return Set.copyOf(found);
    }

    /** Arabic and Hebrew write the article and prepositions onto the word. */
    private static List<String> forms(String word, Language language) {
        Matcher prefixed = PREFIXED.matcher(word);
        boolean semitic = language.code().equals("ar") || language.code().equals("he");
        return semitic && prefixed.matches() ? List.of(word, prefixed.group(1)) : List.of(word);
    }

    /** Terms of several words, and terms of scripts without spaces. */
    private Set<String> phrases(Wording wording) {
        Set<String> found = new HashSet<>();
        if (isUnspaced(wording.language)) {
            for (Term term : phrases.computeIfAbsent(wording.language, this::phrasesOf)) {
                if (wording.plain.contains(term.word())) {
                    found.add(term.concept());
                }
            }
        } else {
            together(wording).values().forEach(found::addAll);
        }
        return found;
    }

    private static boolean isUnspaced(Language language) {
        return Wording.isBigrams(language) || language.code().equals("th");
    }

    /** Words that name a concept only beside each other, in whatever form: devolvemos el dinero. */
    Map<String, Set<String>> together(Wording wording) {
        Map<String, List<Several>> terms = severals.computeIfAbsent(wording.language, this::severalsOf);
        List<String> tokens = Wording.tokens(wording.plain, wording.language);
        Map<String, Set<String>> found = new HashMap<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            for (Several term : terms.getOrDefault(beginning(tokens.get(i)), List.of())) {
                if (isAt(i, tokens, term.words(), wording.language)) {
                    tokens.subList(i, i + term.words().size())
                            .forEach(word -> found.computeIfAbsent(word, one -> new HashSet<>())
                                    .add(term.concept()));
                }
            }
        }
        return found;
    }

    private static boolean isAt(int at, List<String> tokens, List<String> words, Language language) {
        if (at + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!Likeness.alike(words.get(i), tokens.get(at + i), language)) {
                return false;
            }
        }
        return true;
    }

    private Map<String, List<Several>> severalsOf(Language language) {
        Map<String, List<Several>> byBeginning = new HashMap<>();
        for (List<Term> terms : terms(language).values()) {
            for (Term term : terms) {
                List<String> words = Wording.tokens(term.word(), language);
                if (words.size() > 1) {
                    byBeginning
                            .computeIfAbsent(beginning(words.getFirst()), b -> new ArrayList<>())
                            .add(new Several(words, term.concept()));
                }
            }
        }
        return byBeginning;
    }

    private Map<Character, List<Term>> byLetter(Language language) {
        return phrasesOf(language).stream()
                .collect(Collectors.groupingBy(term -> term.word().charAt(0)));
    }

    private List<Term> phrasesOf(Language language) {
        return terms(language).values().stream()
                .flatMap(List::stream)
                .filter(term -> term.word().length() > 1)
                .toList();
    }

    private Map<String, List<Term>> terms(Language language) {
        return languages.computeIfAbsent(language, spoken -> {
            Map<String, List<Term>> byBeginning = new HashMap<>();
            glossary.forEach(
                    concept -> add(concept.id(), concept.terms().getOrDefault(spoken, List.of()), byBeginning));
            Thesaurus.in(spoken).forEach((meaning, terms) -> add(meaning, terms, byBeginning));
            return byBeginning;
        });
    }

    private static void add(String concept, List<String> terms, Map<String, List<Term>> byBeginning) {
        for (String term : terms) {
            String word = Plain.of(term);
            byBeginning.computeIfAbsent(beginning(word), b -> new ArrayList<>()).add(new Term(word, concept));
        }
    }

    private static String beginning(String word) {
        return word.substring(0, Math.min(BEGINNING, word.length()));
    }
}
