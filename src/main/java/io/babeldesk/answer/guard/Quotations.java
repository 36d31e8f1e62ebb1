package io.babeldesk.answer.guard;

import io.babeldesk.answer.Evidence.Cited;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sentence quotes from passages: the titles of other articles, and what stands in quotation marks there too. Stateless. */
final class Quotations {

    private static final Pattern QUOTED = Pattern.compile("[«„“”\"「『]\\s*([^«»„“”\"「」『』]{2,80}?)\\s*[»“”\"」』]");

    private Quotations() {}

    /** "See Where is my parcel": what is quoted is not said by the speaker. */
    static String without(String sentence, List<Cited> cited) {
        String own = sentence;
        List<String> titles = cited.stream()
                .flatMap(passage -> passage.titles().stream())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String title : titles) {
            own = own.replace(title, " ");
        }
        return QUOTED.matcher(own)
                .replaceAll(
                        quoted -> isQuoted(quoted.group(1), cited) ? " " : Matcher.quoteReplacement(quoted.group()));
    }

    private static boolean isQuoted(String words, List<Cited> cited) {
        return cited.stream()
                .flatMap(passage -> QUOTED.matcher(passage.text()).results())
                .anyMatch(quoted -> quoted.group(1).equals(words));
    }
}
