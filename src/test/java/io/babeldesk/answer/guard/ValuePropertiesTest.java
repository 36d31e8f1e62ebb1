package io.babeldesk.answer.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.babeldesk.language.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever ICU writes in a language is read as what it was, and as nothing else. */
class ValuePropertiesTest {

    private static final int TRIES = 60;

    /** Minutes of a day, a week and an hour; months of a month and a year. */
    private static final int[] FACTORS = {1_440, 10_080, 1, 12, 60};

    private static Set<Value> stated(String text, Language language) {
        return ValueReader.of(language).read(text).stated();
    }

    private static boolean says(String text, Language language, Value value) {
        return value.isAmong(stated(text, language));
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    private static List<String> languages() {
        return List.of(LANGUAGES);
    }

    private static final String[] LANGUAGES = {
        "en", "zh", "es", "fr", "de", "it", "pt", "ru", "ar", "ja", "ko", "tr", "nl", "pl", "sv", "da", "no", "fi",
        "cs", "ro", "hu", "el", "uk", "bg", "he", "fa", "hi", "bn", "th", "vi", "id", "ms"
    };

    @Test
    void durationsAreReadInEveryLanguage() {
        Random random = new Random(1);
        List<String> wrong = new ArrayList<>();
        for (String code : languages()) {
            for (int i = 0; i < TRIES; i++) {
                MeasureUnit unit = List.of(
                                MeasureUnit.DAY,
                                MeasureUnit.WEEK,
                                MeasureUnit.MONTH,
                                MeasureUnit.YEAR,
                                MeasureUnit.HOUR)
                        .get(i % 5);
                int count = 2 + random.nextInt(90);
                String said = NumberFormatter.with()
                        .unit(unit)
                        .unitWidth(UnitWidth.FULL_NAME)
                        .locale(new ULocale(code))
                        .format(count)
                        .toString();
                Language language = Language.of(code);
                boolean months = i % 5 == 2 || i % 5 == 3;
                int factor = FACTORS[i % 5];
                Unit counted = months ? Unit.MONTHS : Unit.MINUTES;
                Value right = new Value.Quantity(number((long) count * factor), number((long) count * factor), counted);
                Value other = new Value.Quantity(number((count + 1L) * factor), number((count + 1L) * factor), counted);
                if (!says(said, language, right) || says(said, language, other)) {
                    wrong.add(code + " " + said + " " + stated(said, language));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void spelledDurationsAreReadInEveryLanguage() {
        List<String> wrong = new ArrayList<>();
        for (String code : languages()) {
            RuleBasedNumberFormat speller =
                    new RuleBasedNumberFormat(new ULocale(code), RuleBasedNumberFormat.SPELLOUT);
            for (int count : new int[] {3, 5, 7, 10, 14, 15, 20, 21, 28, 30, 45, 60, 90, 100}) {
                String digits = NumberFormatter.with()
                        .unit(MeasureUnit.DAY)
                        .unitWidth(UnitWidth.FULL_NAME)
                        .locale(new ULocale(code))
                        .format(count)
                        .toString();
                String said = digits.replaceFirst("\\p{Nd}+", speller.format(count));
                Value right = new Value.Quantity(number(count * 1_440L), number(count * 1_440L), Unit.MINUTES);
                if (!says(said, Language.of(code), right)) {
                    wrong.add(code + " " + said + " " + stated(said, Language.of(code)));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void amountsAreReadInEveryLanguage() {
        Random random = new Random(2);
        List<String> wrong = new ArrayList<>();
        for (String code : languages()) {
            for (int i = 0; i < TRIES; i++) {
                String currency =
                        List.of("EUR", "USD", "GBP", "JPY", "TRY", "PLN", "SAR").get(i % 7);
                BigDecimal amount = currency.equals("JPY")
                        ? number(100 + random.nextInt(90_000))
                        : BigDecimal.valueOf(100 + random.nextInt(500_000), 2);
                String said = NumberFormatter.withLocale(new ULocale(code))
                        .unit(Currency.getInstance(currency))
                        .format(amount)
                        .toString();
                Language language = Language.of(code);
                Value right = new Value.Money(amount, amount, Set.of(currency));
                BigDecimal more = amount.add(BigDecimal.ONE);
                Value other = new Value.Money(more, more, Set.of(currency));
                String foreign = currency.equals("EUR") ? "GBP" : "EUR";
                Value exchanged = new Value.Money(amount, amount, Set.of(foreign));
                if (!says(said, language, right) || says(said, language, other) || says(said, language, exchanged)) {
                    wrong.add(code + " " + said + " " + stated(said, language));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void percentagesAreReadInEveryLanguage() {
        List<String> wrong = new ArrayList<>();
        for (String code : languages()) {
            for (int percent : new int[] {5, 10, 19, 25, 50}) {
                String said = NumberFormatter.withLocale(new ULocale(code))
                        .unit(MeasureUnit.PERCENT)
                        .format(percent)
                        .toString();
                Value right = new Value.Quantity(number(percent), number(percent), Unit.PERCENT);
                if (!says(said, Language.of(code), right)) {
                    wrong.add(code + " " + said + " " + stated(said, Language.of(code)));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void datesAreReadInEveryLanguage() {
        Random random = new Random(3);
        List<String> wrong = new ArrayList<>();
        for (String code : languages()) {
            ULocale gregorian = new ULocale(code + "@calendar=gregorian");
            for (int i = 0; i < 24; i++) {
                int month = i % 12;
                int day = 1 + random.nextInt(28);
                Calendar calendar = new GregorianCalendar(TimeZone.GMT_ZONE);
                calendar.clear();
                calendar.set(2026, month, day);
                DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, gregorian);
                format.setTimeZone(TimeZone.GMT_ZONE);
                String said = format.format(calendar.getTime());
                Value right = new Value.Day(Set.of((month + 1) * 100 + day), java.util.Optional.of(2026));
                Value other = new Value.Day(Set.of((month + 1) * 100 + day % 28 + 1), java.util.Optional.of(2026));
                if (!says(said, Language.of(code), right) || says(said, Language.of(code), other)) {
                    wrong.add(code + " " + said + " " + stated(said, Language.of(code)));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"30 days", "thirty days", "4 weeks and 2 days", "30-day", "30 calendar days"})
    void oneValueHasManyNames(String said) {
        assertThat(says(said, Language.ENGLISH, new Value.Quantity(number(43_200), number(43_200), Unit.MINUTES)))
                .isTrue();
    }

    @Test
    void writtenAmountsAreOneValue() {
        BigDecimal amount = new BigDecimal("1299");
        Value euros = new Value.Money(amount, amount, Set.of("EUR"));
        assertThat(says("1.299,00 €", Language.of("de"), euros)).isTrue();
        assertThat(says("€1,299.00", Language.ENGLISH, euros)).isTrue();
        assertThat(says("1 299,00 €", Language.of("fr"), euros)).isTrue();
        assertThat(says("€12,990.00", Language.ENGLISH, euros)).isFalse();
    }
}
