package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.PassageSearch.Result;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Order numbers, tracking codes, article numbers, amounts and addresses are not searched as words. */
class CodesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    order 104477 has not come              | order  has not come
                    where is #LW-20931-B?                  | where is ?
                    1Z999AA10123456784 is stuck            | is stuck
                    RR123456785CN在哪里                     | 在哪里
                    주문번호 2024-1188 배송 조회              | 주문번호  배송 조회
                    article AB-12-XY is missing            | article  is missing
                    I paid €49.99 and not 39,90 €          | I paid  and not  €
                    charged 1,299.00 twice                 | charged  twice
                    mail me at jo.doe+shop@example.org now | mail me at  now
                    see https://shop.example/p/17?x=1 please | see  please
                    طلب رقم ١٢٣٤٥٦ لم يصل                  | طلب رقم  لم يصل
                    """)
    void codesAreLeftOut(String question, String rest) throws IOException {
        assertThat(Codes.blanked(question, code -> false)
                        .replaceAll("\\s+", " ")
                        .strip())
                .isEqualTo(rest.replaceAll("\\s+", " ").strip());
        assertThat(Codes.blanked(question, code -> false)).hasSameSizeAs(question);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AUTUMN20 is not accepted               | voucher is not accepted
                    why does WELCOME5 not work?            | why does voucher not work?
                    输了AUTUMN20说不可用                    | 输了 voucher 说不可用
                    use SALE20, not PIXEL8                 | use voucher , not PIXEL8
                    parcel RRAB123456785CN, order LWAB-20  | parcel RRAB123456785CN, order LWAB-20
                    AUTUMN2024 and MP3                     | AUTUMN2024 and MP3
                    """)
    void discountCodesAreCalledWhatTheyAre(String question, String named) throws IOException {
        assertThat(Codes.discountsNamed(question, "PIXEL8"::equals, () -> Optional.of("voucher"))
                        .replaceAll("\\s+", " ")
                        .strip())
                .isEqualTo(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "within 30 days",
                "a USB-C cable for the iPhone15",
                "size 42 or XXL",
                "is it 3D or 4K",
                "24/7 or 9-18",
                "the PS5",
                "3 PAAR",
                "e.g. this"
            })
    void wordsAndSmallNumbersStay(String question) throws IOException {
        assertThat(Codes.blanked(question, code -> false)).isEqualTo(question);
    }

    @Test
    void aCodeThatTheBaseSpeaksOfIsAWord() throws IOException {
        assertThat(Codes.blanked("battery of the WH1000XM5 in order 104477", "WH1000XM5"::equals))
                .isEqualTo("battery of the WH1000XM5 in order       ");
    }

    @Test
    void aQuestionIsFoundAlikeWithItsNumbersAndWithout(@TempDir Path root) {
        try (PassageIndex index = PassageIndex.inMemory(List.of());
                PassageSearch search = index.index(SmallBases.in(root))) {
            Result plain = search.search("where is my parcel", Language.ENGLISH, Language.ENGLISH, article -> true, 3);
            Result numbered = search.search(
                    "where is my parcel LW-20931-B, 1Z999AA10123456784, €49.99, me@example.org",
                    Language.ENGLISH,
                    Language.ENGLISH,
                    article -> true,
                    3);

            assertThat(numbered).isEqualTo(plain);
        }
    }
}
