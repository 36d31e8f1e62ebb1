package io.babeldesk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Suggestion;
import io.babeldesk.language.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single messages to the assistant of the demo shop. */
class PassageAnswererTest extends AnswerVocabulary {

    @Test
    void answersWithThePassageOfTheMarketInTheShoppersLanguage() {
        Reply reply = shopperSays("Wie lange kann ich etwas zurückgeben?", "de", "DE");
        assertThat(source(reply).article()).isEqualTo("returns/return-window");
        assertThat(source(reply).language()).isEqualTo(Language.of("de"));
        assertThat(source(reply).title()).isEqualTo("Wie lange kann ich einen Artikel zurückgeben?");
        assertThat(text(reply)).contains("innerhalb von 30 Tagen");
        assertThat(reply.saying().language()).isEqualTo(Language.of("de"));
        assertThat(reply.saying().market()).contains(new Market("DE"));
        assertThat(reply.saying().confidence()).isBetween(0.5, 1.0);
        assertThat(((Reply.Answered) reply).mode()).isEqualTo(ReplyMode.PASSAGE);
    }

    @Test
    void tellsInTheProvenanceWhatItStates() {
        Reply reply = shopperSays("How long can I return things?", "en", "US");
        assertThat(reply.saying().provenance().facts()).containsEntry("returns.window", "RET-01");
        assertThat(reply.saying().provenance().query()).isEqualTo("How long can I return things?");
        assertThat(reply.saying().provenance().hits()).isNotEmpty();
        assertThat(reply.saying().provenance().edition()).matches("[0-9a-f]{12}");
        assertThat(reply.saying().provenance().timings()).containsKeys("retrieval", "rendering");
    }

