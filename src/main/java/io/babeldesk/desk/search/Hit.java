package io.babeldesk.desk.search;

import java.util.Optional;

/**
 * A conversation that was found.
 *
 * @param turn in which the words stand; empty if they name the shopper
 */
public record Hit(String conversation, Optional<String> turn) {}
