package io.babeldesk.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseNumbersTest extends IntakeVocabulary {

    private final PromiseNumbers numbers = new PromiseNumbers();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | You have 30 days.
                    en | A 30-day window.
                    en | within 5 working days
                    en | after 5 business days
                    en | within 24 hours
                    en | It costs $5.
                    en | It costs 4.90 EUR.
                    en | It costs 5 euros.
                    en | It costs 25 dollars.
                    en | That is 19%.
                    en | That is 19 percent.
                    en | 12 months of guarantee
                    de | Sie haben 30 Tage Zeit.
                    de | innerhalb von 14 Tagen
                    de | binnen 3 Werktagen
                    de | Das kostet 4,90 €.
                    de | Das kostet 4,90\u00a0€.
                    de | Das kostet 5 Euro.
                    de | Das sind 19 %.
                    de | Das sind 19\u202f%.
                    de | nach 24 Stunden
                    fr | sous 30 jours
                    fr | sous 5 jours ouvrés
                    fr | 20 % de TVA
                    es | en 30 días
                    it | entro 5 giorni lavorativi
                    pt | em até 7 dias úteis
                    pt | R$ 29,90
                    ru | в течение 30 дней
                    ru | через 2 дня
                    ru | до 5 рабочих дней
                    ru | 500 ₽
                    ar | خلال ٣٠ يومًا
                    ar | خلال 3 أيام
                    ar | ٪١٥
                    ar | 15٪
                    tr | 14 gün içinde
                    tr | %20 KDV
                    tr | 79,90 TL
                    zh | 30天内
                    zh | 3个工作日
                    zh | 24小时
                    zh | 10%
                    ja | 21日以内
                    ja | 3営業日
                    ja | 800円
                    ja | ２１日以内
                    ko | 21일 이내
                    ko | 3영업일
                    ko | 5000원
                    nl | binnen 30 dagen
                    hi | ३० दिन
                    """)
    void findsWhatLooksLikeAPromise(String language, String line) {
        assertThat(numbers.find(line.translateEscapes(), Language.of(language))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | as Directive 2011/83/EU has it
                    en | see point 3 of the list
                    en | the iPhone 15 and the number 4711
                    en | in 2026
                    en | COVID-19
                    en | WEEE 2012/19/EU, the 3rd point
                    en | 2 items a day
                    de | nach § 356 BGB
                    de | Punkt 3 der Liste
                    de | die Richtlinie 2011/83/EU
                    ru | статья 26.1 закона
                    zh | 第3步
                    zh | 2026年
                    ja | 2026年12月24日
                    ja | 手順3をご覧ください
                    ko | 3번 항목
                    ko | 2026년
                    tr | 6502 sayılı Kanun
                    ar | الخطوة 3
                    """)
    void leavesOtherNumbersAlone(String language, String line) {
        assertThat(numbers.find(line, Language.of(language))).isNull();
    }

    @Test
    void namesTheNumberTheLineAndTheWayOut() {
        warns(
                folder().saying("Text.\n\nYou have 30 days for {{returns.window}}."),
                ARTICLE,
                BODY + 2,
                "found '30 days'",
                "looks like a promise",
                "put it into policies.yaml");
    }

    @Test
    void aFactIsNoPromiseInTheText() {
        isClean(folder().saying("Within {{returns.window}} call {{contact.phone}}."));
    }
}
