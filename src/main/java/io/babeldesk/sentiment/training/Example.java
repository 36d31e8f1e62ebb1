package io.babeldesk.sentiment.training;

import io.babeldesk.language.Language;
import io.babeldesk.sentiment.Sentiment.Label;
import java.util.Optional;

/**
 * A text of which it is known how it sounds.
 *
 * @param label empty if nobody has judged it, or judges did not agree
 * @param angry empty if nobody has judged it
 * @param pack the collection that it is from
 */
public record Example(String text, Language language, Optional<Label> label, Optional<Double> angry, String pack) {}
