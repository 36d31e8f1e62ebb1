package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Concept;
import io.babeldesk.knowledge.Thesaurus;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Recognises the glossary's concepts in a text of any of its languages, so that "money back" and 退款 meet. Immutable;
 * safe for use by many threads.
 *
 * <p>Where words stand apart, terms are compared as sequences of stems, longest first, and the ends of a compound count
 * as words of their own where the language builds them. Hebrew's small words, which are written as one with the next, may
 * stand before each word of a term. Where words don't stand apart, terms are looked for as they are written.
 */
final class Glossary {

    private static final Set<String> UNSPACED = Set.of("zh", "ja", "ko", "th");
    private static final Set<String> COMPOUNDING = Set.of("de", "nl", "sv", "da", "no", "fi", "hu");
    /** Where "my" is an ending, and changes what the stemmer leaves. */
    private static final Set<String> POSSESSING = Set.of("fi", "hu", "fa");

    private static final int LONGEST_ENDING = 3;
    private static final int SHORTEST_PART = 4;
    /** And, the, in, like, to, from, that. Up to three of them stand before a word. */
    private static final String HEBREW_PREFIXES = "והבכלמש";

    private static final int MOST_PREFIXES = 3;
    private static final int SHORTEST_HEBREW_WORD = 3;

    private final LanguageAnalyzers analyzers;
    private final List<Concept> concepts;
    private final boolean withThesaurus;
    private final Map<Language, Terms> byLanguage = new ConcurrentHashMap<>();

    /**
     * What is known in a language.
     *
     * @param concepts by term
     * @param beginnings the first words of all terms; empty where words don't stand apart
     * @param longest how many words the longest term has, or characters where words don't stand apart
     */
    private record Terms(Map<String, Set<String>> concepts, Set<String> beginnings, int longest) {
        Set<String> of(String term) {
            return concepts.getOrDefault(term, Set.of());
        }
    }

    /** A concept with the part of the text that speaks of it. */
    record Match(String concept, int start, int end) {}

    Glossary(List<Concept> concepts, LanguageAnalyzers analyzers) {
        this(concepts, false, analyzers);
    }

    private Glossary(List<Concept> concepts, boolean withThesaurus, LanguageAnalyzers analyzers) {
        this.concepts = List.copyOf(concepts);
        this.withThesaurus = withThesaurus;
        this.analyzers = analyzers;
    }

    /** The same with ordinary words besides, which no shop has to explain. */
    Glossary withThesaurus() {
        return new Glossary(concepts, true, analyzers);
    }

    /** What a concept is first called in a language; empty where there is no word for it. */
    Optional<String> name(String concept, Language language) {
        return concepts.stream()
                .filter(known -> known.id().equals(concept))
                .flatMap(known -> known.terms().getOrDefault(language, List.of()).stream())
                .findFirst();
    }

    /** A language's terms are analysed when it is first met: loading all dictionaries would double the start. */
    private Terms terms(Language language) {
        return byLanguage.computeIfAbsent(language, this::compile);
    }

    private Terms compile(Language language) {
        Compilation compilation = new Compilation(language);
        concepts.forEach(
                concept -> compilation.add(concept.id(), concept.terms().getOrDefault(language, List.of())));
        if (withThesaurus) {
            Thesaurus.in(language).forEach(compilation::add);
        }
        return new Terms(compilation.known, compilation.beginnings, compilation.longest);
    }

    private final class Compilation {
        private final Language language;
        private final boolean unspaced;
        private final Map<String, Set<String>> known = new HashMap<>();
        private final Set<String> beginnings = new HashSet<>();
        private int longest;

        Compilation(Language language) {
            this.language = language;
            this.unspaced = UNSPACED.contains(language.code());
        }

        void add(String concept, List<String> terms) {
            for (String term : terms) {
                String key = key(term, language);
                if (!key.isEmpty()) {
                    known.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(concept);
                    if (unspaced) {
                        longest = Math.max(longest, key.length());
                    } else {
                        String[] words = key.split(" ", -1);
                        beginnings.add(words[0]);
                        longest = Math.max(longest, words.length);
                    }
                }
            }
        }
    }

    private String key(String term, Language language) {
        if (UNSPACED.contains(language.code())) {
            return UnspacedText.of(term).toString();
        }
        List<String> stems = new ArrayList<>();
        Token.of(analyzers.wholePhrases(language), term).forEach(token -> stems.add(token.term()));
        return String.join(" ", stems);
    }

    /** All concepts that a text speaks of. */
    List<Match> matches(String text, Language language) {
        Terms known = terms(language);
        if (known.longest() == 0) {
            return List.of();
        }
        return UNSPACED.contains(language.code()) ? written(text, known) : stemmed(text, language, known);
    }

    /** The ids of the concepts that a stem stands for by itself. */
    Set<String> ofStem(String stem, Language language) {
        return terms(language).of(stem);
    }

