package io.babeldesk.language;

import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Recognises messages that give an assistant other orders, or ask what its orders are, in all languages that are
 * understood and in any mixture of them. They are declined as no matter of the shop, so that a shopper's "the
 * instructions say to ignore step 2" must not be taken for one. That nothing comes of a message that is not recognised
 * is not its task: nothing that is said can change what the assistant may do. Immutable; safe for use by many threads.
 */
public final class PromptInjection {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    private final List<String> disregard;
    private final List<String> earlier;
    private final List<String> instructions;
    private final List<String> system;

    public PromptInjection() {
        Properties beginnings = WordLists.read(PromptInjection.class, "prompt-injection.properties");
        this.disregard = list(beginnings, "disregard");
        this.earlier = list(beginnings, "earlier");
        this.instructions = list(beginnings, "instructions");
        this.system = list(beginnings, "system");
    }

    private static List<String> list(Properties beginnings, String name) {
        return Pattern.compile("\\s*\\|\\s*")
                .splitAsStream(beginnings.getProperty(name))
                .map(PromptInjection::spaced)
                .map(String::stripTrailing)
                .toList();
    }

    /** @param text a message of any length, in any language */
    public boolean isIn(String text) {
        String said = spaced(text);
        return hasOneOf(system, said)
                || (hasOneOf(disregard, said) && hasOneOf(earlier, said) && hasOneOf(instructions, said));
    }

    private static boolean hasOneOf(List<String> beginnings, String said) {
        return beginnings.stream()
                .anyMatch(beginning -> said.contains(
                        beginning.strip().codePoints().allMatch(Script::isUnspaced) ? beginning.strip() : beginning));
    }

    /** With a space before each word, so that a beginning is not found in the midst of one. */
    private static String spaced(String text) {
        return " " + BETWEEN_WORDS.matcher(PlainForm.of(text)).replaceAll(" ") + " ";
    }
}
