package io.babeldesk.sentiment;

import io.babeldesk.language.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Finds the {@link Signs} of a mood in a text. Safe for use by many threads. */
public final class SignFinder {

    /** What can be left out, to see what it is worth. */
    public enum Part {
        /** The word lists by feeling. */
        FEELINGS,
        /** How good or bad single words sound. */
        VALENCES,
        /** Emoji, emoticons, capitals, repetition, punctuation. */
        MARKS,
        /** Words and pairs of words. */
        WORDS,
        /** Pieces of words. */
        PIECES
    }

    private static final Pattern GLAD_FACE = Pattern.compile("[:;=xX8]['’]?-?[)\\]DPp3]|\\^_*\\^|<3|=\\)|\\){2,}");
    private static final Pattern SAD_FACE = Pattern.compile("[:;=]['’]?-?[(\\[|]|T_+T|;_+;|ㅠ|ㅜ|\\({2,}|-_+-|QAQ|>_*<");
    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");

    private static final int LONGEST_PIECE = 5;
    private static final int MOST_CHARACTERS = 2_000;

    private final Map<String, Valences> valences;
    private final Set<Part> parts;
    private final WordList worldwide = WordList.shipped("worldwide");
    private final WordList emoji = WordList.shipped("emoji");
    private final Map<String, Tongue> tongues = new ConcurrentHashMap<>();

    public SignFinder(Map<String, Valences> valences, Set<Part> parts) {
        this.valences = valences;
        this.parts = parts;
    }

    public Signs find(String whole, Language language) {
        String text = whole.length() > MOST_CHARACTERS ? whole.substring(0, MOST_CHARACTERS) : whole;
        List<String> words = PlainWords.of(text, language.code());
        Numbers marks = new Numbers(Signs.MARKS);
        List<Hits.Hit> hits = Hits.in(words, tongue(text, language), tongue("en"), worldwide);
        if (parts.contains(Part.FEELINGS)) {
            feelings(hits, marks);
        }
        if (parts.contains(Part.VALENCES)) {
            valences(hits, words.size(), marks);
        }
        if (parts.contains(Part.MARKS)) {
            marks(text, marks);
            emoji(text, marks);
        }
        Numbers grams = new Numbers(0);
        grams(words, grams);
        return new Signs(marks.all(), grams.all());
    }

    /** What is known of a language's words; a language that nothing is known of is read by its script. */
    private Tongue tongue(String text, Language language) {
        Tongue own = tongue(language.code());
        return own.isUnknown() ? Tongue.byScript(text).map(this::tongue).orElse(own) : own;
    }

    private Tongue tongue(String code) {
        return tongues.computeIfAbsent(code, unknown -> Tongue.of(unknown, valences));
    }

    private static void feelings(List<Hits.Hit> hits, Numbers marks) {
        int good = 0;
        int bad = 0;
        int angry = 0;
        boolean asks = false;
        int last = 0;
        boolean very = false;
        for (Hits.Hit hit : hits) {
            Optional<Feeling> found = hit.feeling();
            if (found.isEmpty()) {
                continue;
            }
            Feeling feeling = found.get();
            marks.add("feeling" + (hit.negated() ? "!" : " ") + feeling.name());
            int polarity = hit.negated() ? -feeling.polarity() : feeling.polarity();
            if (polarity != 0) {
                last = polarity;
                marks.add(very ? "very " + polarity : "plainly " + polarity);
            }
            good += polarity > 0 ? 1 : 0;
            bad += polarity < 0 ? 1 : 0;
            angry += !hit.negated() && feeling.anger() >= 0.6 ? 1 : 0;
            asks |= feeling == Feeling.ASK;
            very = feeling == Feeling.VERY;
        }
        marks.add("good " + Math.min(good, 3));
        marks.add("bad " + Math.min(bad, 3));
        marks.add("good " + Math.min(good, 2) + " bad " + Math.min(bad, 2));
        marks.add("angry " + Math.min(angry, 3));
        marks.add("last " + last);
        if (asks) {
            marks.add("asks " + Math.min(good, 1) + Math.min(bad, 1) + Math.min(angry, 1));
        }
    }