    /** The ids of all concepts that a text speaks of. */
    Set<String> concepts(String text, Language language) {
        Set<String> ids = new HashSet<>();
        matches(text, language).forEach(match -> ids.add(match.concept()));
        return ids;
    }

    private List<Match> stemmed(String text, Language language, Terms known) {
        List<Token> tokens = Token.of(analyzers.wholePhrases(language), text);
        List<Match> matches = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            int taken = longestAt(
                    tokens.subList(i, Math.min(i + known.longest(), tokens.size())), language, known, matches);
            if (taken == 0 && POSSESSING.contains(language.code()) && withoutEnding(tokens.get(i), known, matches)) {
                taken = 1;
            }
            if (taken == 0 && COMPOUNDING.contains(language.code())) {
                parts(tokens.get(i), known, matches);
            } else if (taken == 0 && language.code().equals("tr")) {
                root(tokens.get(i), known, matches);
            }
            i += Math.max(1, taken);
        }
        return matches;
    }

    private static int longestAt(List<Token> tokens, Language language, Terms known, List<Match> matches) {
        if (Collections.disjoint(readings(tokens.subList(0, 1), language), known.beginnings())) {
            return 0;
        }
        for (int length = tokens.size(); length > 0; length--) {
            List<Token> phrase = tokens.subList(0, length);
            for (String reading : readings(phrase, language)) {
                Set<String> concepts = known.of(reading);
                if (!concepts.isEmpty()) {
                    int start = phrase.getFirst().start();
                    int end = phrase.getLast().end();
                    concepts.forEach(concept -> matches.add(new Match(concept, start, end)));
                    return length;
                }
            }
        }
        return 0;
    }

    /** What a phrase may be as a term: in Hebrew with small words before each of its words, or without. */
    private static List<String> readings(List<Token> phrase, Language language) {
        if (!language.code().equals("he")) {
            return List.of(phrase.stream().map(Token::term).collect(Collectors.joining(" ")));
        }
        List<String> readings = List.of("");
        for (Token token : phrase) {
            List<String> words = withoutPrefixes(token.term());
            readings = readings.stream()
                    .flatMap(before -> words.stream().map(word -> before.isEmpty() ? word : before + " " + word))
                    .toList();
        }
        return readings;
    }

    /** The word as it stands, then without its first letters as long as they may be prefixes. */
    private static List<String> withoutPrefixes(String word) {
        List<String> readings = new ArrayList<>(List.of(word));
        for (int cut = 1;
                cut <= MOST_PREFIXES
                        && word.length() - cut >= SHORTEST_HEBREW_WORD
                        && HEBREW_PREFIXES.indexOf(word.charAt(cut - 1)) >= 0;
                cut++) {
            readings.add(word.substring(cut));
        }
        return readings;
    }

    private static boolean withoutEnding(Token token, Terms known, List<Match> matches) {
        String word = token.term();
        for (int cut = 1; cut <= LONGEST_ENDING && word.length() - cut >= SHORTEST_PART; cut++) {
            if (addPart(token, word.substring(0, word.length() - cut), known, matches)) {
                return true;
            }
        }
        return false;
    }

    /** The longest known word at the beginning and at the end of a compound. */
    private static void parts(Token token, Terms known, List<Match> matches) {
        String word = token.term();
        for (int length = word.length() - SHORTEST_PART + 1; length >= SHORTEST_PART; length--) {
            if (addPart(token, word.substring(0, length), known, matches)) {
                break;
            }
        }
        for (int from = SHORTEST_PART - 1; from <= word.length() - SHORTEST_PART; from++) {
            if (addPart(token, word.substring(from), known, matches)) {
                break;
            }
        }
    }

    /** A root of four letters with the first of its ending: the iade of iadem. */
    private static void root(Token token, Terms known, List<Match> matches) {
        if (token.term().length() == BeginningsAnalyzer.LENGTH) {
            addPart(token, token.term().substring(0, BeginningsAnalyzer.LENGTH - 1), known, matches);
        }
    }

    private static boolean addPart(Token token, String part, Terms known, List<Match> matches) {
        Set<String> concepts = known.of(part);
        concepts.forEach(concept -> matches.add(new Match(concept, token.start(), token.end())));
        return !concepts.isEmpty();
    }

    private static List<Match> written(String text, Terms known) {
        UnspacedText unspaced = UnspacedText.of(text);
        List<Match> matches = new ArrayList<>();
        int i = 0;
        while (i < unspaced.length()) {
            int taken = 1;
            for (int length = Math.min(known.longest(), unspaced.length() - i); length > 0; length--) {
                Set<String> concepts = known.of(unspaced.part(i, length));
                if (!concepts.isEmpty() && unspaced.isOneTerm(i, length)) {
                    int start = unspaced.start(i);
                    int end = unspaced.end(i + length - 1);
                    concepts.forEach(concept -> matches.add(new Match(concept, start, end)));
                    taken = length;
                    break;
                }
            }
            i += taken;
        }
        return matches;
    }
}
