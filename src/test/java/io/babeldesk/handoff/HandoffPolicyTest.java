package io.babeldesk.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Handling.Offer;
import io.babeldesk.handoff.HandoffPolicy.Decision;
import io.babeldesk.handoff.HandoffPolicy.Outcome;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.babeldesk.sentiment.Sentiment;
import io.babeldesk.sentiment.Sentiment.Label;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HandoffPolicyTest extends HandoffVocabulary {

    private static final Sentiment CALM = Sentiment.NEUTRAL;
    private static final Sentiment SAD = new Sentiment(Label.NEGATIVE, 0.8, 0.2, 0.9);
    private static final Sentiment GLAD = new Sentiment(Label.POSITIVE, 0.8, 0, 0.9);
    private static final Sentiment FURIOUS = new Sentiment(Label.NEGATIVE, 0.9, 0.9, 0.9);

    private final HandoffPolicy policy = new HandoffPolicy(rules());

    private static TurnFacts facts(String text, String language) {
        return new TurnFacts(
                text, List.of(Language.of(language), Language.ENGLISH), List.of(CALM), 0, Optional.empty());
    }

    private static TurnFacts mood(int failed, Sentiment... moods) {
        return new TurnFacts("so what", List.of(Language.ENGLISH), List.of(moods), failed, Optional.empty());
    }

    private static TurnFacts offered(String text, String language, int left) {
        return new TurnFacts(
                text,
                List.of(Language.of(language), Language.ENGLISH),
                List.of(CALM),
                0,
                Optional.of(new Offer("anger", MONDAY, left)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Can I talk to a real person please?           | asked-person
            en | please connect me with an agent               | asked-person
            en | I want to speak with someone from your team   | asked-person
            en | HUMAN AGENT                                   | asked-person
            de | Ich möchte mit einem Menschen sprechen        | asked-person
            de | Kann ich bitte mit einem Mitarbeiter chatten? | asked-person
            es | Quiero hablar con una persona real            | asked-person
            fr | Je voudrais parler à un conseiller            | asked-person
            it | Vorrei parlare con un operatore               | asked-person
            pt | Quero falar com um atendente                  | asked-person
            ru | Соедините меня с оператором                   | asked-person
            ru | хочу поговорить с живым человеком             | asked-person
            ar | أريد التحدث مع موظف                           | asked-person
            ja | オペレーターにつないでください                    | asked-person
            ja | 人と話したいです                                | asked-person
            ko | 상담원 연결해 주세요                             | asked-person
            zh | 我要转人工                                     | asked-person
            zh | 我想找真人客服                                  | asked-person
            tr | Gerçek bir insanla konuşmak istiyorum         | asked-person
            tr | Müşteri temsilcisine bağlanmak istiyorum      | asked-person
            nl | Ik wil met een medewerker praten              | asked-person
            pl | chcę porozmawiać z człowiekiem                | asked-person
            sv | jag vill prata med en människa                | asked-person
            da | kan jeg tale med et menneske                  | asked-person
            no | kan jeg snakke med en kundebehandler          | asked-person
            fi | haluan puhua ihmisen kanssa                   | asked-person
            cs | chci mluvit s člověkem                        | asked-person
            ro | vreau să vorbesc cu o persoană                | asked-person
            hu | szeretnék egy ügyintézővel beszélni           | asked-person
            el | θέλω να μιλήσω με έναν άνθρωπο                | asked-person
            uk | хочу поговорити з людиною                     | asked-person
            bg | искам да говоря с човек                       | asked-person
            he | אני רוצה לדבר עם נציג                         | asked-person
            fa | می‌خواهم با یک کارشناس صحبت کنم                | asked-person
            hi | मुझे किसी इंसान से बात करनी है                    | asked-person
            bn | আমি একজন মানুষের সাথে কথা বলতে চাই             | asked-person
            th | ขอคุยกับเจ้าหน้าที่ค่ะ                              | asked-person
            vi | tôi muốn nói chuyện với nhân viên             | asked-person
            id | saya mau bicara dengan petugas                | asked-person
            ms | saya nak cakap dengan pegawai                 | asked-person
            en | I don't want to live anymore                  | self-harm
            en | I'm going to kill myself                      | self-harm
            de | Ich will einfach nur noch sterben             | self-harm
            de | Ich bringe mich um                            | self-harm
            es | ya no quiero vivir                            | self-harm
            fr | J’ai envie de mourir                          | self-harm
            it | voglio farla finita                           | self-harm
            pt | não quero mais viver                          | self-harm
            ru | я не хочу больше жить                         | self-harm
            ar | أريد أن أموت                                  | self-harm
            ja | もう死にたい                                    | self-harm
            ko | 죽고 싶어요                                     | self-harm
            zh | 我不想活了                                      | self-harm
            tr | yaşamak istemiyorum                           | self-harm
            da | jeg vil dø                                    | self-harm
            pl | chcę popełnić samobójstwo                     | self-harm
            vi | tôi muốn tự tử                                | self-harm
            en | I know where you live and I will find you     | threat
            de | ich bringe euch alle um                       | threat
            ru | я вас убью                                    | threat
            zh | 我要炸了你们公司                                 | threat
            en | I will sue you, my lawyer will be in touch    | legal-threat
            de | Ich schalte meinen Anwalt ein                 | legal-threat
            de | Wir sehen uns vor Gericht                     | legal-threat
            es | voy a poner una denuncia                      | legal-threat
            fr | je vais porter plainte                        | legal-threat
            it | vi faccio causa                               | legal-threat
            pt | vou procurar o Procon                         | legal-threat
            ru | я подам в суд                                 | legal-threat
            ar | سأرفع دعوى ضدكم                               | legal-threat
            ja | 弁護士に相談します                               | legal-threat
            ko | 변호사를 선임하겠습니다                            | legal-threat
            zh | 我会找律师起诉你们                                | legal-threat
            tr | tüketici mahkemesine gideceğim                | legal-threat
            en | someone used my card without permission       | payment-fraud
            en | there is an unauthorized charge from you      | payment-fraud
            de | Jemand hat mit meiner Karte bestellt          | payment-fraud
            es | me robaron la tarjeta, han usado mi tarjeta   | payment-fraud
            fr | on a utilisé ma carte sans mon accord         | payment-fraud
            ru | у меня украли карту                           | payment-fraud
            ja | カードが不正利用されました                          | payment-fraud
            zh | 我的信用卡被盗刷了                                | payment-fraud
            tr | kartım çalındı                                | payment-fraud
            en | the charger caught fire last night            | product-safety
            en | I had an allergic reaction to the cream       | product-safety
            de | Die Lampe hat Feuer gefangen                  | product-safety
            es | el cargador explotó                           | product-safety
            fr | la batterie a pris feu                        | product-safety
            it | ho preso la scossa elettrica                  | product-safety
            pt | o carregador pegou fogo                       | product-safety
            ru | зарядка загорелась                            | product-safety
            ar | انفجر الشاحن                                  | product-safety
            ja | 充電器から煙が出ています                            | product-safety
            ko | 충전기에서 연기가 나요                            | product-safety
            zh | 充电器冒烟了                                     | product-safety
            tr | şarj aleti alev aldı                          | product-safety
            """)
    void aPersonTakesOverAtOnce(String language, String text, String rule) {
        Decision decision = policy.before(facts(text, language));
        String decided = switch (decision) {
            case Decision.Help help -> help.rule();
            case Decision.HandOver over -> over.rule();
            case Decision.Proceed _, Decision.MakeOffer _ -> "nothing";
        };
        assertThat(decided).isEqualTo(rule);
        assertThat(decision instanceof Decision.Help).isEqualTo(rule.equals("self-harm"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | How long does delivery take?
            en | Are you a real person?
            en | I don't need to talk to a human, just tell me the return window
            en | These shoes are killing me
            en | I was told that my parcel would be here on Monday
            en | Can I pay with a credit card?
            en | Is the lamp fire resistant?
            en | What is the agent order number on the invoice?
            en | Suicide Squad T-shirt, which sizes do you have?
            de | Kann ich das Gerät zurückschicken?
            de | Sind Sie ein Mensch?
            de | Wer ist Ihr Lieferant?
            de | Ich habe die falsche Karte hinterlegt
            es | ¿Cuánto tarda el envío?
            es | ¿Eres una persona?
            fr | Combien de temps pour un remboursement ?
            fr | Mon colis a du retard
            it | Quando arriva il mio pacco?
            pt | Posso trocar o tamanho?
            ru | Где мой заказ?
            ru | Сколько стоит доставка?
            ar | كم يستغرق التوصيل؟
            ja | 返品はいつまでできますか
            ja | 商品が届きません
            ko | 배송은 얼마나 걸리나요?
            zh | 退货需要几天
            zh | 你是真人吗
            tr | Kargo ne kadar sürer?
            vi | cứ từ từ nhé
            """)
    void whatIsNoCaseForAPersonIsAnswered(String language, String text) {
        assertThat(policy.before(facts(text, language))).isEqualTo(new Decision.Proceed());
    }

    @Test
    void aPersonIsOfferedToTheAngryTheUnhappyAndTheUnhelped() {
        assertThat(policy.after(mood(0, CALM, FURIOUS), Outcome.ANSWERED, 0.9))
                .isEqualTo(new Decision.MakeOffer("anger"));
        assertThat(policy.after(mood(0, GLAD, GLAD, SAD, SAD), Outcome.ANSWERED, 0.9))
                .isEqualTo(new Decision.MakeOffer("falling-mood"));
        assertThat(policy.after(mood(3, CALM), Outcome.OTHER, 0)).isEqualTo(new Decision.MakeOffer("failed-turns"));
        assertThat(policy.after(mood(2, CALM), Outcome.OTHER, 0)).isEqualTo(new Decision.Proceed());
        assertThat(policy.after(mood(0, CALM), Outcome.UNSURE, 0.5))
                .isEqualTo(new Decision.MakeOffer("low-confidence"));
        assertThat(policy.after(mood(0, CALM), Outcome.ANSWERED, 0.1))
                .isEqualTo(new Decision.MakeOffer("low-confidence"));
        assertThat(policy.after(mood(0, CALM), Outcome.ASKED_PERSON, 0.5))
                .isEqualTo(new Decision.HandOver("asked-person", false));
        assertThat(policy.after(mood(0), Outcome.ANSWERED, 0.9)).isEqualTo(new Decision.Proceed());
    }

    @Test
    void thereIsNeverMoreThanOneOffer() {
        TurnFacts angry = new TurnFacts(
                "well", List.of(Language.ENGLISH), List.of(FURIOUS), 9, Optional.of(new Offer("anger", MONDAY, 2)));
        assertThat(policy.after(angry, Outcome.UNSURE, 0)).isEqualTo(new Decision.Proceed());
    }

    static Stream<String> languages() {
        return rules().offers().accept().keySet().stream().map(Language::code).sorted();
    }

    /** The chip under an offer sends these words, so they must be understood in every language. */
    @ParameterizedTest
    @MethodSource("languages")
    void theWordsOfTheChipAcceptTheOffer(String language) {
        String chip = new Messages().say(Language.of(language), "handoff.accept");
        assertThat(policy.before(offered(chip, language, 2))).as(chip).isInstanceOf(Decision.HandOver.class);
    }

    @Test
    void anOfferIsAcceptedByAYesAndLapsesBySilence() {
        assertThat(policy.before(offered("ja, gerne", "de", 1)))
                .isEqualTo(new Decision.HandOver("offer-accepted", false));
        assertThat(policy.before(offered("nein danke", "de", 1))).isEqualTo(new Decision.Proceed());
        assertThat(policy.before(offered("ja, gerne", "de", 0)))
                .as("it has lapsed")
                .isEqualTo(new Decision.Proceed());
        assertThat(policy.before(facts("ja, gerne", "de"))).isEqualTo(new Decision.Proceed());
        assertThat(policy.aged(offered("wo ist mein Paket?", "de", 3)))
                .map(Offer::left)
                .contains(2);
        assertThat(policy.aged(offered("nein danke", "de", 3))).map(Offer::left).contains(0);
        assertThat(policy.aged(offered("wo?", "de", -2))).isEmpty();
    }

    @Test
    void helpIsSaidInWordsThatPeopleWroteWithTheLinesOfTheMarket() {
        var help = rules().help();
        assertThat(help.say(GERMAN, Optional.of(new io.babeldesk.conversation.Market("DE"))))
                .contains("0800 1110111")
                .doesNotContain("{lines}");
        assertThat(help.say(Language.of("pl"), Optional.empty())).contains("findahelpline.com");
        assertThat(help.lines().keySet()).containsAll(demo().shop().markets());
    }
}
