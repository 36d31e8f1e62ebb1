package io.babeldesk.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fact named in a text: {@code {{returns.window}}}, {@code {{returns.window|genitive}}}, or as a condition at the
 * start of a paragraph {@code {{?returns.withdrawal}}} (only where the fact exists) and {@code {{!returns.withdrawal}}}
 * (only where it does not).
 */
public record Placeholder(Role role, String key, GrammaticalCase grammaticalCase, int start, int end) {

    /** What a placeholder does. */
    public enum Role {
        SHOW,
        IF_EXISTS,
        IF_MISSING
    }

    /** The form that a sentence needs the value in; languages without cases have one form. */
    public enum GrammaticalCase {
        NOMINATIVE,
        GENITIVE,
        DATIVE,
        ACCUSATIVE,
        INSTRUMENTAL,
        PREPOSITIONAL
    }

    private static final Pattern FORM =
            Pattern.compile("\\{\\{\\s*([?!]?)([a-z0-9.-]+)\\s*(?:\\|\\s*([a-z]+)\\s*)?\\}\\}");

    /** All well-formed placeholders of a text, in order. */
    public static List<Placeholder> in(String text) {
        List<Placeholder> found = new ArrayList<>();
        Matcher matcher = FORM.matcher(text);
        while (matcher.find()) {
            Optional<GrammaticalCase> grammaticalCase = caseNamed(matcher.group(3));
            if (grammaticalCase.isPresent()) {
                found.add(new Placeholder(
                        role(matcher.group(1)),
                        matcher.group(2),
                        grammaticalCase.get(),
                        matcher.start(),
                        matcher.end()));
            }
        }
        return found;
    }

    /** The text without its placeholders, as it is indexed. */
    public static String strip(String text) {
        return FORM.matcher(text).replaceAll(" ");
    }

    private static Role role(String mark) {
        return switch (mark) {
            case "?" -> Role.IF_EXISTS;
            case "!" -> Role.IF_MISSING;
            default -> Role.SHOW;
        };
    }

    private static Optional<GrammaticalCase> caseNamed(@Nullable String name) {
        if (name == null) {
            return Optional.of(GrammaticalCase.NOMINATIVE);
        }
        try {
            return Optional.of(GrammaticalCase.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
