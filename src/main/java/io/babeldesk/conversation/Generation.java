package io.babeldesk.conversation;

import java.util.List;

/**
 * How a model came to word a reply.
 *
 * @param prompt the version of the instructions
 * @param query what the question was rewritten to; the question itself if it was not
 * @param ended {@code ended}, or why the model said no more
 * @param tools what it asked for, and what came of it
 * @param cost in the currency of the operator's price table
 */
public record Generation(
        String prompt,
        String model,
        String query,
        List<Sentence> sentences,
        List<String> tools,
        String ended,
        int tokensIn,
        int tokensOut,
        double cost) {

    /**
     * A sentence that it wrote, with personal data under placeholders.
     *
     * @param verdict {@code kept}, or why it was held
     * @param what the word or value that spoke against it
     */
    public record Sentence(String text, List<Integer> cited, String verdict, String what) {}
}
