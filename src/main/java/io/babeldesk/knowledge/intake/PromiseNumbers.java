package io.babeldesk.knowledge.intake;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
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
 * Notices numbers that look like a promise: digits of any script beside a unit of time or "per cent" as the language
 * says it, a per cent sign or a currency. Dates, laws and counts of things are left alone. Safe for use by many threads.
 */
final class PromiseNumbers {

    private static final List<MeasureUnit> UNITS = List.of(
            MeasureUnit.MINUTE,
            MeasureUnit.HOUR,
            MeasureUnit.DAY,
            MeasureUnit.WEEK,
            MeasureUnit.MONTH,
            MeasureUnit.YEAR,
            MeasureUnit.PERCENT);

    /** Each plural category of CLDR comes up in at least one language for one of these. */
    private static final List<Integer> SAMPLES = List.of(0, 1, 2, 3, 5, 11, 21, 100);

    /** What the locale data does not say: other words for working days. */
    private static final List<String> MORE_UNITS =
            List.of("business day", "calendar day", "werktag", "kalendertag", "iş gün", "takvim gün");

    private static final String CURRENCY = "\\p{Sc}|\\b(?:EUR|USD|GBP|JPY|KRW|CNY|BRL|SAR|TRY|AUD|CHF|TL)\\b"
            + "|euros?\\b|ευρώ|евро|يورو|ユーロ|欧元|유로|dollars?\\b|d[oó]lar|доллар|دولار|ドル|美元|달러"
            + "|pounds?\\b|pfund|фунт|reais\\b|reales\\b|lira|руб|ريال|درهم|yen\\b|円|원|元";

    private static final String SPACE = "[\\s\\u00a0\\u202f]?";

    private static final String AMOUNT =
            "(?:[\\p{Sc}%٪]" + SPACE + "\\p{Nd}+|\\p{Nd}+(?:[.,٫٬]\\p{Nd}+)*" + SPACE + "(?:[%٪]|" + CURRENCY + "))";

    /** A number, but not the year of a date nor the day of one in Chinese, Japanese and Korean. */
    private static final String NUMBER = "(?<![\\p{Nd}])(?<![月월] ?)(?!(?:19|20)\\p{Nd}{2}(?!\\p{Nd}))\\p{Nd}+";

    private final Messages messages = new Messages();
    private final Map<Language, Pattern> patterns = new ConcurrentHashMap<>();

    /** The first such number in a line; null if there is none. */
    @Nullable
    String find(String line, Language language) {
        Matcher matcher = patterns.computeIfAbsent(language, this::pattern).matcher(line);
        return matcher.find() ? matcher.group().strip() : null;
    }

    private Pattern pattern(Language language) {
        String units = unitNames(language).stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile(
                AMOUNT + "|" + NUMBER + "[\\s\\u00a0\\u202f-]{0,2}(?:" + units + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private Set<String> unitNames(Language language) {
        Set<String> names = new LinkedHashSet<>(MORE_UNITS);
        for (int sample : SAMPLES) {
            for (MeasureUnit unit : UNITS) {
                add(
                        NumberFormatter.withLocale(ULocale.forLocale(language.locale()))
                                .unit(unit)
                                .unitWidth(UnitWidth.FULL_NAME)
                                .format(sample)
                                .toString(),
                        names);
            }
            add(messages.say(language, "unit.working-day", Map.of("count", sample)), names);
        }
        return names;
    }

    private static void add(String said, Set<String> names) {
        String name = said.replaceAll("[\\p{Nd}\\u200f\\u200e]+", "").replaceAll("^[\\s\\u00a0]+|[\\s\\u00a0]+$", "");
        if (!name.isEmpty()) {
            names.add(name);
        }
    }
}
