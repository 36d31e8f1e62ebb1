package io.babeldesk.knowledge.index;

import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.Placeholder;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds for each of an article's questions the passage that answers it, by the words and concepts that tell this passage
 * from the article's others. What no passage claims belongs to the first, which answers the article's title.
 */
final class QuestionPlaces {

    private static final double IN_HEADING = 2.5;

    private final LanguageAnalyzers analyzers;
    private final Glossary glossary;

    QuestionPlaces(LanguageAnalyzers analyzers, Glossary glossary) {
        this.analyzers = analyzers;
        this.glossary = glossary;
    }

    /** The questions of each passage, by its number. */
    List<List<String>> of(Translation translation) {
        List<Set<String>> headings = new ArrayList<>();
        List<Set<String>> bodies = new ArrayList<>();
        Map<String, Integer> spread = new HashMap<>();
        for (Passage passage : translation.passages()) {
            Set<String> heading = features(passage.heading(), translation.language());
            Set<String> body = features(Placeholder.strip(PlainText.of(passage.blocks())), translation.language());
            headings.add(heading);
            bodies.add(body);
            Set<String> both = new HashSet<>(heading);
            both.addAll(body);
            both.forEach(feature -> spread.merge(feature, 1, Integer::sum));
        }
        List<List<String>> places = new ArrayList<>();
        translation.passages().forEach(passage -> places.add(new ArrayList<>()));
        for (String question : translation.questions()) {
            Set<String> asked = features(question, translation.language());
            int best = 0;
            double bestScore = 0;
            for (int i = 0; i < places.size(); i++) {
                double score = 0;
                for (String feature : asked) {
                    double rarity = Math.log((places.size() + 1.0) / spread.getOrDefault(feature, 1));
                    score += rarity
                            * (headings.get(i).contains(feature)
                                    ? IN_HEADING
                                    : bodies.get(i).contains(feature) ? 1 : 0);
                }
                if (score > bestScore) {
                    best = i;
                    bestScore = score;
                }
            }
            places.get(best).add(question);
        }
        return places;
    }

    private Set<String> features(String text, Language language) {
        Set<String> features = new HashSet<>();
        Token.of(analyzers.words(language), text).forEach(token -> features.add(token.term()));
        glossary.concepts(text, language).forEach(concept -> features.add("concept " + concept));
        return features;
    }
}
