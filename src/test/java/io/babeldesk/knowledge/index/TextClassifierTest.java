package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.babeldesk.knowledge.index.TextClassifier.Example;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextClassifierTest {

    private static final int PARCELS = 0;
    private static final int REFUNDS = 1;
    private static final int WEATHER = 2;

    private static final List<Example> EXAMPLES = Stream.of(
                    of(PARCELS, "where is my parcel", "my parcel is late", "track the parcel", "when will it arrive"),
                    of(REFUNDS, "when is my refund paid", "my money back", "refund the money", "where is my refund"),
                    of(WEATHER, "will it rain", "is it sunny today", "rain or sun today", "when will the rain stop"))
            .flatMap(examples -> examples)
            .toList();

    private static Stream<Example> of(int number, String... lines) {
        return Stream.of(lines).map(line -> new Example(TextFeatures.of(line), number, 1));
    }

    private static float[] probabilities(TextClassifier classifier, String text) {
        return classifier.probabilities(TextFeatures.of(text));
    }

    private static int likeliest(float[] probabilities) {
        return IntStream.range(0, probabilities.length)
                .reduce((one, other) -> probabilities[other] > probabilities[one] ? other : one)
                .orElseThrow();
    }

    @Test
    void whatWasNeverSaidIsToldByWhatIsLikeIt() {
        TextClassifier classifier = TextClassifier.learn(EXAMPLES, 3);
        assertThat(likeliest(probabilities(classifier, "is the parcel late"))).isEqualTo(PARCELS);
        assertThat(likeliest(probabilities(classifier, "refunded money"))).isEqualTo(REFUNDS);
        assertThat(likeliest(probabilities(classifier, "rain today?"))).isEqualTo(WEATHER);
    }

    @Test
    void theSameExamplesTeachTheSame() {
        assertThat(probabilities(TextClassifier.learn(EXAMPLES, 3), "is the parcel late"))
                .isEqualTo(probabilities(TextClassifier.learn(EXAMPLES, 3), "is the parcel late"));
    }

    @Test
    void allProbabilitiesTogetherAreOne() {
        float[] probabilities = probabilities(TextClassifier.learn(EXAMPLES, 3), "where is my sunny refund");
        assertThat(IntStream.range(0, 3).mapToDouble(i -> probabilities[i]).sum())
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void ofStrangeWordsNothingIsKnown() {
        assertThat(probabilities(TextClassifier.learn(EXAMPLES, 3), "zzz qqq")).containsOnly(1f / 3);
    }

    @Test
    void aLineThatCountsMoreTeachesMore() {
        List<Example> heavier = EXAMPLES.stream()
                .map(example -> new Example(example.features(), example.number(), example.number() == WEATHER ? 3 : 1))
                .toList();
        assertThat(probabilities(TextClassifier.learn(heavier, 3), "when will it")[WEATHER])
                .isGreaterThan(probabilities(TextClassifier.learn(EXAMPLES, 3), "when will it")[WEATHER]);
    }
}
