package io.babeldesk.knowledge;

import io.babeldesk.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole knowledge folder as it was at one moment. Immutable, and free of errors. */
public final class Edition {

    private final String revision;
    private final Shop shop;
    private final Policies policies;
    private final Map<ArticleId, Article> articles;
    private final List<Concept> glossary;
    private final List<SavedQuestion> questions;
    private final HandoffRules handoff;
    private final List<Translation> translations;
    private final Set<Language> complete;

    /** @param revision names this content: equal content, equal revision */
    public Edition(
            String revision,
            Shop shop,
            Policies policies,
            Map<ArticleId, Article> articles,
            List<Concept> glossary,
            List<SavedQuestion> questions,
            HandoffRules handoff) {
        this.revision = revision;
        this.shop = shop;
        this.policies = policies;
        this.articles = articles;
        this.glossary = glossary;
        this.questions = questions;
        this.handoff = handoff;
        this.translations = articles.values().stream()
                .flatMap(article -> article.translations().values().stream())
                .toList();
        this.complete = translations.stream()
                .map(Translation::language)
                .distinct()
                .filter(language -> articles.values().stream()
                        .allMatch(article -> article.in(language).isPresent()))
                .collect(Collectors.toUnmodifiableSet());
    }

    public String revision() {
        return revision;
    }

    public Shop shop() {
        return shop;
    }

    public Policies policies() {
        return policies;
    }

    public Map<ArticleId, Article> articles() {
        return articles;
    }

    public List<Concept> glossary() {
        return glossary;
    }

    public List<SavedQuestion> questions() {
        return questions;
    }

    /** When a person takes over. */
    public HandoffRules handoff() {
        return handoff;
    }

    /** Every article in every language that it is written in. */
    public List<Translation> translations() {
        return translations;
    }

    /** Whether every article is written in the language. */
    public boolean isCompleteIn(Language language) {
        return complete.contains(language);
    }

    public Optional<Translation> translation(ArticleId article, Language language) {
        return Optional.ofNullable(articles.get(article)).flatMap(found -> found.in(language));
    }

    /** The translation in that language, else the one in the shop's default language. */
    public Optional<Translation> translationOrDefault(ArticleId article, Language language) {
        return translation(article, language).or(() -> translation(article, shop.defaultLanguage()));
    }
}
