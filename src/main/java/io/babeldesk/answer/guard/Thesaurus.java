package io.babeldesk.answer.guard;

import io.babeldesk.knowledge.Concept;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What words of everyday service language mean the same: to change, to send, usually. Immutable. */
final class Thesaurus {

    private static final String PREFIX = "~";

    /** As a glossary's concepts, beside which they are looked up. */
    static final List<Concept> MEANINGS = read();

    private Thesaurus() {}

    private static List<Concept> read() {
        Map<String, Map<Language, List<String>>> meanings = new TreeMap<>();
        Lexicon.read("thesaurus.properties").forEach((key, value) -> {
            String[] name = key.toString().split("\\.", -1);
            meanings.computeIfAbsent(name[0], meaning -> new HashMap<>())
                    .put(Language.of(name[1]), List.of(value.toString().split(",\\s*")));
        });
        List<Concept> concepts = new ArrayList<>();
        meanings.forEach((meaning, terms) -> concepts.add(new Concept(PREFIX + meaning, terms)));
        return List.copyOf(concepts);
    }
}
