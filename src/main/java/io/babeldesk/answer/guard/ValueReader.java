package io.babeldesk.answer.guard;

import io.babeldesk.language.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds every value in a text of a language. Immutable; safe for use by many threads. */
final class ValueReader {

    /**
     * What was found.
     *
     * @param claims each must be said by the passages; a duration of several parts is one, by its sum
     * @param rest the text without its values
     */
    record Reading(List<Value> claims, String rest) {
        /** All that may be repeated from this text, bare numbers too. */
        Set<Value> stated() {
            Set<Value> stated = new LinkedHashSet<>(claims);
            for (Value claim : claims) {
                if (claim instanceof Value.Quantity quantity) {
                    stated.add(new Value.Counted(quantity.from()));
                    stated.add(new Value.Counted(quantity.to()));
                }
            }
            return stated;
        }
    }

    private static final Map<Language, ValueReader> ALL = new ConcurrentHashMap<>();

    /** Korean names the kind of day before the number: 영업일 기준 1일에서 3일. */
    private static final Pattern KIND_OF_DAY =
            Pattern.compile("(영업일|근무일|평일)(?: 기준(?:으로)?)? ([0-9]+)일?([^0-9]{1,4}[0-9]+)?일");

    /** Not "one week", 한 주, and something after it: 한 주문. */
    private static final Pattern ONE_ORDER = Pattern.compile("(^|[^\\p{IsHangul}])(?:한|두|세|네) ?(?=주문|주소|일부|일반)");

    private final boolean hangul;
    private final Optional<Pattern> both;
    private final CalendarReader calendar;
    private final SpelledNumbers spelled;
    private final ClockReader clock;
    private final QuantityReader quantities;

    static ValueReader of(Language language) {
        return ALL.computeIfAbsent(language, ValueReader::new);
    }

    private ValueReader(Language language) {
        Lexicon words = Lexicon.of(language);
        this.both = either(words);
        this.hangul = language.code().equals("ko");
        UnitFinder units = new UnitFinder(words);
        this.calendar = new CalendarReader(language, words);
        this.spelled = new SpelledNumbers(words, units);
        this.clock = new ClockReader(words);
        this.quantities = new QuantityReader(units);
    }

    private static Optional<Pattern> either(Lexicon words) {
        String edge = words.isUnspaced() ? "" : "(?![\\p{L}\\p{M}])";
        return words.both.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile((words.isUnspaced() ? "" : "(?<![\\p{L}\\p{M}])") + "(?:"
                        + words.both.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")" + edge));
    }

    private String uncounted(String plain) {
        String text =
                both.map(pattern -> pattern.matcher(plain).replaceAll(" ")).orElse(plain);
        return hangul
                ? ONE_ORDER
                        .matcher(KIND_OF_DAY.matcher(text).replaceAll("$2$3$1"))
                        .replaceAll("$1 ")
                : text;
    }

    /** Of a part of a text in which no value was found. */
    Reading nothingIn(String text) {
        return new Reading(List.of(), new Scan(uncounted(Plain.of(text))).rest);
    }

    Reading read(String text) {
        Scan scan = new Scan(uncounted(Plain.of(text)));
        ContactReader.links(scan);
        calendar.dates(scan);
        ContactReader.phones(scan);
        spelled.spell(scan);
        clock.read(scan);
        quantities.read(scan);
        ContactReader.codes(scan);
        QuantityReader.bare(scan);
        calendar.weekdays(scan);
        return new Reading(List.copyOf(scan.claims), scan.rest);
    }
}
