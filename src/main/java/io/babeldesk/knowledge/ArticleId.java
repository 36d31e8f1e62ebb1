package io.babeldesk.knowledge;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an article stands below {@code articles/}: {@code returns/return-window}. */
public record ArticleId(String topic, String slug) implements Comparable<ArticleId> {

    private static final Pattern FORM = Pattern.compile("([a-z0-9][a-z0-9-]*)/([a-z0-9][a-z0-9-]*)");

    /** The id that a text names; empty if it is not of the form {@code topic/slug}. */
    public static Optional<ArticleId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new ArticleId(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    @Override
    public int compareTo(ArticleId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return topic + "/" + slug;
    }
}
