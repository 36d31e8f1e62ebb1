package io.babeldesk.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.babeldesk.evaluation.Reliability.Bin;
import io.babeldesk.evaluation.Reliability.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The measures against figures worked out by hand. */
class MeasuresTest {

    @Test
    void aurocCountsPairsInTheRightOrderAndTiesHalf() {
        assertThat(Auroc.of(List.of(0.9, 0.8), List.of(0.1, 0.2))).isEqualTo(1);
        assertThat(Auroc.of(List.of(0.1), List.of(0.2, 0.3))).isZero();
        assertThat(Auroc.of(List.of(0.5, 0.9), List.of(0.5, 0.1))).isEqualTo(3.5 / 4);
        assertThat(Auroc.of(List.of(0.5), List.of())).isNaN();
    }

    /** Two classes: 6 and 3 right, 1 and 2 wrong, by the formula for two classes. */
    @Test
    void matthewsOfTwoClassesIsTheKnownOne() {
        List<Boolean> actual = List.of(true, true, true, true, true, true, true, true, false, false, false, false);
        List<Boolean> predicted = List.of(true, true, true, true, true, true, false, false, false, false, false, true);
        double expected = (6 * 3 - 1 * 2) / Math.sqrt((6.0 + 1) * (6 + 2) * (3 + 1) * (3 + 2));
        assertThat(MatthewsCorrelation.of(actual, predicted)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void matthewsOfManyClassesGoesFromMinusToOne() {
        assertThat(MatthewsCorrelation.of(List.of("a", "b", "c"), List.of("a", "b", "c")))
                .isCloseTo(1, within(1e-12));
        assertThat(MatthewsCorrelation.of(List.of("a", "b"), List.of("b", "a"))).isCloseTo(-1, within(1e-12));
        assertThat(MatthewsCorrelation.of(List.of("a", "b", "c"), List.of("a", "a", "a")))
                .isZero();
    }

    @Test
    void reliabilitySetsConfidenceAgainstTheShareThatIsRight() {
        Reliability all = Reliability.of(List.of(
                new Judged("de", 0.9, true, true, true),
                new Judged("de", 1.0, true, false, true),
                new Judged("de", 0.3, true, true, false),
                new Judged("fr", 0.5, false, false, true),
                new Judged("fr", 0.1, false, false, false)));

        assertThat(all.bins()).extracting(Bin::name).containsExactly("0-20", "20-40", "40-60", "60-80", "80-100");
        assertThat(all.bins()).extracting(Bin::questions).containsExactly(1, 1, 1, 0, 2);
        assertThat(all.bins().getLast().right()).isEqualTo(50);
        assertThat(all.bins().getLast().confidence()).isCloseTo(95, within(1e-9));
        assertThat(all.falseAnswers()).isEqualTo(50);
        assertThat(all.falseRefusals()).isCloseTo(100.0 / 3, within(1e-9));
        assertThat(all.error()).isCloseTo((10 + 70 + 50 + 2 * 45) / 5.0, within(1e-9));
    }

    @Test
    void aSlipChangesTheLongestWordAloneAndIsTheSameEachTime() {
        for (String question : List.of("where is my parcel", "wo ist mein Rücksendeetikett?", "где моя посылка")) {
            String misspelt = Misspelling.of(question);
            assertThat(misspelt).isNotEqualTo(question).isEqualTo(Misspelling.of(question));
            assertThat(misspelt.substring(0, 4)).isEqualTo(question.substring(0, 4));
        }
        assertThat(Misspelling.of("is it ok")).isEqualTo("is it ok");
        assertThat(Misspelling.of("退货")).isEqualTo("退货");
    }
}
