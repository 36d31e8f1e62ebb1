package io.babeldesk.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.util.List;

/** What stands in anyone's way, by axe. */
final class Axe {

    private Axe() {}

    /** To describe all that is right as well takes most of the time. */
    static List<Rule> violations(AxeBuilder axe) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return axe.options(options).analyze().getViolations();
    }
}
