package io.babeldesk.answer;

import com.ibm.icu.text.Collator;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Suggestion;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.PassageRenderer;
import io.babeldesk.knowledge.PassageSearch.Hit;
import io.babeldesk.language.Language;
import io.babeldesk.retrieval.Retrieval;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a shopper may press instead of writing, in her language. For one answer. */
final class Offers {

    private static final int MOST = 3;

    private final Edition edition;
    private final Language language;
    private final PassageRenderer renderer;

    Offers(Edition edition, Language language, PassageRenderer renderer) {
        this.edition = edition;
        this.language = language;
        this.renderer = renderer;
    }

    /** What else was found and holds in the market, then what stands beside the answer. */
    List<Suggestion> beside(Hit answer, Retrieval found, Optional<Market> market) {
        Set<String> headings = new LinkedHashSet<>();
        List<Passage> near = new ArrayList<>();
        found.hits().stream().skip(1).limit(MOST).forEach(hit -> near.add(hit.passage()));
        edition.translation(answer.passage().article(), answer.passage().language())
                .ifPresent(translation -> near.addAll(translation.passages()));
        for (Passage passage : near) {
            boolean same = passage.key().equals(answer.passage().key());
            if (headings.size() < MOST
                    && !same
                    && !renderer.render(passage, edition, market).blocks().isEmpty()) {
                headings.add(passage.heading());
            }
        }
        headings.remove(answer.passage().heading());
        return headings.stream()
                .map(heading -> new Suggestion(heading, heading))
                .toList();
    }

    /** Which of these was meant. */
    List<Suggestion> of(List<Hit> hits) {
        Set<String> headings = new LinkedHashSet<>();
        hits.forEach(hit -> headings.add(hit.passage().heading()));
        return headings.stream()
                .limit(MOST)
                .map(heading -> new Suggestion(heading, heading))
                .toList();
    }

    List<Suggestion> markets() {
        return marketNames().stream().map(name -> new Suggestion(name, name)).toList();
    }

    List<String> marketNames() {
        return edition.shop().markets().stream()
                .map(known -> MarketMention.name(known, language))
                .sorted(Collator.getInstance(language.locale())::compare)
                .toList();
    }

    /** What most shoppers ask. */
    List<Suggestion> starters() {
        return edition.shop().starters().stream()
                .flatMap(article -> edition.translationOrDefault(article, language).stream())
                .map(translation -> new Suggestion(translation.title(), translation.title()))
                .toList();
    }
}
