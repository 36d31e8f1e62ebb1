package io.babeldesk.evaluation;

import io.babeldesk.language.Language;
import java.util.Optional;

/** A text of a corpus; with a group it is ranked among the texts of its group alone. */
public record CorpusDocument(
        String id, Language language, Optional<String> title, String text, Optional<String> group) {}
