package io.babeldesk.cli;

import static java.util.stream.Collectors.joining;

import io.babeldesk.knowledge.Concept;
import io.babeldesk.language.Language;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** How many terms the glossary has in each of its languages, and which concepts cannot be said in one. */
final class GlossaryTable {

    private GlossaryTable() {}

    static String of(List<Concept> concepts) {
        SortedSet<Language> languages = new TreeSet<>();
        concepts.forEach(concept -> languages.addAll(concept.terms().keySet()));
        StringBuilder table = new StringBuilder(row("glossary", "concepts", "terms", "lacking"));
        for (Language language : languages) {
            List<Concept> lacking = concepts.stream()
                    .filter(concept -> terms(concept, language) == 0)
                    .toList();
            int terms = concepts.stream()
                    .mapToInt(concept -> terms(concept, language))
                    .sum();
            table.append(row(
                    language.code(),
                    concepts.size() - lacking.size(),
                    terms,
                    lacking.isEmpty() ? "-" : lacking.stream().map(Concept::id).collect(joining(" "))));
        }
        return table.toString().stripTrailing();
    }

    private static int terms(Concept concept, Language language) {
        return concept.terms().getOrDefault(language, List.of()).size();
    }

    private static String row(Object name, Object concepts, Object terms, String lacking) {
        return String.format(Locale.ROOT, "%-9s %9s %7s  %s%n", name, concepts, terms, lacking);
    }
}
