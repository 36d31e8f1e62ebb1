package io.babeldesk.web;

import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Finds what the shop's articles say, for an agent who wants to pass it on. Safe for use by many threads. */
public interface ArticleFinder {

    /**
     * Passages, best first; with nothing to look for, those that shoppers ask for most.
     *
     * @param words what the agent typed
     * @param typedIn the language that she probably typed in, besides the shopper's
     * @param wished the language to read them in; an article that is not written in it comes in the shop's default
     * @param market whose facts to state
     */
    List<Found> find(String words, Language typedIn, Language wished, Optional<Market> market);

    /**
     * A passage as the shopper would read it.
     *
     * @param article topic and slug
     * @param heading of the section; empty for an article's beginning
     * @param needsMarket whether it would say something else in another country, and hers is not known
     * @param page where the shop shows the article
     */
    record Found(
            String article,
            Language language,
            String title,
            Optional<String> heading,
            List<Block> blocks,
            boolean needsMarket,
            Optional<URI> page) {}
}
