package io.babeldesk.knowledge.index;

import com.ibm.icu.text.Transliterator;
import io.babeldesk.language.Language;
import io.babeldesk.language.RomanisedWords;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what people write in Latin letters for want of a keyboard: "gde moi zakaz", "pou einai", "sha7n". They agree on
 * consonants far more than on vowels, so that a word is looked for among a language's known words by its consonants, and
 * among those that share them by its vowels. What no word is found for stays, but for small words. Immutable; safe for use by many threads.
 */
final class Romanised {

    private static final Pattern NATIVE = Pattern.compile("[\\p{L}\\p{M}&&[^\\p{IsLatin}]]+");
    private static final Pattern WORD = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\p{M}0-9'’]*");
    /** Two consonants are shared by many words: there the vowels have to agree as well. */
    private static final int TELLING = 3;

    private static final int FEWEST = 2;
    private static final int LONGEST_ENDING = 2;

    /** ICU's romanisation (ISO 9 and its like), without marks. */
    private static final String PLAIN_LATIN = "Any-Latin; NFD; [:M:] Remove; Latin-ASCII; Lower";

    /** What holds in all of them, after each language's own rules. */
    private static final List<Rule> SHARED = rules(
            "shch>s",
            "sch>s",
            "sh>s",
            "zh>z",
            "kh>h",
            "ch>c",
            "ts>c",
            "th>t",
            "ph>f",
            "gh>g",
            "dh>d",
            "bh>b",
            "ks>x",
            "q>k",
            "(.)\\1+>$1");

    private static final Map<String, Scheme> SCHEMES = Map.of(
            "ru", new Scheme("aeiouyj", ""),
            "uk", new Scheme("aeiouyj", ""),
            "bg", new Scheme("aeiouyj", ""),
            "el", new Scheme("aeiouyj", "", "8>th", "ch>h", "mp>b", "b>v", "gk>g", "ng>g"),
            "hi", new Scheme("aeiouy", "", "kh>k", "z>j", "w>v", "[mn](?=[^aeiou]|$)>"),
            "bn", new Scheme("aeiouy", "", "kh>k", "z>j", "w>v"),
            "ar", new Scheme("aeiouwy", "[aei]?l", "7>h", "5>kh", "6>t", "9>s", "[23]>", "(?<=..)[th]$>"),
            "fa", new Scheme("aeiouwvy", "", "q>gh", "(?<=..)h$>"),
            "he", new Scheme("aeiouy", "[hbvlm][ae]|she", "w>", "v>b", "f>p", "t[sz]>z", "[ck]h>h", "(?<=..)h$>"));

    /**
     * A way to write a language in Latin letters.
     *
     * @param weak the letters that people leave out or change
     * @param prefixes small words that are written as one with the next
     */
    private record Scheme(String weak, Pattern prefixes, List<Rule> rules) {

        Scheme(String weak, String prefixes, String... rules) {
            this(weak, Pattern.compile("^(?:" + prefixes + ")(?=...)"), Romanised.rules(rules));
        }

        Sound sound(String latin) {
            String word = latin;
            for (List<Rule> some : List.of(rules, SHARED)) {
                for (Rule rule : some) {
                    word = rule.letters().matcher(word).replaceAll(rule.instead());
                }
            }
            StringBuilder consonants = new StringBuilder();
            word.chars().filter(letter -> weak.indexOf(letter) < 0).forEach(letter -> consonants.append((char) letter));
            return new Sound(consonants.toString(), word.replaceAll("[aeiouy]+$", ""));
        }

        /** What a word may be: as it is written, and without what is written as one with it. */
        List<Sound> readings(String written) {
            String word = written.replaceAll("[^a-z0-9]", "");
            String bare = prefixes.matcher(word).replaceFirst("");
            return bare.equals(word) ? List.of(sound(word)) : List.of(sound(word), sound(bare));
        }
    }

    private record Rule(Pattern letters, String instead) {}

    /** @param whole with its vowels, but for those at its end */
    private record Sound(String consonants, String whole) {}

    /** @param uses how often the language's texts have it */
    private record Known(String word, String whole, int uses) {}

    private final Scheme scheme;
    /** By their consonants. */
    private final Map<String, List<Known>> known = new HashMap<>();

    private final Map<String, String> commonest;

    private Romanised(Scheme scheme, Collection<String> texts, Map<String, String> commonest) {
        this.scheme = scheme;
        this.commonest = commonest;
        Transliterator latin = Transliterator.getInstance(PLAIN_LATIN);
        Map<String, Integer> uses = new HashMap<>();
        texts.forEach(text -> NATIVE.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .forEach(word -> uses.merge(word, 1, Integer::sum)));
        uses.forEach((word, often) -> {
            Sound sound = scheme.sound(latin.transliterate(word).replaceAll("[^a-z]", ""));
            known.merge(sound.consonants(), List.of(new Known(word, sound.whole(), often)), Romanised::together);
        });
    }

    private static List<Known> together(List<Known> some, List<Known> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<Rule> rules(String... written) {
        return Arrays.stream(written)
                .map(rule -> rule.split(">", -1))
                .map(parts -> new Rule(Pattern.compile(parts[0]), parts[1]))
                .toList();
    }

    /** @param texts all that is known in the language; empty if people write it in no other letters than its own */
    static Optional<Romanised> of(Language language, Collection<String> texts) {
        return Optional.ofNullable(SCHEMES.get(language.code()))
                .map(scheme -> new Romanised(scheme, texts, RomanisedWords.of(language)));
    }

    static boolean isWrittenSo(Language language) {
        return SCHEMES.containsKey(language.code());
    }

    /**
     * The text with each word that is known in the language's own letters, and without those of its commonest that are
     * not: they carry no matter, and as words that nobody knows they would seem to.
     */
    String read(String text) {
        return WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(meant(found.group())));
    }

    private String meant(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        String known = commonest.getOrDefault(word, "");
        if (!known.isEmpty()) {
            return known;
        }
        List<Sound> readings = scheme.readings(word);
        return readings.stream()
                .flatMap(sound -> soundingLike(sound).stream())
                .findFirst()
                .or(() -> readings.stream()
                        .flatMap(sound -> beginning(sound).stream())
                        .findFirst())
                .orElse(commonest.containsKey(word) ? "" : written);
    }

    private Optional<String> soundingLike(Sound sound) {
        int consonants = sound.consonants().length();
        return consonants < FEWEST
                ? Optional.empty()
                : best(
                        known.getOrDefault(sound.consonants(), List.of()).stream()
                                .filter(word ->
                                        consonants >= TELLING || word.whole().equals(sound.whole()))
                                .toList(),
                        sound);
    }

    /** A form of a word that is known in another: its ending adds a consonant or two. */
    private Optional<String> beginning(Sound sound) {
        String consonants = sound.consonants();
        for (int cut = 1; cut <= LONGEST_ENDING && consonants.length() - cut >= TELLING; cut++) {
            List<Known> words = known.getOrDefault(consonants.substring(0, consonants.length() - cut), List.of());
            if (!words.isEmpty()) {
                return best(words, sound);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> best(List<Known> words, Sound sound) {
        return words.stream()
                .max(Comparator.comparing((Known word) -> word.whole().equals(sound.whole()))
                        .thenComparingInt(Known::uses)
                        .thenComparing(Known::word))
                .map(Known::word);
    }
}
