package io.babeldesk.knowledge.intake;

import io.babeldesk.knowledge.Concept;
import io.babeldesk.knowledge.Concept.Role;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code glossary.yaml}. */
final class GlossaryReader {

    /** Stands among the languages of a concept. */
    private static final String ROLE = "role";

    private static final Map<String, Role> ROLES = Arrays.stream(Role.values())
            .collect(Collectors.toUnmodifiableMap(role -> role.name().toLowerCase(Locale.ROOT), role -> role));

    private GlossaryReader() {}

    static List<Concept> read(YamlMap yaml) {
        List<Concept> concepts = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        YamlMap all = yaml.map("concepts");
        yaml.rejectOthers();
        for (String id : all.keys()) {
            YamlMap concept = all.map(id);
            Map<Language, List<String>> terms = new LinkedHashMap<>();
            Role role = concept.optional(
                            ROLE,
                            text -> Optional.ofNullable(ROLES.get(text)),
                            "matter, measure, circumstance or thing")
                    .orElse(Role.MATTER);
            List<String> codes =
                    concept.keys().stream().filter(key -> !key.equals(ROLE)).toList();
            for (String code : codes) {
                List<String> said = concept.texts(code);
                if (concept.isList(code) && (said.isEmpty() || said.contains(""))) {
                    concept.warning(
                            code, "the concept '" + id + "' has an empty term in '" + code + "'; remove or fill it");
                }
                Language.ofTag(code)
                        .ifPresentOrElse(
                                language -> terms.put(language, said),
                                () -> concept.error(code, "'" + code + "' is not a language code; use one such as en"));
                for (String term : said) {
                    String owner = owners.putIfAbsent(code + " " + term.toLowerCase(Locale.ROOT), id);
                    if (owner != null && !owner.equals(id)) {
                        concept.warning(
                                code,
                                "the term '" + term + "' stands under " + owner + " and " + id
                                        + "; keep it where shoppers mean it more often");
                    }
                }
            }
            concepts.add(new Concept(id, role, terms));
        }
        return concepts;
    }
}
