package io.babeldesk.knowledge;

import io.babeldesk.language.Language;
import java.util.Map;
import java.util.Optional;

/** One matter that the shop explains, in the languages that it has been written in. */
public record Article(ArticleId id, Map<Language, Translation> translations) {

    public Optional<Translation> in(Language language) {
        return Optional.ofNullable(translations.get(language));
    }
}
