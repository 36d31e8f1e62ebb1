package io.babeldesk.evaluation;

import io.babeldesk.language.Language;
import java.util.Optional;

/**
 * A message with what it wants.
 *
 * @param intent empty if it is not the base's matter
 */
public record LabelledText(String text, Language language, Optional<String> intent) {}
