package io.babeldesk.evaluation;

import io.babeldesk.language.Language;
import io.babeldesk.sentiment.Sentiment.Label;
import java.util.Optional;

/**
 * A text of which people have said how it sounds.
 *
 * @param label empty if nobody has judged it
 * @param angry empty if nobody has judged it
 */
public record JudgedText(String text, Language language, Optional<Label> label, Optional<Boolean> angry) {}
