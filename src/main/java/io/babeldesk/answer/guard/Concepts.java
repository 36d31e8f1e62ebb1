package io.babeldesk.answer.guard;

import io.babeldesk.knowledge.Concept;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shop's glossary, to tell that words of different languages, or different words, mean one thing. */
final class Concepts {

    private static final int BEGINNING = 4;

    private final List<Concept> glossary;
    private final Map<Language, Map<String, List<Term>>> languages = new ConcurrentHashMap<>();

    private static final Pattern PREFIXED = Pattern.compile("(?:[وفبلك]?ال|[وبلفك]|[הובלמשכ])(\\p{L}{3,})");

    /** Words are looked up again and again; a shop's texts and answers have some ten thousand. */
    private final Map<Language, Map<String, Set<String>>> known = new ConcurrentHashMap<>();

    private final Map<Language, List<Term>> phrases = new ConcurrentHashMap<>();

    private record Term(String word, String concept) {}

    Concepts(List<Concept> glossary) {
        this.glossary = glossary;
    }

    boolean isOf(List<Concept> other) {
        return glossary.size() == other.size() && glossary.equals(other);
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
        boolean unspaced =
                Wording.isBigrams(wording.language) || wording.language.code().equals("th");
        String text = unspaced
                ? wording.plain
                : " " + String.join(" ", Wording.tokens(wording.plain, wording.language)) + " ";
        for (Term term : phrases.computeIfAbsent(wording.language, spoken -> phrasesOf(spoken, unspaced))) {
            if (unspaced ? text.contains(term.word()) : text.contains(" " + term.word() + " ")) {
                found.add(term.concept());
            }
        }
        return found;
    }

    private List<Term> phrasesOf(Language language, boolean unspaced) {
        return terms(language).values().stream()
                .flatMap(List::stream)
                .filter(term ->
                        unspaced ? term.word().length() > 1 : term.word().contains(" "))
                .toList();
    }

    private Map<String, List<Term>> terms(Language language) {
        return languages.computeIfAbsent(language, spoken -> {
            Map<String, List<Term>> byBeginning = new HashMap<>();
            for (Concept concept : glossary) {
                for (String term : concept.terms().getOrDefault(spoken, List.of())) {
                    String word = Plain.of(term);
                    byBeginning
                            .computeIfAbsent(beginning(word), b -> new ArrayList<>())
                            .add(new Term(word, concept.id()));
                }
            }
            return byBeginning;
        });
    }

    private static String beginning(String word) {
        return word.substring(0, Math.min(BEGINNING, word.length()));
    }
}
