package io.babeldesk.answer.guard;

import com.ibm.icu.number.FormattedNumber;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import io.babeldesk.language.Language;
import io.babeldesk.language.WordLists;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * How a language writes units, currencies, months, weekdays and number words, in the form of {@link Plain}. CLDR's data
 * by ICU4J, in every plural and grammatical case, and a file of what it lacks. Immutable; made once a language.
 */
final class Lexicon {

    /** A unit by a name, as so many of the unit that it is compared in. */
    record Form(Unit unit, BigDecimal factor) {}

    private static final Properties MORE = read("lexicon.properties");
    private static final Map<Language, Lexicon> ALL = new ConcurrentHashMap<>();
    private static final List<String> CASES = List.of(
            "nominative", "genitive", "dative", "accusative", "instrumental", "locative", "partitive", "elative");
    private static final List<Integer> SAMPLES = List.of(0, 1, 2, 3, 5, 11, 21, 30, 100);

    private static final Map<MeasureUnit, Form> UNITS = Map.ofEntries(
            unit(MeasureUnit.MINUTE, Unit.MINUTES, 1),
            unit(MeasureUnit.HOUR, Unit.MINUTES, 60),
            unit(MeasureUnit.DAY, Unit.MINUTES, 1_440),
            unit(MeasureUnit.WEEK, Unit.MINUTES, 10_080),
            unit(MeasureUnit.MONTH, Unit.MONTHS, 1),
            unit(MeasureUnit.YEAR, Unit.MONTHS, 12),
            unit(MeasureUnit.PERCENT, Unit.PERCENT, 1),
            unit(MeasureUnit.GRAM, Unit.GRAMS, 1),
            unit(MeasureUnit.KILOGRAM, Unit.GRAMS, 1_000),
            unit(MeasureUnit.MILLIMETER, Unit.MILLIMETERS, 1),
            unit(MeasureUnit.CENTIMETER, Unit.MILLIMETERS, 10),
            unit(MeasureUnit.METER, Unit.MILLIMETERS, 1_000),
            unit(MeasureUnit.KILOMETER, Unit.MILLIMETERS, 1_000_000),
            unit(MeasureUnit.MILLILITER, Unit.MILLILITERS, 1),
            unit(MeasureUnit.LITER, Unit.MILLILITERS, 1_000),
            unit(MeasureUnit.INCH, Unit.INCHES, 1),
            unit(MeasureUnit.POUND, Unit.POUNDS, 1),
            unit(MeasureUnit.GIGABYTE, Unit.GIGABYTES, 1),
            unit(MeasureUnit.WATT, Unit.WATTS, 1),
            unit(MeasureUnit.CELSIUS, Unit.DEGREES, 1));

    private final Language language;
    private final ULocale locale;
    final Map<String, Form> units = new HashMap<>();
    /** A form that has the number within it: يومان, יומיים. */
    final Map<String, Form> duals = new HashMap<>();

    final Map<String, Set<String>> currencies;
    final Map<String, Integer> numbers = new HashMap<>();
    final Map<String, Integer> months;
    final Map<String, Integer> weekdays;
    final Set<String> mornings;
    final Set<String> afternoons;
    final Set<String> hours;
    final Set<String> fillers;
    /** Number words that are other words too. */
    final Set<String> alone;

    /** "The two" counts what is known, and claims nothing. */
    final Set<String> both;
    /** Names Saturday and Sunday. */
    final Set<String> weekend;

    final int longestUnit;
    final int longestNumber;
    final char decimal;

    static Lexicon of(Language language) {
        return ALL.computeIfAbsent(language, Lexicon::new);
    }

    private Lexicon(Language language) {
        this.language = language;
        this.locale = ULocale.forLocale(language.locale());
        UNITS.forEach(this::addUnit);
        more("workday").forEach(form -> units.put(form, new Form(Unit.WORKING_DAYS, BigDecimal.ONE)));
        addMore("day", MeasureUnit.DAY);
        addMore("week", MeasureUnit.WEEK);
        addMore("month", MeasureUnit.MONTH);
        addMore("year", MeasureUnit.YEAR);
        addMore("hour", MeasureUnit.HOUR);
        addMore("percent", MeasureUnit.PERCENT);
        units.put("%", new Form(Unit.PERCENT, BigDecimal.ONE));
        more("no").forEach(units::remove);
        this.currencies = CurrencyNames.of(locale, this::more);
        addNumbers();
        this.months = CalendarNames.months(locale);
        this.weekdays = CalendarNames.weekdays(locale);
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
        this.mornings = dayPart("am", symbols.getAmPmStrings()[0], Set.of("am", "a.m.", "a. m."));
        this.afternoons = dayPart("pm", symbols.getAmPmStrings()[1], Set.of("pm", "p.m.", "p. m."));
        this.hours = Set.copyOf(more("oclock"));
        this.fillers = Set.copyOf(more("full"));
        this.alone = Set.copyOf(more("alone"));
        this.both = Set.copyOf(more("both"));
        this.weekend = Set.copyOf(more("weekend"));
        this.longestUnit = Math.max(longest(units.keySet()), longest(currencies.keySet()));
        this.longestNumber = longest(numbers.keySet());
        this.decimal = com.ibm.icu.text.DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    }

