package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.Translation;
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

    private QuestionPlaces() {}

    /** The questions of each passage, by its number. */
    static List<List<String>> of(Translation translation, Analyses analyses) {
        List<Set<String>> headings = new ArrayList<>();
        List<Set<String>> bodies = new ArrayList<>();
        Map<String, Integer> spread = new HashMap<>();
        for (Passage passage : translation.passages()) {
            Set<String> heading = features(passage.heading(), analyses);
            Set<String> body = features(PassageDocuments.body(passage), analyses);
            headings.add(heading);
            bodies.add(body);
            Set<String> both = new HashSet<>(heading);
            both.addAll(body);
            both.forEach(feature -> spread.merge(feature, 1, Integer::sum));
        }
        List<List<String>> places = new ArrayList<>();
        translation.passages().forEach(passage -> places.add(new ArrayList<>()));
        for (String question : translation.questions()) {
            Set<String> asked = features(question, analyses);
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

    private static Set<String> features(String text, Analyses analyses) {
        Analyses.Analysis analysis = analyses.of(text);
        Set<String> features = new HashSet<>();
        analysis.words().forEach(token -> features.add(token.term()));
        analysis.concepts().forEach(concept -> features.add("concept " + concept));
        return features;
    }
}
