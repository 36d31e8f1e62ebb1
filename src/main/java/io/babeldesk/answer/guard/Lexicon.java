package io.babeldesk.answer.guard;

import com.ibm.icu.number.FormattedNumber;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.Currency;
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

    private static final List<String> CURRENCIES = List.of(
            "EUR", "USD", "GBP", "JPY", "CNY", "KRW", "BRL", "SAR", "TRY", "AUD", "CAD", "NZD", "CHF", "SEK", "DKK",
            "NOK", "PLN", "CZK", "HUF", "RON", "BGN", "RUB", "UAH", "ILS", "INR", "BDT", "THB", "VND", "IDR", "MYR",
            "IRR", "AED", "EGP", "MXN", "ARS", "CLP", "COP", "SGD", "HKD", "TWD", "ZAR", "KWD", "QAR", "MAD");

    private static final Set<String> DOLLARS = Set.of("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD");

    /** Signs and names that stand for more than one currency, or for one that CLDR names at length only. */
    private static final Map<String, Set<String>> WIDE = Map.ofEntries(
            Map.entry("$", DOLLARS),
            Map.entry("dollar", DOLLARS),
            Map.entry("¥", Set.of("JPY", "CNY")),
            Map.entry("yen", Set.of("JPY")),
            Map.entry("yuan", Set.of("CNY")),
            Map.entry("euro", Set.of("EUR")),
            Map.entry("pound", Set.of("GBP", "EGP")),
            Map.entry("won", Set.of("KRW")),
            Map.entry("real", Set.of("BRL")),
            Map.entry("riyal", Set.of("SAR", "QAR")),
            Map.entry("rial", Set.of("IRR")),
            Map.entry("lira", Set.of("TRY")),
            Map.entry("ruble", Set.of("RUB")),
            Map.entry("peso", Set.of("MXN", "ARS", "CLP", "COP")),
            Map.entry("franc", Set.of("CHF")),
            Map.entry("krona", Set.of("SEK")),
            Map.entry("krone", Set.of("DKK", "NOK")),
            Map.entry("koruna", Set.of("CZK")),
            Map.entry("zloty", Set.of("PLN")),
            Map.entry("leu", Set.of("RON")),
            Map.entry("lev", Set.of("BGN")),
            Map.entry("forint", Set.of("HUF")),
            Map.entry("hryvnia", Set.of("UAH")),
            Map.entry("shekel", Set.of("ILS")),
            Map.entry("rupee", Set.of("INR")),
            Map.entry("taka", Set.of("BDT")),
            Map.entry("baht", Set.of("THB")),
            Map.entry("dong", Set.of("VND")),
            Map.entry("rupiah", Set.of("IDR")),
            Map.entry("ringgit", Set.of("MYR")),
            Map.entry("kr", Set.of("SEK", "DKK", "NOK")));

    private final Language language;
    private final ULocale locale;
    final Map<String, Form> units = new HashMap<>();
    /** A form that has the number within it: يومان, יומיים. */
    final Map<String, Form> duals = new HashMap<>();

    final Map<String, Set<String>> currencies = new HashMap<>();
    final Map<String, Integer> numbers = new HashMap<>();
    final Map<String, Integer> months = new HashMap<>();
    final Map<String, Integer> weekdays = new HashMap<>();
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
        CURRENCIES.forEach(this::addCurrency);
        WIDE.forEach((name, codes) -> more(name).forEach(form -> currencies.put(form, codes)));
        for (String sign : List.of("$", "¥", "kr")) {
            currencies.put(sign, WIDE.getOrDefault(sign, Set.of()));
        }
        addNumbers();
        addDates();
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

    private void addCurrency(String code) {
        Currency currency = Currency.getInstance(code);
        addCurrency(code, code);
        addCurrency(currency.getSymbol(locale), code);
        addCurrency(currency.getName(locale, Currency.NARROW_SYMBOL_NAME, new boolean[1]), code);
        addCurrency(currency.getSymbol(ULocale.ENGLISH), code);
        for (String count : List.of("zero", "one", "two", "few", "many", "other")) {
            addCurrency(currency.getName(locale, Currency.PLURAL_LONG_NAME, count, new boolean[1]), code);
        }
    }

    private void addCurrency(String form, String code) {
        String plain = Plain.of(form);
        if (!plain.isEmpty() && !plain.matches(".*[0-9].*")) {
            currencies.merge(plain, Set.of(code), (old, added) -> {
                Set<String> both = new HashSet<>(old);
                both.addAll(added);
                return Set.copyOf(both);
            });
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

    private void addDates() {
        // A shop dates by the Gregorian calendar, whatever the locale's own is.
        DateFormatSymbols symbols =
                DateFormatSymbols.getInstance(new ULocale(locale.getName() + "@calendar=gregorian"));
        for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
            for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                String[] names = symbols.getMonths(context, width);
                for (int i = 0; i < 12; i++) {
                    String name = Plain.of(names[i]).replaceAll("\\.$", "");
                    if (name.length() >= (name.charAt(0) < 0x250 ? 3 : 2)
                            && !name.matches(".*[0-9].*")
                            && name.matches(".*\\p{L}.*")) {
                        months.putIfAbsent(name, i + 1);
                    }
                }
            }
            String[] days = symbols.getWeekdays(context, DateFormatSymbols.WIDE);
            for (int i = 1; i <= 7; i++) {
                weekdays.putIfAbsent(Plain.of(days[i]), i == 1 ? 7 : i - 1);
            }
        }
        addUnspacedWeekdays();
    }

    private void addUnspacedWeekdays() {
        String days = "一二三四五六日";
        if (language.code().equals("zh")) {
            for (int i = 0; i < 7; i++) {
                for (String week : List.of("周", "星期", "礼拜")) {
                    weekdays.put(week + days.charAt(i), i + 1);
                }
            }
            weekdays.put("周天", 7);
            weekdays.put("星期天", 7);
        }
        if (language.code().equals("ja")) {
            List.copyOf(weekdays.entrySet())
                    .forEach(day -> weekdays.put(day.getKey().replace("曜日", "曜"), day.getValue()));
        }
        if (language.code().equals("pt")) {
            List.copyOf(weekdays.entrySet())
                    .forEach(day -> weekdays.put(day.getKey().replace("-feira", ""), day.getValue()));
        }
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
