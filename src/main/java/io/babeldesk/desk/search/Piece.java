package io.babeldesk.desk.search;

/**
 * A part of a text in which words were looked for.
 *
 * @param hit whether it is one of them
 */
public record Piece(String text, boolean hit) {}
