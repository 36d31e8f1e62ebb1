package io.babeldesk.web;

import io.babeldesk.conversation.Market;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.KnowledgeBase;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.PassageRenderer;
import io.babeldesk.knowledge.PassageRenderer.Rendering;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.PassageSearch.Hit;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import io.babeldesk.retrieval.Retrieval;
import io.babeldesk.retrieval.Retriever;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Articles of the edition in force, by the same search that answers shoppers. */
public final class EditionArticles implements ArticleFinder {

    private static final int MOST = 8;
    private static final int SHORTEST_BEGINNING = 2;

    private final KnowledgeBase base;
    private final Retriever retriever;
    private final PassageRenderer renderer;
    private final Optional<String> page;
    private final Clock clock;

    /** @param page the address of an article in the shop, with {@code {article}} and {@code {language}} in it */
    public EditionArticles(
            KnowledgeBase base, Retriever retriever, PassageRenderer renderer, Optional<String> page, Clock clock) {
        this.base = base;
        this.retriever = retriever;
        this.renderer = renderer;
        this.page = page;
        this.clock = clock;
    }

    @Override
    public List<Found> find(String words, Language typedIn, Language wished, Optional<Market> market) {
        return base.read((edition, search) -> {
            Stream<Passage> passages = words.isBlank()
                    ? starters(edition, wished)
                    : Stream.concat(
                            named(edition, words, wished), searched(edition, search, words, typedIn, wished, market));
            Map<String, Found> found = new LinkedHashMap<>();
            passages.filter(passage -> holds(edition, passage, market))
                    .forEach(passage ->
                            rendered(edition, passage, market).ifPresent(one -> found.putIfAbsent(passage.key(), one)));
            return found.values().stream().limit(MOST).toList();
        });
    }

    private static Stream<Passage> starters(Edition edition, Language wished) {
        return edition.shop().starters().stream()
                .flatMap(id -> edition.translationOrDefault(id, wished).stream())
                .flatMap(translation -> translation.passages().stream().limit(1));
    }

    /** A search of whole words finds nothing for a word that is half typed; a title with it does. */
    private static Stream<Passage> named(Edition edition, String words, Language wished) {
        String plain = words.strip().toLowerCase(Locale.ROOT);
        if (plain.codePointCount(0, plain.length()) < SHORTEST_BEGINNING) {
            return Stream.empty();
        }
        return edition.translations().stream()
                .filter(translation -> translation.language().equals(wished))
                .filter(translation ->
                        translation.title().toLowerCase(Locale.ROOT).contains(plain))
                .flatMap(translation -> translation.passages().stream().limit(1));
    }

    /** In the shopper's language, and as the agent may have typed it in her own: whichever is surer comes first. */
    private Stream<Passage> searched(
            Edition edition,
            PassageSearch search,
            String words,
            Language typedIn,
            Language wished,
            Optional<Market> market) {
        Retrieval own = retriever.retrieve(edition, search, words, wished, market);
        if (typedIn.equals(wished)) {
            return passages(own);
        }
        Predicate<Translation> all = _ -> true;
        Retrieval across = retriever.retrieve(search, PassageSearch.Query.of(words), typedIn, own.written(), all, MOST);
        return across.confidence() > own.confidence()
                ? Stream.concat(passages(across), passages(own))
                : Stream.concat(passages(own), passages(across));
    }

    private static Stream<Passage> passages(Retrieval found) {
        return found.hits().stream().map(Hit::passage);
    }

    private boolean holds(Edition edition, Passage passage, Optional<Market> market) {
        return edition.translation(passage.article(), passage.language())
                .filter(translation -> translation.holds(LocalDate.now(clock), market))
                .isPresent();
    }

    /** Empty where nothing of it holds in that market. */
    private Optional<Found> rendered(Edition edition, Passage passage, Optional<Market> market) {
        Rendering rendering = renderer.render(passage, edition, market);
        return edition.translation(passage.article(), passage.language())
                .filter(_ -> !rendering.blocks().isEmpty())
                .map(translation -> new Found(
                        passage.article().toString(),
                        passage.language(),
                        translation.title(),
                        passage.number() > 0 ? Optional.of(passage.heading()) : Optional.empty(),
                        rendering.blocks(),
                        rendering.needsMarket(),
                        page.map(pattern -> address(pattern, passage))));
    }

    private static URI address(String pattern, Passage passage) {
        return URI.create(pattern.replace("{article}", passage.article().toString())
                .replace("{language}", URLEncoder.encode(passage.language().code(), StandardCharsets.UTF_8)));
    }
}
