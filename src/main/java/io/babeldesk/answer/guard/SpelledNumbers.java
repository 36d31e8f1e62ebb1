package io.babeldesk.answer.guard;

import io.babeldesk.answer.guard.Lexicon.Form;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the number words of a language as digits, and finds forms that have the number within them. Immutable. */
final class SpelledNumbers {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}']+");
    private static final Pattern HAN_NUMBER = Pattern.compile("[〇零一二两兩三四五六七八九十百千万]+");
    private static final Pattern HANGUL_NUMBER =
            Pattern.compile("(?<![\\p{L}])[일이삼사오육칠팔구십백천만]+(?=\\s?(?:영업일|일(?!반)|주|개월|년|시간|퍼센트|%|원))");

    /** Un'ora. */
    private static final Pattern ELIDED_ONE = Pattern.compile("(?<!\\p{L})un'(?=\\p{L})");

    /** Arabic puts "one" behind: ساعة واحدة. */
    private static final Pattern ARABIC_ONE = Pattern.compile("(?<!\\p{L})(\\p{IsArabic}{3,}) واحده?(?!\\p{L})");

    /** A number in digits with a large unit in letters. */
    private static final Pattern LARGE = Pattern.compile(
            "(?<![0-9.,])([0-9]{1,4}(?:[.,][0-9]{1,2})?) ?([万萬만]|천(?=\\s?원)|(?:bin|mil|mille|mila|tausend|thousand|тысяч[аи]?|тыс\\.?|الاف|الف)(?!\\p{L}))");

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    /** What things are counted by in Chinese and Japanese; "one" of them may be an article. */
    private static final String COUNTERS = "期次张張件份条笔倍枚回個通台本冊";

    private final Lexicon words;
    private final UnitFinder units;

    SpelledNumbers(Lexicon words, UnitFinder units) {
        this.words = words;
        this.units = units;
    }

    void spell(Scan scan) {
        scan.rest = ELIDED_ONE.matcher(scan.rest).replaceAll(" un ");
        scan.rest = ARABIC_ONE.matcher(scan.rest).replaceAll("1 $1");
        scan.rest = LARGE.matcher(scan.rest).replaceAll(m -> large(m.group(1), m.group(2)));
        duals(scan);
        if (words.isUnspaced()) {
            spellUnspaced(scan);
            return;
        }
        if (HANGUL_NUMBER.matcher(scan.rest).find()) {
            scan.rest = HANGUL_NUMBER.matcher(scan.rest).replaceAll(m -> String.valueOf(han(hanja(m.group()))));
        }
        Matcher word = WORD.matcher(scan.rest);
        List<MatchResult> found = word.results().toList();
        StringBuilder spelled = new StringBuilder();
        int done = 0;
        for (int i = 0; i < found.size(); i++) {
            int taken = 0;
            int value = 0;
            StringBuilder phrase = new StringBuilder();
            for (int j = i; j < Math.min(found.size(), i + 6); j++) {
                if (j > i
                        && !isJoined(scan.rest.substring(
                                found.get(j - 1).end(), found.get(j).start()))) {
                    break;
                }
                phrase.append(j > i ? " " : "").append(found.get(j).group());
                Integer number = number(phrase.toString());
                if (number != null) {
                    taken = j - i + 1;
                    value = number;
                }
            }
            if (taken > 0) {
                MatchResult first = found.get(i);
                MatchResult last = found.get(i + taken - 1);
                if (counts(scan.rest.substring(first.start(), last.end()), value, last.end(), scan)) {
                    spelled.append(scan.rest, done, first.start()).append(value);
                    done = last.end();
                }
                i += taken - 1;
            }
        }
        if (done > 0) {
            scan.rest = spelled.append(scan.rest.substring(done)).toString();
        }
    }

    /** 2万, 20만, 3 bin, 5 тысяч. */
    private static String large(String number, String unit) {
        BigDecimal factor = "万萬만".contains(unit) ? TEN_THOUSAND : THOUSAND;
        return Numerals.readings(number).iterator().next().multiply(factor).toPlainString();
    }

    private static boolean isJoined(String between) {
        return between.equals(" ") || between.equals("-");
    }

    private @Nullable Integer number(String phrase) {
        Integer number = words.numbers.get(phrase);
        if (number == null && phrase.length() > 3 && "وبلف".indexOf(phrase.charAt(0)) >= 0) {
            number = words.numbers.get(phrase.substring(1));
        }
        return number;
    }

    /** One, and words that mean other things too, count only before a unit. */
    private boolean counts(String word, int value, int end, Scan scan) {
        boolean sure = value >= 2 && !words.alone.contains(Lexicon.spaced(word)) && word.length() > 1;
        return sure || units.unitAt(scan.rest, end).isPresent();
    }

    private void spellUnspaced(Scan scan) {
        Matcher han = HAN_NUMBER.matcher(scan.rest);
        scan.rest = han.replaceAll(m -> {
            boolean unit = units.unitAt(scan.rest, m.end()).isPresent()
                    || units.currencyAt(scan.rest, m.end()).isPresent();
            boolean percent = m.start() >= 3 && scan.rest.startsWith("百分之", m.start() - 3);
            boolean clock = m.end() < scan.rest.length() && "时時点點月号".indexOf(scan.rest.charAt(m.end())) >= 0;
            boolean counted = m.end() < scan.rest.length()
                    && COUNTERS.indexOf(scan.rest.charAt(m.end())) >= 0
                    && han(m.group()) > 1;
            return unit || percent || clock || counted ? String.valueOf(han(m.group())) : m.group();
        });
        scan.rest = scan.rest.replaceAll("百分之([0-9]+(?:[.,][0-9]+)?)", "$1%");
        for (int at = 0; at < scan.rest.length(); at++) {
            for (int length = Math.min(words.longestNumber, scan.rest.length() - at); length >= 2; length--) {
                Integer number = words.numbers.get(scan.rest.substring(at, at + length));
                if (number != null && units.unitAt(scan.rest, at + length).isPresent()) {
                    scan.rest = scan.rest.substring(0, at) + number + scan.rest.substring(at + length);
                    break;
                }
            }
        }
    }

    private static String hanja(String hangul) {
        StringBuilder han = new StringBuilder();
        for (int i = 0; i < hangul.length(); i++) {
            char letter = hangul.charAt(i);
            han.append("一二三四五六七八九十百千万".charAt("일이삼사오육칠팔구십백천만".indexOf(letter)));
        }
        return han.toString();
    }

    private static long han(String written) {
        long whole = 0;
        long part = 0;
        long digit = 0;
        boolean positional = written.matches("[〇零一二三四五六七八九]{2,}");
        for (int i = 0; i < written.length(); i++) {
            char letter = written.charAt(i);
            int value = "〇一二三四五六七八九".indexOf(letter);
            value = letter == '零' ? 0 : letter == '两' || letter == '兩' ? 2 : value;
            if (value >= 0) {
                digit = positional ? digit * 10 + value : value;
            } else if (letter == '万') {
                whole += Math.max(1, part + digit) * 10_000;
                part = 0;
                digit = 0;
            } else {
                int unit = letter == '十' ? 10 : letter == '百' ? 100 : 1_000;
                part += Math.max(1, digit) * unit;
                digit = 0;
            }
        }
        return whole + part + digit;
    }

    private void duals(Scan scan) {
        if (words.duals.isEmpty()) {
            return;
        }
        scan.take(WORD, m -> {
            String word = m.group();
            Form form = words.duals.get(word);
            if (form == null && word.length() > 4 && "وبلف".indexOf(word.charAt(0)) >= 0) {
                form = words.duals.get(word.substring(1));
            }
            BigDecimal two = BigDecimal.TWO;
            return form != null
                    && scan.add(
                            new Value.Quantity(two.multiply(form.factor()), two.multiply(form.factor()), form.unit()));
        });
    }
}