    private static void valences(List<Hits.Hit> hits, int words, Numbers marks) {
        int good = 0;
        int bad = 0;
        for (Hits.Hit hit : hits) {
            int valence = hit.valence();
            if (valence != 0) {
                marks.add("valence" + (hit.negated() ? "!" : " ") + valence);
                int felt = hit.negated() ? -valence / 2 : valence;
                good += Math.max(felt, 0);
                bad += Math.max(-felt, 0);
            }
        }
        marks.add("well " + step(good));
        marks.add("ill " + step(bad));
        marks.add("well " + Math.min(step(good), 2) + " ill " + Math.min(step(bad), 2));
        double density = (good - bad) / Math.sqrt(words + 1.0);
        marks.add("density " + Math.round(Math.clamp(density * 2, -5, 5)));
    }

    private static int step(int sum) {
        return sum == 0 ? 0 : sum <= 2 ? 1 : sum <= 4 ? 2 : sum <= 7 ? 3 : 4;
    }

    private static void marks(String text, Numbers marks) {
        int shouts = 0;
        int asks = 0;
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shouts += c == '!' || c == '！' ? 1 : 0;
            asks += c == '?' || c == '？' || c == '؟' ? 1 : 0;
            upper += Character.isUpperCase(c) ? 1 : 0;
            lower += Character.isLowerCase(c) ? 1 : 0;
        }
        marks.add("shouts " + Math.min(shouts, 4));
        marks.add("asks " + Math.min(asks, 3));
        if (shouts > 0 && asks > 0) {
            marks.add("shouts and asks");
        }
        if (upper + lower >= 8 && upper > lower) {
            marks.add(upper > 4 * lower ? "capitals" : "many capitals");
        }
        if (DRAWN_OUT.matcher(text).find()) {
            marks.add("drawn out");
        }
        if (text.contains("...") || text.contains("…") || text.contains("。。")) {
            marks.add("trails off");
        }
        if (GLAD_FACE.matcher(text).find()) {
            marks.add("glad face");
        }
        if (SAD_FACE.matcher(text).find()) {
            marks.add("sad face");
        }
    }

    private void emoji(String text, Numbers marks) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c >= 0x2600 && (c >= 0x1F000 || c < 0x2800 || c == 0x2B50)) {
                marks.add("emoji " + c);
                WordList.Match match = emoji.longest(text, i, true);
                if (match != null) {
                    marks.add("emoji " + match.feeling().name());
                    good += match.feeling().polarity() > 0 ? 1 : 0;
                    bad += match.feeling().polarity() < 0 ? 1 : 0;
                }
            }
            i += Character.charCount(c);
        }
        marks.add("emoji " + Math.min(good, 2) + " " + Math.min(bad, 2));
    }

    private void grams(List<String> words, Numbers grams) {
        String before = PlainWords.BREAK;
        for (String word : words) {
            if (!word.equals(PlainWords.BREAK)) {
                if (parts.contains(Part.WORDS)) {
                    grams.add(word, 1);
                    grams.add(before + ' ' + word, 2);
                }
                if (parts.contains(Part.PIECES)) {
                    pieces(word, grams);
                }
            }
            before = word;
        }
    }

    private static void pieces(String word, Numbers grams) {
        boolean unspaced = PlainWords.isUnspaced(word.charAt(0));
        String framed = unspaced ? word : '<' + word + '>';
        int shortest = unspaced ? 1 : 3;
        for (int length = shortest; length <= LONGEST_PIECE; length++) {
            for (int from = 0; from + length <= framed.length(); from++) {
                grams.add(Hash.of(framed, from, from + length, 3));
            }
        }
    }

    /** Numbers, each once, below a bound that is a power of two; 0 is no bound. */
    private static final class Numbers {

        private final int bound;
        private int[] all = new int[64];
        private int count;

        Numbers(int bound) {
            this.bound = bound;
        }

        void add(String name) {
            add(name, 0);
        }

        void add(String name, int kind) {
            add(Hash.of(name, 0, name.length(), kind));
        }

        void add(int hash) {
            if (count == all.length) {
                all = Arrays.copyOf(all, 2 * count);
            }
            all[count++] = hash & (bound - 1);
        }

        int[] all() {
            return Arrays.stream(all, 0, count).sorted().distinct().toArray();
        }
    }
}
