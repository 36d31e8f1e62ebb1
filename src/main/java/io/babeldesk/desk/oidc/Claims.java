package io.babeldesk.desk.oidc;

import io.babeldesk.desk.IdentityProvider.Somebody;
import io.babeldesk.language.Language;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a provider says of somebody (OpenID Connect Core 1.0, 5.1). */
record Claims(Map<String, Object> told) {

    boolean isMissing(String... names) {
        return List.of(names).stream().anyMatch(name -> value(name) == null);
    }

    /** What was told first counts. */
    Claims completedBy(Claims more) {
        Map<String, Object> all = new HashMap<>(more.told);
        // An address and its proof belong together.
        if (told.containsKey("email")) {
            all.remove("email_verified");
        }
        all.putAll(told);
        return new Claims(all);
    }

    Somebody somebody(String issuer, String subject, String groupsClaim) {
        boolean verified = Boolean.TRUE.equals(value("email_verified")) || "true".equals(value("email_verified"));
        return new Somebody(
                issuer,
                subject,
                text("email").filter(_ -> verified),
                text("preferred_username"),
                text("name"),
                text("locale").map(tag -> tag.replace('_', '-')).flatMap(Language::ofTag),
                texts(groupsClaim));
    }

    private Optional<String> text(String name) {
        return value(name) instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    private Set<String> texts(String name) {
        Set<String> texts = new LinkedHashSet<>();
        switch (value(name)) {
            case String text -> texts.addAll(List.of(text.strip().split("[\\s,]+")));
            case List<?> list -> list.forEach(one -> texts.add(String.valueOf(one)));
            case null, default -> {}
        }
        return texts;
    }

    /** By its name, or by a path through objects with dots between. */
    private @Nullable Object value(String name) {
        if (told.containsKey(name)) {
            return told.get(name);
        }
        @Nullable Object found = told;
        for (String step : name.split("\\.", -1)) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found;
    }
}
