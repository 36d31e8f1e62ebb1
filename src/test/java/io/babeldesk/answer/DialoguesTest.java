package io.babeldesk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
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
}
