package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.Concept;
import io.babeldesk.knowledge.index.Glossary.Match;
import io.babeldesk.language.Language;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryTest {

    private static final String TERMS = """
            refund   | en | refund, money back, get my money
            money    | en | money
            how-long | en | how long
            return   | en | return, send back
            where-is | en | where is
            refund   | de | Rückerstattung, Geld zurück
            label    | de | Etikett
            return   | de | Rücksendung, zurückschicken
            delivery | de | Lieferung
            cost     | de | Kosten
            delivery | nl | levering
            refund   | fr | remboursement
            return   | es | devolver, devolución
            return   | it | restituire, reso
            refund   | ru | возврат денег
            return   | ru | возврат
            refund   | ar | استرداد
            return   | tr | iade
            refund   | zh | 退款, 退钱
            return   | zh | 退货
            not-come | zh | 没收到
            refund   | ja | 返金
            return   | ja | 返品
            label    | ja | ラベル
            refund   | ko | 환불
            return   | ko | 반품
            track    | ko | 배송 조회
            refund   | th | คืนเงิน
            refund   | he | החזר כספי, זיכוי
            parcel   | he | חבילה
            order    | he | הזמנה
            order-no | he | מספר הזמנה
            no-mail  | en | did not get the e-mail
            mail     | en | e-mail
            order    | en | order
            order-no | en | order number
            track    | en | track my order, order tracking
            """;

    private static final Glossary GLOSSARY = new Glossary(concepts(), new LanguageAnalyzers());

    private static List<Concept> concepts() {
        Map<String, Map<Language, List<String>>> byId = new LinkedHashMap<>();
        TERMS.lines().forEach(line -> {
            List<String> parts = List.of(line.split("\\|", -1));
            byId.computeIfAbsent(parts.get(0).strip(), id -> new LinkedHashMap<>())
                    .put(
                            Language.of(parts.get(1).strip()),
                            List.of(parts.get(2).strip().split(", ", -1)));
        });
        List<Concept> concepts = new ArrayList<>();
        byId.forEach((id, terms) -> concepts.add(new Concept(id, terms)));
        return concepts;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | I want my money back please       | refund
                    en | Money Back!                       | refund
                    en | my money is gone                  | money
                    en | how long until you refund me      | how-long refund
                    en | sending it back                   |
                    en | send back                         | return
                    en | where is it                       | where-is
                    en | refunds                           | refund
                    en | refunded                          | refund
                    de | Wo ist mein Geld zurück           | refund
                    de | Rücksendeetikett                  | label
                    de | Lieferkosten                      | cost
                    de | Lieferungskosten                  | cost delivery
                    de | die Rückerstattungen              | refund
                    de | Rueckerstattung                   | refund
                    de | der Kostenvoranschlag             | cost
                    nl | leveringskosten                   | delivery
                    fr | des remboursements                | refund
                    fr | REMBOURSEMENT                     | refund
                    es | devoluciones                      | return
                    es | devolucion                        | return
                    it | restituisco                       |
                    ru | возврата денег                    | refund
                    ru | возвратом                         | return
                    ar | الاسترداد                         | refund
                    ar | واسترداد المبلغ                   | refund
                    tr | İADE                              | return
                    tr | ürün iadesi                       | return
                    zh | 我要退款                           | refund
                    zh | 我要退货和退款                      | refund return
                    zh | 可以退貨退款嗎                      | refund return
                    zh | 還沒收到                           | not-come
                    ja | 返品したら返金されますか             | refund return
                    ja | ﾗﾍﾞﾙ                              | label
                    ko | 환불은 언제                        | refund
                    ko | 반품하려고 하는데 환불도 되나요        | refund return
                    ko | 배송조회                           | track
                    ko | 배송 조회                          | track
                    ko | 배송을 조회                         |
                    ko | 자유배 송조회                       |
                    th | ขอคืนเงินได้ไหม                     | refund
                    he | איפה החבילה שלי                    | parcel
                    he | ומהחבילה                           | parcel
                    he | כשהחבילה הגיעה                      | parcel
                    he | רוצה החזר כספי                      | refund
                    he | מתי ההחזר הכספי                     | refund
                    he | לזיכוי                             | refund
                    he | מה מספר ההזמנה                     | order-no
                    he | במספר הזמנה ובחבילה                 | order-no parcel
                    he | שלום                               |
                    pl | refund                            |
                    """)
    void recognisesConceptsInTheFormsThatPeopleWrite(String language, String text, String concepts) {
        assertThat(GLOSSARY.concepts(text, Language.of(language)))
                .containsExactlyInAnyOrderElementsOf(concepts == null ? List.of() : List.of(concepts.split(" ", -1)));
    }

    @Test
    void saysWhichPartOfTheTextAConceptIsSaidWith() {
        assertThat(GLOSSARY.matches("I want my money back please", Language.ENGLISH))
                .containsExactly(new Match("refund", 10, 20));
        assertThat(GLOSSARY.matches("…我要退款", Language.of("zh"))).containsExactly(new Match("refund", 3, 5));
        assertThat(GLOSSARY.matches("ﾗﾍﾞﾙと返品", Language.of("ja"))).contains(new Match("return", 5, 7));
    }

    @Test
    void decomposedLettersAreRecognisedWhereTheyStand() {
        String korean = Normalizer.normalize("환불", Normalizer.Form.NFD);
        assertThat(GLOSSARY.matches("네 " + korean, Language.of("ko")))
                .containsExactly(new Match("refund", 2, 2 + korean.length()));
        String spanish = Normalizer.normalize("devolución", Normalizer.Form.NFD);
        assertThat(GLOSSARY.concepts(spanish, Language.of("es"))).containsExactly("return");
    }

    @Test
    void theLongestTermWinsAndIsTakenOnce() {
        assertThat(GLOSSARY.matches("get my money back", Language.ENGLISH))
                .extracting(Match::concept)
                .containsExactly("refund");
        assertThat(GLOSSARY.concepts("возврат денег и возврат", Language.of("ru")))
                .containsOnly("refund", "return");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | order                                  | order
                    en | my order number                        | order-no
                    en | the order and the order number         | order order-no
                    en | how do I track my order                | track
                    en | order tracking number                  | track
                    en | I did not get the e-mail you sent      | no-mail
                    en | I did get the e-mail                   | mail
                    """)
    void aTermOfSeveralWordsBeatsItsParts(String language, String text, String concepts) {
        assertThat(GLOSSARY.matches(text, Language.of(language)))
                .extracting(Match::concept)
                .containsExactly(concepts.split(" ", -1));
    }

    @Test
    void aTermOfSeveralWordsIsFoundThoughSmallWordsAreJoinedToIt() {
        assertThat(GLOSSARY.matches("מתי ההחזר הכספי שלי", Language.of("he")))
                .containsExactly(new Match("refund", 4, 15));
    }

    @Test
    void aTermOfStopWordsIsFound() {
        assertThat(GLOSSARY.concepts("so how long then", Language.ENGLISH)).containsExactly("how-long");
    }

    @Test
    void anEmptyGlossaryFindsNothing() {
        assertThat(new Glossary(List.of(), new LanguageAnalyzers()).matches("refund", Language.ENGLISH))
                .isEmpty();
    }
}
