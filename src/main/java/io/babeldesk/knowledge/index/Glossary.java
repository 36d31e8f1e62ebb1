package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Concept;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Recognises the glossary's concepts in a text of any of its languages, so that "money back" and 退款 meet. Immutable;
 * safe for use by many threads.
 *
 * <p>Where words stand apart, terms are compared as sequences of stems, longest first, and the ends of a compound count
 * as words of their own where the language builds them. Where they don't, terms are looked for as they are written.
 */
final class Glossary {

    private static final Set<String> UNSPACED = Set.of("zh", "ja", "ko", "th");
    private static final Set<String> COMPOUNDING = Set.of("de", "nl", "sv", "da", "no", "fi", "hu");
    private static final int SHORTEST_PART = 4;
    private static final int LONGEST_TERM = 4;

    private final LanguageAnalyzers analyzers;
    private final List<Concept> concepts;
    private final Map<Language, Map<String, Set<String>>> byTerm = new ConcurrentHashMap<>();

    /** A concept with the part of the text that speaks of it. */
    record Match(String concept, int start, int end) {}

    Glossary(List<Concept> concepts, LanguageAnalyzers analyzers) {
        this.concepts = List.copyOf(concepts);
        this.analyzers = analyzers;
    }

    /** A language's terms are analysed when it is first met: loading all dictionaries would double the start. */
    private Map<String, Set<String>> terms(Language language) {
        return byTerm.computeIfAbsent(language, this::compile);
    }

    private Map<String, Set<String>> compile(Language language) {
        Map<String, Set<String>> known = new HashMap<>();
        for (Concept concept : concepts) {
            for (String term : concept.terms().getOrDefault(language, List.of())) {
                String key = key(term, language);
                if (!key.isEmpty()) {
                    known.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(concept.id());
                }
            }
        }
        return known;
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
        Map<String, Set<String>> known = terms(language);
        if (known.isEmpty()) {
            return List.of();
        }
        return UNSPACED.contains(language.code()) ? written(text, known) : stemmed(text, language, known);
    }

    /** The ids of all concepts that a text speaks of. */
    Set<String> concepts(String text, Language language) {
        Set<String> ids = new HashSet<>();
        matches(text, language).forEach(match -> ids.add(match.concept()));
        return ids;
    }

    private List<Match> stemmed(String text, Language language, Map<String, Set<String>> known) {
        List<Token> tokens = Token.of(analyzers.wholePhrases(language), text);
        List<Match> matches = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            int taken = longestAt(tokens, i, known, matches);
            if (taken == 0 && COMPOUNDING.contains(language.code())) {
                parts(tokens.get(i), known, matches);
            } else if (taken == 0 && language.code().equals("tr")) {
                root(tokens.get(i), known, matches);
            }
            i += Math.max(1, taken);
        }
        return matches;
    }

    private static int longestAt(List<Token> tokens, int from, Map<String, Set<String>> known, List<Match> matches) {
        for (int length = Math.min(LONGEST_TERM, tokens.size() - from); length > 0; length--) {
            StringBuilder key = new StringBuilder();
            for (int i = from; i < from + length; i++) {
                key.append(key.isEmpty() ? "" : " ").append(tokens.get(i).term());
            }
            Set<String> concepts = known.get(key.toString());
            if (concepts != null) {
                int start = tokens.get(from).start();
                int end = tokens.get(from + length - 1).end();
                concepts.forEach(concept -> matches.add(new Match(concept, start, end)));
                return length;
            }
        }
        return 0;
    }

    /** The longest known word at the beginning and at the end of a compound. */
    private static void parts(Token token, Map<String, Set<String>> known, List<Match> matches) {
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
    private static void root(Token token, Map<String, Set<String>> known, List<Match> matches) {
        if (token.term().length() == BeginningsAnalyzer.LENGTH) {
            addPart(token, token.term().substring(0, BeginningsAnalyzer.LENGTH - 1), known, matches);
        }
    }

    private static boolean addPart(Token token, String part, Map<String, Set<String>> known, List<Match> matches) {
        Set<String> concepts = known.getOrDefault(part, Set.of());
        concepts.forEach(concept -> matches.add(new Match(concept, token.start(), token.end())));
        return !concepts.isEmpty();
    }

    private static List<Match> written(String text, Map<String, Set<String>> known) {
        UnspacedText unspaced = UnspacedText.of(text);
        int longest = known.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<Match> matches = new ArrayList<>();
        int i = 0;
        while (i < unspaced.length()) {
            int taken = 1;
            for (int length = Math.min(longest, unspaced.length() - i); length > 0; length--) {
                Set<String> concepts = known.get(unspaced.part(i, length));
                if (concepts != null && unspaced.isOneTerm(i, length)) {
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
