package io.babeldesk.desk;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in canned texts that stand for something: {@code {{shopper.name}}}. Stateless. */
final class Variables {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([a-z_.]+)}}");

    private Variables() {}

    /** With what is known; the rest stays. */
    static String fill(String text, Map<String, String> known) {
        return VARIABLE.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(known.getOrDefault(found.group(1), String.valueOf(found.group()))));
    }

    /** Those that nothing is known of. */
    static List<String> missing(String text, Map<String, String> known) {
        return VARIABLE.matcher(text)
                .results()
                .map((MatchResult found) -> String.valueOf(found.group(1)))
                .filter(name -> !known.containsKey(name))
                .distinct()
                .toList();
    }
}
