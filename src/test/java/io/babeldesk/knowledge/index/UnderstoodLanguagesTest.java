package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.language.Language;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As {@link AnalysisTest}, for the languages that the demo shop understands but does not write. */
class UnderstoodLanguagesTest {

    private static final PassageIndex INDEX = PassageIndex.inMemory(List.of());

    @SuppressWarnings("NullAway.Init") // set before the tests
    private static PassageSearch search;

    @BeforeAll
    static void index(@TempDir Path root) {
        search = INDEX.index(SmallBases.in(root));
    }

    @AfterAll
    static void close() {
        search.close();
        INDEX.close();
    }

    private static String found(String language, String question) {
        Language asked = Language.of(language);
        return search.search(question, asked, asked, article -> true, 3).hits().stream()
                .map(hit -> hit.passage().article().slug())
                .findFirst()
                .orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nl | pakketten                          | delivery
                    nl | kapotte batterijen                 | repair
                    nl | defecte apparaten                  | repair
                    nl | teruggestuurde artikelen           | returns
                    nl | retouretiketten                    | returns
                    sv | paketen                            | delivery
                    sv | spara paketet                      | delivery
                    sv | returnera varan                    | returns
                    sv | trasiga batterier                  | repair
                    sv | defekta apparater                  | repair
                    da | hvor er mine pakker                | delivery
                    da | returnere varen                    | returns
                    da | ødelagte batterier                 | repair
                    da | defekte apparater                  | repair
                    no | pakkene mine                       | delivery
                    no | returnere varene                   | returns
                    no | odelagte batterier                 | repair
                    no | apparatet er defekt                | repair
                    fi | missä pakettini on                 | delivery
                    fi | paketit                            | delivery
                    fi | palautan tuotteen                  | returns
                    fi | akkuni meni rikki                  | repair
                    fi | vialliset laitteet                 | repair
                    hu | hol vannak a csomagjaim            | delivery
                    hu | csomagom                           | delivery
                    hu | visszaküldeni az árut              | returns
                    hu | hibás készülékek                   | repair
                    hu | torott akkumulatorom               | repair
                    """)
    void findsWordsOfTheNorthInOtherForms(String language, String question, String article) {
        assertThat(found(language, question)).isEqualTo(article);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    pl | gdzie są moje paczki               | delivery
                    pl | sledzenie paczki                   | delivery
                    pl | zwrotu towarów                     | returns
                    pl | etykiety                           | returns
                    pl | zepsutego akumulatora              | repair
                    pl | urzadzenia uszkodzone              | repair
                    cs | kde jsou moje balíky               | delivery
                    cs | baliku                             | delivery
                    cs | vratit zbozi                       | returns
                    cs | rozbitá baterie                    | repair
                    cs | vadné přístroje                    | repair
                    ro | unde sunt coletele mele            | delivery
                    ro | urmarirea coletului                | delivery
                    ro | returnez produsul                  | returns
                    ro | baterii stricate                   | repair
                    ro | în garanţie                        | repair
                    el | που ειναι το δεμα μου              | delivery
                    el | δέματα                             | delivery
                    el | επιστροφές προϊόντος               | returns
                    el | χαλασμένες μπαταρίες               | repair
                    el | ΕΛΑΤΤΩΜΑΤΙΚΕΣ ΣΥΣΚΕΥΕΣ             | repair
                    uk | де мої посилки                     | delivery
                    uk | посилку                            | delivery
                    uk | повернути товари                   | returns
                    uk | зламані акумулятори                | repair
                    uk | за гарантією                       | repair
                    bg | къде са пратките ми                | delivery
                    bg | проследя пратка                    | delivery
                    bg | върна стоката                      | returns
                    bg | счупени батерии                    | repair
                    bg | дефектни уреди                     | repair
                    """)
    void findsWordsOfTheEastInOtherCasesAndWithoutAccents(String language, String question, String article) {
        assertThat(found(language, question)).isEqualTo(article);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    he | איפה החבילה שלי                     | delivery
                    he | חבילה                              | delivery
                    he | להחזיר מוצר                         | returns
                    he | הסוללה שבורה                        | repair
                    he | המכשיר שלי פגום                     | repair
                    he | באחריות                            | repair
                    fa | بسته‌ام کجاست                        | delivery
                    fa | بسته ها                            | delivery
                    fa | کالای مرجوعی                       | returns
                    fa | باتری‌ها خراب شده                    | repair
                    fa | باتري                              | repair
                    fa | دستگاهم معیوب است                  | repair
                    hi | मेरा पार्सल कहाँ है                     | delivery
                    hi | पार्सलों                             | delivery
                    hi | सामान लौटाने                          | returns
                    hi | बैटरियाँ टूटी                          | repair
                    hi | ख़राब उपकरणों                         | repair
                    bn | আমার পার্সেলটি কোথায়                 | delivery
                    bn | পণ্যগুলো ফেরত                         | returns
                    bn | ব্যাটারিটা নষ্ট                         | repair
                    bn | যন্ত্রের মেরামত                         | repair
                    """)
    void findsWordsOfTheMiddleEastAndIndiaWithWhatIsJoinedToThem(String language, String question, String article) {
        assertThat(found(language, question)).isEqualTo(article);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    th | พัสดุของฉันอยู่ที่ไหน                    | delivery
                    th | ติดตามพัสดุยังไง                        | delivery
                    th | อยากคืนสินค้าได้ไหม                     | returns
                    th | แบตเตอรี่ของผมเสียแล้ว                   | repair
                    th | ส่งซ่อมเครื่อง                          | repair
                    vi | bưu kiện của tôi ở đâu             | delivery
                    vi | buu kien                           | delivery
                    vi | tra lai                            | returns
                    vi | pin bi hong                        | repair
                    vi | thiết bị lỗi                       | repair
                    id | di mana paketku                    | delivery
                    id | melacak paket                      | delivery
                    id | mengembalikan barang               | returns
                    id | baterainya rusak                   | repair
                    id | perbaikan perangkat                | repair
                    ms | di mana bungkusan saya             | delivery
                    ms | bungkusannya                       | delivery
                    ms | memulangkan barang                 | returns
                    ms | bateri saya rosak                  | repair
                    ms | peranti yang cacat                 | repair
                    """)
    void findsWordsOfSouthEastAsiaWithoutSpacesAndWithAffixes(String language, String question, String article) {
        assertThat(found(language, question)).isEqualTo(article);
    }
}
