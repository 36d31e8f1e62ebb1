package io.babeldesk.knowledge.intake;

import io.babeldesk.knowledge.Placeholder;
import io.babeldesk.knowledge.Policies;
import io.babeldesk.knowledge.intake.ArticleReader.ReadArticle;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must hold of each line of an article: the facts that it names exist, and it promises no number of its own. */
final class TextChecks {

    /** Doubled braces in any number and form, and single ones around what looks like a fact. */
    private static final Pattern BRACES =
            Pattern.compile("\\{\\{+[^{}]*\\}*|\\}\\}+|\\{\\s*[?!]?[\\w-]+\\.[\\w-]+[^{}]*\\}");

    private final Policies policies;
    private final Findings findings;
    private final PromiseNumbers numbers = new PromiseNumbers();

    TextChecks(Policies policies, Findings findings) {
        this.policies = policies;
        this.findings = findings;
    }

    /** Names the errors. */
    void check(ReadArticle article) {
        if (!article.text().body().contains("{") && !article.text().body().contains("}")) {
            return;
        }
        String[] lines = lines(article);
        for (int i = 0; i < lines.length; i++) {
            placeholders(article.file(), article.text().bodyLine() + i, lines[i]);
        }
    }

    /** Names what hinders nothing and should be better. */
    void advise(ReadArticle article) {
        String[] lines = lines(article);
        for (int i = 0; i < lines.length; i++) {
            int line = article.text().bodyLine() + i;
            String found = numbers.find(
                    Placeholder.strip(lines[i]), article.translation().language());
            if (found != null) {
                findings.warning(
                        article.file(),
                        line,
                        "found '" + found
                                + "', which looks like a promise; put it into policies.yaml and name the fact");
            }
        }
    }

    private void placeholders(String file, int line, String text) {
        Map<Integer, Placeholder> wellFormed =
                Placeholder.in(text).stream().collect(Collectors.toMap(Placeholder::start, p -> p));
        Matcher braces = BRACES.matcher(text);
        while (braces.find()) {
            Placeholder placeholder = wellFormed.get(braces.start());
            if (placeholder == null || placeholder.end() != braces.end()) {
                findings.error(
                        file,
                        line,
                        "found '" + braces.group()
                                + "', expected {{topic.name}} or {{topic.name|genitive}}; correct it");
            } else if (policies.fact(placeholder.key()).isEmpty()) {
                findings.error(
                        file,
                        line,
                        "there is no fact '" + placeholder.key() + "' in policies.yaml; add it or correct the name");
            }
        }
    }

    /** The keys of all facts that a text names. */
    static Set<String> facts(ReadArticle article) {
        return Placeholder.in(unescaped(article)).stream()
                .map(Placeholder::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String[] lines(ReadArticle article) {
        return unescaped(article).split("\n", -1);
    }

    /** In a table the bar before a grammatical case is escaped, {@code \|}. */
    private static String unescaped(ReadArticle article) {
        return article.text().body().replace("\\|", "|");
    }
}
