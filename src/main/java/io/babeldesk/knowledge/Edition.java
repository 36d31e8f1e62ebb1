package io.babeldesk.knowledge;

import io.babeldesk.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole knowledge folder as it was at one moment. Immutable, and free of errors.
 *
 * @param revision names this content: equal content, equal revision
 */
public record Edition(
        String revision,
        Shop shop,
        Policies policies,
        Map<ArticleId, Article> articles,
        List<Concept> glossary,
        List<SavedQuestion> questions) {

    public Optional<Translation> translation(ArticleId article, Language language) {
        return Optional.ofNullable(articles.get(article)).flatMap(found -> found.in(language));
    }

    /** The translation in that language, else the one in the shop's default language. */
    public Optional<Translation> translationOrDefault(ArticleId article, Language language) {
        return translation(article, language).or(() -> translation(article, shop.defaultLanguage()));
    }

    public List<Translation> translations() {
        return articles.values().stream()
                .flatMap(article -> article.translations().values().stream())
                .toList();
    }
}
