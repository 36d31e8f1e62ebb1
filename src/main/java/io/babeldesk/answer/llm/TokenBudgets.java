package io.babeldesk.answer.llm;

import io.babeldesk.answer.Payer;
import io.babeldesk.answer.llm.ModelOptions.Budgets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * How many tokens were spent today, by site, visitor and address. What a call may cost is taken before it and corrected
 * after, so that many at once cannot overdraw. Kept in memory: a restart begins a new day. Safe for use by many threads.
 */
final class TokenBudgets {

    private final Budgets budgets;
    private final Clock clock;
    private final Map<String, Long> visitors = new HashMap<>();
    private final Map<String, Long> addresses = new HashMap<>();
    private LocalDate day;
    /** The site had not enough left for the last who asked. */
    private boolean refused;

    private long site;

    TokenBudgets(Budgets budgets, Clock clock) {
        this.budgets = budgets;
        this.clock = clock;
        this.day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    /** Takes that many tokens, or none if one of the budgets has not so many left. */
    synchronized boolean take(Payer payer, int tokens) {
        beginNewDay();
        refused = !has(budgets.site(), site, tokens);
        boolean left = !refused
                && has(budgets.visitor(), visitors.getOrDefault(payer.visitor(), 0L), tokens)
                && has(budgets.address(), addresses.getOrDefault(payer.address(), 0L), tokens);
        if (left) {
            add(payer, tokens);
        }
        return left;
    }

    /** Corrects what was taken by what it came to. */
    synchronized void correct(Payer payer, int taken, int spent) {
        beginNewDay();
        add(payer, spent - taken);
    }

    /** Whether the site's tokens of today are used up, or too few for an answer. */
    synchronized boolean isSpent() {
        beginNewDay();
        return refused || !has(budgets.site(), site, 1);
    }

    private static boolean has(long budget, long spent, int tokens) {
        return budget == 0 || spent + tokens <= budget;
    }

    private void add(Payer payer, int tokens) {
        site = Math.max(0, site + tokens);
        if (!payer.visitor().isEmpty()) {
            visitors.merge(payer.visitor(), (long) tokens, TokenBudgets::sum);
        }
        if (!payer.address().isEmpty()) {
            addresses.merge(payer.address(), (long) tokens, TokenBudgets::sum);
        }
    }

    private static long sum(long spent, long more) {
        return Math.max(0, spent + more);
    }

    private void beginNewDay() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        if (!today.equals(day)) {
            day = today;
            site = 0;
            refused = false;
            visitors.clear();
            addresses.clear();
        }
    }
}
