package io.babeldesk.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
