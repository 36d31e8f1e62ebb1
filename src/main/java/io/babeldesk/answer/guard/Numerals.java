package io.babeldesk.answer.guard;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers as they are written in digits. Stateless. */
final class Numerals {

    static final Pattern NUMBER =
            Pattern.compile("(?<![0-9])[0-9]+(?:[.,'][0-9]+)*(?: [0-9]{3}(?![0-9]))*(?:[.,][0-9]+)?(?![0-9])");

    private Numerals() {}

    /** What a number may mean, the likeliest in this language first. */
    static Set<BigDecimal> readings(String written) {
        String number = written.replace(" ", "").replace("'", "");
        int point = number.lastIndexOf('.');
        int comma = number.lastIndexOf(',');
        Set<BigDecimal> readings = new LinkedHashSet<>();
        if (point >= 0 && comma >= 0) {
            char decimal = point > comma ? '.' : ',';
            readings.add(decimal(number, decimal));
        } else if (point < 0 && comma < 0) {
            readings.add(decimal(number, '.'));
        } else {
            char separator = point >= 0 ? '.' : ',';
            boolean several = number.indexOf(separator) != number.lastIndexOf(separator);
            boolean grouping = number.matches("[1-9][0-9]{0,2}(?:[.,][0-9]{3})+|[1-9][0-9]?(?:,[0-9]{2})*,[0-9]{3}");
            if (several) {
                readings.add(decimal(number, separator == '.' ? ',' : '.'));
            } else if (!grouping) {
                readings.add(decimal(number, separator));
            } else {
                // Three digits after the only separator: thousands, unless the language writes decimals so; money
                // and days never have three decimals, so that thousands come first.
                readings.add(decimal(number, separator == '.' ? ',' : '.'));
                readings.add(decimal(number, separator));
            }
        }
        return readings;
    }

    private static BigDecimal decimal(String number, char decimal) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char letter = number.charAt(i);
            if (letter == decimal) {
                plain.append('.');
            } else if (letter != '.' && letter != ',') {
                plain.append(letter);
            }
        }
        return new BigDecimal(plain.charAt(plain.length() - 1) == '.' ? plain + "0" : plain.toString())
                .stripTrailingZeros();
    }
}
