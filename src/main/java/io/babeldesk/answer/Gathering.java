package io.babeldesk.answer;

import io.babeldesk.answer.Evidence.Cited;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Source;
import io.babeldesk.knowledge.AnswerMode;
import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.PassageRenderer;
import io.babeldesk.knowledge.PassageRenderer.Rendering;
import io.babeldesk.knowledge.Shop;
import io.babeldesk.knowledge.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what an answer may be made of: the best passages with the facts of the market. Stateless. */
final class Gathering {

    private static final int PASSAGES = 4;
    /** A passage that fits so much worse than the best only leads astray. */
    private static final double NEAR_THE_BEST = 0.6;

    private final PassageRenderer renderer;

    Gathering(PassageRenderer renderer) {
        this.renderer = renderer;
    }

    /** Empty where the best passage may only be shown as it stands. */
    Optional<Evidence> around(Reply.Answered answer, Edition edition, Set<String> open) {
        List<Source> sources = new ArrayList<>(answer.sources());
        answer.saying().provenance().hits().stream()
                .filter(hit -> !sources.contains(hit))
                .forEach(sources::add);
        double best = sources.getFirst().score();
        List<Cited> passages = new ArrayList<>();
        for (Source source : sources) {
            if (passages.size() < PASSAGES && (passages.isEmpty() || source.score() >= NEAR_THE_BEST * best)) {
                cited(source, passages.size() + 1, edition, answer.saying().market())
                        .ifPresent(passages::add);
            }
        }
        boolean verbatim = passages.isEmpty() || mode(sources.getFirst(), edition) == AnswerMode.VERBATIM;
        return verbatim
                ? Optional.empty()
                : Optional.of(new Evidence(
                        List.copyOf(passages),
                        List.copyOf(open),
                        answer.saying().market()));
    }

    private static AnswerMode mode(Source source, Edition edition) {
        return translation(source, edition).map(Translation::answerMode).orElse(AnswerMode.VERBATIM);
    }

    private static Optional<Translation> translation(Source source, Edition edition) {
        return ArticleId.parse(source.article()).flatMap(article -> edition.translation(article, source.language()));
    }

    /** The passage of a source, if all that it says holds in the market. */
    Optional<Cited> cited(Source source, int number, Edition edition, Optional<Market> market) {
        Optional<Passage> passage = translation(source, edition)
                .filter(translation -> number == 1 || translation.answerMode() == AnswerMode.WORDED)
                .flatMap(translation -> translation.passages().stream()
                        .filter(one -> one.heading().equals(source.heading()))
                        .findFirst());
        return passage.flatMap(found -> {
            Rendering rendering = renderer.render(found, edition, market);
            return rendering.needsMarket() || rendering.blocks().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Cited(number, source, rendering.blocks(), rendering.rules()));
        });
    }

    /** What may be said without a passage. */
    static Set<String> contactOf(Shop shop) {
        return Set.of(
                shop.contact().email(), shop.contact().phone(), shop.contact().page());
    }
}
