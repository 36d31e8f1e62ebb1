package io.babeldesk.conversation;

import java.util.List;

/** A run of text within a {@link Block}. */
public sealed interface Inline {

    record Text(String text) implements Inline {}

    record Strong(List<Inline> children) implements Inline {}

    record Emphasis(List<Inline> children) implements Inline {}

    record Code(String text) implements Inline {}

    /** @param href {@code https:}, {@code http:}, {@code mailto:}, {@code tel:} or {@code article:topic/slug} */
    record Link(String href, List<Inline> children) implements Inline {}
}
