package io.babeldesk.knowledge.intake;

import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Policies;
import io.babeldesk.knowledge.Shop;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.knowledge.intake.ArticleReader.ReadArticle;
import io.babeldesk.knowledge.intake.MarkdownReader.LinkAt;
import io.babeldesk.language.Language;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold between articles, policies and shop, beyond what each file can tell alone. */
final class ArticleChecks {

    private static final String ARTICLE_LINK = "article:";
    private static final int FEWEST_QUESTIONS = 3;

    private final Shop shop;
    private final LocalDate today;
    private final Findings findings;
    private final TextChecks text;

    ArticleChecks(Shop shop, Policies policies, LocalDate today, Findings findings) {
        this.shop = shop;
        this.today = today;
        this.findings = findings;
        this.text = new TextChecks(policies, findings);
    }

    /** Names the errors. */
    void check(Collection<ReadArticle> all) {
        Set<ArticleId> ids = new HashSet<>();
        all.forEach(article -> ids.add(article.translation().article()));
        duplicates(all);
        for (ReadArticle article : all) {
            links(article, ids);
            text.check(article);
        }
    }

    /** Names what hinders nothing and should be better. */
    void advise(Collection<ReadArticle> all) {
        Map<ArticleId, ReadArticle> sources = new HashMap<>();
        for (ReadArticle article : all) {
            if (article.translation().language().equals(shop.defaultLanguage())) {
                sources.put(article.translation().article(), article);
            }
        }
        for (ReadArticle article : all) {
            text.advise(article);
            upkeep(article);
            Optional.ofNullable(sources.get(article.translation().article()))
                    .ifPresentOrElse(source -> againstSource(article, source), () -> withoutSource(article));
        }
        missingTranslations(all, sources);
    }

    private void duplicates(Collection<ReadArticle> all) {
        Map<String, ReadArticle> places = new HashMap<>();
        Map<String, ReadArticle> ids = new HashMap<>();
        for (ReadArticle article : all) {
            Language language = article.translation().language();
            ReadArticle written = places.putIfAbsent(article.translation().article() + " " + language, article);
            if (written != null) {
                findings.error(
                        article.file(),
                        1,
                        "the article is already written in '" + language + "' in " + written.file()
                                + "; keep one of them");
                continue;
            }
            ReadArticle owner = article.id().isEmpty() ? null : ids.putIfAbsent(article.id() + " " + language, article);
            if (owner != null) {
                findings.error(
                        article.file(),
                        lineOf("id", article),
                        "the id '" + article.id() + "' is already that of " + owner.file()
                                + "; use the folder's place");
            }
        }
    }

    private void links(ReadArticle article, Set<ArticleId> ids) {
        for (LinkAt link : article.links()) {
            if (link.href().startsWith(ARTICLE_LINK)) {
                Optional<ArticleId> target = ArticleId.parse(link.href().substring(ARTICLE_LINK.length()));
                if (target.isEmpty() || !ids.contains(target.get())) {
                    findings.error(
                            article.file(),
                            link.line(),
                            "broken link: there is no article '" + link.href() + "'; correct or remove it");
                }
            }
        }
    }

    private void upkeep(ReadArticle article) {
        if (!article.readable()) {
            return;
        }
        Translation translation = article.translation();
        if (translation.questions().size() < FEWEST_QUESTIONS) {
            findings.warning(
                    article.file(),
                    lineOf("questions", article),
                    "found " + translation.questions().size() + " questions, expected at least " + FEWEST_QUESTIONS
                            + "; write how people ask");
        }
        translation
                .reviewBy()
                .filter(day -> !today.isBefore(day))
                .ifPresent(day -> findings.warning(
                        article.file(),
                        lineOf("review_by", article),
                        "the article was to be reviewed by " + day + "; read it and set a later day"));
    }

    private void againstSource(ReadArticle article, ReadArticle source) {
        if (article.file().equals(source.file()) || !article.readable() || !source.readable()) {
            return;
        }
        Translation translation = article.translation();
        String current = source.translation().revision();
        if (!translation.sourceRev().equals(Optional.of(current))) {
            findings.warning(
                    article.file(),
                    lineOf("source_rev", article),
                    "the translation says revision " + translation.sourceRev().orElse("none") + " of "
                            + source.file() + ", which is now " + current
                            + "; bring the text up to date, then set source_rev: " + current);
        }
        Set<String> lost = TextChecks.facts(source);
        lost.removeAll(TextChecks.facts(article));
        if (!lost.isEmpty()) {
            findings.warning(
                    article.file(),
                    article.text().bodyLine(),
                    "the source names facts that this text lacks: " + String.join(", ", lost) + "; add them");
        }
    }

    private void withoutSource(ReadArticle article) {
        findings.warning(
                article.file(),
                1,
                "there is no " + shop.defaultLanguage()
                        + ".md beside it, which other languages fall back on; write it");
    }

    private void missingTranslations(Collection<ReadArticle> all, Map<ArticleId, ReadArticle> sources) {
        Map<ArticleId, Set<Language>> written = new HashMap<>();
        for (ReadArticle article : all) {
            written.computeIfAbsent(article.translation().article(), id -> new HashSet<>())
                    .add(article.translation().language());
        }
        sources.forEach((id, source) -> {
            List<Language> missing = shop.languages().stream()
                    .filter(language -> !written.getOrDefault(id, Set.of()).contains(language))
                    .toList();
            if (!missing.isEmpty()) {
                findings.warning(
                        source.file(), 1, "not translated into " + missing + "; shoppers get " + source.file());
            }
        });
    }

    /** The line of a front-matter key; the first line where it is missing. */
    private static int lineOf(String key, ReadArticle article) {
        String[] lines = article.text().frontMatter().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith(key + ":")) {
                return i + 2;
            }
        }
        return 1;
    }
}