    @Test
    void suggestsOtherSectionsButNotTheAnswerAgain() {
        Reply.Answered reply = (Reply.Answered) shopperSays("How long can I return things?", "en", "US");
        assertThat(reply.suggestions()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(reply.suggestions())
                .extracting(Suggestion::label)
                .doesNotContain(reply.sources().getFirst().heading())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de | DE | Ich wohne in Deutschland, wie lange kann ich etwas zurückgeben?
                    zh | KR | 我在韩国，多久内可以退货？
                    ru | DE | сколько дней есть на возврат товара в Германии?
                    en | GB | How long can I return items to you from the UK?
                    ar | SA | كم المدة المتاحة لإرجاع المنتج في السعودية؟
                    """)
    void aMarketNamedInTheTextIsTheShoppers(String page, String market, String text) {
        Reply reply = shopperSays(text, page, "");
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        assertThat(reply.saying().market()).contains(new Market(market));
    }

    @Test
    void theMarketNamedInTheTextWinsOverTheKnownOne() {
        assertThat(shopperSays("How long can I return things in Germany?", "en", "US")
                        .saying()
                        .market())
                .contains(new Market("DE"));
    }

    /** It fits several articles alike: which one, she says by a tap. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | I have a problem with my order
            de | Ich habe ein Problem mit meiner Bestellung
            es | tengo un problema con mi pedido
            zh | 我的订单有问题
            ja | 注文に問題があります
            """)
    void asksWhichOfSeveralArticlesIsMeant(String page, String text) {
        Reply reply = shopperSays(text, page, "DE");
        assertThat(reply).isInstanceOf(Reply.AskedBack.class);
        assertThat(text(reply)).isEqualTo(said(page, "reply.ask-choose"));
        assertThat(((Reply.AskedBack) reply).choices())
                .extracting(Suggestion::question)
                .hasSizeBetween(2, 3)
                .doesNotHaveDuplicates();
        String chosen = ((Reply.AskedBack) reply).choices().getFirst().question();
        assertThat(shopperSays(chosen, page, "DE")).isInstanceOf(Reply.Answered.class);
    }

    @Test
    void asksForTheMarketWhereTheAnswerDependsOnIt() {
        Reply reply = shopperSays("How long can I return things?", "en", "");
        assertThat(reply).isInstanceOf(Reply.AskedBack.class);
        assertThat(text(reply)).isEqualTo(said("en", "reply.ask-market"));
        assertThat(((Reply.AskedBack) reply).choices())
                .extracting(Suggestion::label)
                .hasSize(12)
                .contains("Germany", "South Korea")
                .isSorted();
        assertThat(reply.saying().market()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nl | Waar is mijn pakket?             | Engels
                    pl | Ile mam czasu na zwrot towaru?   | angielski
                    """)
    void aLanguageThatTheShopDoesNotWriteGetsTheDefaultOnesTextWithANote(String page, String question, String named) {
        Reply reply = shopperSays(question, page, "DE");
        assertThat(reply.saying().language()).isEqualTo(Language.of(page));
        assertThat(source(reply).language()).isEqualTo(Language.ENGLISH);
        assertThat(text(reply).lines().findFirst().orElseThrow())
                .contains(named)
                .endsWith(":");
    }

    @Test
    void asksForNoMarketWhereTheAnswerIsTheSameEverywhere() {
        Reply reply = shopperSays("What photos do you need of a damaged item?", "en", "");
        assertThat(source(reply).article()).isEqualTo("problems/damaged-wrong-missing");
        assertThat(reply.saying().market()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | hello
                    en | Hi there!
                    de | Hallo
                    de | Guten Tag
                    fr | Bonjour
                    es | hola, buenos días
                    it | ciao
                    pt | Olá
                    ru | Здравствуйте!
                    ar | السلام عليكم
                    ja | こんにちは
                    ko | 안녕하세요
                    tr | merhaba
                    zh | 你好
                    """)
    void greetsBackInTheSameLanguage(String page, String greeting) {
        Reply reply = shopperSays(greeting, page, "DE");
        assertThat(reply).isInstanceOf(Reply.AskedBack.class);
        assertThat(text(reply)).isEqualTo(said(page, "reply.hello"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | thank you
                    de | vielen Dank!
                    fr | merci beaucoup
                    es | gracias
                    it | grazie mille
                    pt | obrigado
                    ru | спасибо
                    ar | شكرا
                    ja | ありがとうございます
                    ko | 감사합니다
                    tr | teşekkür ederim
                    zh | 谢谢
                    """)
    void takesThanksInTheSameLanguage(String page, String thanks) {
        assertThat(text(shopperSays(thanks, page, "DE"))).isEqualTo(said(page, "reply.thanks"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | I want to talk to a human
                    de | Ich möchte mit einem Menschen sprechen
                    fr | je veux parler à un conseiller
                    es | quiero hablar con una persona
                    it | vorrei parlare con un operatore
                    pt | quero falar com um atendente
                    ru | соедините с оператором
                    ar | أريد التحدث مع موظف
                    ja | 担当者と話したい
                    ko | 상담원 연결해 주세요
                    tr | müşteri temsilcisiyle görüşmek istiyorum
                    zh | 转人工
                    """)
    void givesTheWayToAPersonWhereOneIsWished(String page, String wish) {
        Reply reply = shopperSays(wish, page, "DE");
        assertThat(reply).isInstanceOf(Reply.NeedsPerson.class);
        assertThat(text(reply)).contains("help@larkwell.example", "+44 20 7946 0958");
        assertThat(reply.saying().language().code()).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | What is the capital of Mongolia?
                    de | Schreib mir ein Gedicht über den Herbst
                    fr | Qui a gagné la Coupe du monde en 1998 ?
                    ja | 今日の東京の天気は？
                    ru | расскажи анекдот про слона
                    """)
    void declinesWhatIsNotTheShopsMatter(String page, String question) {
        Reply reply = shopperSays(question, page, "DE");
        assertThat(reply).isInstanceOf(Reply.Declined.class);
        assertThat(text(reply)).contains("Larkwell");
        assertThat(reply.saying().language().code()).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "😀", "\ud83d", "?", "the", "…", "\u202e\u200b", "1234567890"})
    void repliesToAnythingAtAll(String text) {
        assertThat(text(shopperSays(text, "de", "DE"))).isNotBlank();
        assertThat(text(shopperSays(text.repeat(1_000), "ar", ""))).isNotBlank();
    }
}
