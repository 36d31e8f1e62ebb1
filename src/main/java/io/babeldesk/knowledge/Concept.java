package io.babeldesk.knowledge;

import io.babeldesk.language.Language;
import java.util.List;
import java.util.Map;

/** One thing that shoppers speak of, with what it is called in each language: an entry of the glossary. */
public record Concept(String id, Map<Language, List<String>> terms) {}
