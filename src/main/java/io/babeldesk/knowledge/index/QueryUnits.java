package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Thesaurus;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes a question apart into {@link QueryUnit}s, as the passages of one language are to be asked. */
final class QueryUnits {

    /** A phrase such as "how long" says less than a content word of the same rarity. */
    private static final double PHRASE_WEIGHT = 0.6;
    /** What tells the story but not the matter: a number, a product that no passage speaks of. */
    private static final double ASIDE_WEIGHT = 0.3;
    /** The concept that a discount code is one of. */
    private static final String VOUCHER = "voucher";
    /** A long story is searched by its rarest words; the others would cost time and tell little. */
    private static final int MOST = 60;

    private final LanguageAnalyzers analyzers;
    private final Glossary glossary;

    QueryUnits(LanguageAnalyzers analyzers, Glossary glossary) {
        this.analyzers = analyzers;
        this.glossary = glossary;
    }

    /**
     * A question taken apart.
     *
     * @param grams the character sequences of all its words, each once: "how long" tells what is asked of a matter
     */
    record Parts(List<QueryUnit> units, Set<String> grams) {}

    Parts of(String question, Language asked, Lookups lookups) throws IOException {
        Codes.Known base = code -> isKnown(code, asked, lookups);
        String named = Codes.discountsNamed(question, base, () -> glossary.name(VOUCHER, asked));
        String text = Codes.blanked(named, base);
        return new Parts(units(text, asked, lookups), new LinkedHashSet<>(grams(text)));
    }

    private List<QueryUnit> units(String text, Language asked, Lookups lookups) throws IOException {
        List<Glossary.Match> matches = glossary.matches(text, asked);
        Map<String, QueryUnit> units = new LinkedHashMap<>();
        Set<Glossary.Match> spokenFor = new HashSet<>();
        for (Token token : Token.of(analyzers.words(asked), text)) {
            Set<String> concepts = new LinkedHashSet<>();
            for (Glossary.Match match : matches) {
                if (match.start() < token.end() && token.start() < match.end()) {
                    concepts.add(match.concept());
                    spokenFor.add(match);
                }
            }
            String surface = text.substring(token.start(), Math.min(token.end(), text.length()));
            units.putIfAbsent(token.term(), word(token.term(), grams(surface), concepts, lookups));
        }
        for (Glossary.Match match : matches) {
            // What small words mean besides ("on", "may") is not what they are said for.
            if (!spokenFor.contains(match) && !Thesaurus.isMeaning(match.concept())) {
                units.putIfAbsent("concept " + match.concept(), phrase(match.concept(), lookups));
            }
        }
        if (asked.equals(lookups.view().language())) {
            repair(units, asked, lookups);
        }
        return units.values().stream()
                .sorted(Comparator.comparingDouble(QueryUnit::weight).reversed())
                .limit(MOST)
                .toList();
    }

    /**
     * Repairs the words that the base does not have, where it has most of the others: a question of which little is known
     * is not misspelt but about something else.
     */
    private void repair(Map<String, QueryUnit> units, Language language, Lookups lookups) throws IOException {
        List<QueryUnit> strange = units.values().stream()
                .filter(unit -> !unit.known() && unit.concepts().isEmpty())
                .toList();
        if (units.size() > 1 && 2 * strange.size() > units.size()) {
            return;
        }
        for (QueryUnit unit : strange) {
            Optional<String> meant = Spelling.repaired(unit.word(), lookups);
            if (meant.isPresent()) {
                Set<String> concepts = glossary.ofStem(meant.get(), language);
                units.put(unit.word(), word(meant.get(), unit.grams(), concepts, lookups));
            }
        }
    }

    private QueryUnit word(String term, List<String> grams, Set<String> concepts, Lookups lookups) throws IOException {
        long documents = having(term, lookups);
        for (String concept : concepts) {
            documents = Math.max(documents, havingConcept(concept, lookups));
        }
        double weight = rarity(documents, lookups);
        boolean asideWord = term.codePoints().noneMatch(Character::isLetter) || (documents == 0 && !concepts.isEmpty());
        return new QueryUnit(term, grams, concepts, asideWord ? ASIDE_WEIGHT * weight : weight, documents > 0);
    }

    private List<String> grams(String surface) {
        return Token.of(analyzers.grams(), surface).stream().map(Token::term).toList();
    }

    private static QueryUnit phrase(String concept, Lookups lookups) throws IOException {
        long documents = havingConcept(concept, lookups);
        double weight = PHRASE_WEIGHT * rarity(documents, lookups);
        return new QueryUnit("", List.of(), Set.of(concept), weight, documents > 0);
    }

    /** Whether a passage has any of a code's parts that hold a digit. */
    private boolean isKnown(String code, Language asked, Lookups lookups) throws IOException {
        for (Token part : Token.of(analyzers.words(asked), code)) {
            if (part.term().codePoints().anyMatch(Character::isDigit) && having(part.term(), lookups) > 0) {
                return true;
            }
        }
        return false;
    }

    private static long having(String term, Lookups lookups) throws IOException {
        long documents = 0;
        for (String field : List.of(Fields.HEAD, Fields.ASKED, Fields.BODY)) {
            documents = Math.max(documents, lookups.find(field, term).documents());
        }
        return documents;
    }

    private static long havingConcept(String concept, Lookups lookups) throws IOException {
        return Math.max(
                lookups.find(lookups.concepts().head(), concept).documents(),
                lookups.find(lookups.concepts().body(), concept).documents());
    }

    private static double rarity(long documents, Lookups lookups) {
        return lookups.view().field(Fields.HEAD).idf(documents);
    }
}
