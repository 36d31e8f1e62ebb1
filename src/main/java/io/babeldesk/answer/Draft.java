package io.babeldesk.answer;

import java.util.List;

/**
 * A sentence as a model has written it, before it is judged.
 *
 * @param cited the numbers of the passages that it says it comes from; empty if it names none
 */
public record Draft(String text, List<Integer> cited) {}
