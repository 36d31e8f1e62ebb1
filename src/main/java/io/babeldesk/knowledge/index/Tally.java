package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.index.Lookups.Occurrences;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.lucene.index.PostingsEnum;

/**
 * Adds up what speaks for each passage of a language, one term of the question after the other. Three sums come out of
 * one walk over the postings: by BM25 which article it is about, by BM25 which passage speaks of it, and how much of the
 * question's weight the passage covers. For one question.
 */
final class Tally {

    // Fitted by a listwise softmax over saved questions in two sizes of base: docs/retrieval.md.
    private static final float TITLE = 0.43f;
    private static final float ABOUT = 1.41f;
    private static final float ABOUT_CONCEPTS = 1.3f;
    private static final float ABOUT_GRAMS = 0.22f;
    private static final float HEAD = 0.24f;
    private static final float HEAD_CONCEPTS = 0.12f;
    private static final float BODY = 0.4f;
    private static final float BODY_CONCEPTS = 0.09f;
    private static final float GRAMS = 0.08f;
    // What nearness in meaning adds, in words that one article alone has. Cosines below FAR are chance.
    private static final float FAR = 0.3f;
    private static final float ARTICLE_NEAR = 2.5f;
    private static final float PASSAGE_NEAR = 1.25f;

    // How far a passage covers a word, by where it says it.
    private static final float WORD_IN_HEAD = 1.0f;
    private static final float WORD_IN_BODY = 0.8f;
    private static final float CONCEPT_IN_HEAD = 0.9f;
    private static final float CONCEPT_IN_BODY = 0.7f;
    private static final float LIKE_A_WORD = 0.7f;
    /** Below this share of a word's character sequences, likeness is chance. */
    private static final float LIKENESS = 0.6f;

    private static final float NO_SCORE = 0;
    private static final float NO_CREDIT = 0;

    private final Lookups lookups;
    /** The rarity of what no article speaks of: large bases have rarer words, and evidence has to mean the same in all. */
    private final float rarest;

    private final float[] articles;
    private final float[] passages;
    private final float[] covered;
    /** How far each passage covers the unit at hand, and which ones have any such credit. */
    private final float[] credits;

    private final int[] credited;
    private int creditedCount;

    private final Set<String> scoredConcepts = new HashSet<>();
    private final Optional<Nearness> nearness;

    Tally(Lookups lookups, Optional<Nearness> nearness) {
        this.lookups = lookups;
        this.nearness = nearness;
        int size = lookups.view().passages();
        this.rarest = (float) lookups.view().field(Fields.ABOUT).idf(0);
        this.articles = new float[lookups.view().translations()];
        this.passages = new float[size];
        this.covered = new float[size];
        this.credits = new float[size];
        this.credited = new int[size];
    }

    void add(QueryUnit unit) throws IOException {
        if (!unit.word().isEmpty()) {
            score(Fields.TITLE, unit.word(), TITLE, articles, NO_CREDIT);
            score(Fields.ABOUT, unit.word(), ABOUT, articles, NO_CREDIT);
            score(Fields.HEAD, unit.word(), HEAD, passages, WORD_IN_HEAD);
            score(Fields.ASKED, unit.word(), NO_SCORE, passages, WORD_IN_HEAD);
            score(Fields.BODY, unit.word(), BODY, passages, WORD_IN_BODY);
        }
        for (String concept : unit.concepts()) {
            // A concept that several words stand for is said once, and each of them is covered by it.
            boolean first = scoredConcepts.add(concept);
            if (first) {
                score(Fields.ABOUT_CONCEPTS, concept, ABOUT_CONCEPTS, articles, NO_CREDIT);
            }
            score(Fields.HEAD_CONCEPTS, concept, first ? HEAD_CONCEPTS : NO_SCORE, passages, CONCEPT_IN_HEAD);
            score(Fields.BODY_CONCEPTS, concept, first ? BODY_CONCEPTS : NO_SCORE, passages, CONCEPT_IN_BODY);
        }
        addLikeness(unit);
        settle((float) unit.weight());
    }

    private void addLikeness(QueryUnit unit) throws IOException {
        List<String> grams = unit.grams();
        for (String gram : grams) {
            score(Fields.ABOUT_GRAMS, gram, ABOUT_GRAMS, articles, NO_CREDIT);
        }
        if (grams.size() < 2) {
            return;
        }
        int[] shared = new int[passages.length];
        for (String gram : grams) {
            // A word that no passage has may be misspelt, or a form that its stemmer does not know.
            Occurrences found = lookups.find(Fields.GRAMS, gram);
            if (!unit.known()) {
                score(found, GRAMS, passages, NO_CREDIT);
            }
            count(found, shared);
        }
        for (int number = 0; number < shared.length; number++) {
            float likeness = (float) shared[number] / grams.size();
            if (likeness >= LIKENESS) {
                credit(number, LIKE_A_WORD * likeness);
            }
        }
    }

    private void score(String field, String term, float boost, float[] sums, float credit) throws IOException {
        score(lookups.find(field, term), boost, sums, credit);
    }

    private void score(Occurrences found, float boost, float[] sums, float credit) throws IOException {
        FieldView field = found.field();
        float weight = boost * (float) field.idf(found.documents());
        for (int i = 0; i < found.segments(); i++) {
            int[] numbers = found.segment(i).numbers();
            PostingsEnum postings = found.postings(i);
            for (int doc = postings.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = postings.nextDoc()) {
                int number = numbers[doc];
                if (number != Segments.GONE) {
                    sums[number] += weight * field.saturation(postings.freq(), number);
                    if (credit > 0) {
                        credit(number, credit);
                    }
                }
            }
        }
    }

    private static void count(Occurrences found, int[] counts) throws IOException {
        for (int i = 0; i < found.segments(); i++) {
            int[] numbers = found.segment(i).numbers();
            PostingsEnum postings = found.postings(i);
            for (int doc = postings.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (numbers[doc] != Segments.GONE) {
                    counts[numbers[doc]]++;
                }
            }
        }
    }

    private void credit(int number, float credit) {
        if (credits[number] == 0) {
            credited[creditedCount++] = number;
        }
        credits[number] = Math.max(credits[number], credit);
    }

    /** Ends a unit: each passage covers it by the best evidence for it. */
    private void settle(float weight) {
        for (int i = 0; i < creditedCount; i++) {
            int number = credited[i];
            covered[number] += weight * credits[number];
            credits[number] = 0;
        }
        creditedCount = 0;
    }

    /** All that speaks for a passage, in words that one article alone has; 0 if nothing does. */
    float evidence(int passage) {
        int article = lookups.view().translationOf(passage);
        float words = (articles[article] + passages[passage]) / rarest;
        return nearness.map(near -> words
                        + ARTICLE_NEAR * Math.max(0, near.ofArticle(article) - FAR)
                        + PASSAGE_NEAR * Math.max(0, near.ofPassage(passage) - FAR))
                .orElse(words);
    }

    /** The cosine to the nearest line of the passage's article, where meaning was asked for. */
    OptionalDouble nearness(int passage) {
        return nearness.map(
                        near -> OptionalDouble.of(near.ofArticle(lookups.view().translationOf(passage))))
                .orElse(OptionalDouble.empty());
    }

    /** The summed weight of what the passage speaks of. */
    float covered(int passage) {
        return covered[passage];
    }
}
