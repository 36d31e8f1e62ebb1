package io.babeldesk.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.util.List;

/** What stands in anyone's way, by axe. */
final class Axe {

    private Axe() {}

    static List<Rule> violations(AxeBuilder axe) {
        return brief(axe).analyze().getViolations();
    }

    /**
     * Of what is right it names each rule with one place: to describe them all takes most of the time. Tags are chosen after
     * this.
     */
    static AxeBuilder brief(AxeBuilder axe) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return axe.options(options);
    }
}
