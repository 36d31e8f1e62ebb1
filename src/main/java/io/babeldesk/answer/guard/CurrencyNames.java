package io.babeldesk.answer.guard;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How a language writes currencies, in the form of {@link Plain}: codes, signs and names by CLDR, and what people call them. For
 * one thread.
 */
final class CurrencyNames {

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

    private final ULocale locale;
    private final Map<String, Set<String>> codes = new HashMap<>();

    private CurrencyNames(ULocale locale) {
        this.locale = locale;
    }

    /**
     * The currencies that each sign or name may stand for.
     *
     * @param more further names by the keys of the lexicon's file
     */
    static Map<String, Set<String>> of(ULocale locale, Function<String, List<String>> more) {
        CurrencyNames names = new CurrencyNames(locale);
        CURRENCIES.forEach(names::add);
        WIDE.forEach((name, codes) -> more.apply(name).forEach(form -> names.codes.put(form, codes)));
        for (String sign : List.of("$", "¥", "kr")) {
            names.codes.put(sign, WIDE.getOrDefault(sign, Set.of()));
        }
        return names.codes;
    }

    private void add(String code) {
        Currency currency = Currency.getInstance(code);
        add(code, code);
        add(currency.getSymbol(locale), code);
        add(currency.getName(locale, Currency.NARROW_SYMBOL_NAME, new boolean[1]), code);
        add(currency.getSymbol(ULocale.ENGLISH), code);
        for (String count : List.of("zero", "one", "two", "few", "many", "other")) {
            add(currency.getName(locale, Currency.PLURAL_LONG_NAME, count, new boolean[1]), code);
        }
    }

    private void add(String form, String code) {
        String plain = Plain.of(form);
        if (!plain.isEmpty() && !plain.matches(".*[0-9].*")) {
            codes.merge(plain, Set.of(code), (old, added) -> {
                Set<String> both = new HashSet<>(old);
                both.addAll(added);
                return Set.copyOf(both);
            });
        }
    }
}
