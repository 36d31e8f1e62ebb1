package io.babeldesk.evaluation;

import java.util.Map;

/**
 * What an evaluation came to: figures by name, over all rows and by each part of them. Shares are in per cent; MCC and
 * AUROC in 0..1. A figure that has no rows to stand on is left out.
 *
 * @param parts such as {@code by_language}: rows by the part's key
 */
public record Figures(Map<String, Double> all, Map<String, Map<String, Map<String, Double>>> parts) {}
