package io.babeldesk.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.sentiment.Sentiment.Label;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoodTrendTest {

    private static final Sentiment GLAD = new Sentiment(Label.POSITIVE, 0.9, 0, 0.9);
    private static final Sentiment ASKING = new Sentiment(Label.NEUTRAL, 0, 0, 0.9);
    private static final Sentiment UNHAPPY = new Sentiment(Label.NEGATIVE, 0.8, 0.2, 0.9);
    private static final Sentiment CROSS = new Sentiment(Label.NEGATIVE, 0.95, 0.9, 0.95);

    private static MoodTrend over(Sentiment... turns) {
        return MoodTrend.over(List.of(turns));
    }

    @Test
    void nothingSaidIsNoMood() {
        assertThat(over()).isEqualTo(MoodTrend.NONE);
    }

    @Test
    void fallsWhenAShopperGetsUnhappy() {
        assertThat(over(GLAD, ASKING, UNHAPPY, UNHAPPY).falling()).isTrue();
        assertThat(over(ASKING, ASKING, UNHAPPY).falling()).isTrue();
    }

    @Test
    void doesNotFallWhenSheIsAsUnhappyAsBefore() {
        assertThat(over(UNHAPPY, UNHAPPY, UNHAPPY, UNHAPPY, UNHAPPY).falling()).isFalse();
    }

    @Test
    void risesWhenSheIsHelped() {
        assertThat(over(UNHAPPY, UNHAPPY, GLAD).change()).isPositive();
        assertThat(over(UNHAPPY, UNHAPPY, GLAD).falling()).isFalse();
    }

    @Test
    void neutralQuestionsNeverFall() {
        assertThat(over(ASKING, ASKING, ASKING)).isEqualTo(MoodTrend.NONE);
        assertThat(over(GLAD, ASKING, ASKING).falling()).isFalse();
    }

    @Test
    void countsTheAngryTurnsAtTheEnd() {
        assertThat(over(CROSS, ASKING, CROSS, CROSS).angryTurns()).isEqualTo(2);
        assertThat(over(CROSS, CROSS, ASKING).angryTurns()).isZero();
    }

    @Test
    void laterTurnsCountMore() {
        assertThat(over(GLAD, UNHAPPY).level()).isLessThan(over(UNHAPPY, GLAD).level());
    }
}
