package io.babeldesk.knowledge;

import io.babeldesk.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a shop wants to know of each conversation, and that agents fill in.
 *
 * @param key by which its value is kept
 * @param labels what it is called, by language; at least one
 * @param choices of a choice, in their order; none for any other
 * @param required whether it must be filled in before an agent resolves the conversation
 */
public record CaseField(String key, Map<Language, String> labels, Type type, List<Choice> choices, boolean required) {

    /** What may be filled in. */
    public enum Type {
        TEXT,
        NUMBER,
        CHOICE,
        YES_NO
    }

    /** @param labels what it is called, by language; at least one */
    public record Choice(String key, Map<Language, String> labels) {

        public String label(Language language) {
            return said(labels, language);
        }
    }

    private static final int LONGEST = 500;

    /** In a language, else in English, else in any that it has. */
    public String label(Language language) {
        return said(labels, language);
    }

    private static String said(Map<Language, String> labels, Language language) {
        return Optional.ofNullable(labels.get(language))
                .or(() -> Optional.ofNullable(labels.get(Language.ENGLISH)))
                .or(() -> labels.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElse("");
    }

    /** As it is kept; empty if it is no value of this field. */
    public Optional<String> value(String given) {
        String text = given.strip();
        boolean sound = switch (type) {
            case TEXT -> !text.isEmpty() && text.length() <= LONGEST;
            case NUMBER -> text.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
            case CHOICE -> choices.stream().anyMatch(choice -> choice.key().equals(text));
            case YES_NO -> text.equals("yes") || text.equals("no");
        };
        return Optional.of(text).filter(_ -> sound);
    }
}
