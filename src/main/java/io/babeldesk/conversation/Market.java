package io.babeldesk.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The country that a shopper buys from.
 *
 * @param code ISO 3166-1 alpha-2, upper case
 */
public record Market(String code) implements Comparable<Market> {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public Market {
        if (!COUNTRIES.contains(code)) {
            throw new IllegalArgumentException("'" + code + "' is not a country code; use one such as DE");
        }
    }

    /** The market of a country code in any case; empty if there is no such country. */
    public static Optional<Market> ofCode(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        return COUNTRIES.contains(upper) ? Optional.of(new Market(upper)) : Optional.empty();
    }

    @Override
    public int compareTo(Market other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
