package io.babeldesk.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the words of a text that are known to have a feeling or a valence, and those of them that are negated. */
final class Hits {

    /**
     * A known word.
     *
     * @param place where it stands; a spaced word takes {@link #WORD} places
     * @param clause which clause it stands in
     * @param valence −5..5
     */
    record Hit(Optional<Feeling> feeling, int valence, int place, int clause, boolean negated) {
        boolean is(Feeling other) {
            return feeling.isPresent() && feeling.get() == other;
        }

        Hit negate() {
            return new Hit(feeling, valence, place, clause, true);
        }
    }

    private static final int WORD = 4;
    private static final int NEGATES_BEFORE = 3 * WORD;
    private static final int NEGATES_AFTER = 3 * WORD;
    private static final String[] CLITICS = {
        "وال", "بال", "فال", "ال", "لل", "سي", "و", "ب", "ف", "ل", "ه", "ي", "ت", "ن", "ا", "ה", "ו", "ב", "ל", "ש",
        "מ", "כ"
    };

    private final Tongue tongue;
    private final Tongue english;
    private final WordList worldwide;
    private final List<Hit> hits = new ArrayList<>();
    private int place;
    private int clause;

    private Hits(Tongue tongue, Tongue english, WordList worldwide) {
        this.tongue = tongue;
        this.english = english;
        this.worldwide = worldwide;
    }

    /**
     * @param english for the Latin words in a text of another script
     * @param worldwide what is written in every language
     */
    static List<Hit> in(List<String> words, Tongue tongue, Tongue english, WordList worldwide) {
        Hits search = new Hits(tongue, english, worldwide);
        search.search(words);
        return search.negated();
    }

    private void search(List<String> words) {
        String text = String.join(" ", words);
        boolean foreign = words.stream().anyMatch(word -> word.charAt(0) > 0x250);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ') {
                at++;
            } else if (c == '|') {
                clause++;
                at++;
            } else if (PlainWords.isUnspaced(c)) {
                at += unspaced(text, at);
                place += c >= 0x0E80 ? 2 : 1;
            } else {
                at += spaced(text, at, foreign && c < 0x250 ? english : tongue);
                place += WORD;
            }
        }
    }

    /** @return how many characters it has dealt with */
    private int unspaced(String text, int at) {
        WordList.Match match = tongue.words().longest(text, at, true);
        if (match != null) {
            add(match.feeling());
            place += 2 * (match.length() - 1);
            return match.length();
        }
        int end = text.indexOf(' ', at);
        int longest = Math.min(end < 0 ? text.length() : end, at + 8);
        for (int to = longest; to >= at + 2; to--) {
            int valence = tongue.valences().ofWord(text, at, to);
            if (valence != 0) {
                hits.add(new Hit(Optional.empty(), valence, place, clause, false));
                return to - at;
            }
        }
        return 1;
    }

    private int spaced(String text, int at, Tongue known) {
        int end = endOfWord(text, at);
        WordList.Match match = known.words().longest(text, at, false);
        if (match == null && isSemitic(text.charAt(at))) {
            match = withoutClitic(text, at, end, known.words());
        }
        if (match != null) {
            add(match.feeling());
            return endOfWord(text, at + match.length()) - at;
        }
        int next = end < text.length() ? endOfWord(text, end + 1) : end;
        int valence = next > end ? known.valences().ofWord(text, at, next) : 0;
        int taken = valence == 0 ? end : next;
        if (valence == 0) {
            valence = valence(text, at, end, known.valences());
        }
        WordList.Match borrowed = valence == 0 ? worldwide.longest(text, at, false) : null;
        if (borrowed != null) {
            add(borrowed.feeling());
            return endOfWord(text, at + borrowed.length()) - at;
        }
        if (valence != 0) {
            hits.add(new Hit(Optional.empty(), valence, place, clause, false));
        }
        return taken - at;
    }

    private static int valence(String text, int at, int end, Valences known) {
        int valence = known.ofWord(text, at, end);
        if (valence == 0 && isSemitic(text.charAt(at))) {
            for (String clitic : CLITICS) {
                if (valence == 0 && text.startsWith(clitic, at) && end - at - clitic.length() >= 3) {
                    valence = known.ofWord(text, at + clitic.length(), end);
                }
            }
        }
        return valence == 0 ? Integer.signum(known.ofStem(text, at, end)) : valence;
    }

    private static boolean isSemitic(char c) {
        return c >= 0x590 && c < 0x700;
    }

    private static WordList.@Nullable Match withoutClitic(String text, int at, int end, WordList words) {
        for (String clitic : CLITICS) {
            int from = at + clitic.length();
            if (text.startsWith(clitic, at) && end - from >= 3) {
                WordList.Match match = words.longest(text, from, false);
                if (match != null) {
                    return new WordList.Match(match.feeling(), match.length() + clitic.length());
                }
            }
        }
        return null;
    }

    private static int endOfWord(String text, int from) {
        int end = text.indexOf(' ', from);
        return end < 0 ? text.length() : end;
    }

    private void add(Feeling feeling) {
        hits.add(new Hit(Optional.of(feeling), 0, place, clause, false));
    }

    private List<Hit> negated() {
        return hits.stream()
                .map(hit -> hit.is(Feeling.NOT) || hits.stream().noneMatch(other -> negates(other, hit))
                        ? hit
                        : hit.negate())
                .toList();
    }

    private boolean negates(Hit not, Hit hit) {
        if (!not.is(Feeling.NOT) || not.clause() != hit.clause()) {
            return false;
        }
        int distance = hit.place() - not.place();
        return distance > 0
                ? distance <= NEGATES_BEFORE
                : tongue.negatesAfter() && distance < 0 && -distance <= NEGATES_AFTER;
    }
}
