package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFeaturesTest {

    private static long shared(String one, String other) {
        int[] theirs = TextFeatures.of(other);
        return Arrays.stream(TextFeatures.of(one))
                .filter(feature -> Arrays.binarySearch(theirs, feature) >= 0)
                .count();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    WHERE is my Parcel?   | where is my parcel
                    Où est mon colis      | ou est mon colis
                    wo ist Straße 12      | wo ist strasse 345
                    ＳＩＺＥ ４０           | size 38
                    退貨多少錢             | 退货多少钱
                    """)
    void caseAccentsWidthScriptAndNumbersDoNotCount(String one, String other) {
        assertThat(TextFeatures.of(one)).isEqualTo(TextFeatures.of(other));
    }

    @Test
    void theOrderOfWordsCounts() {
        assertThat(TextFeatures.of("can I return it")).isNotEqualTo(TextFeatures.of("it can return I"));
        assertThat(shared("can I return it", "it can return I")).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Rücksendungen     | Rücksendung | Gutschein
                    возврата          | возврат     | подарок
                    返品したいです      | 返品できる    | 配送
                    คืนสินค้าได้ไหม      | คืนสินค้า      | บัตร
                    """)
    void formsOfAWordAreAlike(String text, String like, String unlike) {
        assertThat(shared(text, like)).isGreaterThan(shared(text, unlike));
    }

    @Test
    void eachIsThereOnceAndInOrder() {
        assertThat(TextFeatures.of("no no no no")).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void nothingHasNoWords() {
        assertThat(TextFeatures.of("?!")).isEqualTo(TextFeatures.of(""));
    }
}
