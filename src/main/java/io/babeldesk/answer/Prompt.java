package io.babeldesk.answer;

import java.util.List;

/**
 * What a model is given.
 *
 * @param version names the text of the instructions, {@code answer.2}
 * @param instructions our own words; nothing that a shopper or an article says stands in them
 * @param data what the work is done on, quoted
 * @param tools what the model may ask for; empty where it may ask for nothing
 * @param mostTokens how much it may write
 */
public record Prompt(
        Task task, String version, String instructions, String data, List<ToolOffer> tools, int mostTokens) {

    /** What a model is used for; each may have a model of its own. */
    public enum Task {
        ANSWER,
        REWRITE,
        TRANSLATE,
        SUMMARISE
    }

    /**
     * A tool as a model sees it.
     *
     * @param arguments the name of each argument and what it means; all are text and all are required
     */
    public record ToolOffer(String name, String purpose, List<Argument> arguments) {
        /** One argument of a tool. */
        public record Argument(String name, String meaning) {}
    }

    /** About how many tokens a text is: four letters of a spaced script each, or one and a half of another. */
    public static int tokens(String text) {
        long dense = text.codePoints().filter(point -> point >= 0x0e00).count();
        long other = text.codePoints().count() - dense;
        return (int) (dense * 2 / 3 + other / 4) + 1;
    }

    /** About how many tokens it is in all. */
    public int tokens() {
        return tokens(instructions) + tokens(data);
    }
}
