package io.babeldesk.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest extends UnderManyLocales {

    private static final List<Language> COMPLETE = Stream.of(
                    "en", "zh", "es", "fr", "de", "it", "pt", "ru", "ar", "ja", "ko", "tr")
            .map(Language::of)
            .toList();

    private static final LanguageDetector DETECTOR =
            new LanguageDetector(new LanguageWish(new Messages()), COMPLETE, new LetterSequences());

    private static String choose(String text, String page, String... earlier) {
        Optional<Language> known = page.isEmpty() ? Optional.empty() : Optional.of(Language.of(page));
        return DETECTOR.choose(
                        text, known, Arrays.stream(earlier).map(Language::of).toList())
                .code();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | Where is my parcel? It should have arrived on Monday.
                    de | Wo bleibt mein Paket? Es sollte am Montag ankommen.
                    fr | Où est mon colis ? Il devait arriver lundi.
                    es | ¿Dónde está mi paquete? Tenía que llegar el lunes.
                    it | Dov'è il mio pacco? Doveva arrivare lunedì.
                    pt | Onde está minha encomenda? Era para chegar na segunda.
                    tr | Paketim nerede? Pazartesi günü gelmesi gerekiyordu.
                    ru | Где моя посылка? Она должна была прийти в понедельник.
                    ar | أين طردي؟ كان من المفترض أن يصل يوم الاثنين.
                    zh | 我的包裹在哪里？应该星期一到的。
                    zh | 我的包裹在哪裡？應該星期一到的。
                    ja | 荷物はどこですか。月曜日に届くはずでした。
                    ko | 제 택배는 어디에 있나요? 월요일에 왔어야 하는데요.
                    nl | Waar is mijn pakket? Het zou maandag aankomen.
                    pl | Gdzie jest moja paczka? Miała przyjść w poniedziałek.
                    sv | Var är mitt paket? Det skulle ha kommit i måndags.
                    cs | Kde je můj balík? Měl přijít v pondělí.
                    hu | Hol van a csomagom? Hétfőn kellett volna megérkeznie.
                    el | Πού είναι το δέμα μου;
                    uk | Де моя посилка? Вона мала прийти в понеділок.
                    he | איפה החבילה שלי?
                    fa | بسته من کجاست؟ باید روز دوشنبه می‌رسید.
                    hi | मेरा पार्सल कहाँ है?
                    bn | আমার পার্সেল কোথায়?
                    th | พัสดุของฉันอยู่ที่ไหน
                    vi | Bưu kiện của tôi ở đâu? Lẽ ra phải đến vào thứ Hai.
                    """)
    void clearTextNeedsNoPage(String language, String text) {
        assertThat(choose(text, "")).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | de | Where is my parcel?
                    en | es | I want to return my shoes
                    de | en | Wo ist mein Paket?
                    de | fr | Ich möchte etwas zurückschicken
                    fr | en | Je voudrais renvoyer un article
                    es | en | quiero devolver unos zapatos
                    it | de | vorrei restituire le scarpe
                    pt | es | quero devolver um produto, não serviu
                    tr | de | siparişim ne zaman gelecek
                    nl | en | ik wil mijn bestelling terugsturen
                    pl | en | chcę zwrócić buty
                    ru | en | где мой заказ
                    zh | en | 我的订单在哪里
                    ja | zh | 注文はどこですか
                    ko | ja | 주문은 어디에 있나요
                    ar | en | أين طلبي
                    """)
    void clearTextOverridesThePage(String language, String page, String text) {
        assertThat(choose(text, page)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | hello
                    de | Hallo
                    fr | Bonjour
                    es | hola
                    it | ciao
                    pt | oi
                    tr | merhaba
                    nl | hallo
                    sv | hej
                    da | hej
                    no | hei
                    fi | hei
                    id | halo
                    ms | helo
                    de | ok
                    fr | ok
                    tr | 12345
                    es | 👍
                    it | ???
                    ja | ok
                    ja | 返品
                    zh | 退货
                    uk | привіт
                    bg | здравей
                    fa | سلام
                    """)
    void aWordOrTwoFollowThePage(String page, String text) {
        assertThat(choose(text, page)).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ja | Apple Payは使えますか
                    ja | iPhoneのケースを返品したい
                    zh | 可以用PayPal付款吗
                    zh | DHL包裹什么时候到
                    ko | Visa 카드로 결제할 수 있나요
                    ru | можно оплатить через Google Pay
                    ar | هل يمكنني الدفع عبر Apple Pay
                    el | μπορώ να πληρώσω με PayPal
                    he | אפשר לשלם ב-PayPal
                    th | จ่ายด้วย PayPal ได้ไหม
                    en | What does 返品 mean on my label?
                    de | Was heißt «возврат» auf meinem Etikett?
                    """)
    void brandNamesAndQuotedWordsDoNotDecide(String language, String text) {
        assertThat(choose(text, "")).isEqualTo(language);
    }

    @Test
    void earlierTurnsDecideWhatAShortTextDoesNot() {
        assertThat(choose("ok", "en", "de")).isEqualTo("de");
        assertThat(choose("ok", "en", "de", "fr")).isEqualTo("fr");
        assertThat(choose("123", "", "tr")).isEqualTo("tr");
        assertThat(choose("Where is my parcel? I have waited for two weeks.", "de", "de", "de"))
                .isEqualTo("en");
    }

    @Test
    void aWishWinsOverTextAndPage() {
        assertThat(choose("in English please", "de", "de")).isEqualTo("en");
        assertThat(choose("auf Spanisch bitte", "de", "de")).isEqualTo("es");
        assertThat(choose("Türkçe lütfen", "en")).isEqualTo("tr");
    }

    @Test
    void withNothingKnownItIsEnglish() {
        assertThat(choose("", "")).isEqualTo("en");
        assertThat(choose("👍 123", "")).isEqualTo("en");
        assertThat(choose("ⰀⰁⰂ", "")).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\u0000", "\u202e\u200b", "ﷺ", "¿?", "…"})
    @Timeout(20)
    void isDoneWithAnything(String text) {
        assertThat(choose(text, "fr")).isNotEmpty();
        assertThat(choose(text.repeat(4_000), "fr")).isNotEmpty();
    }

    @Test
    void manyThreadsDecideTheSame() throws Exception {
        List<String> texts =
                List.of("Wo ist mein Paket?", "where is my parcel", "où est mon colis", "dov'è il mio pacco");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<List<String>>> decided = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                decided.add(threads.submit(
                        () -> texts.stream().map(text -> choose(text, "")).toList()));
            }
            for (Future<List<String>> one : decided) {
                assertThat(one.get())
                        .isEqualTo(Stream.of("de", "en", "fr", "it").toList());
            }
        }
    }
}
