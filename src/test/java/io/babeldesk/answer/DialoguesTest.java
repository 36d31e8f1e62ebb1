package io.babeldesk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Market;
import io.babeldesk.knowledge.SavedQuestion;
import io.babeldesk.knowledge.SavedQuestion.Wanted;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that are understood only with those before. */
class DialoguesTest extends AnswerVocabulary {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | How long can I return things?               | Germany                | DE
                    en | How long can I return things?               | I'm in the UK          | GB
                    de | Wie lange kann ich etwas zurückgeben?       | Deutschland            | DE
                    de | Wie lange kann ich etwas zurückgeben?       | in die Türkei          | TR
                    fr | Combien de temps ai-je pour retourner un article ? | en France       | FR
                    es | ¿Cuánto tiempo tengo para devolver un artículo? | España             | ES
                    it | Quanto tempo ho per restituire un articolo? | Italia                 | IT
                    pt | Quanto tempo tenho para devolver um produto? | Brasil                | BR
                    ru | В какой срок можно вернуть товар?           | в Германии             | DE
                    ar | كم المدة المتاحة لإرجاع المنتج؟              | السعودية               | SA
                    ja | 返品はいつまでできますか？                     | 日本                   | JP
                    ko | 반품은 언제까지 할 수 있나요?                   | 한국이요                | KR
                    tr | Ürünü ne kadar süre içinde iade edebilirim? | Türkiye                | TR
                    zh | 收到商品后多久内可以退货？                      | 美国                   | US
                    """)
    void theCountryAnswersTheQuestionForIt(String page, String question, String country, String market) {
        assertThat(text(shopperSays(question, page, ""))).isEqualTo(said(page, "reply.ask-market"));
        Reply reply = shopperSays(country, page, "");
        assertThat(source(reply).article()).isEqualTo("returns/return-window");
        assertThat(reply.saying().market()).contains(new Market(market));
        assertThat(reply.saying().language().code()).isEqualTo(page);
    }

    @Test
    void aNewQuestionAfterTheQuestionForTheCountryIsTakenAsOne() {
        shopperSays("How long can I return things?", "en", "");
        Reply reply = shopperSays("What photos do you need of a damaged item?", "en", "");
        assertThat(source(reply).article()).isEqualTo("problems/damaged-wrong-missing");
    }

    @Test
    void aWishBeforeAnyQuestionIsGranted() {
        Reply reply = shopperSays("auf Deutsch bitte", "en", "DE");
        assertThat(reply).isInstanceOf(Reply.AskedBack.class);
        assertThat(text(reply)).contains("Deutsch");
        assertThat(reply.saying().language()).isEqualTo(Language.of("de"));
    }

    @Test
    void theConversationGoesOnInTheWishedLanguage() {
        shopperSays("auf Deutsch bitte", "en", "DE");
        assertThat(shopperSays("ok", "en", "DE").saying().language()).isEqualTo(Language.of("de"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | US | How do I return an item?             | And what does it cost?        | returns/return-shipping
                    en | US | How do I return an item?             | how much?                     | returns/return-shipping
                    en | US | How long does standard delivery take? | and how much is it?          | delivery/delivery-times-costs
                    de | DE | Wie schicke ich etwas zurück?        | und was kostet das?           | returns/return-shipping
                    de | DE | Was kostet der Versand?              | und wie lange dauert das?     | delivery/delivery-times-costs
                    es | ES | ¿Cuánto tiempo tengo para devolver un artículo? | y para zapatos?    | returns/return-window
                    es | ES | ¿Cuánto tarda el envío?              | ¿y cuánto cuesta?             | delivery/delivery-times-costs
                    fr | FR | Comment retourner un article ?       | c'est gratuit ?               | returns/return-shipping
                    it | IT | Quanto tempo ci vuole per la consegna? | e quanto costa?             | delivery/delivery-times-costs
                    pt | BR | Quanto tempo demora a entrega?       | e quanto custa?               | delivery/delivery-times-costs
                    ru | DE | Сколько времени занимает доставка?   | а сколько это стоит?          | delivery/delivery-times-costs
                    ar | SA | كم يستغرق التوصيل؟                     | وكم التكلفة؟                   | delivery/delivery-times-costs
                    ja | JP | 返品はどうすればいいですか？              | 料金はいくらですか？             | returns/return-shipping
                    ko | KR | 배송은 얼마나 걸려요?                   | 그럼 비용은요?                  | delivery/delivery-times-costs
                    ko | KR | 반품은 어떻게 하나요?                   | 비용은 얼마예요?                 | returns/return-shipping
                    tr | TR | Teslimat ne kadar sürer?              | peki ücreti ne kadar?         | delivery/delivery-times-costs
                    zh | US | 怎么退货？                             | 那要多少钱？                    | returns/return-shipping
                    zh | US | 标准配送需要多长时间？                   | 那要多少钱？                    | delivery/delivery-times-costs
                    """)
    void aQuestionThatLeavesOutWhatItIsAboutIsTakenWithTheOneBefore(
            String page, String market, String question, String followUp, String article) {
        shopperSays(question, page, market);
        assertThat(source(shopperSays(followUp, page, market)).article()).isEqualTo(article);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | How long does standard delivery take? | and to Brazil?          | BR
                    en | How long does standard delivery take? | What about Germany?     | DE
                    de | Wie lange dauert die Lieferung?       | und nach Frankreich?    | FR
                    es | ¿Cuánto tarda el envío?               | ¿y a Brasil?            | BR
                    fr | Combien de temps prend la livraison ? | et en Allemagne ?       | DE
                    it | Quanto tempo richiede la consegna standard? | e in Germania?    | DE
                    pt | Quanto tempo demora a entrega?        | e para a Alemanha?      | DE
                    ru | Сколько времени занимает доставка?    | а в Германию?           | DE
                    ar | كم يستغرق التوصيل؟                      | وإلى ألمانيا؟            | DE
                    ja | 配送には何日かかりますか？                | ドイツへは？             | DE
                    ko | 배송은 얼마나 걸려요?                    | 독일은요?                | DE
                    tr | Standart teslimat ne kadar sürer?     | peki Almanya'ya?        | DE
                    zh | 标准配送需要多长时间？                    | 寄到巴西呢？             | BR
                    """)
    void aCountryAloneAsksTheSameForThatCountry(String page, String question, String country, String market) {
        shopperSays(question, page, "US");
        Reply reply = shopperSays(country, page, "US");
        assertThat(source(reply).article()).isEqualTo("delivery/delivery-times-costs");
        assertThat(reply.saying().market()).contains(new Market(market));
        assertThat(reply.saying().language().code()).isEqualTo(page);
    }

    @Test
    void aChainOfFollowUpsKeepsItsTopic() {
        shopperSays("Wie schicke ich etwas zurück?", "de", "DE");
        shopperSays("und was kostet das?", "de", "DE");
        shopperSays("Danke!", "de", "DE");
        Reply reply = shopperSays("und nach Frankreich?", "de", "DE");
        assertThat(source(reply).article()).isEqualTo("returns/return-shipping");
        assertThat(text(reply)).contains("4,90");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | US | How long does standard delivery take? | refund?            | refunds/refund-times
                    en | US | How long does standard delivery take? | How can I pay?     | payment/payment-methods
                    en | US | How do I return an item?              | warranty?          | warranty/warranty-repair
                    de | DE | Was kostet der Versand?               | Garantie?          | warranty/warranty-repair
                    de | DE | Was kostet der Versand?               | wo ist mein Paket  | delivery/track-order
                    ru | DE | Как вернуть товар?                    | а гарантия?        | warranty/warranty-repair
                    ar | SA | كم يستغرق التوصيل؟                      | والضمان؟            | warranty/warranty-repair
                    ja | JP | 返品はどうすればいいですか？               | 保証は？             | warranty/warranty-repair
                    ko | KR | 배송은 얼마나 걸려요?                    | 보증은요?            | warranty/warranty-repair
                    zh | US | 怎么退货？                              | 保修呢？             | warranty/warranty-repair
                    """)
    void aQuestionThatNamesItsMatterStandsByItselfHoweverShort(
            String page, String market, String question, String next, String article) {
        shopperSays(question, page, market);
        assertThat(source(shopperSays(next, page, market)).article()).isEqualTo(article);
    }

    /** What is not to be asked back makes sense alone, so that nothing said before may change what it finds. */
    @Test
    void noSavedQuestionIsChangedByTheOneBefore() {
        List<SavedQuestion> questions = shop.base().edition().questions();
        List<String> changed = new ArrayList<>();
        for (int i = 1; i < questions.size(); i += 3) {
            SavedQuestion before = questions.get(i - 1);
            SavedQuestion saved = questions.get(i);
            String page = saved.language().code();
            String market = saved.market().map(Market::code).orElse("US");
            startAnew();
            String alone = outcome(shopperSays(saved.question(), page, market));
            startAnew();
            shopperSays(before.question(), page, market);
            String after = outcome(shopperSays(saved.question(), page, market));
            if (saved.wanted() != Wanted.ASK_BACK
                    && saved.language().equals(before.language())
                    && !after.equals(alone)) {
                changed.add(before.question() + " | " + saved.question() + " | " + alone + " -> " + after);
            }
        }
        // Some are so short that they could be meant so: "how much?" after another question.
        assertThat(changed).hasSizeLessThanOrEqualTo(questions.size() / 300);
    }

    private static String outcome(Reply reply) {
        return reply instanceof Reply.Answered
                ? source(reply).article()
                : reply.getClass().getSimpleName();
    }

    @Test
    void whatIsNoMatterOfTheShopIsNotSavedByTheQuestionBefore() {
        shopperSays("How long does standard delivery take?", "en", "US");
        assertThat(shopperSays("How much is a giraffe?", "en", "US")).isInstanceOf(Reply.Declined.class);
        assertThat(shopperSays("Tell me a joke", "en", "US")).isInstanceOf(Reply.Declined.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | auf Deutsch bitte        | de
                    en | en français svp          | fr
                    en | 请用中文                   | zh
                    en | 日本語でお願いします         | ja
                    """)
    void theLastQuestionIsAnsweredAgainInTheWishedLanguage(String page, String wish, String wished) {
        shopperSays("How do I return an item?", page, "US");
        Reply reply = shopperSays(wish, page, "US");
        assertThat(source(reply).article()).isEqualTo("returns/how-to-return");
        assertThat(source(reply).language()).isEqualTo(Language.of(wished));
        assertThat(reply.saying().language()).isEqualTo(Language.of(wished));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | How long can I return things?               | Austria     | Austria
                    de | Wie lange kann ich etwas zurückgeben?       | Österreich  | Österreich
                    de | Wie lange kann ich etwas zurückgeben?       | nach Österreich | Österreich
                    fr | Combien de temps ai-je pour retourner un article ? | en Autriche | Autriche
                    es | ¿Cuánto tiempo tengo para devolver un artículo? | México  | México
                    it | Quanto tempo ho per restituire un articolo? | in Austria  | Austria
                    pt | Quanto tempo tenho para devolver um produto? | Áustria    | Áustria
                    ru | В какой срок можно вернуть товар?           | в Австрию   | Австрия
                    ar | كم المدة المتاحة لإرجاع المنتج؟              | النمسا      | النمسا
                    ja | 返品はいつまでできますか？                     | オーストリア  | オーストリア
                    ko | 반품은 언제까지 할 수 있나요?                   | 오스트리아요  | 오스트리아
                    tr | Ürünü ne kadar süre içinde iade edebilirim? | Avusturya   | Avusturya
                    zh | 收到商品后多久内可以退货？                      | 奥地利       | 奥地利
                    """)
    void aCountryThatIsNoMarketIsToldSoAndNotAskedForAgain(String page, String question, String country, String named) {
        shopperSays(question, page, "");
        for (int i = 0; i < 2; i++) {
            Reply reply = shopperSays(country, page, "");
            assertThat(reply).as(text(reply)).isInstanceOf(Reply.NeedsPerson.class);
            assertThat(text(reply)).contains(named, "Larkwell", "help@larkwell.example");
            assertThat(text(reply)).contains(MarketMention.name(new Market("DE"), Language.of(page)));
            assertThat(reply.saying().language().code()).isEqualTo(page);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | US | how long does shipping to Canada take
                    de | DE | Wie lange dauert die Lieferung nach Österreich?
                    es | ES | vivo en México, cuánto tarda el envío?
                    zh | US | 寄到加拿大需要多久？
                    """)
    void theTermsOfTheKnownMarketAreNotToldForACountryThatIsNone(String page, String market, String question) {
        assertThat(shopperSays(question, page, market)).isInstanceOf(Reply.NeedsPerson.class);
    }

    @Test
    void theLandThatParcelsComeFromIsNotWhereTheShopperIs() {
        assertThat(shopperSays("How long does an item from China take?", "en", "US"))
                .isInstanceOf(Reply.Answered.class);
    }
}
