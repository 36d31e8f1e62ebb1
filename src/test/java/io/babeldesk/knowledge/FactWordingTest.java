package io.babeldesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Market;
import io.babeldesk.knowledge.FactValue.Period;
import io.babeldesk.knowledge.FactValue.Period.Unit;
import io.babeldesk.knowledge.Placeholder.GrammaticalCase;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values in the plural, case, digits and order of each language. No-break spaces are compared as spaces. */
class FactWordingTest {

    private final FactWording wording = new FactWording(new Messages());

    private String say(FactValue value, String locale, String grammaticalCase) {
        String[] parts = locale.split("-", -1);
        Optional<Market> market = parts.length == 2 ? Optional.of(new Market(parts[1])) : Optional.empty();
        return wording.say(
                        value,
                        Language.of(parts[0]),
                        market,
                        GrammaticalCase.valueOf(grammaticalCase.toUpperCase(Locale.ROOT)))
                .replaceAll("[\u00a0\u202f]", " ")
                .replaceAll("[\u200e\u200f\u061c]", "");
    }

    private static Period period(String range, Unit unit) {
        String[] ends = range.split("-", -1);
        return new Period(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]), unit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ru    | nominative    | 1   | 1 день
                    ru    | nominative    | 2   | 2 дня
                    ru    | nominative    | 5   | 5 дней
                    ru    | nominative    | 21  | 21 день
                    ru    | genitive      | 1   | 1 дня
                    ru    | genitive      | 2   | 2 дней
                    ru    | genitive      | 5   | 5 дней
                    ru    | genitive      | 21  | 21 дня
                    ru    | dative        | 2   | 2 дням
                    ru    | instrumental  | 5   | 5 днями
                    ru    | prepositional | 21  | 21 дне
                    ru    | genitive      | 1-2 | 1–2 дней
                    de    | nominative    | 30  | 30 Tage
                    de    | dative        | 30  | 30 Tagen
                    de    | dative        | 1   | 1 Tag
                    de    | genitive      | 1   | 1 Tages
                    ar    | nominative    | 1   | يوم
                    ar    | nominative    | 2   | يومان
                    ar    | genitive      | 2   | يومين
                    ar    | accusative    | 2   | يومين
                    ar    | nominative    | 5   | 5 أيام
                    ar    | genitive      | 21  | 21 يومًا
                    ar    | nominative    | 100 | 100 يوم
                    ar-SA | nominative    | 5   | ٥ أيام
                    ar-SA | genitive      | 2   | يومين
                    en    | nominative    | 1   | 1 day
                    en    | genitive      | 5   | 5 days
                    ja-JP | nominative    | 30  | 30日
                    zh-US | nominative    | 30  | 30天
                    ko-KR | nominative    | 30  | 30일
                    tr-TR | nominative    | 30  | 30 gün
                    """)
    void saysDays(String locale, String grammaticalCase, String number, String expected) {
        assertThat(say(period(number, Unit.DAY), locale, grammaticalCase)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ru    | nominative    | 1     | 1 рабочий день
                    ru    | nominative    | 2     | 2 рабочих дня
                    ru    | nominative    | 5     | 5 рабочих дней
                    ru    | nominative    | 21    | 21 рабочий день
                    ru    | genitive      | 1     | 1 рабочего дня
                    ru    | genitive      | 2     | 2 рабочих дней
                    ru    | genitive      | 21    | 21 рабочего дня
                    ru    | nominative    | 1-2   | 1–2 рабочих дня
                    ru    | genitive      | 1-2   | 1–2 рабочих дней
                    ru    | nominative    | 10-15 | 10–15 рабочих дней
                    ar    | nominative    | 1     | يوم عمل واحد
                    ar    | nominative    | 2     | يوما عمل
                    ar    | genitive      | 2     | يومي عمل
                    ar    | nominative    | 5     | 5 أيام عمل
                    ar    | nominative    | 21    | 21 يوم عمل
                    ar    | nominative    | 1-2   | 1–2 يوم عمل
                    ar    | nominative    | 2-4   | 2–4 أيام عمل
                    ar-SA | nominative    | 5     | ٥ أيام عمل
                    ar-SA | nominative    | 1-2   | ١–٢ يوم عمل
                    ar-SA | nominative    | 10-15 | ١٠–١٥ يوم عمل
                    de-DE | nominative    | 1     | 1 Werktag
                    de-DE | dative        | 2-4   | 2–4 Werktagen
                    en-GB | nominative    | 1     | 1 working day
                    en-US | nominative    | 3-5   | 3–5 working days
                    fr-FR | nominative    | 3-5   | 3–5 jours ouvrés
                    es-ES | nominative    | 1     | 1 día laborable
                    it-IT | nominative    | 1     | 1 giorno lavorativo
                    pt-BR | nominative    | 1-2   | 1–2 dias úteis
                    tr-TR | nominative    | 1-2   | 1–2 iş günü
                    ja-JP | nominative    | 3-5   | 3～5営業日
                    zh    | nominative    | 3-5   | 3-5个工作日
                    ko-KR | nominative    | 3-5   | 3~5영업일
                    """)
    void saysWorkingDays(String locale, String grammaticalCase, String range, String expected) {
        assertThat(say(period(range, Unit.WORKING_DAY), locale, grammaticalCase))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de-DE | 4.90    | EUR | 4,90 €
                    de-US | 4.90    | USD | 4,90 $
                    en-US | 4.90    | USD | $4.90
                    en-US | 1234.50 | USD | $1,234.50
                    en-GB | 4.50    | GBP | £4.50
                    en-DE | 4.90    | EUR | €4.90
                    ja-JP | 800     | JPY | ￥800
                    ja-JP | 15000   | JPY | ￥15,000
                    ar-SA | 29.00   | SAR | ٢٩ ر.س.
                    ar-SA | 4.90    | SAR | ٤٫٩٠ ر.س.
                    pt-BR | 34.90   | BRL | R$ 34,90
                    tr-TR | 89.90   | TRY | ₺89,90
                    fr-FR | 5.90    | EUR | 5,90 €
                    ko-KR | 5000    | KRW | ₩5,000
                    zh-US | 59.00   | USD | US$59
                    de-DE | 0.00    | EUR | 0,00 €
                    de-DE | 19.00   | EUR | 19,00 €
                    de-DE | 100.00  | EUR | 100 €
                    """)
    void saysMoney(String locale, String amount, String currency, String expected) {
        FactValue money = new FactValue.Money(new BigDecimal(amount), Currency.getInstance(currency));
        assertThat(say(money, locale, "nominative")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de-DE | 19 % | 14:00  | 24. Dezember 2026
                    de-US | 19 % | 14:00  | 24. Dezember 2026
                    en-US | 19%  | 2:00 PM | December 24, 2026
                    en-GB | 19%  | 14:00  | 24 December 2026
                    fr-FR | 19 % | 14:00  | 24 décembre 2026
                    tr-TR | %19  | 14:00  | 24 Aralık 2026
                    ar-SA | ١٩٪  | ٢:٠٠ م | ٢٤ ديسمبر ٢٠٢٦
                    ja-JP | 19%  | 14:00  | 2026年12月24日
                    zh-US | 19%  | 14:00  | 2026年12月24日
                    ko-KR | 19%  | 오후 2:00 | 2026년 12월 24일
                    ru    | 19 % | 14:00  | 24 декабря 2026 г.
                    pt-BR | 19%  | 14:00  | 24 de dezembro de 2026
                    it-US | 19%  | 14:00  | 24 dicembre 2026
                    """)
    void saysSharesTimesAndDates(String locale, String percent, String clock, String day) {
        assertThat(say(new FactValue.Percent(new BigDecimal(19)), locale, "nominative"))
                .isEqualTo(percent);
        assertThat(say(new FactValue.Clock(LocalTime.of(14, 0)), locale, "nominative"))
                .isEqualTo(clock);
        assertThat(say(new FactValue.Day(LocalDate.of(2026, 12, 24)), locale, "nominative"))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | US dollars               | Visa, Mastercard, and PayPal
                    de | US-Dollar                | Visa, Mastercard und PayPal
                    fr | dollars des États-Unis   | Visa, Mastercard et PayPal
                    es | dólares estadounidenses  | Visa, Mastercard y PayPal
                    it | dollari statunitensi     | Visa, Mastercard e PayPal
                    pt | dólares americanos       | Visa, Mastercard e PayPal
                    ru | доллар США               | Visa, Mastercard и PayPal
                    ar | دولار أمريكي             | Visa وMastercard وPayPal
                    tr | ABD doları               | Visa, Mastercard ve PayPal
                    zh | 美元                      | Visa、Mastercard和PayPal
                    ja | 米ドル                     | Visa、Mastercard、PayPal
                    ko | 미국 달러                  | Visa, Mastercard 및 PayPal
                    """)
    void saysCurrenciesAndLists(String language, String currency, String list) {
        assertThat(say(new FactValue.CurrencyName(Currency.getInstance("USD")), language, "nominative"))
                .isEqualTo(currency);
        assertThat(say(new FactValue.Listing(List.of("Visa", "Mastercard", "PayPal")), language, "nominative"))
                .isEqualTo(list);
    }

    @ParameterizedTest
    @CsvSource({"ja, オーストラリアドル", "zh, 澳大利亚元", "de, Australischer Dollar", "ru, австралийский доллар"})
    void saysACurrencyOfTwoWordsAsTheLanguageJoinsThem(String language, String expected) {
        assertThat(say(new FactValue.CurrencyName(Currency.getInstance("AUD")), language, "nominative"))
                .isEqualTo(expected);
    }
}
