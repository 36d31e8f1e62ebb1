package io.babeldesk.web;

import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Market;
import io.babeldesk.language.Language;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a web page needs to know of the shop, as the present edition of its knowledge base says it. Implementations are
 * safe for use by many threads; a new edition shows with the next call.
 */
public interface ShopFront {

    Shop shop();

    /** When people are there, in words, and whether that is now. */
    Hours hours(Language language);

    /** Questions that a shopper may start with, in her language; may be none. */
    List<String> starters(Language language);

    /** An article in the language asked for, or the nearest that there is; empty if there is no such article. */
    Optional<Article> article(String topic, String slug, Language language, Optional<Market> market);

    /** The revision that is served; empty if there is none that can be. */
    Optional<String> edition();

    /**
     * Who the shop is.
     *
     * @param site the name under which pages embed it
     * @param languages those that its articles are offered in, at least the default
     */
    record Shop(
            String site,
            String name,
            Language defaultLanguage,
            List<Language> languages,
            List<Market> markets,
            Contact contact,
            Optional<URI> privacyPage) {}

    record Contact(Optional<String> email, Optional<String> phone, Optional<URI> page) {}

    /**
     * @param timeZone {@code Europe/Berlin}
     * @param text {@code Monday to Friday: 8–20}
     */
    record Hours(String timeZone, String text, boolean open) {}

    /**
     * @param id topic and slug, {@code returns/return-window}
     * @param language the language that it is in, which may not be the one asked for
     */
    record Article(String id, Language language, String title, List<Block> blocks) {}
}
