package io.babeldesk.evaluation;

import io.babeldesk.language.Language;
import java.util.Optional;

/**
 * A text of a known language.
 *
 * @param kind word, pair or sentence
 */
public record LanguageSample(String text, Language language, Optional<String> kind) {}
