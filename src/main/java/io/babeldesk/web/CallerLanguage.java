package io.babeldesk.web;

import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The language to address a caller in: the first of {@code Accept-Language} that we speak, else her session's, else the
 * shop's.
 */
final class CallerLanguage {

    private static final String SESSION = "babeldesk.session-locale";

    private final Messages messages;
    private final Supplier<Language> byDefault;

    CallerLanguage(Messages messages, Supplier<Language> byDefault) {
        this.messages = messages;
        this.byDefault = byDefault;
    }

    /** Notes the locale of the session that a request belongs to. */
    static void note(Context ctx, String locale) {
        ctx.attribute(SESSION, locale);
    }

    Language byDefault() {
        return byDefault.get();
    }

    Language of(Context ctx) {
        return preferred(ctx).or(() -> session(ctx).filter(this::isSpoken)).orElseGet(byDefault);
    }

    /** What {@code Accept-Language} asks for, as far as we speak it. */
    Optional<Language> preferred(Context ctx) {
        return ranges(ctx.header("Accept-Language")).stream()
                .flatMap(range -> Language.ofTag(range.getRange()).stream())
                .filter(this::isSpoken)
                .findFirst();
    }

    private boolean isSpoken(Language language) {
        return messages.has(language, "problem.not-found");
    }

    private static Optional<Language> session(Context ctx) {
        @Nullable String locale = ctx.attribute(SESSION);
        return Optional.ofNullable(locale).flatMap(Language::ofTag);
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String header) {
        if (header == null || header.length() > 500) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
