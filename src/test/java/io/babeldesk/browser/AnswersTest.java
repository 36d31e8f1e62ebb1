package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shopper asks, and what she then sees. */
class AnswersTest extends ShopperVocabulary {

    /** The market's own number each time: language and country do not depend on each other. */
    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en | GB | How long do I have to return a jumper?          | 30 days    | How long do I have to return an item?
            es | US | ¿Cuánto tiempo tengo para devolver un artículo? | 45 días    | ¿Cuánto tiempo tengo para devolver un artículo?
            zh | JP | 收到商品后多久内可以退货？                         | 21         | 收到商品后多久内可以退货？
            ar | SA | كم يوم عندي لإرجاع المنتج؟                        | ١٥ يومًا   | كم المدة المتاحة لإرجاع المنتج؟
            de | AU | Wie lange kann ich einen Artikel zurückgeben?   | 45 Tagen   | Wie lange kann ich einen Artikel zurückgeben?
            fr | FR | Combien coûte la livraison ?                    | 5,90 €     | Quels sont les délais et les frais de livraison ?
            it | IT | Quanto tempo ho per restituire un articolo?     | 30 giorni  | Quanto tempo ho per restituire un articolo?
            pt | BR | Em quantos dias posso devolver um produto?      | 30 dias    | Quanto tempo tenho para devolver um produto?
            ru | TR | Сколько дней у меня есть, чтобы вернуть товар?  | 30 дней    | В какой срок можно вернуть товар?
            ja | JP | 返品は届いてから何日以内ですか？                    | 21         | 返品はいつまでできますか？
            ko | KR | 배송비 얼마예요?                                  | ₩5,000     | 배송은 얼마나 걸리고 배송비는 얼마인가요?
            tr | TR | Kaç gün içinde iade edebilirim?                 | 30 gün     | Ürünü ne kadar süre içinde iade edebilirim?
            """)
    void answersInTheShoppersLanguageWithTheFactOfHerMarket(
            String language, String market, String question, String fact, String source) {
        shopperOpens(language, market);

        shopperAsks(question);

        answerShows(fact);
        answerCites(source);
        assertThat(answer().locator("b").first()).hasText(automatedAssistant(language));
        assertThat(answer().locator(".body")).hasAttribute("lang", language);
        assertThat(answer().locator(".body")).hasCSS("direction", language.equals("ar") ? "rtl" : "ltr");
    }

    /** That software speaks stands above each of its turns. */
    private static String automatedAssistant(String language) {
        try {
            return new ObjectMapper()
                    .readTree(
                            Path.of("web-widget/strings/" + language + ".json").toFile())
                    .path("assistant")
                    .textValue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Line(44)
    void opensTheArticleThatAnAnswerStandsIn() {
        shopperOpens("es", "US");
        shopperAsks("¿Cuánto tiempo tengo para devolver un artículo?");

        answer().locator(".sources button").click();

        assertThat(sheetTitle()).hasText("¿Cuánto tiempo tengo para devolver un artículo?");
        assertThat(sheetTitle()).isFocused();
        assertThat(sheet().locator(".body")).containsText("Regalos y artículos rebajados");
        assertThat(sheet().locator(".body")).containsText("45 días");
        sheet().locator(".back").click();
        assertThat(sheet()).isHidden();
        assertThat(answer().locator(".sources button")).isFocused();
    }

    @Test
    void offersQuestionsBeforeTheFirstMessageAndAnswersTheOneThatIsTapped() {
        shopperOpens("ja", "JP");

        shopperTaps(starters().filter(new Locator.FilterOptions().setHasText("返品はいつまでできますか？")));

        answerShows("21");
        conversationReads("返品はいつまでできますか？", "21");
    }

    @Test
    @Line(43)
    void saysFirstThatItIsAnAssistantAndWhereThePrivacyPolicyIs() {
        shopperOpens("de", "DE");

        assertThat(panel()).containsText("automatischen Assistenten");
        assertThat(panel().locator("a[href='https://larkwell.example/privacy']").first())
                .isVisible();
    }

    @Test
    void declinesWhatIsNotAboutTheShop() {
        shopperOpens("de", "DE");

        shopperAsks("Wie wird das Wetter morgen in Berlin?");

        answerShows("Ich kann nur bei Fragen zu Larkwell helfen");
        assertThat(answer().locator(".sources button")).hasCount(0);
    }

    @Test
    void asksForTheCountryWhereTheAnswerDependsOnItAndThenAnswers() {
        shopperOpens("en");

        shopperAsks("How long do I have to return an item?");
        answerShows("Which country is your order being delivered to?");
        shopperAsks("USA");

        answerShows("45 days");
        answerCites("How long do I have to return an item?");
    }

    @Test
    void followsTheShopperIntoAnotherLanguage() {
        shopperOpens("en", "DE");
        shopperAsks("How long do I have to return a jumper?");
        answerShows("30 days");

        shopperAsks("Und wer zahlt die Rücksendung?");

        answerShows("3,90 €");
        assertThat(answer().locator(".body")).hasAttribute("lang", "de");

        shopperAsks("返品は届いてから何日以内ですか？");

        answerShows("30");
        assertThat(answer().locator(".body")).hasAttribute("lang", "ja");
    }

    @Test
    void tellsHowToReachAPersonWhereNoneCanBeAskedFor() {
        lineIsCut();
        shopperOpens("fr", "FR");
        page.route("**/handoff", Route::abort);

        personButton().click();

        assertThat(sheet().locator("a[href='mailto:help@larkwell.example']")).isVisible();
        assertThat(sheet().locator("a[href^='tel:+44']")).isVisible();
    }

    @Test
    void namesAPersonToWhoeverAsksForOne() {
        shopperOpens("it", "IT");

        shopperAsks("Voglio parlare con un operatore");

        answerShows("team");
    }

    @Test
    @Line(45)
    void takesAnOpinionOnAnAnswer() {
        shopperOpens("en", "GB");
        shopperAsks("How long do I have to return a jumper?");

        answer().locator(".rating button").first().click();

        assertThat(answer().locator(".rating")).hasText("Thank you for your feedback.");
    }

    @Test
    void showsWhatAShopperWritesAsTextAlone() {
        shopperOpens("en", "GB");
        String hostile = "<img src=x onerror=alert(1)> [click](javascript:alert(1)) <b>how long to return?</b>";

        shopperAsks(hostile);

        assertThat(page.locator(".turn.shopper .body")).hasText(hostile);
        assertThat(answer()).isVisible();
        assertThat(page.locator(".turn.shopper .body :not(p)").count()).isZero();
    }

    @Test
    @Line(42)
    void whoeverWaitsForAPersonMayGoBackToTheAssistant() {
        shopperOpens("en", "US");
        personButton().click();
        assertThat(personButton()).hasText("Cancel");

        personButton().click();

        assertThat(personButton()).hasText("Talk to a person");
        assertThat(page.locator("[role=log]")).containsText("you are talking to the automated assistant again");
    }
}
