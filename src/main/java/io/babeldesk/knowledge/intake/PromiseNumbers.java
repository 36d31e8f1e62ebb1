package io.babeldesk.knowledge.intake;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import io.babeldesk.language.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Notices numbers that look like a promise: digits of any script beside a unit of time as the language says it, a
 * per cent sign or a currency. Safe for use by many threads.
 */
final class PromiseNumbers {

    private static final List<MeasureUnit> UNITS = List.of(
            MeasureUnit.MINUTE,
            MeasureUnit.HOUR,
            MeasureUnit.DAY,
            MeasureUnit.WEEK,
            MeasureUnit.MONTH,
            MeasureUnit.YEAR);

    /** Each plural category of CLDR comes up in at least one language for one of these. */
    private static final List<Integer> SAMPLES = List.of(0, 1, 2, 3, 5, 11, 21, 100);

    private static final String AMOUNT =
            "(?:[\\p{Sc}%٪]\\s?\\p{Nd}+|\\p{Nd}+(?:[.,٫٬]\\p{Nd}+)?\\s?(?:[\\p{Sc}%٪]|\\b(?:EUR|USD|GBP|JPY)\\b))";

    private final Map<Language, Pattern> patterns = new ConcurrentHashMap<>();

    /** The first such number in a line; null if there is none. */
    @Nullable
    String find(String line, Language language) {
        Matcher matcher =
                patterns.computeIfAbsent(language, PromiseNumbers::pattern).matcher(line);
        return matcher.find() ? matcher.group().strip() : null;
    }

    private static Pattern pattern(Language language) {
        String units = unitNames(language).stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile(
                AMOUNT + "|\\p{Nd}+[\\s\\u00a0-]{0,2}(?:" + units + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Set<String> unitNames(Language language) {
        Set<String> names = new LinkedHashSet<>();
        for (MeasureUnit unit : UNITS) {
            var format = NumberFormatter.withLocale(ULocale.forLocale(language.locale()))
                    .unit(unit)
                    .unitWidth(UnitWidth.FULL_NAME);
            for (int sample : SAMPLES) {
                String name = format.format(sample).toString().replaceAll("[\\p{Nd}\\s\\u00a0]+", "");
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