    private static int longest(Set<String> forms) {
        return forms.stream().mapToInt(String::length).max().orElse(0);
    }

    private Set<String> dayPart(String key, String own, Set<String> everywhere) {
        Set<String> parts = new HashSet<>(more(key));
        parts.add(Plain.of(own));
        parts.addAll(everywhere);
        return Set.copyOf(parts);
    }

    private List<String> more(String key) {
        String value = MORE.getProperty(language.code() + "." + key, "");
        return value.isEmpty()
                ? List.of()
                : List.of(value.split("\\|", -1)).stream().map(Plain::of).toList();
    }

    private void addMore(String key, MeasureUnit unit) {
        Form form = UNITS.get(unit);
        if (form != null) {
            more(key).forEach(word -> units.put(word, form));
        }
    }

    private static Map.Entry<MeasureUnit, Form> unit(MeasureUnit unit, Unit counted, int factor) {
        return Map.entry(unit, new Form(counted, BigDecimal.valueOf(factor)));
    }

    // ICU marks grammatical case as a draft API by @Deprecated; it is the only source of case forms for units.
    @SuppressWarnings("deprecation")
    private void addUnit(MeasureUnit unit, Form form) {
        boolean time = form.unit() == Unit.MINUTES || form.unit() == Unit.MONTHS;
        for (UnitWidth width : List.of(UnitWidth.FULL_NAME, UnitWidth.SHORT)) {
            for (String grammaticalCase : time ? CASES : CASES.subList(0, 1)) {
                for (int sample : SAMPLES) {
                    FormattedNumber said = NumberFormatter.with()
                            .unit(unit)
                            .unitWidth(width)
                            .unitDisplayCase(grammaticalCase)
                            .locale(locale)
                            .format(sample);
                    addForm(Plain.of(said.toString()), sample, form);
                }
            }
        }
    }

    private void addForm(String said, int sample, Form form) {
        String bare =
                said.replaceFirst("[0-9]+", " ").replaceAll("[.\\s]+$", "").strip();
        if (bare.equals(said)) {
            if (sample == 2) {
                duals.putIfAbsent(said, form);
                if (said.endsWith("ان")) {
                    duals.putIfAbsent(said.substring(0, said.length() - 2) + "ين", form);
                }
                return;
            }
            bare = sample == 1 ? said : "";
        }
        boolean single = bare.length() == 1
                && !Set.of(Character.UnicodeScript.HAN, Character.UnicodeScript.HANGUL)
                        .contains(Character.UnicodeScript.of(bare.charAt(0)));
        if (!bare.isEmpty()
                && !bare.contains("  ")
                && (!single || Set.of("h", "g", "l", "m").contains(bare))) {
            units.putIfAbsent(bare, form);
        }
    }

    private void addNumbers() {
        RuleBasedNumberFormat speller = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        List<String> rules = List.of(speller.getRuleSetNames()).stream()
                .filter(rule -> rule.contains("cardinal") || rule.endsWith("numbering"))
                .toList();
        IntStream common = IntStream.concat(
                IntStream.rangeClosed(0, 100),
                IntStream.of(120, 150, 180, 200, 250, 300, 365, 400, 500, 600, 1000, 2000));
        common.forEach(number -> {
            for (String rule : rules) {
                String said = spaced(Plain.of(speller.format(number, rule)));
                if (!said.matches(".*[0-9].*")) {
                    numbers.putIfAbsent(said, number);
                    if (number >= 3 && number <= 10 && said.endsWith("ه")) {
                        numbers.putIfAbsent(said.substring(0, said.length() - 1), number);
                    }
                    if (said.endsWith("ون")) {
                        numbers.putIfAbsent(said.substring(0, said.length() - 2) + "ين", number);
                    }
                }
            }
        });
        if (language.code().equals("ar")) {
            List<String> teens = List.of("احد", "اثنا", "ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه");
            for (int i = 0; i < teens.size(); i++) {
                numbers.putIfAbsent(teens.get(i) + " عشر", 11 + i);
                numbers.putIfAbsent(teens.get(i).replaceAll("ه$", "") + " عشره", 11 + i);
            }
        }
    }

    /** Number words are looked up with their parts apart by spaces. */
    static String spaced(String word) {
        return word.replace('-', ' ').replaceAll("\\s+", " ").strip();
    }

    static Properties read(String name) {
        return WordLists.read(Lexicon.class, name);
    }

    /** The currencies that a sign or a name stands for. */
    Optional<Set<String>> currency(String form) {
        return Optional.ofNullable(currencies.get(form));
    }

    List<String> namesOf(Map<String, Integer> names) {
        List<String> longestFirst = new ArrayList<>(names.keySet());
        longestFirst.sort((a, b) -> Integer.compare(b.length(), a.length()));
        return longestFirst;
    }

    boolean isUnspaced() {
        return Set.of("zh", "ja", "th").contains(language.code());
    }

    /** Languages that add endings to a unit, or make one word of it and others. */
    boolean addsEndings() {
        return Set.of("zh", "ja", "th", "ko", "tr", "hu", "fi", "de", "nl", "sv", "da", "no", "bn", "hi", "el")
                .contains(language.code());
    }

    @Override
    public String toString() {
        return "Lexicon of " + language.code().toLowerCase(Locale.ROOT);
    }
}
