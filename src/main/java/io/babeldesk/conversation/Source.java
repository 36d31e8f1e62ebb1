package io.babeldesk.conversation;

import io.babeldesk.language.Language;

/**
 * The passage that a reply cites.
 *
 * @param article topic and slug, {@code returns/return-window}
 * @param language the language of the cited translation
 * @param heading the section's heading; the article's title for its first passage
 * @param score 0..1, how well it fits the question
 */
public record Source(String article, Language language, String title, String heading, double score) {}
