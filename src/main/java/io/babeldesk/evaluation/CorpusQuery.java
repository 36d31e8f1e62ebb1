package io.babeldesk.evaluation;

import io.babeldesk.language.Language;
import java.util.Optional;

/** A question to a corpus; with a group it is asked of that group alone. */
public record CorpusQuery(String id, Language language, String text, Optional<String> group) {}
