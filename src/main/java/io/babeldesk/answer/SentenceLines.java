package io.babeldesk.answer;

import com.ibm.icu.text.BreakIterator;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The protocol of a model's output: a line a sentence, its citations first, {@code [1,3] You have 30 days.} So the first
 * sentence can be judged before the second is written. What ignores the protocol is cut into sentences without
 * citations. For one thread.
 */
final class SentenceLines {

    private static final Pattern CITED =
            Pattern.compile("^\\s*((?:\\[\\s*[0-9]{1,2}(?:\\s*[,،、]\\s*[0-9]{1,2})*\\s*]\\s*)+)(.*)$", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•]|[0-9]{1,2}\\.)\\s+");

    private static final String APART = " \u00a0\u3000\t。！？";

    private final Language language;
    private final StringBuilder line = new StringBuilder();

    SentenceLines(Language language) {
        this.language = language;
    }

    /** The sentences that are complete with this piece. */
    List<Draft> add(String piece) {
        List<Draft> drafts = new ArrayList<>();
        line.append(piece);
        int end;
        while ((end = line.indexOf("\n")) >= 0) {
            drafts.addAll(read(line.substring(0, end)));
            line.delete(0, end + 1);
        }
        return drafts;
    }

    /** What stands there when all has been said. */
    List<Draft> rest() {
        List<Draft> drafts = read(line.toString());
        line.setLength(0);
        return drafts;
    }

    private List<Draft> read(String written) {
        String text = BULLET.matcher(written).replaceFirst("");
        Matcher cited = CITED.matcher(text);
        List<Integer> numbers = List.of();
        if (cited.matches()) {
            text = BULLET.matcher(cited.group(2)).replaceFirst("");
            numbers = NUMBER.matcher(cited.group(1))
                    .results()
                    .map(number -> Integer.valueOf(number.group()))
                    .distinct()
                    .toList();
        }
        List<Draft> drafts = new ArrayList<>();
        for (String sentence : sentences(text)) {
            drafts.add(new Draft(sentence, numbers));
        }
        return drafts;
    }

    private List<String> sentences(String text) {
        BreakIterator ends = BreakIterator.getSentenceInstance(language.locale());
        ends.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = ends.first();
        for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
            // What goes on without a space is an address or a piece of code, and is judged whole.
            if (end < text.length() && APART.indexOf(text.charAt(end - 1)) < 0) {
                continue;
            }
            String sentence = text.substring(start, end).strip();
            boolean goesOn = !sentences.isEmpty() && isAbbreviated(sentences.getLast());
            if (goesOn) {
                sentences.add(sentences.removeLast() + " " + sentence);
            } else if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
            start = end;
        }
        return sentences;
    }

    /** "z. B.", "p. m.", "approx.": what ends in a short word and a point is seldom a sentence. */
    private static boolean isAbbreviated(String sentence) {
        String last = Arrays.asList(sentence.split("\\s+", -1)).getLast();
        return last.endsWith(".") && last.length() <= 3 && Character.isLetter(last.charAt(0));
    }
}
