package io.babeldesk.web;

import io.babeldesk.language.Language;
import java.util.Optional;

/**
 * A reply as an agent sends it.
 *
 * @param text as she wrote it; or, where there is an original, as she saw it translated
 * @param to the language that the shopper reads it in; empty where nothing is translated
 * @param original what she wrote, where {@code text} is its translation already
 */
record Outgoing(String text, Optional<Language> to, Optional<String> original) {

    /** @param text the field of that name, checked */
    static Outgoing read(Fields fields, String text, int limit) {
        Optional<Language> to = fields.locale("translate_to").flatMap(Language::ofTag);
        Optional<String> original =
                fields.has("original") ? Optional.of(MessageText.in(fields, "original", limit)) : Optional.empty();
        if (original.isPresent() && to.isEmpty() && fields.isSound()) {
            fields.expected("translate_to", "the language into which the original was translated");
        }
        return new Outgoing(text, to, original);
    }

    /** What must be the same where it is sent again. */
    String whole() {
        return to.map(language -> language.code() + "\n" + original.orElse("") + "\n" + text)
                .orElse(text);
    }
}
