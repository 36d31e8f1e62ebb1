package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.language.Language;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that words take when people write them find the article that has another form. */
class AnalysisTest {

    private static final PassageIndex INDEX = PassageIndex.inMemory();

    @SuppressWarnings("NullAway.Init") // set before the tests
    private static PassageSearch search;

    @BeforeAll
    static void index(@TempDir Path root) {
        Edition edition = SmallBases.in(root);
        search = INDEX.index(edition);
    }

    @AfterAll
    static void close() {
        search.close();
        INDEX.close();
    }

    /** The slug of the article that comes first. */
    private static String found(String language, String question) {
        Language asked = Language.of(language);
        return search.search(question, asked, asked, article -> true, 3).hits().stream()
                .map(hit -> hit.passage().article().slug())
                .findFirst()
                .orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | where do I print labels            | returns
                    en | can this be returned               | returns
                    en | returning goods                    | returns
                    en | parcels                            | delivery
                    en | tracked parcel                     | delivery
                    en | my batteries broke                 | repair
                    en | repairing devices                  | repair
                    en | my devise is defectiv              | repair
                    en | traking numbr                      | delivery
                    de | Warenrücksendung                   | returns
                    de | Rücksendeetiketten                 | returns
                    de | rueckgabe der ware zurueckgeben    | returns
                    de | zuruckgeben                        | returns
                    de | Pakete                             | delivery
                    de | die Verfolgung der Sendung         | delivery
                    de | Akkus                              | repair
                    de | kaputte Geräte                     | repair
                    de | Reperatur                          | repair
                    fr | renvoi des produits                | returns
                    fr | les etiquettes                     | returns
                    fr | suivre mes colis                   | delivery
                    fr | l'expedition                       | delivery
                    fr | des batteries cassées              | repair
                    fr | appareils defectueux               | repair
                    fr | j'ai cassé l'appareil              | repair
                    es | devolución de articulos            | returns
                    es | etiquetas                          | returns
                    es | devolverlo                         | returns
                    es | los paquetes                       | delivery
                    es | seguir mi envio                    | delivery
                    es | baterias rotas                     | repair
                    es | reparar aparatos                   | repair
                    it | restituzione degli articoli        | returns
                    it | etichette                          | returns
                    it | restituirlo                        | returns
                    it | il pacco che viaggia               | delivery
                    it | dov'è la spedizione                | delivery
                    it | batterie rotte                     | repair
                    it | l'apparecchio                      | repair
                    pt | devolução de produtos              | returns
                    pt | devolvi o produto                  | returns
                    pt | pacotes                            | delivery
                    pt | codigo de rastreio                 | delivery
                    pt | baterias quebradas                 | repair
                    pt | conserto de aparelhos              | repair
                    """)
    void findsWordsOfWestEuropeInOtherForms(String language, String question, String article) {
        assertThat(found(language, question)).isEqualTo(article);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ru | как вернуть товары                 | returns
                    ru | возвратом товаров                  | returns
                    ru | наклейками                         | returns
                    ru | где моя посылка                    | delivery
                    ru | посылки                            | delivery
                    ru | отследить отправку                 | delivery
                    ru | аккумуляторы сломались             | repair
                    ru | по гарантии                        | repair
                    ru | неисправного прибора               | repair
                    tr | ürünü iade etmek istiyorum         | returns
                    tr | İADE                               | returns
                    tr | IADE                               | returns
                    tr | urun iadesi                        | returns
                    tr | etiketler                          | returns
                    tr | paketim                            | delivery
                    tr | kargomu izlemek istiyorum          | delivery
                    tr | gonderim                           | delivery
                    tr | cihazım arızalandı                 | repair
                    tr | KIRIK PİL                          | repair
                    tr | kirik pil                          | repair
                    ar | أريد إرجاع منتج                    | returns
                    ar | ارجاع المنتج                       | returns
                    ar | والمنتجات                          | returns
                    ar | بالملصق                            | returns
                    ar | طرد                                | delivery
                    ar | أين طردي                           | delivery
                    ar | للطرد                             | delivery
                    ar | تتبّع الشحنة                       | delivery
                    ar | بطارية مكسورة                      | repair
                    ar | بطاريه                             | repair
                    ar | جهازي معطل                         | repair
                    """)
    void findsWordsInOtherCasesWithCliticsAndWithoutAccents(String language, String question, String article) {
        assertThat(found(language, question)).isEqualTo(article);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    zh | 我想退货                            | returns
                    zh | 可以退貨嗎                           | returns
                    zh | 怎麼退貨                             | returns
                    zh | 包裹到哪里了                          | delivery
                    zh | 快遞單號查詢                          | delivery
                    zh | 物流                                | delivery
                    zh | 电池坏了                             | repair
                    zh | 電池壞了怎麼辦                        | repair
                    zh | 维修                                | repair
                    zh | 維修中心                             | repair
                    ja | 返品したいのですが                     | returns
                    ja | 返品は可能ですか                      | returns
                    ja | ラベルの印刷                          | returns
                    ja | ﾗﾍﾞﾙ                               | returns
                    ja | 荷物を追跡したい                      | delivery
                    ja | 荷物が届かない                        | delivery
                    ja | 電池が壊れました                      | repair
                    ja | 修理をお願いします                     | repair
                    ko | 반품하고 싶어요                       | returns
                    ko | 상품을 반품                          | returns
                    ko | 라벨은 어디서 인쇄                     | returns
                    ko | 택배가 안 와요                        | delivery
                    ko | 운송장번호를 조회                      | delivery
                    ko | 배터리가 고장났어요                    | repair
                    ko | 기기를 수리하고 싶어요                 | repair
                    """)
    void findsWordsWithoutSpacesWithParticlesAndInOtherScripts(String language, String question, String article) {
        assertThat(found(language, question)).isEqualTo(article);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devolución de artículos",
                "Geräte zurückgeben",
                "ürün iadesi",
                "رقم التتبّع",
                "반품하고 싶어요",
                "返品できますか",
                "ラベルを印刷"
            })
    void composedAndDecomposedLettersFindTheSame(String question) {
        for (String language : new String[] {"es", "de", "tr", "ar", "ko", "ja"}) {
            assertThat(found(language, Normalizer.normalize(question, Normalizer.Form.NFD)))
                    .isEqualTo(found(language, Normalizer.normalize(question, Normalizer.Form.NFC)));
        }
    }
}
