package io.babeldesk.conversation;

/**
 * Something that the shopper may want to ask next.
 *
 * @param label what is shown on the chip
 * @param question what is sent when it is chosen
 */
public record Suggestion(String label, String question) {}
