package io.babeldesk.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpWordsTest {

    private static final FollowUpWords WORDS = new FollowUpWords(new Messages());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | And what does it cost?   | what does it cost?
                    en | ok, and how long?        | how long?
                    en | Android charger          | Android charger
                    es | ¿Y cuánto cuesta?        | cuánto cuesta?
                    de | und was kostet das?      | was kostet das?
                    tr | peki ücreti ne kadar?    | ücreti ne kadar?
                    zh | 那要多少钱？               | 要多少钱？
                    nl | en wat kost dat?         | en wat kost dat?
                    """)
    void areCutFromTheBeginningOfAQuestion(String language, String text, String left) {
        assertThat(WORDS.cutFrom(text, Language.of(language))).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | and to ?         | true
                    en | weather in       | false
                    ja | へは？            | true
                    ko | 는요?             | true
                    zh | 寄到 呢？          | true
                    zh | 退货到            | false
                    nl | ?                | true
                    """)
    void leaveNothingElseToBeSaid(String language, String text, boolean nothing) {
        assertThat(WORDS.areAllOf(text, Language.of(language))).isEqualTo(nothing);
    }
}
