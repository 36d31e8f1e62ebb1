package io.babeldesk.retrieval;

import io.babeldesk.conversation.Market;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.PassageSearch.Query;
import io.babeldesk.knowledge.PassageSearch.Result;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * From a question to the passages that may answer it, with a confidence. Passages come in the language of the question;
 * an article that is not written in it comes in the shop's default language. Stateless; safe for use by many threads.
 */
public final class Retriever {

    private static final int HITS = 8;

    private final Clock clock;

    public Retriever(Clock clock) {
        this.clock = clock;
    }

    /** Passages for a question that stands by itself. */
    public Retrieval retrieve(
            Edition edition, PassageSearch search, String question, Language asked, Optional<Market> market) {
        return retrieve(edition, search, Query.of(question), asked, market);
    }

    /** The same for a question that may lean on an earlier one. */
    public Retrieval retrieve(
            Edition edition, PassageSearch search, Query query, Language asked, Optional<Market> market) {
        LocalDate today = LocalDate.now(clock);
        Language standard = edition.shop().defaultLanguage();
        Predicate<Translation> holds = translation -> translation.holds(today, market);
        Retrieval own = retrieve(search, query, asked, asked, holds, HITS);
        if (asked.equals(standard) || edition.isCompleteIn(asked)) {
            return own;
        }
        Predicate<Translation> missing =
                translation -> edition.translation(translation.article(), asked).isEmpty();
        Retrieval foreign = retrieve(search, query, asked, standard, missing.and(holds), HITS);
        return isBetter(foreign, own) ? foreign : own;
    }

    /**
     * Words are rarer among many passages than among few, so that the larger language is always surer of itself. How much
     * of the question is covered is a share, which a thousand more articles leave as it is: both must speak for it.
     */
    private static boolean isBetter(Retrieval foreign, Retrieval own) {
        return foreign.confidence() > own.confidence() && covered(foreign) > covered(own);
    }

    private static double covered(Retrieval found) {
        return found.hits().isEmpty() ? 0 : found.hits().getFirst().covered();
    }

    /**
     * Passages that are written in one language.
     *
     * @param admits which articles may come out
     * @param limit how many passages at most
     */
    public Retrieval retrieve(
            PassageSearch search,
            Query query,
            Language asked,
            Language written,
            Predicate<Translation> admits,
            int limit) {
        Result result = search.search(query, asked, written, admits, limit);
        return new Retrieval(
                result.hits(),
                Confidence.of(result, asked, written),
                Confidence.ofMatter(result, asked, written),
                Confidence.ofArticle(result, asked, written),
                result.vagueness(),
                result.known(),
                result.concepts(),
                result.otherWords(),
                result.words(),
                written);
    }
}
