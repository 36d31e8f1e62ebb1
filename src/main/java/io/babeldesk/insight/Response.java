package io.babeldesk.insight;

/**
 * What reports know of an agent's reply that a shopper waited for.
 *
 * @param took milliseconds that she waited
 * @param first whether it was the first since the conversation was handed over, or was gone on with
 * @param late whether its deadline was over before it came
 */
record Response(String turn, String agent, long at, long took, boolean first, boolean late) {}
