package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.babeldesk.knowledge.ArticleId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LikelihoodTest {

    private static final ArticleId PARCELS = new ArticleId("shop", "parcels");
    private static final ArticleId REFUNDS = new ArticleId("shop", "refunds");

    /** Of parcels, refunds, a question that does not say what is wanted, a foreign matter. */
    private static Likelihood of(float... probabilities) {
        return new Likelihood(probabilities, Map.of(PARCELS, 0, REFUNDS, 1));
    }

    @Test
    void twoThatSayTheSameSayItTogether() {
        Likelihood one = of(0.6f, 0.2f, 0.1f, 0.1f);
        Likelihood both = one.with(one);
        assertThat(both.ofArticle(PARCELS)).isCloseTo(one.ofArticle(PARCELS), within(1e-4f));
        assertThat(both.ofVagueness()).isCloseTo(one.ofVagueness(), within(1e-4));
        assertThat(both.ofForeignMatter()).isCloseTo(one.ofForeignMatter(), within(1e-4));
    }

    @Test
    void theSurerOneCountsForMore() {
        Likelihood both = of(0.98f, 0.01f, 0.005f, 0.005f).with(of(0.2f, 0.3f, 0.3f, 0.2f));
        assertThat(both.ofArticle(PARCELS)).isGreaterThan(both.ofArticle(REFUNDS));
        assertThat(both.ofForeignMatter()).isNegative();
    }

    @Test
    void noneRulesOutAloneWhatAnotherThinksLikely() {
        Likelihood both = of(0, 1, 0, 0).with(of(1, 0, 0, 0));
        assertThat(both.ofArticle(PARCELS)).isCloseTo(both.ofArticle(REFUNDS), within(1e-4f));
    }

    @Test
    void theOtherMayNumberItsArticlesOtherwiseAndKnowMore() {
        Likelihood more = new Likelihood(
                new float[] {0.1f, 0.1f, 0.6f, 0.1f, 0.1f},
                Map.of(new ArticleId("shop", "vouchers"), 0, REFUNDS, 1, PARCELS, 2));
        Likelihood both = of(0.4f, 0.4f, 0.1f, 0.1f).with(more);
        assertThat(both.ofArticle(PARCELS)).isGreaterThan(both.ofArticle(REFUNDS));
    }
}
