package io.babeldesk.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import org.junit.jupiter.api.Test;

class SimplifiedHanTest {

    @Test
    void writesAsTheMainlandDoes() {
        assertThat(SimplifiedHan.of("請問可以退貨嗎？訂單編號 12")).isEqualTo("请问可以退货吗？订单编号 12");
        assertThat(SimplifiedHan.of("返品 ラベル 반품 abc \ud83d")).isEqualTo("返品 ラベル 반품 abc \ud83d");
    }

    @Test
    void theTableIsIcus() {
        Transliterator transform = Transliterator.getInstance("Traditional-Simplified");
        StringBuilder different = new StringBuilder();
        for (char c = '\u3000'; c < '\ua000'; c++) {
            String simplified = transform.transliterate(String.valueOf(c));
            if (simplified.length() == 1 && SimplifiedHan.of(c) != simplified.charAt(0)) {
                different.append(c).append(simplified).append(' ');
            }
        }
        assertThat(different).as("pairs to be put into simplified-han.txt").isEmpty();
    }
}
