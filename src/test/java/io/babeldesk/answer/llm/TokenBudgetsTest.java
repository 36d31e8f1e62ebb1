package io.babeldesk.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.Payer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TokenBudgetsTest {

    private static final Payer ANNA = new Payer("shp_1", "192.0.2.1");
    private static final Payer BEN_BESIDE_HER = new Payer("shp_2", "192.0.2.1");
    private static final Payer CARA = new Payer("shp_3", "192.0.2.3");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-12-01T12:00:00Z"));
    private final InstantSource source = now::get;

    private TokenBudgets budgets(long site, long visitor, long address) {
        return new TokenBudgets(new ModelOptions.Budgets(site, visitor, address), clock());
    }

    private Clock clock() {
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void aVisitorHasHerOwn() {
        TokenBudgets budgets = budgets(0, 100, 0);
        assertThat(budgets.take(ANNA, 100)).isTrue();
        assertThat(budgets.take(ANNA, 1)).isFalse();
        assertThat(budgets.take(BEN_BESIDE_HER, 100)).isTrue();
    }

    @Test
    void anAddressHasItsOwn() {
        TokenBudgets budgets = budgets(0, 0, 100);
        assertThat(budgets.take(ANNA, 60)).isTrue();
        assertThat(budgets.take(BEN_BESIDE_HER, 60)).isFalse();
        assertThat(budgets.take(CARA, 60)).isTrue();
    }

    @Test
    void theSiteHasItsOwn() {
        TokenBudgets budgets = budgets(100, 0, 0);
        assertThat(budgets.take(ANNA, 60)).isTrue();
        assertThat(budgets.isSpent()).isFalse();
        assertThat(budgets.take(CARA, 60)).isFalse();
        assertThat(budgets.isSpent()).isTrue();
        assertThat(budgets.take(CARA, 40)).isTrue();
        assertThat(budgets.isSpent()).isTrue();
    }

    @Test
    void aDayBeginsAnewAtMidnightUtc() {
        TokenBudgets budgets = budgets(100, 100, 100);
        assertThat(budgets.take(ANNA, 100)).isTrue();
        now.set(Instant.parse("2026-12-01T23:59:59Z"));
        assertThat(budgets.take(ANNA, 1)).isFalse();
        now.set(now.get().plus(Duration.ofSeconds(1)));
        assertThat(budgets.isSpent()).isFalse();
        assertThat(budgets.take(ANNA, 100)).isTrue();
    }

    @Test
    void whatWasTakenTooMuchIsGivenBack() {
        TokenBudgets budgets = budgets(100, 100, 100);
        assertThat(budgets.take(ANNA, 100)).isTrue();
        budgets.correct(ANNA, 100, 30);
        assertThat(budgets.take(ANNA, 70)).isTrue();
        assertThat(budgets.take(ANNA, 1)).isFalse();
    }

    @Test
    void noBudgetIsNoBound() {
        assertThat(budgets(0, 0, 0).take(ANNA, Integer.MAX_VALUE)).isTrue();
    }
}
